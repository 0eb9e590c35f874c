"""The audit finds what somebody has changed behind the ledger's back, and names it."""

import json

import pytest
from django.core.management import call_command
from django.db import connection

from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.models import Account
from tests.ledger.book import NOW, day, differences, earn, open_account
from tests.ledger.threads import together


def execute(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def history(account):
    """Something of everything: entries 1 to 14."""
    earn(account, 10, ends=1)  # 1
    earn(account, 20, pending=True, matures_at=day(1))  # 2
    origin = earn(account, 40, ends=90)  # 3
    held = post.hold(account, 12, source="hold", subject="c:1", expires_at=day(1), now=NOW)  # 4
    post.hold(account, 5, source="another", subject="c:2", expires_at=day(1), now=NOW)  # 5
    post.capture(held.id, 8, source="order", now=NOW)  # 6, 7
    spent = post.spend(account, 9, source="spend", now=NOW)  # 8
    post.settle_due(now=day(2), limit=10)  # 9
    post.restore(account, spent.seq, 9, source="back", now=day(2), extend_until=day(3))  # 10, 11
    post.claw_back(account, origin, 4, source="claw", now=day(2), allow_debt=True)  # 12
    post.claw_back(
        account, post.key_of("nothing"), 90, source="debt", now=day(2), allow_debt=True
    )  # 13
    earn(account, 3, now=day(2))  # 14, 15


@pytest.fixture
def account(db):
    account = open_account()
    history(account)
    return account


def test_a_ledger_that_went_through_everything_has_no_differences(account):
    post.settle_due(now=day(100), limit=10)
    post.merge(open_account(), open_account(), source="merge", now=NOW)
    assert differences() == []


TAMPERED = {
    "account SET available = available + 1": ["available", "available in open lots"],
    "account SET pending = pending + 1": ["pending", "pending in open lots"],
    "account SET held = held + 1": ["held", "held in open lots", "held by open holds"],
    "account SET debt = debt + 1": ["debt"],
    "account SET seq = seq + 1": ["entries", "last entry"],
    "lot SET lapsed = lapsed + 1 WHERE seq = 3": ["expired"],
    "lot SET amount = amount + 1 WHERE seq = 2": ["entry 2: points moved", "lot 2: amount"],
    "lot SET remaining = remaining + 1, open = TRUE WHERE seq = 11": ["lot 11: remaining"],
    "lot SET held = 0": ["lot 3: held", "held in open lots"],
    "lot SET pending = TRUE WHERE seq = 2": ["lot 2: pending"],
    "lot SET matures_at = matures_at + interval '1 day'": ["entry 9: lot 2 maturity"],
    "hold SET amount = amount + 1 WHERE status = 1": [
        "hold of entry 5: amount",
        "held by open holds",
    ],
    "hold SET captured = 7 WHERE status = 2": ["hold of entry 4: captured"],
    "hold SET status = 1": ["hold of entry 4: status", "held by open holds"],
    "hold SET status = 3": ["hold of entry 5: status", "held by open holds"],
    "hold SET capture_seq = 8 WHERE status = 2": ["hold of entry 4: captured by entry"],
    "entry SET available = available + 1 WHERE seq = 8": [
        "available",
        "entry 8: balance",
        "entry 8: points moved",
    ],
    "entry SET balance = balance + 1 WHERE seq = 7": ["entry 7: balance", "entry 8: balance"],
    "entry SET held = 0, available = 0 WHERE seq = 5": ["entry 5: points held"],
    "entry SET debt = debt + 1 WHERE seq = 13": ["debt", "entry 13: debt"],
    "entry SET lot_seq = 3 WHERE seq = 9": ["lot 2: pending", "entry 9: lot 3 points matured"],
    "entry SET seq = 99 WHERE seq = 15": ["last entry", "entry 99: number"],
    "entry SET ref_seq = 3 WHERE seq = 10": ["entry 3: given back to lot"],
    "entry SET ref_seq = 1 WHERE seq = 6": ["hold of entry 4: captured"],
    "entry SET account_id = -1": ["account"],
    "entry SET data = data || '{\"lapsed\": 1}' WHERE seq = 12": ["entry 12: claw-back asked"],
    "lotuse SET remaining = remaining - 1 WHERE entry_seq = 8": ["entry 8: points moved"],
    "lotuse SET lot_seq = 77 WHERE entry_seq = 8 AND lot_seq = 3": ["lot 77: missing"],
    "lotuse SET entry_seq = 77 WHERE entry_seq = 8": ["entry 77: missing"],
}


@pytest.mark.parametrize("change", TAMPERED)
def test_each_thing_that_was_tampered_with_is_named(account, change):
    triggers = "saleor_loyalty_entry", "saleor_loyalty_lotuse"
    execute(
        *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in triggers),
        f"UPDATE saleor_loyalty_{change}",
    )
    found = [difference.what for difference in differences()]
    for what in TAMPERED[change]:
        assert any(what in one for one in found), (what, found)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("lot WHERE seq = 1", "lot 1: missing"),
        ("entry WHERE seq = 15", "entries"),
        ("entry WHERE seq = 1", "entry 2: number"),
        ("lotuse WHERE entry_seq = 8", "entry 8: points moved"),
        ("hold WHERE status = 2", "hold of entry 4: amount"),
        ("account CASCADE", "account"),
    ],
)
def test_rows_that_are_gone_are_missed(account, row, what):
    tables = ("entry", "lotuse", "lot")
    execute(
        *(f"ALTER TABLE saleor_loyalty_{table} DISABLE TRIGGER USER" for table in tables),
        "DELETE FROM saleor_loyalty_hold" if row.startswith("account") else "SELECT 1",
        f"DELETE FROM saleor_loyalty_{row.removesuffix(' CASCADE')}",
    )
    assert any(what in difference.what for difference in differences())


