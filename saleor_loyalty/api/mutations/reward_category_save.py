"""A category of rewards is made or changed."""

from typing import Any, Self

import graphene
from pydantic import ValidationError

from ...errors import Code, LoyaltyError
from ...flows.rewards import save_category
from ...values.faults import places_of
from ...values.texts import Texts
from ..inputs import document, text
from ..language import language_of
from ..scalars import LoyaltyJSON
from ..types.reward import CategoryView, LoyaltyRewardCategory
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyRewardCategorySave(LoyaltyMutation):
    """Makes a category, or changes the one of that slug. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="At most 50 characters.")
        name = LoyaltyJSON(required=True, description='By language: {"en": "Coupons"}.')
        position = graphene.Int(description="Lower ones come first. Without it: 0.")

    category = graphene.Field(LoyaltyRewardCategory)

    @classmethod
    def perform(cls, info: Any, slug: str, name: Any, position: int | None = None) -> Self:
        known = text(slug, field="slug", longest=50)
        category = save_category(known, _texts(name), position=position or 0)
        return cls(category=CategoryView(category, language_of(info)), errors=[])


def _texts(given: Any) -> Texts:
    try:
        return Texts.model_validate(document(given, field="name"))
    except ValidationError as error:
        raise LoyaltyError(Code.INVALID, places_of(error), field="name") from error
