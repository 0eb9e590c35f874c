"""What `make check` checks, each with its name; all of them, even when one has found something.

python -m sandbox.checks             everything
python -m sandbox.checks types lint  these only
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from sandbox.environment import TREE

_MAKE_MIGRATIONS = ("makemigrations", "saleor_loyalty", "--check", "--dry-run", "--verbosity=2")

CHECKS: dict[str, Sequence[str]] = {
    "types": ("mypy",),
    "formatting": ("ruff", "format", "--check", "--output-format=concise", "."),
    "lint": ("ruff", "check", "--quiet", "--output-format=concise", "."),
    "floors": ("importlinter.cli", "lint", "--no-cache"),
    "schema": ("sandbox.schema", "check"),
    "migrations": ("django", *_MAKE_MIGRATIONS),
    "translations": ("sandbox.catalogs", "check"),
    "pages": ("sandbox.dashboard_checks",),
}


def main(chosen: Sequence[str]) -> int:
    names = list(chosen) or list(CHECKS)
    if unknown := set(names) - set(CHECKS):
        sys.exit(f"No such check: {', '.join(sorted(unknown))}. There are: {', '.join(CHECKS)}")
    with ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = list(pool.map(_passes, names))
    failed = [name for name, passed in zip(names, outcomes, strict=True) if not passed]
    print(f"{', '.join(failed)} FAILED" if failed else "All checks passed", flush=True)
    return 1 if failed else 0


def _passes(name: str) -> bool:
    module, *arguments = CHECKS[name]
    finished = subprocess.run(
        # The migrations' check asks a database what it has, and there need not be one.
        [sys.executable, "-W", "ignore::RuntimeWarning", "-m", module, *arguments],
        check=False,
        cwd=TREE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "NO_COLOR": "1"},
    )
    passed = finished.returncode == 0
    # One write, so that two checks that end together do not mix.
    output = "" if passed else f"{finished.stdout.rstrip()}\n"
    sys.stdout.write(f"{output}{'ok    ' if passed else 'FAILED'} {name}\n")
    sys.stdout.flush()
    return passed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
