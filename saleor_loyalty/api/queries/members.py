"""Members as staff look for them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import graphene

from ...errors import Code, LoyaltyError
from ..context import viewer_of
from ..errors import refusing
from ..ids import host_id_of, public_of, uuid_of
from ..inputs import optional_text, text
from ..members import TYPE, MemberView, all_members, member_of, view_of
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..types import tier as tier_type
from ..types.connection import connection_of
from ..types.member import LoyaltyMember
from ..viewer import Permission, require

LoyaltyMemberConnection = connection_of(LoyaltyMember)

_LONGEST_EMAIL = 254


class MemberQueries(graphene.ObjectType):
    loyalty_member = graphene.Field(
        LoyaltyMember,
        id=graphene.ID(),
        email=graphene.String(),
        user_id=graphene.ID(description="The shop's id of the account: User:5 or 5."),
        description="One member by id, e-mail or account. Null for a customer who has not joined. "
        "Needs MANAGE_MEMBERS.",
    )
    loyalty_members = graphene.Field(
        LoyaltyMemberConnection,
        search=graphene.String(description="What the e-mail address begins with."),
        tier=graphene.ID(description="Only members of this tier."),
        **arguments(),
        description="Members, those who joined last first. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_member(
        _root: None,
        info: Any,
        id: str | None = None,
        email: str | None = None,
        user_id: str | None = None,
    ) -> MemberView | None:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        if sum(given is not None for given in (id, email, user_id)) != 1:
            raise LoyaltyError(
                Code.REQUIRED, "Give an id, an e-mail or the id of an account.", field="id"
            )
        if id is not None:
            member = member_of(info, public_id=uuid_of(id, TYPE))
        elif user_id is not None:
            member = member_of(info, user_id=_account(user_id))
        else:
            wanted = text(email, field="email", longest=_LONGEST_EMAIL)
            member = member_of(info, email=wanted.lower())
        return view_of(member) if member else None

    @staticmethod
    @refusing
    def resolve_loyalty_members(
        _root: None,
        info: Any,
        first: int,
        search: str | None = None,
        tier: str | None = None,
        after: str | None = None,
    ) -> Slice[MemberView]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        found = all_members().order_by("-public_id")
        beginning = optional_text(search, field="search", longest=_LONGEST_EMAIL)
        if beginning:
            found = found.filter(email__startswith=beginning.lower())
        if tier is not None:
            found = found.filter(tier__slug=public_of(tier, tier_type.TYPE, field="tier"))
        last_seen = key_in(after, UUID)
        if last_seen is not None:
            found = found.filter(public_id__lt=last_seen)

        def fetch(limit: int) -> Sequence[MemberView]:
            return [view_of(member) for member in found[:limit]]

        return slice_of(fetch, _key, first=check_size(first), after=after)


def _key(view: MemberView) -> object:
    return view.member.public_id if view.member else ""


def _account(user_id: str) -> int:
    given = host_id_of(user_id, "User", field="userId")
    # The host's numbers are of 64 bits.
    if not (given.isascii() and given.isdigit() and len(given) <= 18):
        raise LoyaltyError(Code.INVALID, "This is not the id of a User.", field="userId")
    return int(given)
