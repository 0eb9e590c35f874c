"""Single writes through the door, as fast as one client asks for them."""

import random
from typing import Any
from uuid import uuid4

from benchmarks.jobs.clock import repeat, scattered
from benchmarks.shop import OPENED
from saleor_loyalty.ledger import audit as ledger_audit
from saleor_loyalty.ledger import post

# Nothing has expired yet: these writes find nothing to settle.
_NOW = OPENED
_HOT_ACCOUNT = 1
_LINE = {"line_id": "line-1234-1", "name": "A product", "money": 500, "basis": 500, "points": 5}


def award(seconds: float, members: int, first: int, most: int) -> dict[str, Any]:
    """An award with its lot, and why it is as many points as it is."""
    run, numbers = uuid4().hex, scattered(first, members)
    why = {"reason": "order", "order": "1234", "lines": [_LINE, _LINE]}

    def step() -> None:
        number = next(numbers)
        post.credit(
            post.Credit(
                account_id=2 * number + 1,
                points=10,
                source=f"bench:{run}/{number}",
                occurred_at=_NOW,
                data=why,
            ),
            now=_NOW,
        )

    return repeat(seconds, step, most)


def spend(seconds: float, members: int, first: int, most: int) -> dict[str, Any]:
    """From one, two or three lots of 1000, as the dice say."""
    run, numbers, dice = uuid4().hex, scattered(first, members), random.Random(first)

    def step() -> None:
        number = next(numbers)
        points = dice.randint(1, 3) * 1000 - 500
        post.spend(2 * number + 1, points, source=f"bench:{run}/{number}", now=_NOW)

    return repeat(seconds, step, most)


def fill_hot() -> dict[str, Any]:
    """Three lots that nobody will see the end of."""
    for number in range(3):
        wanted = post.Credit(
            account_id=_HOT_ACCOUNT, points=10**9, source=f"hot/{number}", occurred_at=_NOW
        )
        post.credit(wanted, now=_NOW)
    return {}


def spend_hot(seconds: float, first: int) -> dict[str, Any]:
    """Everybody from one account."""
    run = f"bench:{uuid4().hex}/{first}"
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        post.spend(_HOT_ACCOUNT, 1, source=f"{run}/{done}", now=_NOW)

    return repeat(seconds, step)


def audit() -> dict[str, Any]:
    differences: list[str] = []
    ledger_audit.audit(lambda found: differences.append(str(found)))
    return {"differences": differences}
