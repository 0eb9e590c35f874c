"""A tier that was given, as an answer to the member and to staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.tiers.models import GrantKind, TierGrant
from ..context import viewer_of
from ..ids import to_global
from ..loaders import ladders_of
from ..scalars import LoyaltyDateTime
from ..viewer import Permission
from .tier import LoyaltyTier, TierView, view_of_tier

TYPE = "LoyaltyTierGrant"

LoyaltyGrantKind = graphene.Enum(
    "LoyaltyGrantKind",
    [(kind.name, kind.value) for kind in GrantKind],
    description=lambda value: None if value is None else f"{GrantKind(value.value).label}.",
)


@dataclass(frozen=True, slots=True)
class GrantView:
    grant: TierGrant
    language_code: str

    @property
    def id(self) -> str:
        return to_global(TYPE, self.grant.public_id)

    @property
    def kind(self) -> str:
        return self.grant.kind

    @property
    def exact(self) -> bool:
        return self.grant.exact

    @property
    def reason(self) -> str:
        return self.grant.reason

    @property
    def starts_at(self) -> datetime:
        return self.grant.starts_at

    @property
    def ends_at(self) -> datetime | None:
        return self.grant.ends_at

    @property
    def ended_at(self) -> datetime | None:
        return self.grant.ended_at


class LoyaltyTierGrant(graphene.ObjectType):
    """A tier given to a member whatever they did."""

    id = graphene.ID(required=True)
    tier = graphene.Field(LoyaltyTier, required=True)
    kind = LoyaltyGrantKind(required=True, description="How the member came to it.")
    exact = graphene.Boolean(
        required=True, description="That tier and no other; otherwise the least the member has."
    )
    reason = graphene.String(required=True, description="What staff wrote.")
    actor = graphene.String(description="Who gave it: user:5, app:2. For staff only.")
    starts_at = LoyaltyDateTime(required=True)
    ends_at = LoyaltyDateTime(description="Null: for good.")
    ended_at = LoyaltyDateTime(description="When it was taken back before its end.")

    @staticmethod
    def resolve_tier(view: GrantView, info: Any) -> TierView | None:
        return view_of_tier(ladders_of(info), view.grant.tier, view.language_code)

    @staticmethod
    def resolve_actor(view: GrantView, info: Any) -> str | None:
        return view.grant.actor if viewer_of(info).may(Permission.MANAGE_MEMBERS) else None
