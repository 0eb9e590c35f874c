"""What members are given on their days, as a merchant writes it down."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Currency, Positive
from ...values.gate import Gate
from ...values.gift import Gift
from ...values.patterns import YEARS
from ...values.texts import Texts

_Year = Annotated[str, Field(pattern=YEARS)]
_Days = Annotated[int, Field(strict=True, ge=0, le=60)]


class OccasionConfig(Config):
    """`valid_days`: its points end so many days after they are given, else as the programme says.

    `late_days`: whose day was missed (the run came late, a birthday was told late) has theirs up
    to so many days afterwards.
    """

    name: Texts = Texts({})
    gate: Gate = Gate()
    valid_days: Annotated[int, Field(strict=True, ge=1, le=3_650)] | None = None
    late_days: _Days = 7


class On(StrEnum):
    DAY = "day"
    MONTH = "month"


class Birthday(OccasionConfig):
    """On the day, `days_before` it, or from the first of the month."""

    gift: Gift
    on: On = On.DAY
    days_before: _Days = 0

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if self.on is On.MONTH and self.days_before:
            raise FaultError(
                N_("Only a day has days before it, a month has none."), at="days_before"
            )
        return self


class Anniversary(OccasionConfig):
    """`gift` every year; `years` says otherwise for some of them: {"5": …}."""

    gift: Gift | None = None
    years: Annotated[dict[_Year, Gift], Field(max_length=99)] = {}

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.gift is None and not self.years:
            raise FaultError(N_("Give something every year or in some years."), missing=True)
        return self

    def gift_of(self, year: int) -> Gift | None:
        return self.years.get(str(year), self.gift)


class Welcome(OccasionConfig):
    """To who joins with an account of the shop."""

    gift: Gift


class When(StrEnum):
    PAID = "paid"
    KEPT = "kept"


class FirstOrder(OccasionConfig):
    """Once the first order is `paid`, or `kept` for `return_days` after it was fulfilled.

    It counts from `minimum` on, by currency in minor units of its gross total without what was
    refunded. None at all: any order.
    """

    gift: Gift
    when: When = When.KEPT
    return_days: Annotated[int, Field(strict=True, ge=0, le=365)] = 14
    minimum: dict[Currency, Positive] = {}

    def counts(self, money: int, currency: str) -> bool:
        """`money` in minor units is what the shop has kept of it."""
        least = self.minimum.get(currency)
        return money >= least if least is not None else not self.minimum


class OccasionsConfig(Config):
    """What is left out is not kept. `channel` says whose programme's rules and limits hold."""

    channel: Annotated[str, Field(max_length=255)] = ""
    birthday: Birthday | None = None
    joined: Anniversary | None = None
    first_purchase: Anniversary | None = None
    welcome: Welcome | None = None
    first_order: FirstOrder | None = None
