"""No fault of ours reaches the shopper, and no lock of ours makes them wait."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any

from django.db import connection, transaction
from saleor.core.db.connection import allow_writer

from .. import conf

logger = logging.getLogger(__name__)

_LIMIT = """
SELECT current_setting('lock_timeout'), current_setting('statement_timeout'),
       set_config('lock_timeout', %s, true), set_config('statement_timeout', %s, true)
"""
_LIMIT_BY_NAME = """
SELECT set_config('lock_timeout', %(lock_timeout)s, true),
       set_config('statement_timeout', %(statement_timeout)s, true)
"""
_RESTORE = "SELECT set_config('lock_timeout', %s, true), set_config('statement_timeout', %s, true)"


@contextmanager
def bounded(patience_ms: int | None = None) -> Iterator[None]:
    """All or nothing, with little time for each statement and less for each lock, or with
    `patience_ms` for either.

    Inside a transaction of the shop's this is a savepoint, and the limits end with it.
    """
    inside = connection.in_atomic_block
    with allow_writer(), transaction.atomic(), connection.cursor() as cursor:
        lock_ms = patience_ms or conf.hook_lock_timeout_ms()
        statement_ms = max(lock_ms, conf.hook_statement_timeout_ms())
        cursor.execute(_LIMIT, [f"{lock_ms}ms", f"{statement_ms}ms"])
        before = cursor.fetchone()
        yield
        if inside:
            assert before is not None, "a SELECT of settings answers one row"
            cursor.execute(_RESTORE, before[:2])


def run(sql: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """One statement under the same limits; outside of a transaction in a single round trip.

    Postgres takes several statements in one message as one transaction, and each has the limits
    that the one before it has set. Drivers that bind on the server's side send one at a time.
    """
    if connection.in_atomic_block or connection.settings_dict["OPTIONS"].get("server_side_binding"):
        with bounded(), connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return _rows(cursor)
    limits = {
        "lock_timeout": f"{conf.hook_lock_timeout_ms()}ms",
        "statement_timeout": f"{conf.hook_statement_timeout_ms()}ms",
    }
    with allow_writer(), connection.cursor() as cursor:
        cursor.execute(f"{_LIMIT_BY_NAME}; {sql}", {**parameters, **limits})
        cursor.nextset()
        return _rows(cursor)


def _rows(cursor: Any) -> list[tuple[Any, ...]]:
    return list(cursor.fetchall()) if cursor.description else []


def harmless(work: Callable[..., Any]) -> Callable[..., Any]:
    """Whatever goes wrong is logged; the answer then is `previous_value`, as if we were not there.

    Saleor calls hooks with more arguments from release to release, and calls the gateway's of
    inactive plugins as well.
    """

    @wraps(work)
    def hook(plugin: Any, *args: Any, previous_value: Any = None, **kwargs: Any) -> Any:
        if not plugin.active:
            return previous_value
        try:
            return work(plugin, *args, previous_value=previous_value, **kwargs)
        except Exception:
            logger.exception("%s failed; reconcile will look again", work.__name__)
            return previous_value

    return hook
