"""Writes the schemas that the tests of the Dashboard's forms are made with.

DJANGO_SETTINGS_MODULE=tests.settings python -m tests.flows.schemas
"""

import json
from pathlib import Path

import django

_FORMS = Path(__file__).resolve().parents[2] / "dashboard-extension/src/kit/config"
FILE = _FORMS / "testing/schemas.json"


def main() -> None:
    django.setup()
    # Models can be imported only now.
    from saleor_loyalty.flows.configurations import Configured, schema_of

    schemas = {one.name: schema_of(one) for one in Configured}
    text = json.dumps(schemas, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    FILE.write_text(text + "\n")


if __name__ == "__main__":
    main()
