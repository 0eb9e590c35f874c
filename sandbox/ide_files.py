"""GraphiQL's browser files, from npm, once."""

from __future__ import annotations

import fcntl
import shutil
import subprocess

from sandbox.environment import TREE

FOLDER = TREE / "sandbox" / "ide"


def install_ide() -> bool:
    """False where there is no npm, or it fails: the sandbox does without an IDE."""
    npm = shutil.which("npm")
    lock_file = FOLDER / "package-lock.json"
    done = FOLDER / "node_modules" / ".installed"
    wanted = lock_file.read_text()
    if done.exists() and done.read_text() == wanted:
        return True
    if npm is None:
        return False
    with (FOLDER / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        finished = subprocess.run(command, check=False, cwd=FOLDER, stdin=subprocess.DEVNULL)
        if finished.returncode == 0:
            done.write_text(wanted)
    return finished.returncode == 0
