"""What is left of one credit, as an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...flows.lots import OpenLot
from ...ledger.models import Lot
from ...values.money import Money
from ...values.points import Unit
from ...values.rate import Rate
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .history import EntryView, LoyaltyHistoryEntry
from .money import LoyaltyMoney, MoneyView


@dataclass(frozen=True, slots=True)
class LotView:
    found: OpenLot
    unit: Unit
    language_code: str

    @property
    def entry_id(self) -> str:
        return self.entry.id

    @property
    def amount(self) -> int:
        return self._lot.amount

    @property
    def remaining(self) -> int:
        return self._lot.remaining

    @property
    def held(self) -> int:
        return self._lot.held

    @property
    def pending(self) -> bool:
        return self._lot.pending

    @property
    def matures_at(self) -> datetime | None:
        return self._lot.matures_at

    @property
    def expires_at(self) -> datetime | None:
        return self._lot.expires_at

    @property
    def earned_at(self) -> datetime:
        return self._lot.earned_at

    @property
    def worth(self) -> MoneyView | None:
        lot = self._lot
        if lot.worth_points is None or lot.worth_minor is None or lot.worth_currency is None:
            return None
        minor = Rate(lot.worth_points, lot.worth_minor).worth_floor(lot.remaining)
        return MoneyView(Money(minor, lot.worth_currency), self.language_code)

    @property
    def _lot(self) -> Lot:
        return self.found.lot

    @property
    def entry(self) -> EntryView:
        return EntryView(self.found.entry, self.unit, self.language_code)


class LoyaltyLot(graphene.ObjectType):
    """What is left of one credit, as last written down: a sweep tells later of what is due."""

    entry_id = graphene.ID(required=True, description="Of the history: what brought it.")
    text = graphene.String(
        required=True,
        language_code=graphene.String(description="Instead of the member's own language."),
        description="The same for people.",
    )
    amount = LoyaltyInteger(required=True, description="As it came in.")
    remaining = LoyaltyInteger(required=True, description="Still there, what is set aside too.")
    held = LoyaltyInteger(required=True, description="Of these, set aside.")
    pending = graphene.Boolean(required=True, description="Not to be used so far.")
    matures_at = LoyaltyDateTime(
        description="When it can be used. Null while pending: when something has happened."
    )
    expires_at = LoyaltyDateTime(description="Null: never.")
    earned_at = LoyaltyDateTime(required=True)
    worth = graphene.Field(
        LoyaltyMoney,
        description="What is left, at what it was worth when it was earned. Null: nothing.",
    )

    @staticmethod
    def resolve_text(view: LotView, info: object, language_code: str | None = None) -> Any:
        return LoyaltyHistoryEntry.resolve_text(view.entry, info, language_code)
