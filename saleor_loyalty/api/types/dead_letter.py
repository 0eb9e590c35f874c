"""Facts and effects that were given up, as an answer to staff."""

from typing import Any

import graphene

from ...events.models import InboxFact, OutboxEffect
from ..ids import to_global
from ..scalars import LoyaltyDateTime, LoyaltyJSON

TYPE = "LoyaltyDeadLetter"

Letter = InboxFact | OutboxEffect

_DIRECTIONS = {
    "IN": "Something that happened at the shop.",
    "OUT": "Something that must reach the shop.",
}

LoyaltyDirection = graphene.Enum(
    "LoyaltyDirection",
    [("IN", "IN"), ("OUT", "OUT")],
    description=lambda value: None if value is None else _DIRECTIONS[value.value],
)
MODELS: dict[str, Any] = {"IN": InboxFact, "OUT": OutboxEffect}


class LoyaltyDeadLetter(graphene.ObjectType):
    """What could not be acted on, with what was tried."""

    id = graphene.ID(required=True)
    direction = LoyaltyDirection(required=True)
    kind = graphene.String(required=True, description="order, checkout, customer, reprice, …")
    subject = graphene.String(required=True, description="Whom it is about: order:<id>.")
    payload = LoyaltyJSON(description="Null where the shop is asked for the state of things.")
    attempts = graphene.Int(required=True)
    error = graphene.String(required=True, description="What went wrong the last time.")
    created_at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_id(letter: Letter, info: object) -> str:
        direction = LoyaltyDeadLetter.resolve_direction(letter, info)
        return to_global(TYPE, f"{direction}:{letter.key}")

    @staticmethod
    def resolve_direction(letter: Letter, _info: object) -> str:
        return "IN" if isinstance(letter, InboxFact) else "OUT"
