"""Who was told of what ends, as an answer to staff."""

import graphene

from ...features.expiry.models import ExpiryReminder
from ..members import MemberView, view_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .member import LoyaltyMember


class LoyaltyExpiryReminder(graphene.ObjectType):
    """A member who is to know that points will end."""

    member = graphene.Field(LoyaltyMember, required=True)
    points = LoyaltyInteger(required=True, description="As many as there were at that time.")
    expires_at = LoyaltyDateTime(required=True)
    days_before = graphene.Int(required=True, description="Which of the programme's reminders.")
    reminded_at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_member(reminder: ExpiryReminder, _info: object) -> MemberView:
        return view_of(reminder.member)

    @staticmethod
    def resolve_reminded_at(reminder: ExpiryReminder, _info: object) -> object:
        return reminder.created_at
