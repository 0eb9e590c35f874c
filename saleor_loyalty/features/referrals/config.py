"""What members have for bringing friends, as a merchant writes it down."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Currency, Days, Points
from ...values.gate import Gate
from ...values.gift import Gift

MOST_FRIENDS = 10_000

Friends = Annotated[int, Field(strict=True, ge=1, le=MOST_FRIENDS)]
# A key of JSON is a text.
Milestone = Annotated[int, Field(ge=1, le=MOST_FRIENDS)]


def _path(link: str) -> str:
    if not link.startswith("/") or link.startswith("//") or link.count("{code}") != 1:
        raise FaultError(N_("A path of the shop that begins with / and names {code} once."))
    return link


Link = Annotated[str, Field(max_length=500), AfterValidator(_path)]


class Signal(StrEnum):
    """What two members may have in common that makes it a case."""

    ADDRESS = "address"
    PHONE = "phone"
    DEVICE = "device"
    EMAIL = "email"


class When(StrEnum):
    AT_ONCE = "at_once"
    FIRST_ORDER = "first_order"


class Since(StrEnum):
    PAYMENT = "payment"
    FULFILMENT = "fulfilment"


class ReturnTime(Config):
    """How long a friend's order may still go back, in days of 24 hours."""

    days: Days = 14
    since: Since = Since.FULFILMENT

    def ends_at(self, paid_at: datetime, fulfilled_at: datetime | None) -> datetime | None:
        """None while what it counts from has not happened."""
        begins = paid_at if self.since is Since.PAYMENT else fulfilled_at
        return begins + timedelta(days=self.days) if begins is not None else None


class Caps(Config):
    """For how many friends one member is rewarded, in a calendar month and in all."""

    month: Friends | None = None
    ever: Friends | None = None


class ReferralsConfig(Config):
    """`friend` and `referrer` are given once the friend's first order can go back no more;
    `second` to who brought the referrer; `milestones` by the number of rewarded friends.
    """

    # Slug; empty: the programme without channels.
    channel: Annotated[str, Field(max_length=255)] = ""
    # Where a friend lands.
    link: Link = "/?ref={code}"
    # Who may bring friends.
    gate: Gate = Gate()
    welcome: Gift | None = None
    welcome_when: When = When.AT_ONCE
    friend: Gift | None = None
    referrer: Gift | None = None
    levels: Annotated[int, Field(strict=True, ge=1, le=2)] = 1
    second: Gift | None = None
    milestones: Annotated[dict[Milestone, Gift], Field(max_length=50)] = {}
    # What the goods of the order must cost, gross, after every discount, in minor units. None
    # named: any order that costs something; otherwise only orders in these currencies.
    minimum: dict[Currency, Points] = {}
    returns: ReturnTime = ReturnTime()
    caps: Caps = Caps()
    # How many may use one code within 30 days.
    most_new: Friends = 50
    # How old a friend's account may be.
    account_days: Days = 30
    # For so long after the reward it is taken back when the whole order goes back.
    take_back_days: Days = 30
    signals: frozenset[Signal] = frozenset(Signal)
    # So many friends of one member may have one of these in common.
    alike_friends: Friends = 2
    # What is kept for comparing is forgotten after so many days.
    trace_days: Annotated[int, Field(strict=True, ge=1, le=3_650)] = 365

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if (self.levels == 2) != (self.second is not None):
            raise FaultError(
                N_("Two levels have a reward for the second, one level has none."), at="levels"
            )
        given = (self.welcome, self.friend, self.referrer, self.second, *self.milestones.values())
        if not any(given):
            raise FaultError(N_("Give something."), missing=True)
        return self

    def link_of(self, code: str) -> str:
        return self.link.replace("{code}", code)
