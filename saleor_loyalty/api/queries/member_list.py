"""Lists of members, to look at and to take along."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...flows.ladder_terms import Ladders
from ...flows.member_list import (
    MemberFilter,
    MemberSort,
    Place,
    members_csv,
    members_page,
    place_of,
)
from ..context import request_of, viewer_of
from ..errors import refusing
from ..ids import public_of
from ..inputs import optional_text
from ..language import of_staff
from ..loaders import LadderInForce, loader
from ..members import MemberView, view_of
from ..memberships import plan_slug
from ..pagination import Slice, arguments, check_size, cursor_of, key_in, slice_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from ..types import tier as tier_type
from ..types.connection import connection_of
from ..types.member import LoyaltyMember
from ..viewer import Permission, require

_LONGEST_SEARCH = 254
_MOST_ROWS = 1_000

LoyaltyMemberConnection = connection_of(LoyaltyMember)

LoyaltyMemberSort = graphene.Enum(
    "LoyaltyMemberSort",
    [(sort.name, sort.value) for sort in MemberSort],
    description="What a list of members is in the order of; POINTS and GROWTH as last written "
    "down.",
)


class LoyaltyMemberExport(graphene.ObjectType):
    """A page of a table."""

    csv = graphene.String(required=True, description="With a line of titles, in UTF-8.")
    rows = graphene.Int(required=True)
    end_cursor = graphene.String(description="Ask again `after` it. Null: that was all.")


def _filters() -> dict[str, Any]:
    return {
        "search": graphene.String(
            description="What the e-mail address or the name begins with, or exactly a code of "
            "theirs."
        ),
        "tier": graphene.ID(description="Only members of this tier."),
        "without_tier": graphene.Boolean(description="Only those in no tier."),
        "plan": graphene.ID(description="Only those who have this paid plan now."),
        "guest": graphene.Boolean(description="Known by e-mail alone; false: with an account."),
        "joined_since": LoyaltyDateTime(description="Joined from then on."),
        "joined_until": LoyaltyDateTime(description="Joined before then."),
        "points_from": LoyaltyInteger(description="Can use so many at least."),
        "points_to": LoyaltyInteger(description="Can use so many at most."),
        "growth_from": LoyaltyInteger(),
        "growth_to": LoyaltyInteger(),
        "debtors": graphene.Boolean(description="Only those who owe points."),
        "sort": LoyaltyMemberSort(default_value=MemberSort.JOINED.value),
        "descending": graphene.Boolean(default_value=True),
    }


class MemberListQueries(graphene.ObjectType):
    loyalty_members = graphene.Field(
        LoyaltyMemberConnection,
        **_filters(),
        **arguments(),
        description="Members, those who joined last first. Needs MANAGE_MEMBERS.",
    )
    loyalty_member_export = graphene.Field(
        LoyaltyMemberExport,
        **_filters(),
        first=graphene.Int(required=True, description="How many rows, at most 1,000."),
        after=graphene.String(description="Only items after this cursor."),
        description="The same as a table, for a spreadsheet. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_members(
        _root: None, info: Any, first: int, after: str | None = None, **given: Any
    ) -> Slice[MemberView]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        size, sort = check_size(first), MemberSort(given["sort"])

        def fetch(limit: int) -> Sequence[MemberView]:
            found = _found(info, sort, after, given, limit)
            if found:
                loader(info, LadderInForce).note(Ladders.of_column(found[0].ladder))
            reader = of_staff(info)
            return [view_of(member, reader=reader) for member in found]

        return slice_of(fetch, lambda view: place_of(view.member, sort), first=size, after=after)

    @staticmethod
    @refusing
    def resolve_loyalty_member_export(
        _root: None, info: Any, first: int, after: str | None = None, **given: Any
    ) -> LoyaltyMemberExport:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        if not 1 <= first <= _MOST_ROWS:
            raise LoyaltyError(
                Code.LIMIT_EXCEEDED,
                N_("Ask for 1 to %(most)s."),
                field="first",
                most=_MOST_ROWS,
            )
        sort = MemberSort(given["sort"])
        found = _found(info, sort, after, given, first + 1)
        page = found[:first]
        return LoyaltyMemberExport(
            csv=members_csv(page, now=request_of(info).now),
            rows=len(page),
            end_cursor=cursor_of(place_of(page[-1], sort)) if len(found) > first else None,
        )


def _found(
    info: Any, sort: MemberSort, after: str | None, given: dict[str, Any], limit: int
) -> list[Any]:
    return members_page(
        _wanted(**given),
        sort,
        descending=given["descending"],
        after=key_in(after, Place.of),
        now=request_of(info).now,
        limit=limit,
    )


def _wanted(
    search: str | None = None,
    tier: str | None = None,
    without_tier: bool | None = None,
    plan: str | None = None,
    debtors: bool | None = None,
    joined_since: datetime | None = None,
    joined_until: datetime | None = None,
    **given: Any,
) -> MemberFilter:
    slug = public_of(tier, tier_type.TYPE, field="tier") if tier is not None else None
    numbers = ("guest", "points_from", "points_to", "growth_from", "growth_to")
    return MemberFilter(
        search=optional_text(search, field="search", longest=_LONGEST_SEARCH),
        tier="" if without_tier else slug,
        plan=plan_slug(plan, field="plan") if plan is not None else None,
        debtors=bool(debtors),
        joined_since=joined_since,
        joined_until=joined_until,
        **{name: given[name] for name in numbers if name in given},
    )
