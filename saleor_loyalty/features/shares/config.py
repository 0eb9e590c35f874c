"""Shared links as a merchant sets them up."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Days
from ...values.gate import Gate
from ...values.gift import Gift
from ...values.texts import Texts

_Few = Annotated[int, Field(strict=True, ge=1, le=1_000)]
_Sign = Annotated[str, Field(min_length=3, max_length=50)]


class SafeFrom(StrEnum):
    """From when on the return time of an order is counted."""

    PAYMENT = "payment"
    FULFILMENT = "fulfilment"


class VisitConfig(Config):
    """What a counted visit gives; so many count for a member on one day of the shop. More than
    `a_minute` new visitors are no people.
    """

    gift: Gift
    a_day: _Few = 5
    a_minute: _Few = 20
    # Parts of the names of more programs that are no visitors.
    bots: Annotated[tuple[_Sign, ...], Field(max_length=50)] = ()


class OrderConfig(Config):
    """What the first order of somebody gives who came by the link, once it is safe."""

    gift: Gift
    days: Days = 14
    safe_from: SafeFrom = SafeFrom.FULFILMENT


class ShareConfig(Config):
    name: Texts = Texts({})
    description: Texts = Texts({})
    visit: VisitConfig | None = None
    order: OrderConfig | None = None
    gate: Gate = Gate()
    channel: Annotated[str, Field(max_length=255)] = ""

    @model_validator(mode="after")
    def _something_is_given(self) -> Self:
        if self.visit is None and self.order is None:
            raise FaultError(N_("Say what a visit or an order gives."), missing=True)
        return self
