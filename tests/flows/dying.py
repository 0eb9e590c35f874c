"""A process that dies before its n-th statement, and what the next one makes of it.

What was not committed is gone; whatever the shop was told stays told. The last death is one after
all statements, before the commit.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


class Killed(BaseException):
    """Nothing in the code may catch it, as nothing catches a kill."""


@contextmanager
def dying_before(number: int) -> Iterator[list[int]]:
    """Dies before the statement of that number (from 0); the list says how many there were."""
    seen = [0]

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")):
            if seen[0] == number:
                raise Killed
            seen[0] += 1
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        yield seen


def each_death(act: Callable[[], object]) -> Iterator[int]:
    """Kills the act before each of its statements in turn; answers after each death. Ends once an
    act got through all of its statements and died before its commit."""
    number = 0
    while True:
        survived = False
        try:
            with transaction.atomic(), dying_before(number):
                act()
                survived = True
                raise Killed
        except Killed:
            yield number
        if survived:
            return
        number += 1
