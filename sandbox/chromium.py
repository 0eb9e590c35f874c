"""The browser that pages are tried in: Debian's, installed where that is possible."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@cache
def chromium() -> str | None:
    """Its path. Installs it with apt, as root, where there is none."""
    return _found() or (_installed() and _found()) or None


def _found() -> str | None:
    given = os.environ.get("CHROMIUM")
    return given or next(filter(None, map(shutil.which, _NAMES)), None)


def _installed() -> bool:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    commands = ([apt, "update", "-q"], [apt, "install", "-qy", "chromium"])
    return all(
        subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL).returncode
        == 0
        for command in commands
    )
