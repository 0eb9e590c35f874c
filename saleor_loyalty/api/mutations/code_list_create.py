"""A list for the codes of a partner."""

import re
from typing import Any, Self

import graphene
from pydantic import ValidationError

from ...errors import Code, LoyaltyError
from ...flows.partner_codes import create_list
from ...values.faults import places_of
from ...values.patterns import FORMS, NAME_OF_HOST
from ...values.texts import Texts
from ..inputs import document, text
from ..scalars import LoyaltyJSON
from ..types.code_list import CodeListView, LoyaltyCodeList
from ..viewer import Permission
from .base import LoyaltyMutation

_SLUG = re.compile(r"^[-a-zA-Z0-9_]+$")


class LoyaltyCodeListCreate(LoyaltyMutation):
    """Makes an empty list. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="What benefits name.")
        name = LoyaltyJSON(required=True, description="By language.")

    code_list = graphene.Field(LoyaltyCodeList)

    @classmethod
    def perform(cls, _info: Any, slug: str, name: Any) -> Self:
        wanted = text(slug, field="slug", longest=50)
        if not _SLUG.match(wanted):
            raise LoyaltyError(Code.INVALID, FORMS[NAME_OF_HOST], field="slug")
        made = create_list(wanted, _texts(name))
        return cls(code_list=CodeListView(made), errors=[])


def _texts(name: Any) -> Texts:
    try:
        return Texts.model_validate(document(name, field="name"))
    except ValidationError as error:
        raise LoyaltyError(Code.INVALID, places_of(error), field="name") from error
