"""A paid membership, as a merchant writes it down. Its price is that of the shop's own variants."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config
from ...values.patterns import PAGE_OR_NONE
from ...values.texts import GIVE_A_NAME, Texts

MOST_VARIANTS = 100
_LIFE = 10**9

Months = Annotated[int, Field(strict=True, ge=1, le=1200)]
Days = Annotated[int, Field(strict=True, ge=1, le=3660)]
TrialDays = Annotated[int, Field(strict=True, ge=1, le=366)]
Before = Annotated[int, Field(strict=True, ge=1, le=365)]
VariantId = Annotated[str, Field(min_length=1, max_length=200)]


class RefundPolicy(StrEnum):
    """What money that goes back by amount ends. Pieces that come back always end."""

    PRO_RATA = "pro_rata"
    AT_ONCE = "at_once"


class Term(Config):
    """How long one piece of a variant lasts: exactly one of the three."""

    months: Months | None = None
    days: Days | None = None
    lifetime: bool = False

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.months is not None) + (self.days is not None) + self.lifetime != 1:
            raise FaultError(N_("Give either months, days or a lifetime."), missing=True)
        return self

    @property
    def about_days(self) -> int:
        """To put terms in order, the shortest first."""
        if self.lifetime:
            return _LIFE
        return self.days or 31 * (self.months or 0)


class PlanConfig(Config):
    """`variants` by the shop's own id of a product variant. `in_same_order`: the order that buys
    the plan has its prices already.
    """

    name: Texts
    description: Texts = Texts({})
    variants: Annotated[dict[VariantId, Term], Field(max_length=MOST_VARIANTS)] = {}
    trial_days: TrialDays | None = None
    refund: RefundPolicy = RefundPolicy.PRO_RATA
    in_same_order: bool = False
    # A member is reminded so many days before the end.
    remind_days_before: Annotated[tuple[Before, ...], Field(max_length=10)] = (30, 7, 1)
    # Where a member renews: for reminders and storefronts.
    renewal_url: Annotated[str, Field(max_length=2000, pattern=PAGE_OR_NONE)] = ""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        return self
