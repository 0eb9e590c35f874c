"""One member, as staff look for them."""

from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ..context import viewer_of
from ..errors import refusing
from ..ids import host_id_of, uuid_of
from ..inputs import text
from ..language import of_staff
from ..members import TYPE, MemberView, member_of, view_of
from ..types.member import LoyaltyMember
from ..viewer import Permission, require

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
                Code.REQUIRED, N_("Give an id, an e-mail or the id of an account."), field="id"
            )
        if id is not None:
            member = member_of(info, public_id=uuid_of(id, TYPE))
        elif user_id is not None:
            member = member_of(info, user_id=_account(user_id))
        else:
            wanted = text(email, field="email", longest=_LONGEST_EMAIL)
            member = member_of(info, email=wanted.lower())
        return view_of(member, reader=of_staff(info)) if member else None


def _account(user_id: str) -> int:
    given = host_id_of(user_id, "User", field="userId")
    # The host's numbers are of 64 bits.
    if not (given.isascii() and given.isdigit() and len(given) <= 18):
        raise LoyaltyError(
            Code.INVALID, N_("This is not the id of a %(kind)s."), field="userId", kind="User"
        )
    return int(given)
