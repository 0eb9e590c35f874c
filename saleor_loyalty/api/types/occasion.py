"""Birthdays and anniversaries ahead, as an answer to staff."""

import graphene

from ...flows.occasion_calendar import MemberAhead
from ...flows.occasion_days import DAY_OF
from ..members import MemberView, view_of
from ..scalars import LoyaltyDate
from .member import LoyaltyMember

_OCCASIONS = {
    "birthday": "A member's birthday.",
    "joined": "The anniversary of their joining.",
    "first_purchase": "The anniversary of their first order.",
}

LoyaltyYearlyOccasion = graphene.Enum(
    "LoyaltyYearlyOccasion",
    [(occasion.upper(), occasion) for occasion in DAY_OF],
    description=lambda value: None if value is None else _OCCASIONS[value.value],
)


class LoyaltyOccasionDay(graphene.ObjectType):
    """How many members are given something on a day."""

    day = LoyaltyDate(required=True)
    occasion = LoyaltyYearlyOccasion(required=True)
    members = graphene.Int(required=True)


class LoyaltyOccasionAhead(graphene.ObjectType):
    """A member who is given something on a day."""

    day = LoyaltyDate(required=True)
    years = graphene.Int(
        required=True, description="Which anniversary it is; of a birthday the age."
    )
    member = graphene.Field(LoyaltyMember, required=True)

    @staticmethod
    def resolve_member(found: MemberAhead, _info: object) -> MemberView:
        return view_of(found.member)
