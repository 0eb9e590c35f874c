"""The log becomes orders through the inbox and the flows, and nothing of it is lost."""

from datetime import date, timedelta

import pytest

from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.models import Account, Entry, EntryKind, InboxFact, OrderRecord, WorkStatus
from saleor_loyalty.values.points import Unit
from sandbox.feed import purchases, shift_to
from tests.sandbox.conftest import NOW, ROWS


def test_the_log_is_whole():
    rows = list(purchases())
    assert len(rows) == 69_659
    assert len({row.customer for row in rows}) == 23_570
    assert sum(row.cents for row in rows) == 250_031_563


@pytest.mark.parametrize("today", [date(2026, 3, day) for day in range(1, 15)])
def test_the_log_ends_in_the_last_week_on_the_weekday_it_had(today):
    last = date(1998, 6, 30) + shift_to(today)
    assert timedelta(days=1) <= today - last <= timedelta(days=7)
    assert last.weekday() == date(1998, 6, 30).weekday()


def test_every_row_is_an_order_that_was_acted_on(fed):
    assert OrderRecord.objects.count() == ROWS
    assert not InboxFact.objects.exclude(status=WorkStatus.DONE).exists()
    assert fed[-1] == (ROWS, ROWS)


def test_points_and_growth_are_those_of_the_log(fed):
    expected = sum(row.cents // 100 for row in purchases(ROWS) if _in_force(row))
    issued = {
        unit: sum(
            entry.available + entry.pending
            for entry in Entry.objects.filter(
                kind=EntryKind.EARN, account_id__in=Account.objects.filter(unit=unit).values("pk")
            )
        )
        for unit in Unit
    }
    assert expected > 0
    assert issued == {Unit.POINTS: expected, Unit.GROWTH: expected}


def test_the_books_agree(fed):
    differences = []
    assert audit(differences.append).differences == 0
    assert differences == []


def _in_force(row):
    """The tests' programme begins with the year."""
    return row.day + shift_to(NOW.date()) >= date(2026, 1, 1)
