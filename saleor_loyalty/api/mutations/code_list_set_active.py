"""A list of codes is opened or closed."""

from typing import Any, Self

import graphene

from ...flows.partner_codes import set_active
from ..code_lists import known_list
from ..context import request_of
from ..types.code_list import CodeListView, LoyaltyCodeList
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyCodeListSetActive(LoyaltyMutation):
    """Says whether codes are given from a list. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        active = graphene.Boolean(required=True)

    code_list = graphene.Field(LoyaltyCodeList)

    @classmethod
    def perform(cls, info: Any, id: str, active: bool) -> Self:
        changed = set_active(known_list(id), active, now=request_of(info).now)
        return cls(code_list=CodeListView(changed), errors=[])
