"""Receipts and returns of a till: the same points as online, once, and exactly back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import HostCustomer
from saleor_loyalty.events.models import InboxFact
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.features.orders.receipts import Receipt, Return
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.reconcile import reconcile
from saleor_loyalty.flows.till import record_purchase, record_return
from saleor_loyalty.values.points import Unit
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.events import everything
from tests.flows.test_member_events import at_once
from tests.shop import NOON, Shop, line

# As in domain.md: 25.00 dollars at 1 point a dollar.
LINES = (line("1", 1999), line("2", 500), line("3", 1))
RECEIPT = Receipt(number="S1-77", channel="web", currency="USD", paid_at=NOON, lines=LINES)


def buy(member: Member | None = None, receipt: Receipt = RECEIPT, **more: Any) -> OrderRecord:
    return record_purchase(receipt, member=member, **{"now": NOON, **more})


def bring_back(number: str, **what: Any) -> OrderRecord:
    return record_return("S1-77", Return(number=number, **what), now=NOON)


def refused(act: Any) -> tuple[Code, str | None]:
    before = [everything(), list(OrderRecord.objects.values_list("snapshot", flat=True))]
    with pytest.raises(LoyaltyError) as refusal:
        act()
    assert [everything(), list(OrderRecord.objects.values_list("snapshot", flat=True))] == before
    return refusal.value.code, refusal.value.field


def test_a_receipt_earns_as_an_order_and_is_fulfilled_at_once(ada: Member) -> None:
    record = buy(ada)
    assert (record.order_id, record.number, record.total) == ("till:S1-77", "S1-77", 2500)
    assert sums(ada) == (25, 0, 0, 0)
    assert sums(ada, Unit.GROWTH) == (25, 0, 0, 0)
    shares = Award.objects.get(unit=Unit.POINTS).breakdown["lines"]
    assert [share["points"] for share in shares] == [20, 5, 0]


def test_by_email_of_an_account_of_a_guest_and_of_nobody_yet(shop: Shop, ada: Member) -> None:
    buy(email=" ADA@example.com ")
    assert sums(ada) == (25, 0, 0, 0)
    buy(email="new@example.com", receipt=replace(RECEIPT, number="S1-78"))
    guest = Member.objects.get(email="new@example.com")
    assert guest.guest
    buy(guest, receipt=replace(RECEIPT, number="S1-79"))
    assert sums(guest) == (50, 0, 0, 0)


def test_an_email_that_is_not_proven_is_a_guest(shop: Shop, programme: None) -> None:
    user_id = customer(shop, "eve", confirmed=False)
    buy(email="eve@example.com")
    assert Member.objects.get(email="eve@example.com").guest
    shop.customers[user_id] = HostCustomer(user_id, "eve@example.com", "en", True)
    eve = find_or_join(user_id, now=NOON)
    assert sums(eve) == (25, 0, 0, 0)
    # The till tries again, and then brings something back.
    assert buy(email="eve@example.com").member == eve
    bring_back("R1", whole=True)
    assert sums(eve) == (0, 0, 0, 0)


def test_returns_line_by_line_by_amount_and_whole(ada: Member) -> None:
    buy(ada)
    assert bring_back("R1", lines=(("2", 1),)).refunded == 500
    assert sums(ada) == (20, 0, 0, 0)
    assert bring_back("R2", amount=1000).refunded == 1500
    assert sums(ada) == (10, 0, 0, 0)
    assert bring_back("R3", whole=True).refunded == 2500
    assert sums(ada) == (0, 0, 0, 0)
    assert sums(ada, Unit.GROWTH) == (0, 0, 0, 0)


def test_pieces_of_one_line_in_several_returns(ada: Member) -> None:
    buy(ada, replace(RECEIPT, lines=(line("1", 1000, quantity=3),)))
    left = []
    for number in range(3):
        bring_back(f"R{number}", lines=(("1", 1),))
        left.append(sums(ada)[0])
    assert left == [6, 3, 0]
    assert refused(lambda: bring_back("R9", lines=(("1", 1),))) == (Code.INVALID, "receiptNumber")


def test_a_return_told_twice_counts_once(ada: Member) -> None:
    buy(ada)
    bring_back("R1", amount=1000)
    before = everything()
    bring_back("R1", amount=1000)
    assert everything() == before
    assert sums(ada) == (15, 0, 0, 0)
    conflict = (Code.SOURCE_KEY_CONFLICT, "returnNumber")
    assert refused(lambda: bring_back("R1", amount=999)) == conflict
    assert refused(lambda: bring_back("R1", whole=True)) == conflict


def test_a_receipt_told_twice_counts_once_also_after_a_return(ada: Member, bob: Member) -> None:
    buy(ada)
    bring_back("R1", amount=1000)
    before = everything()
    assert buy(ada, now=NOON + timedelta(days=4000)).refunded == 1000
    assert everything() == before
    conflict = (Code.SOURCE_KEY_CONFLICT, "receiptNumber")
    assert refused(lambda: buy(bob)) == conflict
    assert refused(lambda: buy(ada, replace(RECEIPT, currency="JPY"))) == conflict
    assert refused(lambda: buy(ada, replace(RECEIPT, lines=LINES[:2]))) == conflict


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"lines": ()}, Code.REQUIRED, "lines"),
        ({"lines": (line("1", 1), line("1", 2))}, Code.INVALID, "lines"),
        ({"lines": (line("1", -1),)}, Code.INVALID, "lines"),
        ({"lines": (line("1", 10, net=11),)}, Code.INVALID, "lines"),
        ({"lines": (line("1", 1, quantity=0),)}, Code.INVALID, "lines"),
        ({"lines": tuple(line(str(n), 1) for n in range(501))}, Code.LIMIT_EXCEEDED, "lines"),
        ({"currency": "XXY"}, Code.CURRENCY_NOT_SUPPORTED, "currency"),
        ({"number": " "}, Code.REQUIRED, "receiptNumber"),
        ({"number": "9" * 65}, Code.INVALID, "receiptNumber"),
        ({"channel": ""}, Code.REQUIRED, "channel"),
        ({"paid_at": NOON + timedelta(seconds=1)}, Code.INVALID, "paidAt"),
        ({"paid_at": NOON - timedelta(days=366)}, Code.INVALID, "paidAt"),
    ],
)
def test_bad_receipts_change_nothing(ada: Member, wrong: Any, code: Code, field: str) -> None:
    assert refused(lambda: buy(ada, replace(RECEIPT, **wrong))) == (code, field)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({}, "returnNumber"),
        ({"whole": True, "amount": 1}, "returnNumber"),
        ({"amount": 2501}, "amountMinor"),
        ({"amount": -1}, "amountMinor"),
        ({"lines": (("9", 1),)}, "lines"),
        ({"lines": (("1", 2),)}, "lines"),
        ({"lines": (("1", 0),)}, "lines"),
        ({"lines": (("1", 1), ("1", 1))}, "lines"),
    ],
)
def test_bad_returns_change_nothing(ada: Member, wrong: Any, field: str) -> None:
    buy(ada)
    assert refused(lambda: bring_back("R1", **wrong)) == (Code.INVALID, field)


def test_a_return_of_nothing_known(ada: Member) -> None:
    assert refused(lambda: bring_back("R1", whole=True)) == (Code.NOT_FOUND, "receiptNumber")


def test_who_is_needed(programme: None) -> None:
    assert refused(lambda: buy(email="")) == (Code.REQUIRED, "email")
    assert refused(lambda: buy(email="nobody")) == (Code.INVALID, "email")


def test_the_shop_is_not_asked_and_reconcile_leaves_it_alone(shop: Shop, ada: Member) -> None:
    shop.broken = True
    buy(ada)
    bring_back("R1", amount=1000)
    shop.broken = False
    assert reconcile(since=NOON - timedelta(days=9), now=NOON) == 0
    assert InboxFact.objects.count() == 0
    assert sums(ada) == (15, 0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_eight_tills_at_once(ada: Member) -> None:
    at_once(lambda number: buy(ada))
    assert sums(ada) == (25, 0, 0, 0)
    at_once(lambda number: bring_back(f"R{number}", amount=100))
    assert sums(ada) == (17, 0, 0, 0)
    at_once(lambda number: bring_back("R9", whole=True))
    assert sums(ada) == (0, 0, 0, 0)
