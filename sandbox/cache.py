"""Where the sandbox keeps what is slow to make: databases, dumps, copies of the plugin."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "SALEOR_LOYALTY_CACHE"


def cache_folder(*parts: str) -> Path:
    """A folder of the cache, made if it is not there."""
    folder = _root().joinpath(*parts)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _root() -> Path:
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().resolve()
    # Postgres refuses to run as root, so it runs as a user who must be able to walk to its
    # folder: below root's home that would mean opening the home to everyone.
    if os.geteuid() == 0:
        return Path("/var/cache/saleor-loyalty")
    return Path.home() / ".cache" / "saleor-loyalty"
