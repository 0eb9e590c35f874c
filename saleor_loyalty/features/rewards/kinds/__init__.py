"""The kinds of reward there are.

A new kind is one small class in one of the files here and one line in `KINDS`; how it is given
is a small class in `flows/reward_givers.py`.
"""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .base import KindBase, Returnable, Way, chosen_currency
from .coupon import Coupon
from .free_shipping import FreeShipping
from .gift_card import GiftCard
from .lottery_ticket import LotteryTicket
from .partner_code import PartnerCode
from .product import Product
from .service import Service
from .tier_upgrade import TierUpgrade

__all__ = [
    "KINDS",
    "Coupon",
    "FreeShipping",
    "GiftCard",
    "Kind",
    "KindBase",
    "LotteryTicket",
    "PartnerCode",
    "Product",
    "Returnable",
    "Service",
    "TierUpgrade",
    "Way",
    "chosen_currency",
]

KINDS: tuple[type[KindBase], ...] = (
    Coupon,
    FreeShipping,
    GiftCard,
    LotteryTicket,
    PartnerCode,
    Product,
    Service,
    TierUpgrade,
)

if TYPE_CHECKING:
    Kind = KindBase
else:
    Kind = Annotated[reduce(or_, KINDS), Field(discriminator="kind")]
