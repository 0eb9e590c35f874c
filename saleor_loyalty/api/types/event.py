"""An event that a merchant names, as an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.earning.models import Award
from ...features.earning.rules import Breakdown
from ...features.member_events.models import MemberEvent
from ...flows.member_events import awards_of
from ...values.points import Unit
from ..ids import to_global
from ..members import TYPE as MEMBER
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from .award import AwardView, LoyaltyAward

TYPE = "LoyaltyEvent"


@dataclass(frozen=True, slots=True)
class EventView:
    event: MemberEvent
    awards: dict[Unit, Award]

    @property
    def id(self) -> str:
        return to_global(TYPE, self.event.key)

    @property
    def source_key(self) -> str:
        return self.event.source.partition("/" if self.event.batch_id else ":")[2]

    @property
    def name(self) -> str:
        return self.event.name

    @property
    def member_id(self) -> str:
        return to_global(MEMBER, self.event.member.public_id)

    @property
    def channel(self) -> str:
        return self.event.channel

    @property
    def occurred_at(self) -> datetime:
        return self.event.occurred_at

    @property
    def attributes(self) -> dict[str, Any]:
        found: dict[str, Any] = self.event.attributes
        return found

    @property
    def undone_at(self) -> datetime | None:
        return self.event.undone_at

    @property
    def points(self) -> int:
        return self._brought(Unit.POINTS)

    @property
    def growth(self) -> int:
        return self._brought(Unit.GROWTH)

    @property
    def award(self) -> AwardView | None:
        award = self.awards.get(Unit.POINTS)
        if award is None:
            return None
        return AwardView(
            Breakdown.from_json(award.breakdown),
            Unit.POINTS,
            award.programme_version_id,
            self.event.member.language_code,
        )

    def _brought(self, unit: Unit) -> int:
        award = self.awards.get(unit)
        return award.points - award.taken_back if award else 0


def event_view(event: MemberEvent) -> EventView:
    return EventView(event, awards_of([event])[event.pk])


class LoyaltyEvent(graphene.ObjectType):
    """Something that happened to a member, named by the merchant."""

    id = graphene.ID(required=True)
    source_key = graphene.String(required=True, description="The caller's own name for it.")
    name = graphene.String(required=True, description="What rules ask for.")
    member_id = graphene.ID(required=True)
    channel = graphene.String(required=True, description="Slug. Empty where none was told.")
    occurred_at = LoyaltyDateTime(required=True)
    attributes = LoyaltyJSON(required=True, description="By name: text, whole number, true, false.")
    points = LoyaltyInteger(required=True, description="What it brought and was not taken back.")
    growth = LoyaltyInteger(required=True, description="The same in growth.")
    undone_at = LoyaltyDateTime(description="When all of it was taken back.")
    award = graphene.Field(
        LoyaltyAward, description="How the points were computed. Null where no rule applied."
    )
