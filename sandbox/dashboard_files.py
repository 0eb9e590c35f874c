"""The pages for the Dashboard, built by npm into the package; nothing to do where they are.

python -m sandbox.dashboard_files               `make dashboard`
python -m sandbox.dashboard_files --optional    before `make demo`, which does without
"""

from __future__ import annotations

import fcntl
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from sandbox.environment import TREE

SOURCE = TREE / "dashboard-extension"
BUILT = TREE / "saleor_loyalty" / "dashboard"
_LOCK = TREE / ".dashboard.lock"
_NO_NPM = "npm is not at hand: the pages for the Dashboard are not built."
# What a browser asks for that is worth packing; pictures and fonts are packed already.
_PACKED = (".css", ".js", ".json", ".svg")
_ENOUGH = 1_000


def build_dashboard() -> bool:
    """False where there is no npm, or it fails, which then has said why."""
    npm = shutil.which("npm")
    with _LOCK.open("w") as lock:
        # Two runs in one checkout at the same moment: the second waits and finds it done.
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = SOURCE / "node_modules" / ".built"
        if is_built() and stamp.exists() and stamp.read_text() == _state():
            return True
        if npm is None:
            return False
        if not _install(npm) or not _run(npm, "run", "--silent", "build"):
            return False
        pack(BUILT)
        stamp.write_text(_state())
    return True


def install_packages() -> bool | None:
    """What the pages are built and checked with. None where there is no npm."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    with _LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _install(npm)


def _install(npm: str) -> bool:
    return _installed() or _run(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error")


def is_built() -> bool:
    return (BUILT / "index.html").exists()


def pack(folder: Path) -> None:
    """A `.gz` beside each file that gains by it. The same bytes each time."""
    files = [file for file in folder.rglob("*") if file.suffix in _PACKED]
    for file in files:
        content = file.read_bytes()
        if len(content) >= _ENOUGH:
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))


def _installed() -> bool:
    """Whether `node_modules` is what the lock file asks for; npm notes there what it has done."""
    noted = SOURCE / "node_modules" / ".package-lock.json"
    if not noted.exists():
        return False
    wanted = json.loads((SOURCE / "package-lock.json").read_text())["packages"]
    there = json.loads(noted.read_text())["packages"]
    # The first is the project itself; what is for other machines is not there.
    return all(
        there[name] == package if name in there else package.get("optional")
        for name, package in wanted.items()
        if name
    )


def _state() -> str:
    """Of the sources, and of the page: npm may have built another since, asked by somebody else."""
    digest = hashlib.sha256((BUILT / "index.html").read_bytes())
    for file in sorted(_sources()):
        digest.update(str(file.relative_to(TREE)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _sources() -> list[Path]:
    top = [file for file in SOURCE.iterdir() if file.is_file()]
    places = (SOURCE / "src", SOURCE / "public", TREE / "graphql" / "dashboard")
    return top + [file for place in places for file in place.rglob("*") if file.is_file()]


def _run(*command: str) -> bool:
    print(f"In {SOURCE.name}: npm {' '.join(command[1:])} ...", flush=True)
    finished = subprocess.run(command, check=False, cwd=SOURCE, stdin=subprocess.DEVNULL)
    return finished.returncode == 0


def main(arguments: Sequence[str]) -> int:
    optional = "--optional" in arguments
    if build_dashboard():
        if not optional:
            print(f"The pages are in {BUILT.relative_to(TREE)}.")
        return 0
    no_npm = shutil.which("npm") is None
    print(_NO_NPM if no_npm else "The pages for the Dashboard were not built: see above.")
    return 0 if optional else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
