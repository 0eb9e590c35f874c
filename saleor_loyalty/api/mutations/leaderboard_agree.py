"""A member agrees to be seen."""

from typing import Any, Self

import graphene

from ...flows.leaderboards import agree
from ..context import request_of
from ..inputs import text
from ..play import player
from .base import LoyaltyMutation


class LoyaltyLeaderboardAgree(LoyaltyMutation):
    """The caller is seen on leaderboards under this name, until they withdraw."""

    class Arguments:
        name = graphene.String(
            required=True, description="2 to 30 characters; no address, link or telephone number."
        )

    name = graphene.String(description="As it is shown.")

    @classmethod
    def perform(cls, info: Any, name: str) -> Self:
        wanted = text(name, field="name", longest=300)
        agreed = agree(player(info), wanted, now=request_of(info).now)
        return cls(name=agreed.name, errors=[])
