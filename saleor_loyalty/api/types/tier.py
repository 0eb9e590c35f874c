"""Tiers as an answer."""

from decimal import Decimal

import graphene

from ...features.tiers.models import SalePolicy, Tier
from ...features.tiers.read import TierView
from ..ids import to_global
from ..scalars import LoyaltyDecimal, LoyaltyInteger

TYPE = "LoyaltyTier"

LoyaltySalePolicy = graphene.Enum(
    "LoyaltySalePolicy",
    [(policy.name, policy.value) for policy in SalePolicy],
    description=lambda value: None if value is None else SalePolicy(value.value).label,
)


class LoyaltyTier(graphene.ObjectType):
    """A step of the ladder that members climb by growth."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    rank = graphene.Int(required=True, description="Higher is better.")
    growth_from = LoyaltyInteger(required=True, description="The growth it takes to enter.")
    discount_percent = LoyaltyDecimal(
        required=True, description="What comes off the price: 10.00 is ten percent."
    )
    sale_policy = LoyaltySalePolicy(
        required=True, description="How it goes together with the shop's own sale price."
    )

    @staticmethod
    def resolve_id(tier: Tier | TierView, _info: object) -> str:
        return to_global(TYPE, tier.slug)

    @staticmethod
    def resolve_discount_percent(tier: Tier | TierView, _info: object) -> Decimal:
        return Decimal(tier.discount_basis_points).scaleb(-2)
