"""Buying together: seats, stakes, orders that wait, and everything back."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import permutations

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.group_buy_orders import end_due, orders_changed
from saleor_loyalty.flows.group_buys import join_group, leave_group, put_in_checkout
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.groups import (
    CLOSES,
    MINUTES,
    an_offer,
    counts,
    deliver,
    in_basket,
    join,
    lead,
    order_of,
    seats,
    told,
)
from tests.flows.lottery import rich
from tests.ledger.threads import together
from tests.shop import NOON, Shop

NONE: tuple[set[str], set[str], set[str]] = (set(), set(), set())


@pytest.fixture
def eve(shop: Shop, programme: None) -> Member:
    return find_or_join(customer(shop, "eve"), now=NOON)


def refusal(act: object, *arguments: object, **named: object) -> Code:
    with pytest.raises(LoyaltyError) as refused:
        act(*arguments, **named)  # type: ignore[operator]
    return refused.value.code


def test_full_in_time_the_orders_are_confirmed_and_the_stakes_spent(
    ada: Member, bob: Member, shop: Shop
) -> None:
    an_offer(stake_points=100)
    rich(ada)
    rich(bob)
    first, second = lead(ada), join(bob)
    assert sums(ada) == (900, 0, 100, 0)
    for seat in (first, second):
        in_basket(seat)
    (bought,) = shop.checkouts[f"c{first.pk}"].lines
    assert (bought.variant_id, bought.quantity, bought.gross) == ("v1", 1, 1500)
    act_on([order_of(first)], now=NOON)
    deliver()
    assert (counts(), told()) == (("open", 2, 1), ({f"o{first.pk}"}, set(), set()))
    act_on([order_of(second)], now=NOON)
    deliver()
    assert (counts(), told()) == (("full", 2, 2), NONE)
    assert seats() == [("confirmed", ""), ("confirmed", "")]
    assert (sums(ada), sums(bob)) == ((900, 15, 0, 0), (900, 15, 0, 0))
    assert end_due(now=CLOSES + timedelta(days=1), limit=9) == 0


def test_not_full_in_time_everything_goes_back(ada: Member, bob: Member) -> None:
    an_offer(stake_points=100, size=3)
    rich(ada)
    rich(bob)
    first, second = lead(ada), join(bob, now=CLOSES - 20 * MINUTES)
    in_basket(second, now=CLOSES - 20 * MINUTES)
    orders_changed([order_of(first)], now=NOON)
    assert end_due(now=CLOSES + 14 * MINUTES, limit=9) == 1
    assert end_due(now=CLOSES + 15 * MINUTES, limit=9) == 1
    assert end_due(now=CLOSES + 15 * MINUTES, limit=9) == 0
    assert seats() == [("returned", "not full in time"), ("returned", "time limit")]
    for _ in range(2):
        deliver()
    assert counts()[0] == "failed"
    assert told() == (set(), {f"o{first.pk}"}, {f"o{first.pk}"})
    assert (sums(ada), sums(bob)) == ((1000, 0, 0, 0), (1000, 0, 0, 0))


def test_joining_again_and_opening_again_is_the_same_seat(ada: Member, bob: Member) -> None:
    an_offer(size=3)
    assert lead(ada) == lead(ada)
    assert join(bob) == join(bob)
    assert join(ada) == lead(ada)
    assert counts() == ("open", 2, 0)


def test_what_is_refused_changes_nothing(ada: Member, bob: Member, eve: Member) -> None:
    an_offer(stake_points=100)
    assert refusal(lead, ada) is Code.NOT_ENOUGH_POINTS
    assert not Group.objects.exists()
    rich(ada)
    rich(bob)
    rich(eve)
    lead(ada)
    assert refusal(lead, ada, "k2") is Code.LIMIT_EXCEEDED
    assert refusal(join_group, bob, "nowhere", now=NOON) is Code.NOT_FOUND
    assert refusal(join, bob, now=CLOSES) is Code.INVALID
    join(bob)
    assert refusal(join, eve) is Code.LIMIT_EXCEEDED
    assert (counts(), sums(eve)) == (("open", 2, 0), (1000, 0, 0, 0))
    assert (sums(ada), sums(bob)) == ((900, 0, 100, 0), (900, 0, 100, 0))


def test_only_ones_own_basket_and_only_in_time(ada: Member, bob: Member, shop: Shop) -> None:
    an_offer()
    seat = lead(ada)
    checkout_id = in_basket(seat)
    put = partial(put_in_checkout, ada, seat.public_id)
    assert put(checkout_id, now=NOON).checkout_id == checkout_id
    assert len(shop.checkouts[checkout_id].lines) == 1
    assert refusal(put, checkout_id, now=NOON + 30 * MINUTES) is Code.INVALID
    assert refusal(put, "nowhere", now=NOON) is Code.NOT_FOUND
    assert refusal(put_in_checkout, bob, seat.public_id, checkout_id, now=NOON) is Code.NOT_FOUND
    shop.checkouts["eur"] = replace(shop.checkouts[checkout_id], checkout_id="eur", currency="EUR")
    assert refusal(put, "eur", now=NOON) is Code.CURRENCY_NOT_SUPPORTED
    shop.checkouts["new"] = replace(shop.checkouts[checkout_id], checkout_id="new", lines=())
    put("new", now=NOON)
    assert shop.checkouts[checkout_id].lines == ()
    assert len(shop.checkouts["new"].lines) == 1


def test_leaving_before_and_after_paying(ada: Member, bob: Member, shop: Shop) -> None:
    an_offer(stake_points=100, size=3)
    rich(ada)
    rich(bob)
    first, second = lead(ada), join(bob)
    checkout_id = in_basket(second)
    for _ in range(2):
        leave_group(bob, second.public_id, now=NOON)
        deliver()
    assert (counts(), sums(bob)) == (("open", 1, 0), (1000, 0, 0, 0))
    assert shop.checkouts[checkout_id].lines == ()
    orders_changed([order_of(first)], now=NOON)
    leave_group(ada, first.public_id, now=NOON)
    deliver()
    assert (counts(), sums(ada)) == (("open", 0, 0), (1000, 0, 0, 0))
    assert told() == (set(), {f"o{first.pk}"}, {f"o{first.pk}"})
    assert refusal(leave_group, bob, first.public_id, now=NOON) is Code.NOT_FOUND


def test_nobody_leaves_a_full_group(ada: Member, bob: Member) -> None:
    an_offer()
    first, second = lead(ada), join(bob)
    orders_changed([order_of(first), order_of(second)], now=NOON)
    assert refusal(leave_group, ada, first.public_id, now=NOON) is Code.INVALID
    assert counts() == ("full", 2, 2)


def test_a_seat_that_is_not_paid_is_free_for_the_next(
    ada: Member, bob: Member, eve: Member, shop: Shop
) -> None:
    an_offer()
    lead(ada)
    second = join(bob)
    in_basket(second)
    late = NOON + 30 * MINUTES
    assert refusal(join, eve, now=late - MINUTES) is Code.LIMIT_EXCEEDED
    join(eve, now=late)
    assert seats() == [("returned", "time limit"), ("returned", "time limit"), ("reserved", "")]
    assert counts() == ("open", 1, 0)


def test_a_late_payment_has_its_seat_if_there_is_room(ada: Member, bob: Member) -> None:
    an_offer()
    first, second = lead(ada), join(bob)
    in_basket(second)
    orders_changed([order_of(first)], now=NOON)
    late = NOON + 60 * MINUTES
    assert end_due(now=late, limit=9) == 1
    assert counts() == ("open", 1, 1)
    orders_changed([order_of(second, paid_at=late)], now=late)
    deliver()
    assert (counts(), told()) == (("full", 2, 2), NONE)


@pytest.mark.parametrize("stake", [0, 100])
def test_a_late_payment_without_room_goes_back(
    ada: Member, bob: Member, eve: Member, stake: int
) -> None:
    """Nor with a stake: it went back to the member, who may have spent it."""
    an_offer(stake_points=stake)
    for member in (ada, bob, eve):
        rich(member)
    first, second = lead(ada), join(bob)
    in_basket(second)
    late = NOON + 60 * MINUTES
    orders_changed([order_of(first)], now=NOON)
    end_due(now=late, limit=9)
    if not stake:
        join(eve, now=late)
    for _ in range(2):
        act_on([order_of(second, paid_at=late)], now=late)
        deliver()
    assert counts()[0] == "open"
    assert told()[1:] == ({f"o{second.pk}"}, {f"o{second.pk}"})
    assert sums(bob)[2] == 0


def test_a_payment_after_the_groups_time_goes_back(ada: Member, bob: Member) -> None:
    an_offer(seat_minutes=1440)
    first, second = lead(ada), join(bob)
    orders_changed([order_of(first), order_of(second, paid_at=CLOSES)], now=CLOSES)
    deliver()
    assert counts() == ("open", 1, 1)
    assert told() == ({f"o{first.pk}"}, {f"o{second.pk}"}, {f"o{second.pk}"})


def test_the_host_is_asked_once_more_before_anything_is_given_up(ada: Member, bob: Member) -> None:
    """The facts of both payments were lost; the orders were known before."""
    an_offer()
    first, second = lead(ada), join(bob)
    orders_changed([order_of(first, paid_at=None), order_of(second, paid_at=None)], now=NOON)
    order_of(first)
    order_of(second)
    assert end_due(now=CLOSES + 60 * MINUTES, limit=9) == 0
    deliver()
    assert (counts(), told()) == (("full", 2, 2), NONE)


def test_an_order_that_is_never_paid_loses_its_seat(ada: Member, bob: Member) -> None:
    an_offer()
    first, _ = lead(ada), join(bob)
    orders_changed([order_of(first, paid_at=None)], now=NOON)
    assert end_due(now=NOON + 30 * MINUTES, limit=9) == 2
    deliver()
    assert (counts(), told()) == (("open", 0, 0), (set(), {f"o{first.pk}"}, set()))
    paid = replace(order_of(first), cancelled=True)
    orders_changed([paid], now=NOON)
    deliver()
    assert told()[2] == {f"o{first.pk}"}


def test_an_order_the_shop_cancels_leaves_the_group(ada: Member, bob: Member) -> None:
    an_offer(stake_points=100)
    rich(ada)
    rich(bob)
    first, second = lead(ada), join(bob)
    orders_changed([order_of(first)], now=NOON)
    orders_changed([order_of(first, cancelled=True)], now=NOON)
    deliver()
    assert (counts(), sums(ada)) == (("open", 1, 0), (1000, 0, 0, 0))
    assert told()[2] == set()
    again = join(ada)
    orders_changed([order_of(again), order_of(second)], now=NOON)
    deliver()
    assert (counts()[0], sums(ada), sums(bob)) == ("full", (900, 0, 0, 0), (900, 0, 0, 0))
    orders_changed([order_of(second, fully_refunded=True)], now=NOON)
    deliver()
    assert (counts(), sums(bob)) == (("full", 2, 2), (1000, 0, 0, 0))


def test_a_line_taken_off_an_order_leaves_the_order_alone(ada: Member) -> None:
    an_offer()
    first = lead(ada)
    fact = order_of(first)
    orders_changed([fact], now=NOON)
    edited = replace(fact, lines=(replace(fact.lines[0], reward=""),))
    orders_changed([edited], now=NOON)
    deliver()
    assert counts() == ("open", 0, 0)
    assert told() == ({f"o{first.pk}"}, set(), set())


def test_what_was_promised_stays(ada: Member, bob: Member) -> None:
    an_offer()
    lead(ada)
    an_offer(size=5, prices={"USD": 9900})
    seat = join(bob)
    in_basket(seat)
    assert seat.group.size == 2
    assert counts() == ("open", 2, 0)


@pytest.mark.parametrize("again", [1, 2])
@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_facts_in_any_order_any_number_of_times(
    ada: Member, bob: Member, order: tuple[int, ...], again: int
) -> None:
    """Bob pays and cancels; ada is placed and pays: one seat is paid, bob's is free."""
    an_offer(size=3)
    first, second = lead(ada), join(bob)
    facts = [
        order_of(first, paid_at=None),
        order_of(first),
        order_of(second),
        order_of(second, cancelled=True),
    ]
    for _ in range(again):
        for place in order:
            orders_changed([facts[place]], now=NOON)
            deliver()
    assert counts() == ("open", 1, 1)
    assert [state for state, _ in seats()] == ["paid", "returned"]


