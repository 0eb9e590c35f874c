"""What a plan of paid membership says."""

from typing import Any, Self

import graphene

from ...flows.membership_plans import update_plan
from ...flows.membership_terms import terms_of
from ..inputs import document, text
from ..language import language_of
from ..memberships import plan_slug
from ..scalars import LoyaltyJSON
from ..types.plan import LoyaltyPlan, PlanView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyPlanUpdate(LoyaltyMutation):
    """Texts and benefits change for all who have it; terms for what is bought from now on.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        config = LoyaltyJSON(required=True)
        revision = graphene.String(required=True, description="The one you have read.")

    plan = graphene.Field(LoyaltyPlan)

    @classmethod
    def perform(cls, info: Any, id: str, config: Any, revision: str) -> Self:
        changed = update_plan(
            plan_slug(id),
            document(config),
            revision=text(revision, field="revision", longest=50),
        )
        return cls(plan=PlanView(terms_of(changed), language_of(info)), errors=[])
