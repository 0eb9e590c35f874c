"""How much a run does. `BENCH` names the size."""

from dataclasses import dataclass

ROUNDS = 3


@dataclass(frozen=True)
class Size:
    """`seconds` is how long one turn of a rate lasts; the rest are rows."""

    name: str
    seconds: int
    # Accounts that operations choose from, with three lots each.
    accounts: int
    # Facts that a worker drains in `order_flow_batch`, and past orders in `backfill`.
    facts: int
    orders: int
    # Lots that expire in one night.
    lots: int
    # Members whose tiers are reviewed, with ten orders each.
    members: int


FULL = Size("full", 5, 1_000_000, 10_000, 100_000, 1_000_000, 1_000_000)
QUICK = Size("quick", 2, 100_000, 5_000, 10_000, 100_000, 100_000)
# Shows that everything runs; its figures mean nothing.
SMOKE = Size("smoke", 1, 2_000, 40, 64, 160, 1_600)

SIZES = {size.name: size for size in (FULL, QUICK, SMOKE)}
