"""What a night costs."""

from typing import Any

from benchmarks.jobs.clock import timed
from benchmarks.shop import NOW
from saleor_loyalty.ledger import post

# As saleor_loyalty.flows.daily does it.
_ACCOUNTS_AT_ONCE = 10_000


def expire() -> dict[str, Any]:
    """Everything that is due expires; `done` is how many accounts had something due."""

    def until_nothing_is_due() -> int:
        done = 0
        while settled := post.settle_due(now=NOW, limit=_ACCOUNTS_AT_ONCE):
            done += settled
        return done

    return timed(until_nothing_is_due)
