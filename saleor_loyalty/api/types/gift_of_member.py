"""What benefits gave, as an answer to staff."""

import graphene

from .benefit_gift import LoyaltyBenefitGift
from .member import LoyaltyMember


class LoyaltyGiftOfMember(graphene.ObjectType):
    """Something a benefit gave, and to whom."""

    member = graphene.Field(LoyaltyMember, required=True)
    gift = graphene.Field(LoyaltyBenefitGift, required=True)

    @staticmethod
    def resolve_gift(view: object, _info: object) -> object:
        return view
