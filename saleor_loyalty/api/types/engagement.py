"""How members earn beside orders, as an answer to staff."""

from dataclasses import dataclass
from typing import Any

import graphene

from ...features.engagement.models import EngagementVersion, Subject
from ..errors import refusing
from ..pagination import check_size
from ..scalars import LoyaltyDateTime, LoyaltyJSON

_FIRST = graphene.Int(required=True, description="How many, at most 100.")

LoyaltyEngagementSubject = graphene.Enum(
    "LoyaltyEngagementSubject",
    [(subject.name, subject.value) for subject in Subject],
    description=lambda value: None if value is None else f"{Subject(value.value).label}.",
)


@dataclass(frozen=True, slots=True)
class EngagementView:
    """`newest` None: never set up."""

    subject: Subject
    newest: EngagementVersion | None

    @property
    def enabled(self) -> bool:
        return self.newest is not None and self.newest.enabled


class LoyaltyEngagementVersion(graphene.ObjectType):
    """What was set up at a moment. It never changes."""

    number = graphene.Int(required=True)
    enabled = graphene.Boolean(required=True)
    config = LoyaltyJSON(required=True)
    actor = graphene.String(required=True, description="Who saved it: user:5, app:2.")
    created_at = LoyaltyDateTime(required=True)


class LoyaltyEngagement(graphene.ObjectType):
    """One setting. Its newest version counts; without any it is switched off."""

    subject = LoyaltyEngagementSubject(required=True)
    enabled = graphene.Boolean(required=True)
    newest = graphene.Field(LoyaltyEngagementVersion, description="Null: never set up.")
    versions = graphene.List(
        graphene.NonNull(LoyaltyEngagementVersion),
        required=True,
        first=_FIRST,
        description="Newest first.",
    )

    @staticmethod
    def resolve_subject(view: EngagementView, _info: Any) -> str:
        return view.subject.value

    @staticmethod
    @refusing
    def resolve_versions(view: EngagementView, _info: Any, first: int) -> list[EngagementVersion]:
        found = EngagementVersion.objects.filter(subject=view.subject)
        return list(found.order_by("-number")[: check_size(first)])
