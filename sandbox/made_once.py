"""Databases that take long to make: made once, kept by a server to be copied.

Their names tell what they are made of, so that none is ever out of date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from sandbox.cache import cache_folder
from sandbox.postgres import Postgres, postgres


def made_once(
    name: str, fill: Callable[[str], None], template: str | None = None, keep_dump: bool = True
) -> str:
    """The name, of a database that nobody connects to. `fill` is told the address of a copy of
    `template`; a dump is for when the server is a new one.
    """
    server = postgres()
    dump = cache_folder("dumps") / f"{name}.dump" if keep_dump and server.embedded else None
    with server.only_one(name):
        if not server.exists(name):
            _make(server, name, fill, template, dump)
    return name


def digest(files: list[Path]) -> str:
    """Ten letters and figures that stand for the names and what is in the files."""
    found = hashlib.sha256()
    for file in files:
        found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:10]


def _make(
    server: Postgres,
    name: str,
    fill: Callable[[str], None],
    template: str | None,
    dump: Path | None,
) -> None:
    unfinished = f"{name}_new"
    server.drop(unfinished)
    if dump and dump.exists():
        server.create(unfinished)
        server.restore(unfinished, dump)
    else:
        server.create(unfinished, template)
        fill(server.url_of(unfinished))
        if dump:
            server.dump(unfinished, dump)
    server.rename(unfinished, to=name)
    server.seal(name)
