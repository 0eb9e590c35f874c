"""Shared links of all members, for staff."""

from typing import Any

import graphene

from ...flows.share_figures import ShareFigures, share_figures
from ..context import viewer_of
from ..errors import refusing
from ..ids import uuid_of
from ..members import TYPE as MEMBER
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..shares import links_of_all
from ..types.connection import connection_of
from ..types.shared_link import LoyaltySharedLink, LoyaltyShareFigures, SharedLinkView
from ..viewer import Permission, require

LoyaltySharedLinkConnection = connection_of(LoyaltySharedLink)


class ShareQueries(graphene.ObjectType):
    loyalty_share_figures = graphene.Field(
        LoyaltyShareFigures,
        description="What links that members share have brought so far. Needs MANAGE_MEMBERS.",
    )
    loyalty_shared_links = graphene.Field(
        LoyaltySharedLinkConnection,
        member_id=graphene.ID(description="Only this member's."),
        **arguments(),
        description="Links of all members, newest first. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_share_figures(_root: None, info: Any) -> ShareFigures:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        return share_figures()

    @staticmethod
    @refusing
    def resolve_loyalty_shared_links(
        _root: None, info: Any, first: int, after: str | None = None, member_id: str | None = None
    ) -> Slice[SharedLinkView]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        member = uuid_of(member_id, MEMBER, field="memberId") if member_id is not None else None
        before = key_in(after, int)
        return slice_of(
            lambda limit: [
                SharedLinkView(one) for one in links_of_all(member, before=before, limit=limit)
            ],
            lambda view: view.shared.link.pk,
            first=check_size(first),
            after=after,
        )
