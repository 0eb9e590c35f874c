"""A lottery, as a merchant writes it down. Prizes are drawn in the order they stand in."""

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Currency, Points, Positive
from ...values.faults import refuse_twice
from ...values.gate import Gate
from ...values.slug import Slug
from ...values.texts import GIVE_A_NAME, Texts
from .draw import Odds, PrizePool

MOST_TICKETS = 1_000_000
MOST_AT_ONCE = 1_000

Count = Annotated[int, Field(strict=True, ge=1, le=MOST_TICKETS)]
ValidDays = Annotated[int, Field(strict=True, ge=1, le=3_650)]


class OddsConfig(Config):
    """Each ticket that has won nothing yet wins it with a chance of `wins` in `of`."""

    wins: Count
    of: Annotated[int, Field(strict=True, ge=2, le=1_000_000_000)]

    @model_validator(mode="after")
    def _less_than_certain(self) -> Self:
        if self.wins >= self.of:
            raise FaultError(N_("There must be fewer wins than tickets."), at="wins")
        return self


class PrizeBase(Config):
    """Without `odds` every piece is drawn, as far as there are tickets."""

    slug: Slug
    name: Texts = Texts({})
    stock: Count
    odds: OddsConfig | None = None


class PointsPrize(PrizeBase):
    """`valid_days`: the points end so long after the draw. None: they do not end."""

    kind: Literal["points"]
    points: Positive
    valid_days: ValidDays | None = None


class CouponKind(StrEnum):
    FIXED = "fixed"
    PERCENT = "percent"


class CouponPrize(PrizeBase):
    """`value` in minor units of `currency`, or in basis points; `minimum` in minor units."""

    kind: Literal["coupon"]
    coupon: CouponKind = CouponKind.FIXED
    value: Positive
    currency: Currency
    minimum: Points = 0
    valid_days: ValidDays = 30

    @model_validator(mode="after")
    def _no_more_than_all(self) -> Self:
        if self.coupon is CouponKind.PERCENT and self.value > 10_000:
            raise FaultError(N_("At most 100 percent."), at="value")
        return self


class HandPrize(PrizeBase):
    """Whatever staff hand over."""

    kind: Literal["by_hand"]


Prize = Annotated[PointsPrize | CouponPrize | HandPrize, Field(discriminator="kind")]


class LotteryConfig(Config):
    """`ticket_points` 0: tickets cost nothing. `on_sale` False: they are had as rewards only."""

    name: Texts
    description: Texts = Texts({})
    ticket_points: Points
    on_sale: bool = True
    most_per_member: Count | None = None
    most_tickets: Count = MOST_TICKETS
    gate: Gate = Gate()
    # Drawn by the daily run once it is closed; otherwise staff draw it.
    draws_itself: bool = False
    prizes: Annotated[tuple[Prize, ...], Field(min_length=1, max_length=100)]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        refuse_twice((prize.slug for prize in self.prizes), at="prizes")
        return self

    def prize(self, slug: str) -> Any:
        return next(prize for prize in self.prizes if prize.slug == slug)

    @property
    def pools(self) -> tuple[PrizePool, ...]:
        return tuple(
            PrizePool(
                prize.slug,
                prize.stock,
                Odds(prize.odds.wins, prize.odds.of) if prize.odds is not None else None,
            )
            for prize in self.prizes
        )
