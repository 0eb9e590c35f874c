"""How members moved between tiers, as an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...errors import N_
from ...features.tiers.models import MoveCause, TierMove
from ...values.voice import voice_of
from ..context import viewer_of
from ..ids import to_global
from ..loaders import ladders_of
from ..scalars import LoyaltyDateTime
from ..viewer import Permission
from .tier import LoyaltyTier, TierView, view_of_tier

_TEXTS: dict[str, str] = {
    MoveCause.REACHED: N_("Reached"),
    MoveCause.DROPPED: N_("The time it was kept for has ended"),
    MoveCause.TAKEN_BACK: N_("After a refund"),
    MoveCause.LADDER_CHANGED: N_("The tiers were changed"),
    MoveCause.BY_HAND: N_("Given by the shop"),
    MoveCause.INVITATION: N_("By an invitation"),
    MoveCause.POINTS: N_("For points"),
    MoveCause.GRANT_ENDED: N_("What was given has ended"),
    MoveCause.MERGED: N_("Moved from one account to the other"),
}

LoyaltyMoveCause = graphene.Enum(
    "LoyaltyMoveCause",
    [(cause.name, cause.value) for cause in MoveCause],
    description=lambda value: None if value is None else f"{MoveCause(value.value).label}.",
)


@dataclass(frozen=True, slots=True)
class MoveView:
    move: TierMove
    language_code: str

    @property
    def id(self) -> str:
        return to_global("LoyaltyTierMove", self.move.public_id)

    @property
    def cause(self) -> str:
        return self.move.cause

    @property
    def reason(self) -> str:
        # One of ours where a reward was given back; anything else is said as it was written.
        return voice_of(self.language_code).say(self.move.reason)

    @property
    def since(self) -> datetime:
        return self.move.since

    @property
    def moved_at(self) -> datetime:
        return self.move.moved_at

    @property
    def text(self) -> str:
        return voice_of(self.language_code).say(_TEXTS[self.move.cause])


class LoyaltyTierMove(graphene.ObjectType):
    """One move of a member, up or down, and why."""

    id = graphene.ID(required=True)
    from_tier = graphene.Field(LoyaltyTier, description="Null: from below the first tier.")
    to_tier = graphene.Field(LoyaltyTier, description="Null: below the first tier.")
    cause = LoyaltyMoveCause(required=True)
    text = graphene.String(required=True, description="The cause in the member's language.")
    reason = graphene.String(required=True, description="What staff wrote.")
    actor = graphene.String(
        description="Who moved the member: user:5, app:2. Empty: the rules. For staff only."
    )
    since = LoyaltyDateTime(
        required=True, description="When what moved the member happened, as far as that is known."
    )
    moved_at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_from_tier(view: MoveView, info: Any) -> TierView | None:
        return view_of_tier(ladders_of(info), view.move.from_tier, view.language_code)

    @staticmethod
    def resolve_to_tier(view: MoveView, info: Any) -> TierView | None:
        return view_of_tier(ladders_of(info), view.move.to_tier, view.language_code)

    @staticmethod
    def resolve_actor(view: MoveView, info: Any) -> str | None:
        return view.move.actor if viewer_of(info).may(Permission.MANAGE_MEMBERS) else None
