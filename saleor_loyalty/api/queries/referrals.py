"""Friends that members bring: what a code promises, one's own page, all of them for staff."""

from typing import Any

import graphene
from django.db.models import Prefetch, Q, Subquery

from ...errors import Code, LoyaltyError
from ...features.members.models import Member
from ...features.referrals.models import Referral, ReferralGift
from ...flows.referral_page import page_of
from ...flows.referral_terms import running
from ...flows.referrals import known_code
from ..context import request_of, viewer_of
from ..errors import refusing
from ..ids import uuid_of
from ..inputs import text
from ..language import language_of
from ..members import TYPE as MEMBER
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..play import language_for, member_asking
from ..types.connection import connection_of
from ..types.referral import (
    TYPE,
    InvitationView,
    LoyaltyMyReferrals,
    LoyaltyReferral,
    LoyaltyReferralInvitation,
    LoyaltyReferralState,
    PageView,
    ReferralView,
)
from ..viewer import Permission, require

LoyaltyReferralConnection = connection_of(LoyaltyReferral)

_GIFTS = Prefetch("gifts", ReferralGift.objects.select_related("member", "event"))
_WITH_GIFTS = Referral.objects.select_related("referrer", "friend").prefetch_related(_GIFTS)


class ReferralQueries(graphene.ObjectType):
    loyalty_referral_invitation = graphene.Field(
        LoyaltyReferralInvitation,
        code=graphene.Argument(graphene.String, required=True),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="What a code promises who comes by it; null where there is none.",
    )
    loyalty_my_referrals = graphene.Field(
        LoyaltyMyReferrals,
        description="The caller's own friends. Null for who is no member, and where the shop does "
        "not offer it.",
    )
    loyalty_referrals = graphene.Field(
        LoyaltyReferralConnection,
        state=graphene.Argument(LoyaltyReferralState, description="HELD: the cases."),
        member_id=graphene.ID(description="Only those with this member on either side."),
        **arguments(),
        description="All of them, the newest first. Needs MANAGE_MEMBERS.",
    )
    loyalty_referral = graphene.Field(
        LoyaltyReferral,
        id=graphene.ID(required=True),
        description="One of them. Null: there is none. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_referral_invitation(
        _root: None, info: Any, code: str, language_code: str | None = None
    ) -> InvitationView | None:
        wanted, setting = text(code, field="code", longest=64), running()
        if setting is None:
            return None
        try:
            found = known_code(wanted)
        except LoyaltyError as refusal:
            if refusal.code is Code.NOT_FOUND:
                return None
            raise
        return InvitationView(found, setting.config, language_for(info, language_code))

    @staticmethod
    @refusing
    def resolve_loyalty_my_referrals(_root: None, info: Any) -> PageView | None:
        member = member_asking(info)
        page = page_of(member, now=request_of(info).now) if member is not None else None
        if member is None or page is None:
            return None
        return PageView(member, page, language_of(info))

    @staticmethod
    @refusing
    def resolve_loyalty_referrals(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        state: str | None = None,
        member_id: str | None = None,
    ) -> Slice[ReferralView]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        found = _WITH_GIFTS.order_by("-pk")
        if state is not None:
            found = found.filter(state=state)
        if member_id is not None:
            member = uuid_of(member_id, MEMBER, field="memberId")
            # By their number, or no index of either column is of use for both.
            whose = Subquery(Member.objects.filter(public_id=member).values("pk"))
            found = found.filter(Q(referrer=whose) | Q(friend=whose))
        last_seen = key_in(after, int)
        if last_seen is not None:
            found = found.filter(pk__lt=last_seen)
        return slice_of(
            lambda limit: [ReferralView(row) for row in found[:limit]],
            lambda view: view.row.pk,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_referral(_root: None, info: Any, id: str) -> ReferralView | None:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        row = _WITH_GIFTS.filter(public_id=uuid_of(id, TYPE)).first()
        return ReferralView(row) if row is not None else None
