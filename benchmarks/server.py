"""The Postgres that is measured: on a real disk, and safe against a power cut."""

import sys

import psycopg

from sandbox.cache import cache_folder
from sandbox.postgres import Postgres, embedded

_SETTINGS = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    # As a shop would have it: room for the busy rows, and checkpoints that do not fall into one
    # of the two sides by chance.
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "30min",
}
_DURABILITY = ("fsync", "synchronous_commit", "full_page_writes")


def bench_server() -> Postgres:
    """A server of its own: the tests' one trades safety for speed."""
    server = embedded(cache_folder("bench", "data"), _SETTINGS)
    with psycopg.connect(server.url) as connection:
        for name in _DURABILITY:
            row = connection.execute("SELECT current_setting(%s)", [name]).fetchone()
            if row != ("on",):
                sys.exit(f"{name} is not on: such a figure would mean nothing.")
    return server


def version_of(server: Postgres) -> str:
    with psycopg.connect(server.url) as connection:
        return (
            str(connection.info.server_version // 10_000)
            + "."
            + str(connection.info.server_version % 10_000)
        )
