"""One subject at a time: what two workers do about the same order comes one after the other."""

from collections.abc import Iterable

from django.db import connection

# Any number, as long as it is always this one: it keeps our locks apart from Saleor's own.
_NAMESPACE = 0x10_1A_17


def lock_subjects(subjects: Iterable[str]) -> None:
    """Held until the transaction ends; taken in sorted order, so that batches cannot deadlock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, lock) FROM ("
            " SELECT DISTINCT hashtext(subject) AS lock FROM unnest(%s::text[]) AS subject"
            " ORDER BY 1) AS locks",
            [_NAMESPACE, list(subjects)],
        )


def lock_counters() -> None:
    """Before anything that may draw on a cap or budget, or give back to one, and before accounts.

    One batch meets its counters in the order of its orders, not of their keys; so those who use
    any are in turn, and cannot wait for each other. Shops without caps never come here.
    """
    lock_subjects(["counters"])