@pytest.mark.django_db(transaction=True)
def test_the_last_seat_is_taken_once(ada: Member, bob: Member, eve: Member) -> None:
    an_offer(stake_points=100)
    for member in (ada, bob, eve):
        rich(member)
    lead(ada)
    answers = together(partial(join, bob), partial(join, eve))
    assert sorted(type(answer).__name__ for answer in answers) == ["Code", "Seat"]
    assert Code.LIMIT_EXCEEDED in answers
    assert counts() == ("open", 2, 0)
    assert {sums(bob), sums(eve)} == {(900, 0, 100, 0), (1000, 0, 0, 0)}


@pytest.mark.django_db(transaction=True)
def test_one_click_twice_is_one_seat(ada: Member, bob: Member) -> None:
    an_offer(size=3, stake_points=100)
    rich(ada)
    rich(bob)
    first, second = together(partial(lead, ada), partial(lead, ada))
    assert first == second
    first, second = together(partial(join, bob), partial(join, bob))
    assert first == second
    assert (counts(), sums(bob)) == (("open", 2, 0), (900, 0, 100, 0))


@pytest.mark.django_db(transaction=True)
def test_the_last_payment_against_the_end(ada: Member, bob: Member) -> None:
    an_offer(stake_points=100, seat_minutes=1440)
    rich(ada)
    rich(bob)
    first, second = lead(ada), join(bob)
    orders_changed([order_of(first)], now=NOON)
    last = order_of(second)
    late = CLOSES + 15 * MINUTES
    together(partial(act_on, [last], now=late), partial(end_due, now=late, limit=9))
    act_on([last], now=late)
    deliver()
    state, _, _ = counts()
    orders = {f"o{first.pk}", f"o{second.pk}"}
    if state == "full":
        assert told() == NONE
    else:
        assert (state, told()) == ("failed", (set(), orders, orders))
    left = 900 if state == "full" else 1000
    assert {sums(ada)[0], sums(bob)[0], sums(ada)[2], sums(bob)[2]} == {left, 0}


@pytest.mark.django_db(transaction=True)
def test_leaving_against_the_last_payment(ada: Member, bob: Member) -> None:
    an_offer(stake_points=100)
    rich(ada)
    rich(bob)
    first, second = lead(ada), join(bob)
    orders_changed([order_of(first)], now=NOON)
    leave = partial(leave_group, ada, first.public_id, now=NOON)
    together(leave, partial(act_on, [order_of(second)], now=NOON))
    deliver()
    full = counts()[0] == "full"
    assert sums(ada)[0] == (900 if full else 1000)
    assert (f"o{first.pk}" in told()[1]) != full
    assert Seat.objects.get(pk=second.pk).state == ("confirmed" if full else "paid")


@pytest.mark.django_db(transaction=True)
def test_two_payments_at_once_fill_the_group_once(ada: Member, bob: Member) -> None:
    an_offer(stake_points=100)
    rich(ada)
    rich(bob)
    first, second = lead(ada), join(bob)
    together(*(partial(act_on, [order_of(seat)], now=NOON) for seat in (first, second)))
    deliver()
    assert (counts(), told()) == (("full", 2, 2), NONE)
    assert (sums(ada)[0], sums(bob)[0]) == (900, 900)
