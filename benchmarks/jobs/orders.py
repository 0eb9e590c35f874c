"""Orders through the whole of it: inbox, rules, award, tier, outbox."""

from typing import Any

from benchmarks.jobs.clock import repeat, scattered, timed
from benchmarks.shop import NOW, order
from saleor_loyalty.events import inbox
from saleor_loyalty.flows.inbox import work_inbox

# What a task asks for at once (saleor_loyalty.tasks).
_BATCH = 500


def order_flow(seconds: float, members: int, first: int) -> dict[str, Any]:
    """One order after the other: its fact is committed, then a worker acts on it."""
    numbers = scattered(first, members)
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        inbox.record(_fact(first + done, next(numbers) + 1))
        worked = work_inbox(now=NOW, limit=1)
        assert worked == 1, "the fact just recorded is the one to act on"

    return repeat(seconds, step)


def record(orders: int, members: int, first: int) -> dict[str, Any]:
    """Facts for a worker to find."""
    numbers = scattered(first, members)

    def all_of_them() -> int:
        for begin in range(0, orders, _BATCH):
            inbox.record_many(
                _fact(first + number, next(numbers) + 1)
                for number in range(begin, min(begin + _BATCH, orders))
            )
        return orders

    return timed(all_of_them)


def drain(limit: int = _BATCH) -> dict[str, Any]:
    def until_empty() -> int:
        done = 0
        while worked := work_inbox(now=NOW, limit=limit):
            done += worked
        return done

    return timed(until_empty)


def _fact(number: int, user_id: int) -> inbox.NewFact:
    fact = order(number, user_id)
    return inbox.NewFact(
        "order",
        f"order:{fact.order_id}",
        occurred_at=fact.placed_at,
        source=f"bench:{fact.order_id}",
        payload=fact.to_json(),
    )
