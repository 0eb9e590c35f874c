"""A member asks for a partner's code."""

from typing import Any, Self

import graphene

from ...flows.members import find_or_join
from ...flows.partner_codes import claim
from ...flows.perks import Entitlements
from ..context import request_of, viewer_of
from ..inputs import text
from ..types.benefit_gift import GiftView, LoyaltyBenefitGift
from ..viewer import require_user
from .base import LoyaltyMutation

_LONGEST_SLUG = 50


class LoyaltyBenefitClaim(LoyaltyMutation):
    """Gives the caller their code of a partner. Asked again, it is the same code."""

    class Arguments:
        slug = graphene.String(required=True, description="As the caller's benefits name it.")

    gift = graphene.Field(
        LoyaltyBenefitGift,
        description="NOTHING_LEFT: there is no code just now; the caller is given the next one.",
    )

    @classmethod
    def perform(cls, info: Any, slug: str) -> Self:
        now = request_of(info).now
        member = find_or_join(require_user(viewer_of(info)), now=now)
        gift = claim(member, text(slug, field="slug", longest=_LONGEST_SLUG), now=now)
        view = GiftView(gift, Entitlements.load([]).offered, member.language_code)
        return cls(gift=view, errors=[])
