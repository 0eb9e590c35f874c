"""A plan of paid membership is made."""

from typing import Any, Self

import graphene

from ...flows.membership_plans import create_plan
from ...flows.membership_terms import terms_of
from ..inputs import document, text
from ..language import language_of
from ..scalars import LoyaltyJSON
from ..types.plan import LoyaltyPlan, PlanView
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyPlanCreate(LoyaltyMutation):
    """Puts a plan of paid membership on sale. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="Never changes. At most 50 characters.")
        config = LoyaltyJSON(
            required=True, description="Texts, variants, trial, refunds, reminders and benefits."
        )

    plan = graphene.Field(LoyaltyPlan)

    @classmethod
    def perform(cls, info: Any, slug: str, config: Any) -> Self:
        made = create_plan(text(slug, field="slug", longest=50), document(config))
        return cls(plan=PlanView(terms_of(made), language_of(info)), errors=[])
