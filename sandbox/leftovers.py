"""Databases of runs that were killed before they could drop their own."""

from __future__ import annotations

import os
import re

import psycopg
from psycopg import sql

from sandbox.postgres import postgres

# Made by a run of this machine, with its process id at the end: the tests' own, the tests' in
# Saleor, the demo's.
_NAMES = re.compile(
    r"(?:test_saleor_loyalty_|loyalty_(?:shop|manage|sandbox|unbegun|checks)_|loyalty_test_)"
    r"(\d+)(?:_\d+)?"
)


def drop_leftover_databases() -> None:
    """Only on our own Postgres: on a given server the ids may be those of another machine."""
    if "DATABASE_URL" in os.environ:
        return
    with psycopg.connect(postgres().url, autocommit=True) as connection:
        rows = connection.execute("SELECT datname FROM pg_database").fetchall()
        for (name,) in rows:
            if _is_leftover(name):
                connection.execute(
                    sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
                )


def _is_leftover(name: str) -> bool:
    match = _NAMES.fullmatch(name)
    return match is not None and not _alive(int(match[1]))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
