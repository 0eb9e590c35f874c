"""Orders paid, fulfilled, refunded, cancelled and edited: what the member has after each."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_loyalty.events import inbox
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.flows.inbox import work_inbox
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.ledger.models import Entry, Lot
from saleor_loyalty.values.points import Unit
from tests.conftest import PROGRAMME, customer
from tests.flows.balances import sums
from tests.shop import NOON, Shop, line, paid_order


@pytest.fixture
def order(ada: Member) -> OrderFact:
    """25 points' worth, ada's."""
    lines = line("a", 1999), line("b", 500), line("c", 1)
    return paid_order(*lines, user_id=ada.user_id, email=ada.email)


def refund_line(order: OrderFact, index: int) -> OrderFact:
    lines = list(order.lines)
    lines[index] = replace(lines[index], refunded_quantity=lines[index].quantity)
    return replace(order, lines=tuple(lines))


def test_a_paid_order_is_pending_until_it_is_fulfilled(ada: Member, order: OrderFact) -> None:
    act_on([order], now=NOON)
    assert sums(ada) == (0, 25, 0, 0)
    act_on([replace(order, fulfilled_at=NOON + timedelta(days=2))], now=NOON + timedelta(days=2))
    assert sums(ada) == (25, 0, 0, 0)


def test_an_order_not_paid_earns_nothing_and_makes_no_member(shop: Shop, programme: None) -> None:
    act_on([paid_order(line("a", 1000), user_id=None, paid_at=None)], now=NOON)
    assert not Member.objects.exists()
    assert not Award.objects.exists()


def test_the_worked_refunds_on_the_ledger(ada: Member, order: OrderFact) -> None:
    act_on([order], now=NOON)
    by_line = refund_line(order, 1)
    act_on([by_line], now=NOON)
    assert sums(ada) == (0, 20, 0, 0)
    by_amount = replace(by_line, refunded_by_amount=1000)
    act_on([by_amount], now=NOON)
    assert sums(ada) == (0, 10, 0, 0)
    act_on([replace(by_amount, fully_refunded=True)], now=NOON)
    assert sums(ada) == (0, 0, 0, 0)
    assert sums(ada, Unit.GROWTH) == (0, 0, 0, 0)


def test_fault_1_a_refund_uses_the_awards_own_record_not_todays_rules(
    ada: Member, order: OrderFact
) -> None:
    act_on([order], now=NOON)
    generous = {**PROGRAMME, "valid_from": (NOON + timedelta(days=1)).isoformat()}
    generous["config"] = {"earning": {"rates": {"USD": {"points": 7, "minor": 100}}}}
    set_up({"programmes": [generous]}, now=NOON)
    act_on([refund_line(order, 1)], now=NOON + timedelta(days=2))
    assert sums(ada) == (0, 20, 0, 0)


def test_fault_2_every_further_partial_refund_counts(ada: Member, order: OrderFact) -> None:
    act_on([replace(order, fulfilled_at=NOON)], now=NOON)
    left = []
    for refunded in (500, 1000, 1500, 2000, 2500):
        act_on([replace(order, fulfilled_at=NOON, refunded_by_amount=refunded)], now=NOON)
        left.append(sums(ada)[0])
    assert left == [20, 15, 10, 5, 0]


def test_fault_7_a_status_that_flips_awards_once(ada: Member, order: OrderFact) -> None:
    for fact in (order, replace(order, paid_at=None), order, order):
        act_on([fact], now=NOON)
    assert sums(ada) == (0, 25, 0, 0)
    assert Award.objects.filter(unit=Unit.POINTS).count() == 1


def test_fault_14_a_refund_by_amount_alone_is_counted(ada: Member, order: OrderFact) -> None:
    act_on([order], now=NOON)
    act_on([replace(order, refunded_by_amount=1250)], now=NOON)
    assert sums(ada) == (0, 12, 0, 0)


def test_fault_15_all_lines_back_without_shipping_leaves_nothing(
    ada: Member, order: OrderFact
) -> None:
    shipped = replace(order, shipping_gross=700)
    act_on([shipped], now=NOON)
    for index in range(3):
        shipped = refund_line(shipped, index)
    act_on([shipped], now=NOON)
    assert sums(ada) == (0, 0, 0, 0)


def test_fault_17_an_edited_order_is_awarded_for_what_it_is_now(
    ada: Member, order: OrderFact
) -> None:
    act_on([order], now=NOON)
    edited = replace(order, lines=(order.lines[0], line("d", 3000)))
    act_on([edited], now=NOON)
    assert sums(ada) == (0, 49, 0, 0)
    act_on([edited], now=NOON)
    assert sums(ada) == (0, 49, 0, 0)
    act_on([replace(edited, cancelled=True)], now=NOON)
    assert sums(ada) == (0, 0, 0, 0)


def test_fault_12_nothing_is_earned_on_what_points_or_gift_cards_paid(
    ada: Member, order: OrderFact
) -> None:
    act_on([replace(order, paid_by_points=1500, paid_by_gift_card=500)], now=NOON)
    assert sums(ada) == (0, 5, 0, 0)


def test_a_cancelled_order_gives_everything_back(ada: Member, order: OrderFact) -> None:
    act_on([replace(order, fulfilled_at=NOON)], now=NOON)
    act_on([replace(order, fulfilled_at=NOON, cancelled=True)], now=NOON)
    assert sums(ada) == (0, 0, 0, 0)


def test_points_spent_before_the_refund_become_a_debt_that_the_next_order_pays(
    ada: Member, order: OrderFact
) -> None:
    fulfilled = replace(order, fulfilled_at=NOON)
    act_on([fulfilled], now=NOON)
    adjust_points(ada, -20, reason="gift", source="spent", actor="staff", now=NOON)
    act_on([replace(fulfilled, fully_refunded=True)], now=NOON)
    assert sums(ada) == (0, 0, 0, 20)
    another = replace(fulfilled, order_id="o2", number="2")
    act_on([another], now=NOON)
    assert sums(ada) == (5, 0, 0, 0)


def test_a_programme_without_debt_records_the_loss(ada: Member, order: OrderFact) -> None:
    kind = {**PROGRAMME["config"], "debt": "only_what_is_there"}
    set_up({"programmes": [{**PROGRAMME, "config": kind}]}, now=NOON)
    fulfilled = replace(order, fulfilled_at=NOON)
    act_on([fulfilled], now=NOON)
    adjust_points(ada, -20, reason="gift", source="spent", actor="staff", now=NOON)
    act_on([replace(fulfilled, fully_refunded=True)], now=NOON)
    assert sums(ada) == (0, 0, 0, 0)
    clawed = Entry.objects.get(source__startswith="order:o1/claw/points")
    assert (clawed.data["own"], clawed.data["loss"]) == (5, 20)


def test_every_lot_knows_what_a_point_was_worth(ada: Member, order: OrderFact) -> None:
    act_on([order], now=NOON)
    lot = Lot.objects.get(origin=Award.objects.get(unit=Unit.POINTS).key)
    assert (lot.worth_points, lot.worth_minor, lot.worth_currency) == (1, 1, "USD")
    assert lot.expires_at == (NOON + timedelta(days=366)).replace(hour=0)


def test_a_guests_points_wait_for_the_account_with_that_confirmed_email(
    shop: Shop, programme: None
) -> None:
    guest_order = paid_order(line("a", 4200), user_id=None, email="Eve@Example.com")
    act_on([replace(guest_order, fulfilled_at=NOON)], now=NOON)
    guest = Member.objects.get()
    assert (guest.guest, guest.email, sums(guest)) == (True, "eve@example.com", (42, 0, 0, 0))

    user_id = customer(shop, "eve", confirmed=False)
    said = inbox.NewFact("customer", f"user:{user_id}", NOON)
    inbox.record(said)
    work_inbox(now=NOON)
    assert Member.objects.get() == guest

    shop.customers[user_id] = replace(shop.customers[user_id], confirmed=True)
    inbox.record(said)
    work_inbox(now=NOON)
    eve = Member.objects.get(user_id=user_id)
    assert sums(eve) == (42, 0, 0, 0)
    guest.refresh_from_db()
    assert (guest.merged_into, sums(guest)) == (eve, (0, 0, 0, 0))

    # A refund of the guest's order takes from the points where they are now.
    act_on([replace(guest_order, fulfilled_at=NOON, fully_refunded=True)], now=NOON)
    assert sums(eve) == (0, 0, 0, 0)


def test_many_orders_of_many_people_in_one_go(shop: Shop, programme: None) -> None:
    orders = [
        paid_order(
            line("a", 100 * (number + 1)),
            order_id=f"o{number}",
            user_id=None,
            email=f"guest{number % 7}@example.com",
            fulfilled_at=NOON,
        )
        for number in range(70)
    ]
    act_on(orders, now=NOON)
    act_on(orders, now=NOON)
    assert Member.objects.count() == 7
    assert OrderRecord.objects.count() == 70
    first = Member.objects.get(email="guest0@example.com")
    assert sums(first)[0] == sum(number + 1 for number in range(0, 70, 7))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.permutations(range(5)), st.lists(st.integers(0, 4), max_size=4))
def test_facts_may_arrive_in_any_order_and_more_than_once(
    order: OrderFact, ada: Member, arrival: list[int], again: list[int]
) -> None:
    """The last fact is the present state, which is what every worker reads."""
    fulfilled = replace(order, fulfilled_at=NOON)
    story = [
        order,
        fulfilled,
        refund_line(fulfilled, 1),
        replace(refund_line(fulfilled, 1), refunded_by_amount=500),
        replace(refund_line(fulfilled, 1), refunded_by_amount=1000),
    ]
    run = f"o{OrderRecord.objects.count()}"
    before = sums(ada)[0]
    for index in [*arrival, *again, 4]:
        act_on([replace(story[index], order_id=run)], now=NOON)
    assert sums(ada)[0] - before == 10
