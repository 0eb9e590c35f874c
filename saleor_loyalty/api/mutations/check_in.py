"""Today's check-in."""

from typing import Any, Self

import graphene

from ...flows.check_in_days import standing
from ...flows.check_ins import check_in
from ..context import request_of
from ..language import language_of
from ..play import player
from ..types.check_in import CheckInsView, LoyaltyCheckIn, LoyaltyCheckIns
from .base import LoyaltyMutation


class LoyaltyCheckInToday(LoyaltyMutation):
    """Checks the caller in for their day; again changes nothing."""

    check_in = graphene.Field(LoyaltyCheckIn)
    is_new = graphene.Boolean(description="False: it had been done before.")
    check_ins = graphene.Field(LoyaltyCheckIns, description="How they stand now.")

    @classmethod
    def perform(cls, info: Any) -> Self:
        member, now = player(info), request_of(info).now
        done = check_in(member, now=now)
        found = standing(member, now=now)
        return cls(
            check_in=done.row,
            is_new=done.is_new,
            check_ins=CheckInsView(found, language_of(info)) if found is not None else None,
            errors=[],
        )
