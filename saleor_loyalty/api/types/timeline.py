"""Everything about one member in one order, as an answer to staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...flows.timeline import Happening, Moment
from ...ledger.models import EntryKind
from ...values.texts import Texts
from ..ids import to_global
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from ..texts import entry_text, reason_of

_KINDS = {
    "points": "Points came or went.",
    "growth": "Growth came or went.",
    "tier": "A move between tiers.",
    "reward": "What became of a reward that was redeemed or given.",
    "membership": "A paid plan was bought, tried or given.",
    "review": "A review was written.",
    "friend": "A friend came by their code.",
    "joined": "They joined.",
}
_REWARDS = {
    "reserved": "set aside for an order",
    "issued": "with the member",
    "fulfilled": "fulfilled",
    "cancelled": "cancelled",
    "expired": "run out",
}

LoyaltyTimelineKind = graphene.Enum(
    "LoyaltyTimelineKind",
    [(kind.name, kind.value) for kind in Happening],
    description=lambda value: None if value is None else _KINDS[value.value],
)


@dataclass(frozen=True, slots=True)
class MomentView:
    moment: Moment

    @property
    def id(self) -> str:
        return to_global("LoyaltyTimelineItem", f"{self.moment.kind}:{self.moment.ref}")

    @property
    def kind(self) -> str:
        return self.moment.kind.value

    @property
    def at(self) -> datetime:
        return self.moment.at

    @property
    def change(self) -> int | None:
        found: int | None = self.moment.data.get("change")
        return found

    @property
    def note(self) -> str | None:
        return self._said("text" if self.change is not None else "note")

    @property
    def actor(self) -> str | None:
        return self._said("actor")

    @property
    def order_number(self) -> str | None:
        return self._entry.get("order") or None

    @property
    def text(self) -> str:
        data = self.moment.data
        match self.moment.kind:
            case Happening.POINTS | Happening.GROWTH:
                return self._of_entry()
            case Happening.TIER:
                return _moved(data["from"], data["to"])
            case Happening.REWARD:
                return f"{Texts(data['names']).get('en')}: {_REWARDS[data['state']]}"
            case Happening.MEMBERSHIP:
                how = "trial begun" if data["trial"] else "given" if data["actor"] else "bought"
                return f"{Texts(data['names']).get('en')}: {how}"
            case Happening.REVIEW:
                return f"Review of {data['product']}: {data['rating']} of 5"
            case Happening.FRIEND:
                return "A friend came by their code"
        return "Became known as a guest" if data["guest"] else "Joined"

    def _of_entry(self) -> str:
        kind = EntryKind(self.moment.data["kind"])
        about = self._entry.get("order") or self._entry.get("event") or ""
        return entry_text(kind, reason_of(kind, self._entry.get("reason")), about, "en")

    @property
    def _entry(self) -> dict[str, Any]:
        found: dict[str, Any] = self.moment.data.get("data") or {}
        return found

    def _said(self, name: str) -> str | None:
        found = self._entry if self.change is not None else self.moment.data
        return found.get(name) or None


def _moved(before: str | None, after: str | None) -> str:
    if before is None:
        return f"Reached {after}" if after is not None else "Below the first tier"
    return f"From {before} to {after}" if after is not None else f"Left {before}"


class LoyaltyTimelineItem(graphene.ObjectType):
    """One line of a member's timeline."""

    id = graphene.ID(required=True)
    kind = LoyaltyTimelineKind(required=True)
    at = LoyaltyDateTime(required=True)
    text = graphene.String(required=True, description="In English, for staff.")
    change = LoyaltyInteger(description="Of points or growth. Null: it is about something else.")
    note = graphene.String(description="What staff wrote.")
    actor = graphene.String(description="Who did it: user:5, app:2. Null: the rules, the member.")
    order_number = graphene.String(description="The order it is about.")
