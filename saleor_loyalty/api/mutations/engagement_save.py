"""How members earn beside orders is set up."""

from typing import Any, Self

import graphene

from ...features.engagement.models import Subject
from ...flows.engagement import save
from ..context import request_of, viewer_of
from ..inputs import document
from ..scalars import LoyaltyJSON
from ..types.engagement import EngagementView, LoyaltyEngagement, LoyaltyEngagementSubject
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyEngagementSave(LoyaltyMutation):
    """Saves a version of one setting; the same again saves none. Needs MANAGE_PROGRAMMES."""

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        subject = LoyaltyEngagementSubject(required=True)
        enabled = graphene.Boolean(required=True, description="Whether it is switched on.")
        config = LoyaltyJSON(required=True, description="Of the subject: see its page in docs/.")

    engagement = graphene.Field(LoyaltyEngagement)

    @classmethod
    def perform(cls, info: Any, subject: str, enabled: bool, config: Any) -> Self:
        saved = save(
            Subject(subject),
            document(config),
            enabled=enabled,
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(engagement=EngagementView(Subject(subject), saved), errors=[])
