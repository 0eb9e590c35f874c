"""A tier for points."""

from typing import Any, Self

import graphene

from ...flows.members import find_or_join
from ...flows.tier_purchases import buy_tier
from ..context import request_of, viewer_of
from ..ids import public_of
from ..inputs import text
from ..members import view_of
from ..scalars import LoyaltyInteger
from ..types import tier as tier_type
from ..types.member import LoyaltyMember
from ..types.tier_grant import GrantView, LoyaltyTierGrant
from ..viewer import require_user
from .base import LoyaltyMutation

_LONGEST_KEY = 100


class LoyaltyTierBuy(LoyaltyMutation):
    """Spends the caller's points on a tier. Bought again before its end it lasts longer."""

    class Arguments:
        tier_id = graphene.ID(required=True)
        points = LoyaltyInteger(
            required=True, description="The price as it was shown; another one is refused."
        )
        source_key = graphene.String(
            required=True,
            description="At most 100 characters; the same again buys nothing twice.",
        )

    grant = graphene.Field(LoyaltyTierGrant)
    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(cls, info: Any, tier_id: str, points: int, source_key: str) -> Self:
        now = request_of(info).now
        slug = public_of(tier_id, tier_type.TYPE, field="tierId")
        source = text(source_key, field="sourceKey", longest=_LONGEST_KEY)
        member = find_or_join(require_user(viewer_of(info)), now=now)
        grant = buy_tier(member, slug, points=points, source=source, now=now)
        member.refresh_from_db()
        return cls(grant=GrantView(grant, member.language_code), member=view_of(member), errors=[])
