"""A flash sale or member day, as a merchant writes it down."""

from datetime import datetime
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Currency, Points
from ...values.faults import refuse_twice
from ...values.gate import Gate
from ...values.texts import GIVE_A_NAME, Texts
from ...values.zone import known_zone

MOST_ITEMS = 500
MOST_PIECES = 1_000_000

Pieces = Annotated[int, Field(strict=True, ge=1, le=MOST_PIECES)]
VariantId = Annotated[str, Field(min_length=1, max_length=100)]


class DaysConfig(Config):
    """Only these days within the window: the days of the month, or of the week (Monday 1)."""

    days_of_month: frozenset[Annotated[int, Field(strict=True, ge=1, le=31)]] = frozenset()
    weekdays: frozenset[Annotated[int, Field(strict=True, ge=1, le=7)]] = frozenset()
    time_zone: Annotated[str, AfterValidator(known_zone)] = "UTC"

    @model_validator(mode="after")
    def _names_a_day(self) -> Self:
        if not (self.days_of_month or self.weekdays):
            raise FaultError(N_("Give days of the month, weekdays or both."), missing=True)
        return self

    def contains(self, moment: datetime) -> bool:
        day = moment.astimezone(ZoneInfo(self.time_zone))
        return day.day in self.days_of_month or day.isoweekday() in self.weekdays


class ItemConfig(Config):
    """`prices` in minor units of one piece. `quota` in all, `per_member` for each; None: any."""

    variant_id: VariantId
    prices: Annotated[dict[Currency, Points], Field(min_length=1)]
    quota: Pieces | None = None
    per_member: Pieces | None = None


class FlashSaleConfig(Config):
    """`keep_minutes`: for so long pieces are kept for a checkout. No channels: all of them."""

    name: Texts
    description: Texts = Texts({})
    items: Annotated[tuple[ItemConfig, ...], Field(min_length=1, max_length=MOST_ITEMS)]
    keep_minutes: Annotated[int, Field(strict=True, ge=1, le=1_440)] = 15
    days: DaysConfig | None = None
    gate: Gate = Gate()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        refuse_twice((item.variant_id for item in self.items), at="items")
        return self

    def item(self, variant_id: str) -> ItemConfig | None:
        return next((item for item in self.items if item.variant_id == variant_id), None)

    def on(self, moment: datetime) -> bool:
        """On one of its days; the window is the sale's own."""
        return self.days is None or self.days.contains(moment)
