"""What the shop honours by hand: staff write down each use."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ....errors import N_, FaultError
from ....values.patterns import PAGE_OR_NONE
from ....values.texts import Texts
from .base import BenefitBase, Limited


class FreeReturns(BenefitBase, Limited):
    """Sending something back costs nothing."""

    kind: Literal["free_returns"]


class Samples(BenefitBase, Limited):
    """So many with each order, which then says so to the warehouse; or a quota."""

    kind: Literal["samples"]
    each_order: Annotated[int, Field(strict=True, ge=1, le=100)] | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if self.each_order is not None and self.quota is not None:
            raise FaultError(N_("Give either a number for each order or a quota."), missing=True)
        return self


class Service(BenefitBase, Limited):
    """Anything else: cleaning, alterations, a lounge."""

    kind: Literal["service"]


class Contact(BenefitBase):
    """Somebody of their own to turn to."""

    kind: Literal["contact"]
    email: Annotated[str, Field(max_length=254)] = ""
    phone: Annotated[str, Field(max_length=50)] = ""
    url: Annotated[str, Field(max_length=500, pattern=PAGE_OR_NONE)] = ""
    hours: Texts = Texts({})

    @model_validator(mode="after")
    def _some_way(self) -> Self:
        if not (self.email or self.phone or self.url):
            raise FaultError(
                N_("Give an e-mail address, a telephone number or a link."), missing=True
            )
        return self
