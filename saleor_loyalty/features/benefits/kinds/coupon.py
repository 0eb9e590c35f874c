"""A coupon as a gift."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ....errors import N_, FaultError
from ....values.config import Config, Currency, Positive


class Coupon(Config):
    """Its value, and what an order must come to, by currency in minor units.

    A member gets it in the currency of their last order, or the first by its letters.
    """

    amount: Annotated[dict[Currency, Positive], Field(min_length=1)]
    minimum: dict[Currency, Positive] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _minimum_of_its_currencies(self) -> Self:
        stray = next((code for code in self.minimum if code not in self.amount), None)
        if stray is not None:
            raise FaultError(
                N_("There is no amount in %(currency)s."), at="minimum", currency=stray
            )
        return self
