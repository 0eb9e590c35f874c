"""How a line of Saleor's says which reward, or group price, it is there for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

REWARD = "saleor_loyalty.reward"
"""In a line's private metadata, which Saleor takes along into the order: a `RewardMark`."""


@dataclass(frozen=True, slots=True)
class RewardMark:
    """`mark` is the flows' name of it; so many pieces have the price, and no more."""

    mark: str
    quantity: int

    def text(self) -> str:
        return json.dumps([self.mark, self.quantity])

    @classmethod
    def of(cls, private_metadata: Mapping[str, Any] | None) -> Self | None:
        text = (private_metadata or {}).get(REWARD)
        if text is None:
            return None
        try:
            mark, quantity = json.loads(text)
            return cls(str(mark), int(quantity))
        except (TypeError, ValueError):
            return None


def reward_on(private_metadata: Mapping[str, Any] | None) -> str:
    found = RewardMark.of(private_metadata)
    return found.mark if found else ""
