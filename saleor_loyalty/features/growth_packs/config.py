"""Growth that is sold, as a merchant writes it down. Its price is that of the shop's variants."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from ...errors import FaultError
from ...values.config import Config, Points, Positive
from ...values.texts import GIVE_A_NAME, Texts

MOST_VARIANTS = 100

VariantId = Annotated[str, Field(min_length=1, max_length=200)]


class LimitPer(StrEnum):
    MONTH = "month"
    YEAR = "year"
    EVER = "ever"

    def period(self, at: datetime, zone: ZoneInfo) -> str:
        """ "2026-11", "2026", "ever": by the shop's own calendar."""
        day = at.astimezone(zone)
        return {
            LimitPer.MONTH: f"{day:%Y-%m}",
            LimitPer.YEAR: f"{day:%Y}",
            LimitPer.EVER: "ever",
        }[self]


class Limit(Config):
    """How many pieces count for one member. Those above it bring nothing."""

    pieces: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
    per: LimitPer = LimitPer.EVER


class PackConfig(Config):
    """What one piece of any of its variants brings, usable at once."""

    name: Texts
    description: Texts = Texts({})
    variants: Annotated[frozenset[VariantId], Field(max_length=MOST_VARIANTS)] = frozenset()
    growth: Positive
    bonus_points: Points = 0
    limit: Limit | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        return self

    def period(self, at: datetime, zone: ZoneInfo) -> str:
        return (self.limit.per if self.limit is not None else LimitPer.EVER).period(at, zone)
