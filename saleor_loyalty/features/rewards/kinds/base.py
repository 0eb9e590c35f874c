"""What a kind of reward is. Pure: what a merchant writes down, and what can be asked of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from ....errors import N_, Code, FaultError, LoyaltyError
from ....values.config import Config

ValidDays = Annotated[int, Field(strict=True, ge=1, le=3_650)]


class Way(StrEnum):
    """How a reward comes to the member."""

    AT_ONCE = "at_once"  # in the transaction that takes the points
    BY_HOST = "by_host"  # the shop makes it afterwards, tried again until it is made
    BY_STAFF = "by_staff"  # a member of staff says that it is done
    BY_ORDER = "by_order"  # the points are set aside until an order with it is paid


class Returnable(StrEnum):
    """Who can give it back for its points."""

    FREELY = "freely"  # members too, where the reward lets them
    BY_STAFF = "by_staff"  # as a favour: what was given stays with the member
    NEVER = "never"


class KindBase(Config):
    """One kind of reward. A new kind is one small file and one line in the registry.

    `most` is how many pieces one redemption may be about.
    """

    most: ClassVar[int] = 1
    returnable: ClassVar[Returnable] = Returnable.FREELY

    kind: str

    @property
    def way(self) -> Way:
        return Way.AT_ONCE

    @property
    def in_currencies(self) -> frozenset[str]:
        """It is had in one of these. None: it has no money in it."""
        return frozenset()

    def value(self, _currency: str, /) -> int:
        """Its value, or the money it takes, for one piece in minor units."""
        return 0

    def ends_at(self, _now: datetime, /) -> datetime | None:
        """Until when what is given at that moment can be used. None: no end."""
        return None


class Ending(KindBase):
    """What can be used for so many days."""

    valid_days: ValidDays | None = None

    def ends_at(self, now: datetime, /) -> datetime | None:
        return now + timedelta(days=self.valid_days) if self.valid_days is not None else None


def chosen_currency(kind: KindBase, given: str) -> str:
    """The only one, or the one given. Raises REQUIRED, CURRENCY_NOT_SUPPORTED, INVALID."""
    known = kind.in_currencies
    if not known:
        return given
    if not given and len(known) == 1:
        return next(iter(known))
    if not given:
        raise LoyaltyError(Code.REQUIRED, N_("Choose a currency."), field="currency")
    if given not in known:
        raise LoyaltyError(
            Code.CURRENCY_NOT_SUPPORTED,
            N_("This reward cannot be had in %(currency)s."),
            field="currency",
            currency=given,
        )
    return given


def same_currencies(minimum: Mapping[str, int], known: frozenset[str]) -> None:
    stray = min((code for code in minimum if code not in known), default=None)
    if stray is not None:
        raise FaultError(
            N_("The reward cannot be had in %(currency)s."), at="minimum", currency=stray
        )
