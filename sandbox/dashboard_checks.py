"""What `make check` checks of the Dashboard's pages: types, format, and that what is generated from
`graphql/` is what is committed.

    python -m sandbox.dashboard_checks
"""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from sandbox.dashboard_files import SOURCE, install_packages

_GENERATED = SOURCE / "src" / "graphql"


def main() -> int:
    installed = install_packages()
    if installed is None:
        print("THE DASHBOARD'S PAGES WERE NOT CHECKED: there is no npm")
        return 0
    return 0 if installed and _npm("check") and _is_generated() else 1


def _is_generated() -> bool:
    with tempfile.TemporaryDirectory(prefix="saleor-loyalty-") as folder:
        if not _npm("codegen", WRITTEN=folder):
            return False
        found = filecmp.dircmp(_GENERATED, Path(folder))
        wrong = sorted({*found.left_only, *found.right_only, *found.diff_files})
    for name in wrong:
        print(f"src/graphql/{name} is not what graphql/ says: run npm run codegen")
    return not wrong


def _npm(script: str, **environment: str) -> bool:
    finished = subprocess.run(
        ["npm", "run", "--silent", script],
        check=False,
        cwd=SOURCE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **environment},
    )
    if finished.returncode != 0:
        print(finished.stdout)
    return finished.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
