"""An account's history as an answer: what happened, by how much, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.earning.models import Award
from ...features.earning.rules import Breakdown
from ...ledger.models import Entry, EntryKind
from ...values.points import Unit
from ..context import viewer_of
from ..errors import refusing
from ..ids import to_global
from ..inputs import language_code as checked_language
from ..loaders import AwardOfEntry, loader
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from ..texts import entry_text, reason_of
from ..viewer import Permission
from .award import AwardView, LoyaltyAward

_UNITS = {"POINTS": "Points are spent.", "GROWTH": "Growth moves tiers and is never spent."}

LoyaltyUnit = graphene.Enum(
    "LoyaltyUnit",
    [(unit.name, unit.name) for unit in Unit],
    description=lambda value: None if value is None else _UNITS[value.value],
)

LoyaltyEntryKind = graphene.Enum("LoyaltyEntryKind", [(kind.name, kind.name) for kind in EntryKind])


@dataclass(frozen=True, slots=True)
class EntryView:
    entry: Entry
    in_unit: Unit
    language_code: str

    @property
    def id(self) -> str:
        return to_global("LoyaltyHistoryEntry", self.entry.key)

    @property
    def unit(self) -> str:
        return self.in_unit.name

    @property
    def kind(self) -> str:
        return self.kind_of_entry.name

    @property
    def points(self) -> int:
        return self.available + self.pending + self.held - self.debt

    @property
    def available(self) -> int:
        return self.entry.available

    @property
    def pending(self) -> int:
        return self.entry.pending

    @property
    def held(self) -> int:
        return self.entry.held

    @property
    def debt(self) -> int:
        return self.entry.debt

    @property
    def balance_after(self) -> int:
        return self.entry.balance

    @property
    def occurred_at(self) -> datetime:
        return self.entry.occurred_at

    @property
    def reason(self) -> str:
        return reason_of(self.kind_of_entry, self._data.get("reason"))

    @property
    def note(self) -> str | None:
        return self._data.get("text")

    @property
    def actor(self) -> str | None:
        return self._data.get("actor") or None

    @property
    def order_number(self) -> str | None:
        return self._data.get("order") or None

    @property
    def event_name(self) -> str | None:
        return self._data.get("event") or None

    @property
    def kind_of_entry(self) -> EntryKind:
        return EntryKind(self.entry.kind)

    @property
    def _data(self) -> dict[str, Any]:
        return self.entry.data or {}


class LoyaltyHistoryEntry(graphene.ObjectType):
    """One line of an account. Entries are never changed; what was wrong gets a further one."""

    id = graphene.ID(required=True)
    unit = LoyaltyUnit(required=True)
    kind = LoyaltyEntryKind(required=True)
    points = LoyaltyInteger(
        required=True,
        description="By how much the account changed in all. 0 where points only became usable "
        "or were set aside.",
    )
    available = LoyaltyInteger(required=True, description="Change of what can be used.")
    pending = LoyaltyInteger(required=True, description="Change of what will be usable later.")
    held = LoyaltyInteger(required=True, description="Change of what is set aside.")
    debt = LoyaltyInteger(required=True, description="Change of what is owed.")
    balance_after = LoyaltyInteger(
        required=True, description="What could be used after it; below zero where points are owed."
    )
    occurred_at = LoyaltyDateTime(required=True)
    reason = graphene.String(required=True, description="Why, for programs: order, expired, …")
    text = graphene.String(
        required=True,
        language_code=graphene.String(description="Instead of the member's own language."),
        description="Why, for people.",
    )
    note = graphene.String(description="What staff wrote for the member.")
    actor = graphene.String(
        description="Who did it by hand: user:5, app:2. Null: the rules, and without "
        "MANAGE_MEMBERS."
    )
    order_number = graphene.String(description="The order it is about.")
    event_name = graphene.String(description="The event it is about, as the shop calls it.")
    award = graphene.Field(LoyaltyAward, description="How it was computed, for what was earned.")

    @staticmethod
    @refusing
    def resolve_text(view: EntryView, _info: object, language_code: str | None = None) -> str:
        language = view.language_code
        if language_code is not None:
            language = checked_language(language_code)
        about = view.order_number or view.event_name or ""
        return entry_text(view.kind_of_entry, view.reason, about, language)

    @staticmethod
    def resolve_actor(view: EntryView, info: object) -> str | None:
        return view.actor if viewer_of(info).may(Permission.MANAGE_MEMBERS) else None

    @staticmethod
    def resolve_award(view: EntryView, info: object) -> Any:
        if view.kind_of_entry is not EntryKind.EARN:
            return None

        def explained(award: Award | None) -> AwardView | None:
            if award is None:
                return None
            breakdown = Breakdown.from_json(award.breakdown)
            return AwardView(
                breakdown, view.in_unit, award.programme_version_id, view.language_code
            )

        return loader(info, AwardOfEntry).load(view.entry.key).then(explained)
