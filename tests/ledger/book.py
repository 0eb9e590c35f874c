"""Accounts to test with, and what the database says of them."""

from datetime import UTC, datetime, timedelta
from itertools import count

from django.db import connection

from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.models import Account, Lot, Member
from saleor_loyalty.values.points import Unit

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TABLES = ("account", "entry", "lot", "lotuse", "hold")

_numbers = count(1)


def day(number):
    """So many days after NOW."""
    return NOW + timedelta(days=number)


def open_account(unit=Unit.POINTS):
    email = f"member{next(_numbers)}@example.com"
    member = Member.objects.create(email=email, guest=True, joined_at=NOW)
    return Account.objects.create(member=member, unit=unit).pk


def earn(account, points, *, source=None, ends=None, now=NOW, **more):
    """A credit; `ends` is the day of its expiry. Answers the key of its lot."""
    source = source or f"test:{next(_numbers)}"
    wanted = post.Credit(
        account_id=account,
        points=points,
        source=source,
        occurred_at=now,
        expires_at=None if ends is None else day(ends),
        **more,
    )
    post.credit(wanted, now=now)
    return wanted.key


def sums(account):
    """available, pending, held, debt"""
    return Account.objects.values_list("available", "pending", "held", "debt").get(pk=account)


def lots(account):
    """What remains in each lot, oldest first."""
    found = Lot.objects.filter(account_id=account).order_by("seq")
    return list(found.values_list("remaining", flat=True))


def dump():
    """Every row of the ledger."""
    with connection.cursor() as cursor:
        rows = {}
        for table in TABLES:
            cursor.execute(f"SELECT t::text FROM saleor_loyalty_{table} t ORDER BY 1")
            rows[table] = cursor.fetchall()
        return rows


def differences():
    found = []
    audit(found.append)
    return found
