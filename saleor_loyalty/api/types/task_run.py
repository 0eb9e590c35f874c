"""Who is where with a task, as an answer to staff."""

import graphene

from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .member import LoyaltyMember
from .task import LoyaltyTaskRunState


class LoyaltyTaskRun(graphene.ObjectType):
    """One member's go at a task, in one period."""

    member = graphene.Field(LoyaltyMember, required=True)
    period = graphene.String(required=True)
    state = LoyaltyTaskRunState(required=True)
    progress = LoyaltyInteger(required=True, description="As last looked at.")
    begins_at = LoyaltyDateTime(required=True)
    ends_at = LoyaltyDateTime()
    done_at = LoyaltyDateTime()
