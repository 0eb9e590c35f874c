"""Points become a reward."""

from typing import Any, Self

import graphene

from ...flows.members import find_or_join
from ...flows.redemptions import Wish, redeem
from ..context import request_of, viewer_of
from ..ids import checkout_id_of
from ..inputs import optional_text, text
from ..members import view_of
from ..rewards import LONGEST_KEY, redemption_view, reward_slug
from ..scalars import LoyaltyInteger
from ..types.member import LoyaltyMember
from ..types.redemption import LoyaltyRedemption
from ..viewer import require_user
from .base import LoyaltyMutation


class LoyaltyRewardRedeem(LoyaltyMutation):
    """Spends the caller's points on a reward, or sets them aside for a product in a checkout."""

    class Arguments:
        reward_id = graphene.ID(required=True)
        quantity = graphene.Int(description="Without it: one.")
        points = LoyaltyInteger(
            required=True,
            description="The price of one as it was shown; another one is refused.",
        )
        currency = graphene.String(description="Where the reward is had in several.")
        checkout_id = graphene.ID(
            description="The shop's id of the caller's checkout that a product is to go into."
        )
        source_key = graphene.String(
            required=True,
            description="At most 100 characters; the same again redeems nothing twice.",
        )

    redemption = graphene.Field(LoyaltyRedemption)
    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(
        cls,
        info: Any,
        reward_id: str,
        points: int,
        source_key: str,
        quantity: int | None = None,
        currency: str | None = None,
        checkout_id: str | None = None,
    ) -> Self:
        now = request_of(info).now
        wish = Wish(
            slug=reward_slug(reward_id, field="rewardId"),
            quantity=1 if quantity is None else quantity,
            points=points,
            currency=optional_text(currency, field="currency", longest=3),
            checkout_id=checkout_id_of(checkout_id) if checkout_id else "",
        )
        source = text(source_key, field="sourceKey", longest=LONGEST_KEY)
        member = find_or_join(require_user(viewer_of(info)), now=now)
        redemption = redeem(member, wish, source=source, now=now)
        member.refresh_from_db()
        return cls(redemption=redemption_view(info, redemption), member=view_of(member), errors=[])
