"""Whose days come: for staff."""

from datetime import date
from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...flows.occasion_calendar import (
    MOST_DAYS,
    DayAhead,
    MemberAhead,
    days_ahead,
    members_ahead,
)
from ..context import request_of, viewer_of
from ..errors import refusing
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..types.connection import connection_of
from ..types.occasion import LoyaltyOccasionAhead, LoyaltyOccasionDay, LoyaltyYearlyOccasion
from ..viewer import Permission, require

LoyaltyOccasionAheadConnection = connection_of(LoyaltyOccasionAhead)


def _days() -> graphene.Int:
    return graphene.Int(
        default_value=30, description=f"How many, today the first of them; at most {MOST_DAYS}."
    )


class OccasionQueries(graphene.ObjectType):
    loyalty_occasion_days = graphene.List(
        graphene.NonNull(LoyaltyOccasionDay),
        days=_days(),
        description="How many members are given something for a birthday or an anniversary on "
        "which of the days ahead. Needs MANAGE_MEMBERS.",
    )
    loyalty_occasions_ahead = graphene.Field(
        LoyaltyOccasionAheadConnection,
        occasion=LoyaltyYearlyOccasion(required=True),
        days=_days(),
        **arguments(),
        description="Who they are, by their days. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_occasion_days(_root: None, info: Any, days: int) -> list[DayAhead]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        return days_ahead(_checked(days), now=request_of(info).now)

    @staticmethod
    @refusing
    def resolve_loyalty_occasions_ahead(
        _root: None, info: Any, occasion: str, days: int, first: int, after: str | None = None
    ) -> Slice[MemberAhead]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        wanted, last_seen, now = _checked(days), key_in(after, _place), request_of(info).now
        return slice_of(
            lambda limit: members_ahead(occasion, wanted, after=last_seen, limit=limit, now=now),
            lambda found: f"{found.day},{found.member.pk}",
            first=check_size(first),
            after=after,
        )


def _checked(days: int) -> int:
    if not 1 <= days <= MOST_DAYS:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("Ask for 1 to %(most)s."), field="days", most=MOST_DAYS
        )
    return days


def _place(key: str) -> tuple[date, int]:
    day, _, member = key.partition(",")
    return date.fromisoformat(day), int(member)
