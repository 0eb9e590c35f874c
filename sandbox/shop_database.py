"""Databases of the sandbox's shop, ready to be copied.

Feeding 69,659 orders through the flows takes minutes, so what comes out is kept until the code, the
log or the week is another.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from sandbox.environment import TREE
from sandbox.postgres import postgres
from sandbox.saleor_database import copied

_PREFIX = "loyalty_fed_"
# What decides what is in the database.
_SOURCES = (
    "saleor_loyalty",
    "sandbox/shop",
    "sandbox/data",
    "sandbox/feed.py",
    "sandbox/viewer.py",
)
# Pages built for the Dashboard are no part of what orders do.
_PAGES = TREE / "saleor_loyalty" / "dashboard"


def settings(database: str) -> dict[str, str]:
    """The environment of a process of this shop."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sandbox.settings",
        "SALEOR_LOYALTY_SANDBOX_DATABASE": database,
        "SALEOR_LOYALTY_SANDBOX_KEY": secrets.token_urlsafe(32),
    }


@contextmanager
def own_database(orders: int | None, *, programme: bool = True) -> Iterator[str]:
    """The name of a database with the log's first orders (None: all) in it, dropped at the end.

    Without a programme nobody has earned anything for them.
    """
    with ExitStack() as stack:
        # Copied before another run may throw the original away.
        with postgres().only_one(_PREFIX):
            purpose = "sandbox" if programme else "unbegun"
            url = stack.enter_context(copied(_fed(orders, programme), purpose))
        yield urlsplit(url).path.lstrip("/")


def _fed(orders: int | None, programme: bool) -> str:
    server = postgres()
    begun = "" if programme else "unbegun_"
    prefix = f"{_PREFIX}{begun}{'all' if orders is None else orders}_"
    name = f"{prefix}{_state()}"
    if not server.exists(name):
        _drop_old(prefix)
        unfinished = f"{name}_new"
        server.create(unfinished)
        _fill(settings(unfinished), orders, programme)
        server.rename(unfinished, to=name)
        server.seal(name)
    return name


def _fill(environment: Mapping[str, str], orders: int | None, programme: bool) -> None:
    some = [] if orders is None else [f"--orders={orders}"]
    without = [] if programme else ["--without-programme"]
    command = [sys.executable, "-m", "sandbox", "shop_fill", *some, *without]
    subprocess.run(command, check=True, cwd=TREE, env=dict(environment))


def _drop_old(prefix: str) -> None:
    server = postgres()
    with psycopg.connect(server.url, autocommit=True) as connection:
        names = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix]
        ).fetchall()
    for (name,) in names:
        server.drop(name)


def _state() -> str:
    digest = hashlib.sha256(f"{datetime.now(UTC):%G-%V}".encode())
    for file in _files():
        digest.update(str(file.relative_to(TREE)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def _files() -> list[Path]:
    places = [TREE / source for source in _SOURCES]
    files = [
        file
        for place in places
        for file in ([place] if place.is_file() else place.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts and _PAGES not in file.parents
    ]
    return sorted(files)
