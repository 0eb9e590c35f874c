"""The Python environment of this checkout: `.venv`, with what `requirements/dev.txt` names.

    python3 -m sandbox.environment      makes it, or brings it up to date; quick when it is

Runs before anything is installed: the standard library only, and any Python 3 may start it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
VENV = TREE / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = TREE / "requirements" / "dev.txt"
STAMP = VENV / ".requirements"

# What pyproject.toml allows, and what every pinned package has a build for.
OLDEST, NEWEST = (3, 11), (3, 13)


def main() -> None:
    # Two runs in one checkout at the same moment: the second waits and finds it done.
    with (TREE / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _up_to_date():
            _make()
            STAMP.write_text(_state())


def _up_to_date() -> bool:
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() == _state()


def _state() -> str:
    return hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()


def _make() -> None:
    print("Setting up .venv ...", flush=True)
    uv = shutil.which("uv")
    if not PYTHON.exists():
        _make_with_uv(uv) if uv else _make_with_venv()
    if uv:
        _run(uv, "pip", "install", "--quiet", "--python", PYTHON, "-r", REQUIREMENTS)
    else:
        pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input")
        _run(*pip, "install", "--quiet", "-r", REQUIREMENTS)


def _make_with_uv(uv: str) -> None:
    _run(uv, "venv", "--quiet", "--python", _find_python() or "3.11", VENV)


def _make_with_venv() -> None:
    python = _find_python()
    if not python:
        oldest, newest = (".".join(map(str, version)) for version in (OLDEST, NEWEST))
        sys.exit(f"A Python from {oldest} to {newest} is needed; none was found.")
    if _quietly(python, "-c", "import ensurepip") != 0:
        _install_venv_module()
    _run(python, "-m", "venv", VENV)


def _find_python() -> str | None:
    """This Python if it fits, or the first that does."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return sys.executable
    minors = range(OLDEST[1], NEWEST[1] + 1)
    candidates = [f"python3.{minor}" for minor in minors] + ["python3"]
    found = (shutil.which(name) for name in candidates)
    return next((python for python in found if python and _fits(python)), None)


def _fits(python: str) -> bool:
    test = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    return _quietly(python, "-c", test) == 0


def _install_venv_module() -> None:
    """Debian keeps the half of `venv` that brings pip in a package of its own."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        sys.exit("Python cannot make environments here: install python3-venv (or uv).")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run([apt, "update", "-q"], check=True, env=environment)
    subprocess.run([apt, "install", "-qy", "python3-venv"], check=True, env=environment)


def _quietly(*command: str) -> int:
    return subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    ).returncode


def _run(*command: str | Path) -> None:
    finished = subprocess.run([str(part) for part in command], check=False)
    if finished.returncode != 0:
        sys.exit(finished.returncode)


if __name__ == "__main__":
    main()
