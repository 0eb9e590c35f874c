"""Codes of a partner are uploaded."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.partner_codes import upload
from ..code_lists import known_list
from ..context import request_of
from ..scalars import LoyaltyDateTime
from ..types.code_list import CodeListView, LoyaltyCodeList, LoyaltyCodeUpload
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyCodeListUpload(LoyaltyMutation):
    """Adds codes to a list; whoever waits for one is given one. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True)
        codes = graphene.String(
            required=True,
            description="One a line, at most 10,000 of them, and as many as a request can hold. "
            "The same ones again change nothing, so that a long file goes in parts.",
        )
        valid_until = LoyaltyDateTime(description="They are not given after it. Null: no end.")

    code_list = graphene.Field(LoyaltyCodeList)
    upload = graphene.Field(LoyaltyCodeUpload)

    @classmethod
    def perform(cls, info: Any, id: str, codes: str, valid_until: datetime | None = None) -> Self:
        code_list = known_list(id)
        report = upload(
            code_list, codes.splitlines(), valid_until=valid_until, now=request_of(info).now
        )
        return cls(code_list=CodeListView(code_list), upload=report, errors=[])
