"""A shopper takes up an invitation into a tier."""

from typing import Any, Self

import graphene

from ...errors import LoyaltyError
from ...flows.members import find_or_join
from ...flows.tier_invitations import redeem
from ..context import request_of, viewer_of
from ..errors import payload_error
from ..inputs import text
from ..members import view_of
from ..types.member import LoyaltyMember
from ..types.tier_grant import GrantView, LoyaltyTierGrant
from ..viewer import require_user
from .base import LoyaltyMutation

_LONGEST_CODE = 64


class LoyaltyTierInvitationRedeem(LoyaltyMutation):
    """Gives the caller the tier of a code, once; the same code again answers what was given.
    Whoever tries ten wrong codes within an hour has to wait for the next."""

    class Arguments:
        code = graphene.String(required=True)

    grant = graphene.Field(LoyaltyTierGrant)
    member = graphene.Field(LoyaltyMember)

    @classmethod
    def perform(cls, info: Any, code: str) -> Self:
        now = request_of(info).now
        given = text(code, field="code", longest=_LONGEST_CODE)
        member = find_or_join(require_user(viewer_of(info)), now=now)
        try:
            grant = redeem(member, given, now=now)
        except LoyaltyError as error:
            # Not raised on: that would take back that a wrong code was counted.
            return cls(errors=[payload_error(error, info)])
        member.refresh_from_db()
        return cls(grant=GrantView(grant, member.language_code), member=view_of(member), errors=[])
