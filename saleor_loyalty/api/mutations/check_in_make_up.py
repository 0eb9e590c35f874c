"""A missed day is made good."""

from datetime import date
from typing import Any, Self

import graphene

from ...flows.check_in_days import standing
from ...flows.check_ins import make_up
from ..context import request_of
from ..language import language_of
from ..play import player
from ..scalars import LoyaltyDate
from ..types.check_in import CheckInsView, LoyaltyCheckIn, LoyaltyCheckIns
from .base import LoyaltyMutation


class LoyaltyCheckInMakeUp(LoyaltyMutation):
    """Spends the caller's points on a day they missed, so that their days in a row are whole."""

    class Arguments:
        day = LoyaltyDate(required=True, description="One that the calendar has a price for.")

    check_in = graphene.Field(LoyaltyCheckIn)
    check_ins = graphene.Field(LoyaltyCheckIns, description="How they stand now.")

    @classmethod
    def perform(cls, info: Any, day: date) -> Self:
        member, now = player(info), request_of(info).now
        row = make_up(member, day, now=now)
        found = standing(member, now=now)
        return cls(
            check_in=row,
            check_ins=CheckInsView(found, language_of(info)) if found is not None else None,
            errors=[],
        )
