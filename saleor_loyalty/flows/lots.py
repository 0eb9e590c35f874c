"""What of a member's points is still there, credit by credit."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from ..ledger.models import Account, Entry, Lot
from ..values.points import Unit


@dataclass(frozen=True, slots=True)
class OpenLot:
    """A lot with something in it, and the entry that brought it."""

    lot: Lot
    entry: Entry


def open_lots(member_id: int, unit: Unit, *, first: int) -> list[OpenLot]:
    """In the order they are spent: the soonest end first, those without one last."""
    account = Account.objects.filter(member_id=member_id, unit=unit).values("pk")
    lots: QuerySet[Lot] = Lot.objects.filter(account_id=Subquery(account[:1]), open=True)
    of_lot = Entry.objects.filter(account_id=OuterRef("account_id"), seq=OuterRef("seq"))
    found: Any = lots.annotate(
        entry_key=Subquery(of_lot.values("key")[:1]),
        entry_kind=Subquery(of_lot.values("kind")[:1]),
        entry_data=Subquery(of_lot.values("data")[:1]),
    ).order_by(F("expires_at").asc(nulls_last=True), "earned_at", "seq")
    return [
        OpenLot(lot, Entry(key=lot.entry_key, kind=lot.entry_kind, data=lot.entry_data))
        for lot in found[:first]
    ]
