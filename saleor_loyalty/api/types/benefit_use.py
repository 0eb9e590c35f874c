"""Uses of benefits, as an answer to staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.benefits.held import Quota
from ...features.benefits.models import BenefitUse
from ..ids import to_global
from ..members import MemberView, view_of
from ..scalars import LoyaltyDateTime
from .benefit import LoyaltyBenefitKind
from .member import LoyaltyMember

TYPE = "LoyaltyBenefitUse"


@dataclass(frozen=True, slots=True)
class UseView:
    use: BenefitUse

    @property
    def id(self) -> str:
        return to_global(TYPE, self.use.public_id)

    @property
    def member(self) -> MemberView:
        return view_of(self.use.member)

    @property
    def kind(self) -> str:
        return self.use.kind

    @property
    def slug(self) -> str:
        return self.use.slug

    @property
    def period(self) -> str:
        return self.use.period

    @property
    def quantity(self) -> int:
        return self.use.quantity

    @property
    def order_id(self) -> str | None:
        return self.use.order_id or None

    @property
    def note(self) -> str:
        return self.use.note

    @property
    def actor(self) -> str | None:
        return self.use.actor or None

    @property
    def used_at(self) -> datetime:
        return self.use.used_at

    @property
    def undone_at(self) -> datetime | None:
        return self.use.undone_at

    @property
    def undone_by(self) -> str | None:
        return self.use.undone_by or None


class LoyaltyBenefitUse(graphene.ObjectType):
    """One use of a benefit: by an order, or written down by staff."""

    id = graphene.ID(required=True)
    member = graphene.Field(LoyaltyMember, required=True)
    kind = LoyaltyBenefitKind(required=True)
    slug = graphene.String(required=True)
    period = graphene.String(
        required=True, description="Whose quota it drew on: 2026-11, 2026-Q4, 2026, ever."
    )
    quantity = graphene.Int(required=True)
    order_id = graphene.ID(description="The shop's id of the order it is for.")
    note = graphene.String(required=True)
    actor = graphene.String(description="Who wrote it down: user:5, app:2. Null: the order itself.")
    used_at = LoyaltyDateTime(required=True)
    undone_at = LoyaltyDateTime(description="When it was given back.")
    undone_by = graphene.String(description="user:5, app:2; order: it was cancelled.")


class LoyaltyQuota(graphene.ObjectType):
    """What a member can use so and so often, as staff see it."""

    kind = LoyaltyBenefitKind(required=True)
    slug = graphene.String(required=True)
    holder = graphene.String(required=True)
    name = graphene.String(required=True)
    allowed = graphene.Int(description="Null: as often as wanted.")
    used = graphene.Int(required=True)
    left = graphene.Int(description="Null: as often as wanted.")
    period = graphene.String(required=True)
    period_ends_at = LoyaltyDateTime()

    @staticmethod
    def resolve_name(quota: Quota, _info: Any) -> str:
        return quota.name.get("en")
