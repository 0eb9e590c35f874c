"""What ada has by a paid plan of hers, and what staff have to do with it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.benefits.models import BenefitGift, BenefitUse
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import benefit_gifts, benefit_uses, partner_codes
from saleor_loyalty.flows.benefit_uses import NewUse
from saleor_loyalty.values.texts import Texts
from tests.flows.perks import join_plan, plan
from tests.shop import NOON

USE = to_global("LoyaltyBenefitUse", UUID(int=0xBE))
LIST = to_global("LoyaltyCodeList", "cinema")
RETURNS = "club.free_returns"
CINEMA = "club.cinema"
CLUB: list[dict[str, Any]] = [
    {
        "kind": "free_returns",
        "quota": 3,
        "per": "year",
        "name": {"en": "Free returns", "de": "Kostenlose Rücksendung"},
    },
    {"kind": "partner_codes", "slug": "cinema", "code_list": "cinema"},
    {"kind": "coupons", "coupons": [{"amount": {"USD": 500}}]},
    {"kind": "contact", "email": "club@example.com"},
    {"kind": "members_only", "collections": ["club"]},
]


def benefits(ada: Member) -> None:
    """One of three free returns is used, a coupon is due, the cinema has two codes."""
    join_plan(ada, plan("club", CLUB), start=NOON - timedelta(days=5), days=365)
    used = NewUse(kind="free_returns", slug=RETURNS, source="k0", order_id="o1001", note="Torn")
    benefit_uses.use(ada, used, actor="user:9", now=NOON)
    BenefitUse.objects.update(public_id=UUID(int=0xBE))
    codes = partner_codes.create_list("cinema", Texts({"en": "Cinema"}))
    partner_codes.upload(codes, ["A1", "B2"], valid_until=None, now=NOON)
    benefit_gifts.give_again(now=NOON)
    BenefitGift.objects.update(public_id=UUID(int=0x61F7))


def use_up(member_id: str) -> dict[str, Any]:
    return {
        "memberId": member_id,
        "kind": "FREE_RETURNS",
        "slug": RETURNS,
        "orderId": "o1002",
        "note": "Too small",
        "sourceKey": "k1",
    }


def withdraw(_world: object) -> dict[str, Any]:
    """The first of ada's coupons."""
    gift = BenefitGift.objects.order_by("pk").first()
    assert gift is not None
    return {"id": to_global("LoyaltyBenefitGift", gift.public_id), "reason": "a mistake"}
