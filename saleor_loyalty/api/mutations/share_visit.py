"""Somebody came by a link."""

from typing import Any, Self

import graphene

from ...flows.shares import LONGEST_AGENT, LONGEST_CODE, LONGEST_VISITOR, visit
from ..context import request_of
from ..inputs import optional_text, text
from ..play import member_asking
from ..viewer import Viewer
from .base import LoyaltyMutation


class LoyaltyShareVisit(LoyaltyMutation):
    """Tells of a visit, for the storefront: nobody need be logged in. It does not answer whether
    the visit counted.
    """

    class Arguments:
        code = graphene.String(required=True, description="Of the link.")
        visitor = graphene.String(
            required=True,
            description="What the storefront knows the browser by: a random text in a cookie, say. "
            "Kept as a keyed hash alone.",
        )
        user_agent = graphene.String(
            required=True, description="What the browser calls itself; programs do not count."
        )

    page = graphene.String(description="Where the link leads.")

    @classmethod
    def authorise(cls, viewer: Viewer) -> None:
        """Anybody may come by a link."""

    @classmethod
    def perform(cls, info: Any, code: str, visitor: str, user_agent: str) -> Self:
        link = visit(
            text(code, field="code", longest=LONGEST_CODE),
            text(visitor, field="visitor", longest=LONGEST_VISITOR),
            user_agent=optional_text(user_agent, field="userAgent", longest=LONGEST_AGENT),
            viewer=member_asking(info),
            now=request_of(info).now,
        )
        return cls(page=link.page, errors=[])
