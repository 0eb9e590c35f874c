"""What a member can do to earn, as an answer."""

from dataclasses import dataclass
from datetime import datetime

import graphene

from ...flows.ways import Way, WayKind, WayState, worded
from ...values.gift import Gift
from ...values.voice import voice_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .gift import LoyaltyGift

_STATES = {
    WayState.OPEN: "Can be done now.",
    WayState.DONE: "Done, and what it gives is there.",
    WayState.WAITING: "Done, and what it gives is to come.",
    WayState.NOT_YET: "To be done later.",
}

LoyaltyWayToEarnKind = graphene.Enum(
    "LoyaltyWayToEarnKind",
    [(kind.name, kind.value) for kind in WayKind],
    description="What is to be done.",
)
LoyaltyWayToEarnState = graphene.Enum(
    "LoyaltyWayToEarnState",
    [(state.name, state.value) for state in WayState],
    description=lambda value: None if value is None else _STATES[WayState(value.value)],
)


@dataclass(frozen=True, slots=True)
class WayToEarnView:
    way: Way
    language_code: str

    @property
    def kind(self) -> str:
        return self.way.kind.value

    @property
    def slug(self) -> str:
        return self.way.slug

    @property
    def name(self) -> str:
        return worded(self.way.name, voice_of(self.language_code), self.language_code)

    @property
    def text(self) -> str:
        return worded(self.way.text, voice_of(self.language_code), self.language_code)

    @property
    def gift(self) -> Gift | None:
        return self.way.gift

    @property
    def progress(self) -> int | None:
        return self.way.progress

    @property
    def goal(self) -> int | None:
        return self.way.goal

    @property
    def state(self) -> str:
        return self.way.state.value

    @property
    def until(self) -> datetime | None:
        return self.way.until


class LoyaltyWayToEarn(graphene.ObjectType):
    """One thing to do, what it gives, and how far the member is."""

    kind = LoyaltyWayToEarnKind(required=True)
    slug = graphene.String(
        required=True, description="Tells several of one kind apart: tasks. Else empty."
    )
    name = graphene.String(required=True, description="In the language asked for.")
    text = graphene.String(required=True, description="In the language asked for; may be empty.")
    gift = graphene.Field(
        LoyaltyGift, description="What the next doing gives. Null: nothing, or it depends."
    )
    progress = LoyaltyInteger(description="So much of the goal is done. Null: there is no goal.")
    goal = LoyaltyInteger()
    state = LoyaltyWayToEarnState(required=True)
    until = LoyaltyDateTime(
        description="OPEN: when it can be done no longer. WAITING, NOT_YET: from when on. Null: "
        "there is no such moment, or it is not known."
    )
