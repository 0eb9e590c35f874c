"""The other side of `workers`: reads what to do, does it, says what came of it."""

import json
import resource
import sys
from importlib import import_module

import django
from django.db import connection


def main() -> None:
    django.setup()
    connection.ensure_connection()
    print("{}", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        module, _, job = asked.pop("job").partition(".")
        answer = getattr(import_module(f"benchmarks.jobs.{module}"), job)(**asked)
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({**answer, "peak_mb": round(peak_mb, 1)}), flush=True)


if __name__ == "__main__":
    main()
