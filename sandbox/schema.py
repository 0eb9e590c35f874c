"""Keeps `graphql/schema.graphql` equal to the code.

python -m sandbox.schema           writes it
python -m sandbox.schema check     changes nothing; fails where it is another
"""

from __future__ import annotations

import difflib
import os
import subprocess
import sys

from sandbox.environment import TREE

FILE = TREE / "graphql" / "schema.graphql"


def main(arguments: list[str]) -> int:
    if arguments == ["check"]:
        return _check()
    FILE.write_text(_printed())
    return 0


def _check() -> int:
    committed = FILE.read_text() if FILE.exists() else ""
    difference = difflib.unified_diff(
        committed.splitlines(), _printed().splitlines(), "committed", "code", lineterm=""
    )
    lines = list(difference)
    if lines:
        print("\n".join([*lines[:60], "", "`make graphql` writes the schema from the code."]))
    return 1 if lines else 0


def _printed() -> str:
    environment = {"DJANGO_SETTINGS_MODULE": "sandbox.settings", **os.environ}
    command = [sys.executable, "-m", "saleor_loyalty.api.sdl"]
    printed = subprocess.run(
        command, check=True, cwd=TREE, env=environment, capture_output=True, text=True
    )
    return printed.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
