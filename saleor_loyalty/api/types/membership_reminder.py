"""Who was told that a membership ends, as an answer to staff."""

import graphene

from ...features.memberships.models import MembershipReminder
from ..members import MemberView, view_of
from ..scalars import LoyaltyDateTime
from .member import LoyaltyMember
from .membership import LoyaltyMembership, MembershipView


class LoyaltyMembershipReminder(graphene.ObjectType):
    """A member who is to know that a membership will end."""

    member = graphene.Field(LoyaltyMember, required=True)
    membership = graphene.Field(LoyaltyMembership, required=True, description="As it is now.")
    ends_at = LoyaltyDateTime(required=True, description="As it was when this became due.")
    days_before = graphene.Int(required=True, description="Which of the plan's reminders.")
    reminded_at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_member(reminder: MembershipReminder, _info: object) -> MemberView:
        return view_of(reminder.membership.member)

    @staticmethod
    def resolve_membership(reminder: MembershipReminder, _info: object) -> MembershipView:
        membership = reminder.membership
        return MembershipView(membership, membership.member.language_code)

    @staticmethod
    def resolve_reminded_at(reminder: MembershipReminder, _info: object) -> object:
        return reminder.created_at
