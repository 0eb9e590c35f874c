"""What was redeemed: by the caller, and for staff by everybody."""

from typing import Any
from uuid import UUID

import graphene

from ...flows.redemption_export import as_csv
from ...flows.redemptions import filtered
from ..context import viewer_of
from ..errors import refusing
from ..ids import uuid_of
from ..inputs import optional_text
from ..language import language_of
from ..members import TYPE as MEMBER
from ..pagination import Slice, arguments, check_size, cursor_of, key_in, slice_of
from ..rewards import LONGEST_CODE, caller, language, reward_slug
from ..scalars import LoyaltyDateTime
from ..types.connection import connection_of
from ..types.redemption import TYPE as REDEMPTION
from ..types.redemption import LoyaltyRedemption, LoyaltyRedemptionState, RedemptionView
from ..types.reward import LoyaltyRewardKind
from ..viewer import Permission, require, require_user

LoyaltyRedemptionConnection = connection_of(LoyaltyRedemption)


class LoyaltyRedemptionExport(graphene.ObjectType):
    """A page of a table."""

    csv = graphene.String(required=True, description="With a line of titles, in UTF-8.")
    rows = graphene.Int(required=True)
    end_cursor = graphene.String(description="Ask again `after` it. Null: that was all.")


def _filters() -> dict[str, Any]:
    return {
        "state": LoyaltyRedemptionState(),
        "kind": LoyaltyRewardKind(),
        "reward_id": graphene.ID(),
        "member_id": graphene.ID(),
        "code": graphene.String(description="Exactly this one."),
        "since": LoyaltyDateTime(description="Redeemed from then on."),
        "until": LoyaltyDateTime(description="Redeemed before then."),
    }


class RedemptionQueries(graphene.ObjectType):
    loyalty_my_redemptions = graphene.Field(
        LoyaltyRedemptionConnection,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        **arguments(),
        description="What the caller redeemed, newest first. Needs a logged-in customer.",
    )
    loyalty_redemptions = graphene.Field(
        LoyaltyRedemptionConnection,
        **_filters(),
        **arguments(),
        description="What members redeemed, newest first. Needs MANAGE_ORDERS.",
    )
    loyalty_redemption = graphene.Field(
        LoyaltyRedemption,
        id=graphene.ID(required=True),
        description="One redemption; null where there is none. Needs MANAGE_ORDERS.",
    )
    loyalty_redemption_export = graphene.Field(
        LoyaltyRedemptionExport,
        **_filters(),
        **arguments(),
        description="The same as a table, for a spreadsheet. Needs MANAGE_ORDERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_my_redemptions(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        language_code: str | None = None,
    ) -> Slice[RedemptionView]:
        require_user(viewer_of(info))
        said, size, last = language(info, language_code), check_size(first), key_in(after, UUID)
        member = caller(info)
        if member is None:
            return slice_of(lambda _limit: [], lambda _view: "", first=size, after=after)
        return _page(filtered(member=member.pk, before=last), said, size, after)

    @staticmethod
    @refusing
    def resolve_loyalty_redemptions(
        _root: None, info: Any, first: int, after: str | None = None, **given: Any
    ) -> Slice[RedemptionView]:
        require(viewer_of(info), Permission.MANAGE_ORDERS)
        size, last = check_size(first), key_in(after, UUID)
        found = filtered(before=last, **_wanted(given))
        return _page(found, language_of(info), size, after)

    @staticmethod
    @refusing
    def resolve_loyalty_redemption(_root: None, info: Any, id: str) -> RedemptionView | None:
        require(viewer_of(info), Permission.MANAGE_ORDERS)
        found = filtered().filter(public_id=uuid_of(id, REDEMPTION)).prefetch_related("steps")
        redemption = found.first()
        return RedemptionView(redemption, language_of(info)) if redemption else None

    @staticmethod
    @refusing
    def resolve_loyalty_redemption_export(
        _root: None, info: Any, first: int, after: str | None = None, **given: Any
    ) -> LoyaltyRedemptionExport:
        require(viewer_of(info), Permission.MANAGE_ORDERS)
        size, last = check_size(first), key_in(after, UUID)
        found = list(filtered(before=last, **_wanted(given))[: size + 1])
        more = len(found) > size
        return LoyaltyRedemptionExport(
            csv=as_csv(found[:size]),
            rows=min(len(found), size),
            end_cursor=cursor_of(found[size - 1].public_id) if more else None,
        )


def _page(found: Any, said: str, size: int, after: str | None) -> Slice[RedemptionView]:
    rows = found.prefetch_related("steps")

    def fetch(limit: int) -> list[RedemptionView]:
        return [RedemptionView(one, said) for one in rows[:limit]]

    def key(view: RedemptionView) -> UUID:
        return view.redemption.public_id

    return slice_of(fetch, key, first=size, after=after)


def _wanted(given: dict[str, Any]) -> dict[str, Any]:
    reward_id, member_id = given.pop("reward_id", None), given.pop("member_id", None)
    code = optional_text(given.pop("code", None), field="code", longest=LONGEST_CODE)
    return {
        **given,
        "reward": reward_slug(reward_id, field="rewardId") if reward_id else None,
        "member_public_id": uuid_of(member_id, MEMBER, field="memberId") if member_id else None,
        "code": code or None,
    }
