"""The caller's own account."""

from typing import Any

import graphene

from ..context import viewer_of
from ..errors import refusing
from ..members import MemberView, own_view
from ..types.member import LoyaltyMember


class MeQueries(graphene.ObjectType):
    loyalty_me = graphene.Field(
        LoyaltyMember,
        description="The caller's own account. Null for whoever is not logged in, and for apps. "
        "A customer who has not joined yet sees one with nothing in it.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_me(_root: None, info: Any) -> MemberView | None:
        user_id = viewer_of(info).user_id
        return own_view(info, user_id) if user_id is not None else None
