"""Somebody came by a member's link."""

from typing import Any, Self

import graphene

from ...flows.referral_terms import must_run
from ...flows.referrals import count_visit
from ..inputs import text
from ..language import language_of
from ..types.referral import InvitationView, LoyaltyReferralInvitation
from ..viewer import Viewer
from .base import LoyaltyMutation


class LoyaltyReferralVisit(LoyaltyMutation):
    """Counts a visit, which nobody is given anything for. For everybody."""

    class Arguments:
        code = graphene.String(required=True)

    invitation = graphene.Field(LoyaltyReferralInvitation)

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        """Who comes by a link has no account yet."""

    @classmethod
    def perform(cls, info: Any, code: str) -> Self:
        found = count_visit(text(code, field="code", longest=64))
        view = InvitationView(found, must_run().config, language_of(info))
        return cls(invitation=view, errors=[])
