"""Opening accounts and finding them. No balance is changed here."""

from collections.abc import Iterable

from ..values.points import Unit
from .models import Account


def open_accounts(member_ids: Iterable[int]) -> None:
    """One account of each unit for each member; those that exist stay as they are."""
    Account.objects.bulk_create(
        (
            Account(member_id=member_id, unit=unit.value)
            for member_id in sorted(member_ids)
            for unit in Unit
        ),
        ignore_conflicts=True,
    )


def account_ids(member_ids: Iterable[int]) -> dict[tuple[int, Unit], int]:
    """The account of each member and unit."""
    rows = Account.objects.filter(member_id__in=list(member_ids)).values_list(
        "member_id", "unit", "pk"
    )
    return {(member_id, Unit(unit)): pk for member_id, unit, pk in rows}


def account_id(member_id: int, unit: Unit) -> int:
    return account_ids([member_id])[member_id, unit]


def lock_accounts(accounts: Iterable[int]) -> None:
    """Locks in sorted order, so that batches that touch the same accounts cannot deadlock."""
    list(
        Account.objects.filter(pk__in=list(accounts))
        .order_by("pk")
        .select_for_update(no_key=True)
        .values_list("pk", flat=True)
    )
