"""What each figure is held to. The table of README.md says how each is measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """`at_most`: the figure must not be above `value`; otherwise not below it."""

    value: float
    unit: str = "ratio"
    at_most: bool = False

    def met_by(self, figure: float) -> bool:
        return figure <= self.value if self.at_most else figure >= self.value

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {self.value:g}"


GOALS = {
    "award_1": Goal(0.80),
    "award_8": Goal(0.55),
    "spend_1": Goal(0.70),
    "spend_8": Goal(0.50),
    "hot_8": Goal(0.50),
    "order_flow_1": Goal(0.15),
    "order_flow_batch": Goal(0.60),
    "backfill": Goal(0.25),
    "expiry_1m": Goal(1.3, at_most=True),
    "tier_review_1m": Goal(2, at_most=True),
    "tier_review_day": Goal(0.15, at_most=True),
    "occasions_1m": Goal(0.25),
    "memory": Goal(250, "MB", at_most=True),
    "balance_statements": Goal(2, "statements", at_most=True),
    "checkout_lines": Goal(1.05, at_most=True),
    "checkout_complete": Goal(1.05, at_most=True),
    "growth": Goal(1.2, at_most=True),
}
