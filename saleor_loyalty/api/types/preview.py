"""What something would earn, as an answer."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...flows.preview import Preview
from ...values.points import Unit
from ..scalars import LoyaltyDateTime
from .award import AwardView, LoyaltyAward


@dataclass(frozen=True, slots=True)
class PreviewView:
    preview: Preview
    language_code: str

    @property
    def programme(self) -> str:
        return self.preview.terms.programme

    @property
    def version(self) -> int:
        return self.preview.terms.number

    @property
    def at(self) -> datetime:
        return self.preview.at

    @property
    def points(self) -> AwardView | None:
        return self._award(Unit.POINTS)

    @property
    def growth(self) -> AwardView | None:
        return self._award(Unit.GROWTH)

    def _award(self, unit: Unit) -> AwardView | None:
        breakdown = self.preview.awards.get(unit)
        if breakdown is None:
            return None
        return AwardView(breakdown, unit, self.preview.terms.version_id, self.language_code)


class LoyaltyPreview(graphene.ObjectType):
    """What something would earn, explained as its award would be. Nothing is promised."""

    programme = graphene.String(required=True, description="Its slug.")
    version = graphene.Int(required=True, description="The number of the version that was asked.")
    at = LoyaltyDateTime(required=True, description="The moment it is asked for.")
    points = graphene.Field(LoyaltyAward, description="Null where nothing could earn any.")
    growth = graphene.Field(LoyaltyAward, description="The same in growth.")
