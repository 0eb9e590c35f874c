"""A plan of paid membership is taken off sale."""

from typing import Any, Self

import graphene

from ...flows.membership_plans import archive_plan
from ...flows.membership_terms import terms_of
from ..language import language_of
from ..memberships import plan_slug
from ..types.plan import LoyaltyPlan, PlanView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyPlanArchive(LoyaltyMutation):
    """It is on sale no more; who has it keeps it. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        archived = graphene.Boolean(description="False puts it on sale again.")

    plan = graphene.Field(LoyaltyPlan)

    @classmethod
    def perform(cls, info: Any, id: str, archived: bool | None = None) -> Self:
        changed = archive_plan(plan_slug(id), archived=archived is not False)
        return cls(plan=PlanView(terms_of(changed), language_of(info)), errors=[])
