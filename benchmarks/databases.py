"""Databases of one figure: made, filled, copied and dropped again."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

import psycopg

from benchmarks.workers import worker
from sandbox.postgres import Postgres


@contextmanager
def empty_shop(server: Postgres) -> Iterator[str]:
    """A shop with the programme set up and nobody in it: what the others are copied from."""
    with fresh(server, "empty") as name:
        with worker(server.url_of(name)) as one:
            one.ask("shop.set_up_shop")
        yield name


@contextmanager
def fresh(server: Postgres, purpose: str, template: str | None = None) -> Iterator[str]:
    name = f"bench_{purpose}_{os.getpid()}"
    server.drop(name)
    server.create(name, template=template)
    try:
        yield name
    finally:
        server.drop(name)


def fill(url: str, *scripts: str, **sizes: int) -> None:
    """Runs files of `sql/` with `{sizes}` put in, then settles down: a fair start for both."""
    with psycopg.connect(url, autocommit=True) as connection:
        for script in scripts:
            text = files("benchmarks").joinpath("sql", script).read_text()
            connection.execute(text.format(**sizes).encode())
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")
