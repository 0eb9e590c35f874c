"""What benefits gave, as an answer to staff."""

import graphene

from ..scalars import LoyaltyDateTime
from .benefit_gift import LoyaltyBenefitGift
from .member import LoyaltyMember


class LoyaltyGiftOfMember(graphene.ObjectType):
    """Something a benefit gave, and to whom."""

    member = graphene.Field(LoyaltyMember, required=True)
    gift = graphene.Field(LoyaltyBenefitGift, required=True)
    withdrawn_at = LoyaltyDateTime(description="When staff took it back. Null: they did not.")
    withdrawn_by = graphene.String(description="Who took it back.")
    withdrawn_because = graphene.String(description="Why, as they wrote it.")

    @staticmethod
    def resolve_gift(view: object, _info: object) -> object:
        return view
