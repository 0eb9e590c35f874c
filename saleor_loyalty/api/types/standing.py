"""How something that has dates and a switch stands."""

import graphene

from ...flows.merchant_lists import Standing

LoyaltyStanding = graphene.Enum(
    "LoyaltyStanding",
    [(one.name, one.value) for one in Standing],
    description="How something stands now: ON, not begun yet, switched OFF, or OVER.",
)