def test_the_command_says_that_all_is_well(account, capsys):
    call_command("loyalty_audit")
    assert capsys.readouterr().out == (
        "1 accounts, 15 entries and 5 lots replayed: 0 differences.\n"
    )


def test_the_command_names_each_difference_and_fails(account, capsys):
    execute("UPDATE saleor_loyalty_account SET debt = debt + 1")
    with pytest.raises(SystemExit, match="1"):
        call_command("loyalty_audit")
    member = Account.objects.get(pk=account).member_id
    debt = Account.objects.get(pk=account).debt
    assert capsys.readouterr().out.splitlines()[0] == (
        f"account {account} (member {member}): debt: stored {debt}, replayed {debt - 1}"
    )


def test_the_command_speaks_json(account, capsys):
    execute("UPDATE saleor_loyalty_account SET debt = debt + 1")
    with pytest.raises(SystemExit):
        call_command("loyalty_audit", "--json")
    difference, summary = map(json.loads, capsys.readouterr().out.splitlines())
    assert (difference["check"], difference["what"]) == ("sums", "debt")
    assert difference["account_id"] == account
    assert summary == {"accounts": 1, "entries": 15, "lots": 5, "differences": 1}


@pytest.mark.django_db(transaction=True)
def test_writers_may_go_on_while_the_audit_looks():
    account = open_account()
    earn(account, 10, ends=5)
    execute("UPDATE saleor_loyalty_lot SET lapsed = 1")

    def write():
        earn(account, 10)
        earn(open_account(), 10)
        post.spend(account, 15, source="spend", now=NOW)

    # Told of the difference while most checks are still to come, somebody writes.
    found = []
    audited = audit(lambda difference: found.append(together(write) and difference.what))
    assert found == ["award " + str(earned_by(account)) + ": expired"]
    assert (audited.accounts, audited.entries, audited.lots) == (1, 1, 1)
    assert Account.objects.get(pk=account).available == 5


def earned_by(account):
    with connection.cursor() as cursor:
        cursor.execute("SELECT origin FROM saleor_loyalty_lot WHERE lapsed = 1")
        return cursor.fetchone()[0]
