"""How much was bought."""

from typing import Literal

from pydantic import Field

from ....values.config import Currency, Positive
from .base import ConditionBase, Item, Occasion


class BasisMinimum(ConditionBase):
    """The order's eligible money reaches the amount of its currency, in minor units.

    A currency that is not named never reaches it.
    """

    kind: Literal["basis_minimum"]
    amounts: dict[Currency, Positive] = Field(min_length=1)

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        amount = self.amounts.get(occasion.currency)
        return amount is not None and occasion.basis >= amount
