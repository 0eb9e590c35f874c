"""Everything about one member in one order, as an answer to staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...errors import N_
from ...flows.timeline import Happening, Moment
from ...ledger.models import EntryKind
from ...values.texts import Texts
from ...values.voice import voice_of
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
    "reserved": N_("%(name)s: set aside for an order"),
    "issued": N_("%(name)s: with the member"),
    "fulfilled": N_("%(name)s: fulfilled"),
    "cancelled": N_("%(name)s: cancelled"),
    "expired": N_("%(name)s: run out"),
}
_MEMBERSHIPS = {
    "trial": N_("%(name)s: trial begun"),
    "given": N_("%(name)s: given by the shop"),
    "bought": N_("%(name)s: bought"),
}

LoyaltyTimelineKind = graphene.Enum(
    "LoyaltyTimelineKind",
    [(kind.name, kind.value) for kind in Happening],
    description=lambda value: None if value is None else _KINDS[value.value],
)


@dataclass(frozen=True, slots=True)
class MomentView:
    moment: Moment
    language_code: str

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
        data, say = self.moment.data, voice_of(self.language_code).say
        match self.moment.kind:
            case Happening.POINTS | Happening.GROWTH:
                return self._of_entry()
            case Happening.TIER:
                return self._moved(data["from"], data["to"])
            case Happening.REWARD:
                return say(_REWARDS[data["state"]], name=self._name)
            case Happening.MEMBERSHIP:
                how = "trial" if data["trial"] else "given" if data["actor"] else "bought"
                return say(_MEMBERSHIPS[how], name=self._name)
            case Happening.REVIEW:
                reviewed = N_("Review of %(product)s: %(stars)s of 5")
                return say(reviewed, product=data["product"], stars=data["rating"])
            case Happening.FRIEND:
                return say(N_("A friend came by their code"))
        return say(N_("Became known as a guest") if data["guest"] else N_("Joined"))

    def _of_entry(self) -> str:
        kind = EntryKind(self.moment.data["kind"])
        about = self._entry.get("order") or self._entry.get("event") or ""
        reason = reason_of(kind, self._entry.get("reason"))
        return entry_text(kind, reason, about, self.language_code)

    def _moved(self, before: str | None, after: str | None) -> str:
        say = voice_of(self.language_code).say
        if before is None and after is None:
            return say(N_("Below the first tier"))
        if before is None:
            return say(N_("Reached %(tier)s"), tier=str(after))
        if after is None:
            return say(N_("Left %(tier)s"), tier=before)
        return say(N_("From %(before)s to %(after)s"), before=before, after=after)

    @property
    def _name(self) -> str:
        return Texts(self.moment.data["names"]).get(self.language_code)

    @property
    def _entry(self) -> dict[str, Any]:
        found: dict[str, Any] = self.moment.data.get("data") or {}
        return found

    def _said(self, name: str) -> str | None:
        found = self._entry if self.change is not None else self.moment.data
        return found.get(name) or None


class LoyaltyTimelineItem(graphene.ObjectType):
    """One line of a member's timeline."""

    id = graphene.ID(required=True)
    kind = LoyaltyTimelineKind(required=True)
    at = LoyaltyDateTime(required=True)
    text = graphene.String(required=True, description="For staff, in their language.")
    change = LoyaltyInteger(description="Of points or growth. Null: it is about something else.")
    note = graphene.String(description="What staff wrote.")
    actor = graphene.String(description="Who did it: user:5, app:2. Null: the rules, the member.")
    order_number = graphene.String(description="The order it is about.")
