"""A category of rewards is deleted."""

from typing import Any, Self

import graphene

from ...flows.rewards import delete_category
from ..rewards import category_slug
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyRewardCategoryDelete(LoyaltyMutation):
    """Deletes a category; its rewards stay without one. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)

    @classmethod
    def perform(cls, _info: Any, id: str) -> Self:
        delete_category(category_slug(id))
        return cls(errors=[])
