"""The kinds of benefit there are.

A new kind is one small class in one of the files here and one line in `KINDS`.
"""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from ....values.faults import refuse_twice
from .base import BenefitBase, Goods, Limited
from .birthday_gift import BirthdayGift
from .cheaper_rewards import CheaperRewards
from .coupon import Coupon
from .coupons import Coupons
from .early_access import EarlyAccess
from .free_shipping import FreeShipping
from .members_only import MembersOnly
from .multiplier import Multiplier
from .partner_codes import PartnerCodes
from .price_off import PriceOff
from .priority import Priority
from .services import Contact, FreeReturns, Samples, Service

__all__ = [
    "KINDS",
    "Benefit",
    "BenefitBase",
    "Benefits",
    "BirthdayGift",
    "CheaperRewards",
    "Contact",
    "Coupon",
    "Coupons",
    "EarlyAccess",
    "FreeReturns",
    "FreeShipping",
    "Goods",
    "Limited",
    "MembersOnly",
    "Multiplier",
    "PartnerCodes",
    "PriceOff",
    "Priority",
    "Samples",
    "Service",
]

KINDS: tuple[type[BenefitBase], ...] = (
    BirthdayGift,
    CheaperRewards,
    Contact,
    Coupons,
    EarlyAccess,
    FreeReturns,
    FreeShipping,
    MembersOnly,
    Multiplier,
    PartnerCodes,
    PriceOff,
    Priority,
    Samples,
    Service,
)

if TYPE_CHECKING:
    Benefit = BenefitBase
else:
    Benefit = Annotated[reduce(or_, KINDS), Field(discriminator="kind")]

MOST_BENEFITS = 50


def _have_names_of_their_own(benefits: tuple[BenefitBase, ...]) -> tuple[BenefitBase, ...]:
    refuse_twice(benefit.slug for benefit in benefits)
    return benefits


# What one tier or plan gives.
Benefits = Annotated[
    tuple[Benefit, ...], Field(max_length=MOST_BENEFITS), AfterValidator(_have_names_of_their_own)
]
