"""The ladder as staff shape it, who was warned, and who may come in by a code."""

from typing import Any

import graphene

from ...features.tiers.models import TierInvitation, TierWarning
from ..context import viewer_of
from ..errors import refusing
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..types.connection import connection_of
from ..types.invitation import LoyaltyTierInvitation
from ..types.ladder import LoyaltyLadder
from ..types.tier_warning import LoyaltyTierWarning
from ..viewer import Permission, require

LoyaltyTierInvitationConnection = connection_of(LoyaltyTierInvitation)
LoyaltyTierWarningConnection = connection_of(LoyaltyTierWarning)


class LadderQueries(graphene.ObjectType):
    loyalty_ladder = graphene.Field(
        LoyaltyLadder, description="The ladder of tiers. Needs MANAGE_PROGRAMMES."
    )
    loyalty_tier_invitations = graphene.Field(
        LoyaltyTierInvitationConnection,
        **arguments(),
        description="Invitations into tiers, newest first. Needs MANAGE_MEMBERS.",
    )
    loyalty_tier_warnings = graphene.Field(
        LoyaltyTierWarningConnection,
        **arguments(),
        description="Members who are to know that a tier will end, in the order they became due. "
        "Ask on from the last cursor for what is new. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_ladder(_root: None, info: Any) -> object:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        return object()

    @staticmethod
    @refusing
    def resolve_loyalty_tier_invitations(
        _root: None, info: Any, first: int, after: str | None = None
    ) -> Slice[TierInvitation]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        last_seen = key_in(after, int)
        found = TierInvitation.objects.select_related("tier").order_by("-pk")
        if last_seen is not None:
            found = found.filter(pk__lt=last_seen)
        return slice_of(
            lambda limit: list(found[:limit]),
            lambda invitation: invitation.pk,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_tier_warnings(
        _root: None, info: Any, first: int, after: str | None = None
    ) -> Slice[TierWarning]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        last_seen = key_in(after, int)
        found = TierWarning.objects.select_related("tier", "member__tier", "member__merged_into")
        if last_seen is not None:
            found = found.filter(pk__gt=last_seen)
        return slice_of(
            lambda limit: list(found.order_by("pk")[:limit]),
            lambda warning: warning.pk,
            first=check_size(first),
            after=after,
        )
