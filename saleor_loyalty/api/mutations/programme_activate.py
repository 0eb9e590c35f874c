"""A draft comes into force."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.programmes import activate_draft
from ..context import request_of
from ..inputs import text
from ..programmes import version_key
from ..scalars import LoyaltyDateTime
from ..types.programme import LoyaltyProgrammeVersion
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyProgrammeActivate(LoyaltyMutation):
    """Puts a draft in force; it never changes again. What happened before keeps the terms of then.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        id = graphene.ID(required=True, description="Of the version.")
        revision = graphene.String(required=True, description="The one you have read.")
        valid_from = LoyaltyDateTime(description="Not in the past. Without it: now.")

    version = graphene.Field(LoyaltyProgrammeVersion)

    @classmethod
    def perform(cls, info: Any, id: str, revision: str, valid_from: datetime | None = None) -> Self:
        slug, number = version_key(id)
        version = activate_draft(
            slug,
            number,
            revision=text(revision, field="revision", longest=50),
            valid_from=valid_from,
            now=request_of(info).now,
        )
        return cls(version=version, errors=[])
