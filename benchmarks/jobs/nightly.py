"""What a night costs."""

from typing import Any

from benchmarks.jobs.clock import timed
from benchmarks.shop import NOW
from saleor_loyalty.flows import daily as daily_flow


def daily() -> dict[str, Any]:
    """The whole daily run; `done` is how many accounts had something due."""
    return timed(lambda: daily_flow.run(now=NOW).accounts_settled)
