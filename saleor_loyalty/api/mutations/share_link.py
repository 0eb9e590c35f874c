"""A link to share."""

from typing import Any, Self

import graphene

from ...flows.shares import LONGEST_VISITOR, share
from ..context import request_of
from ..inputs import optional_text, text
from ..play import player
from ..types.share import LoyaltyShareLink, ShareLinkView
from .base import LoyaltyMutation

# Longer than any page may be: what is too long for one is refused as such.
_LONGEST = 2_000


class LoyaltyShareLinkMake(LoyaltyMutation):
    """The caller's link to a page; the same page again answers the same link."""

    class Arguments:
        page = graphene.String(required=True, description="A path of the shop: /products/red-shoe.")
        visitor = graphene.String(
            description="What the storefront knows this browser by: its visits will not count."
        )

    link = graphene.Field(LoyaltyShareLink)

    @classmethod
    def perform(cls, info: Any, page: str, visitor: str | None = None) -> Self:
        link = share(
            player(info),
            text(page, field="page", longest=_LONGEST),
            visitor=optional_text(visitor, field="visitor", longest=LONGEST_VISITOR),
            now=request_of(info).now,
        )
        return cls(link=ShareLinkView(link), errors=[])
