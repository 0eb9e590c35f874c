"""Prices for members, so many pieces in all and for each: kept, ordered, given back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.flash_sales.config import DaysConfig
from saleor_loyalty.features.flash_sales.models import ClaimState, FlashSaleClaim, FlashSaleItem
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import flash_sale_claims as flow
from saleor_loyalty.flows.flash_sale_claims import FlashPrice
from saleor_loyalty.flows.flash_sales import items_of, save_sale
from saleor_loyalty.flows.members import find_or_join
from tests.conftest import customer
from tests.ledger.threads import together
from tests.shop import NOON, Shop, line, open_checkout, paid_order

ENDS = NOON + timedelta(days=2)
MINUTES = timedelta(minutes=1)


def a_sale(slug: str = "flash", *, active: bool = True, **item: Any) -> None:
    config = {
        "name": {"en": "Flash"},
        "items": [{"variant_id": "v1", "prices": {"USD": 700, "JPY": 900}, **item}],
    }
    save_sale(slug, config, starts_at=NOON, ends_at=ENDS, active=active)


def price(
    member: Member | None, quantity: int = 1, checkout_id: str = "c1", *, now: datetime = NOON
) -> FlashPrice | None:
    return flow.price_for(member, "v1", "USD", quantity, checkout_id, now=now)


def prices(
    member: Member, quantity: int, checkout_id: str = "c1", *, now: datetime = NOON, **more: Any
) -> list[tuple[str, int, int]]:
    """Of each sale that gives pieces: its name, the price, how many."""
    basket = flow.Basket(checkout_id, member, "USD", {"v1": quantity}, **more)
    found = flow.prices_for(basket, now=now).get("v1", ())
    return [(one.sale, one.price, one.quantity) for one in found]


def kept(quantity: int, checkout_id: str = "c1", *, now: datetime = NOON) -> bool:
    item = FlashSaleItem.objects.get(sale__slug="flash")
    return flow.kept(checkout_id, {item.pk: quantity}, now=now)


def taken() -> int:
    """What the item says, which is what its claims come to."""
    item = FlashSaleItem.objects.get(sale__slug="flash")
    open_claims = item.claims.exclude(state=ClaimState.RELEASED)
    assert item.taken == (open_claims.aggregate(sum=Sum("quantity"))["sum"] or 0)
    return item.taken


def order(quantity: int = 1, checkout_id: str = "c1", **more: Any) -> OrderFact:
    bought = line("a", 700 * quantity, quantity=quantity, variant_id="v1")
    return paid_order(bought, order_id=f"o-{checkout_id}", checkout_id=checkout_id, **more)


def states() -> list[tuple[str, str, int]]:
    found = FlashSaleClaim.objects.order_by("checkout_id")
    return list(found.values_list("state", "order_id", "quantity"))


def test_a_price_keeps_the_pieces_until_the_order_has_them(ada: Member) -> None:
    a_sale(quota=3)
    until = NOON + 15 * MINUTES
    assert price(ada, 2) == FlashPrice("flash", "v1", 700, 2, until)
    assert price(ada, 2, now=NOON + 5 * MINUTES) == FlashPrice("flash", "v1", 700, 2, until)
    assert taken() == 2
    assert kept(2)
    assert not kept(3)
    for _ in range(2):
        flow.orders_changed([order(2)])
    assert (taken(), states()) == (2, [("ordered", "o-c1", 2)])
    assert flow.release("c1") == 0
    assert price(ada, 1) is None


def test_nobody_else_has_it(ada: Member, bob: Member) -> None:
    a_sale(quota=2)
    assert price(None) is None
    assert flow.price_for(ada, "v1", "EUR", 1, "c1", now=NOON) is None
    assert flow.price_for(ada, "v2", "USD", 1, "c1", now=NOON) is None
    assert price(ada, 0) is None
    assert price(ada, now=NOON - MINUTES) is None
    assert price(ada, now=ENDS) is None
    assert taken() == 0
    a_sale(active=False)
    assert price(ada) is None


def test_in_all_and_for_each(ada: Member, bob: Member) -> None:
    a_sale(quota=3, per_member=2)
    assert prices(ada, 3, "c1") == [("flash", 700, 2)]
    assert prices(ada, 1, "c1") == [("flash", 700, 1)]
    assert price(ada, 1, "c2") is not None
    assert price(ada, 1, "c3") is None
    assert prices(bob, 2, "c4") == [("flash", 700, 1)]
    assert taken() == 3
    assert flow.release("c1") == 1
    assert prices(bob, 2, "c4") == [("flash", 700, 2)]
    assert taken() == 3


def test_other_quantities_and_other_baskets(ada: Member) -> None:
    a_sale(quota=5)
    assert price(ada, 2) is not None
    assert price(ada, 5) is not None
    assert taken() == 5
    assert prices(ada, 6) == [("flash", 700, 5)]
    assert taken() == 5
    assert price(ada, 4) is not None
    assert taken() == 4
    other = flow.Basket("c1", ada, "USD", {"v9": 1})
    assert flow.prices_for(other, now=NOON) == {}
    assert (taken(), states()) == (0, [])


def test_the_time_limit_gives_pieces_to_whoever_asks_next(
    ada: Member, bob: Member, shop: Shop
) -> None:
    a_sale(quota=1)
    price(ada)
    assert price(bob, 1, "c2", now=NOON + 14 * MINUTES) is None
    assert price(bob, 1, "c2", now=NOON + 15 * MINUTES) is not None
    assert price(ada, now=NOON + 16 * MINUTES) is None
    assert taken() == 1


def test_what_is_kept_outlives_the_end_of_the_sale(ada: Member) -> None:
    a_sale(quota=5)
    before, after = ENDS - 5 * MINUTES, ENDS + 5 * MINUTES
    assert price(ada, 2, now=before) is not None
    assert price(ada, 2, now=after) == FlashPrice("flash", "v1", 700, 2, ENDS + 10 * MINUTES)
    assert price(ada, 1, now=after) is not None
    assert taken() == 1
    assert prices(ada, 2, now=after) == [("flash", 700, 1)]
    assert price(ada, 1, now=ENDS + 10 * MINUTES) is None
    assert taken() == 0


def test_the_run_of_the_day_ends_what_was_left(ada: Member, shop: Shop) -> None:
    a_sale(quota=9)
    shop.checkouts["c1"] = open_checkout(700, checkout_id="c1")
    price(ada, 2, "c1")
    price(ada, 1, "gone")
    price(ada, 3, "ordered")
    shop.orders["o1"] = order(3, "ordered")
    assert flow.release_due(now=NOON + 14 * MINUTES, limit=10) == 0
    assert flow.release_due(now=NOON + 15 * MINUTES, limit=10) == 2
    assert taken() == 3
    # The open one is priced anew, of the one that has gone nothing is left.
    assert shop.repriced_checkouts == ["c1", "gone"]
    assert [claim.checkout_id for claim in FlashSaleClaim.objects.order_by("pk")] == [
        "c1",
        "ordered",
    ]
    assert flow.release_due(now=NOON + timedelta(days=9), limit=10) == 0
    assert taken() == 3


def test_a_checkout_that_lost_its_pieces_to_another_is_priced_anew(
    ada: Member, bob: Member, shop: Shop
) -> None:
    a_sale(quota=1)
    shop.checkouts["c1"] = open_checkout(700, checkout_id="c1")
    price(ada)
    assert price(bob, 1, "c2", now=NOON + 15 * MINUTES) is not None
    flow.release_due(now=NOON + 16 * MINUTES, limit=10)
    assert shop.repriced_checkouts == ["c1"]
    assert prices(ada, 1, now=NOON + 16 * MINUTES, grows=False) == []
    flow.release_due(now=NOON + 17 * MINUTES, limit=10)
    assert shop.repriced_checkouts == ["c1"]


def test_while_the_shopper_is_away_nothing_is_kept_for_them(ada: Member) -> None:
    a_sale(quota=9)
    assert prices(ada, 2, grows=False) == []
    assert prices(ada, 2) == [("flash", 700, 2)]
    assert prices(ada, 3, grows=False) == [("flash", 700, 2)]
    assert prices(ada, 1, grows=False) == [("flash", 700, 1)]
    assert prices(ada, 1, now=NOON + 15 * MINUTES, grows=False) == []
    assert taken() == 0


def test_what_is_kept_can_be_ordered_until_its_time_is_over(ada: Member) -> None:
    a_sale(quota=9)
    price(ada, 2)
    late = NOON + 15 * MINUTES
    assert not kept(2, now=late)
    assert kept(2, now=late - timedelta(seconds=1))
    # Then for the minutes that an order takes.
    assert flow.release_due(now=late + 9 * MINUTES, limit=9) == 0
    assert flow.release_due(now=late + 10 * MINUTES, limit=9) == 1
    assert not kept(2, now=NOON)


def test_only_a_price_that_is_lower_takes_pieces(ada: Member) -> None:
    a_sale(quota=9)
    assert prices(ada, 2, below={"v1": 700}) == []
    assert taken() == 0
    assert prices(ada, 2, below={"v1": 701}) == [("flash", 700, 2)]
    assert prices(ada, 2, below={"v1": 600}) == []
    assert taken() == 0


def test_an_order_that_comes_late_has_its_pieces_if_there_are_any(ada: Member, shop: Shop) -> None:
    a_sale(quota=1)
    price(ada)
    shop.checkouts["c1"] = open_checkout(700, checkout_id="c1")
    flow.release_due(now=NOON + timedelta(days=2), limit=10)
    assert taken() == 0
    flow.orders_changed([order()])
    assert taken() == 1


def test_an_order_that_comes_too_late_never_oversells(ada: Member, bob: Member, shop: Shop) -> None:
    a_sale(quota=1)
    price(ada)
    assert price(bob, 1, "c2", now=NOON + 20 * MINUTES) is not None
    flow.orders_changed([order()])
    flow.orders_changed([order(checkout_id="c2")])
    assert (taken(), [state for state, _, _ in states()]) == (1, ["released", "ordered"])


def test_a_cancelled_order_gives_its_pieces_back_for_good(ada: Member) -> None:
    a_sale(quota=2)
    price(ada, 2)
    flow.orders_changed([order(2)])
    flow.orders_changed([order(2, cancelled=True)])
    flow.orders_changed([order(2)])
    assert (taken(), states()) == (0, [("released", "o-c1", 2)])
    assert price(ada, 2, "c2") is not None


def test_the_cheapest_sale_counts_and_gates_are_kept(ada: Member) -> None:
    a_sale(quota=2)
    config = {
        "name": {"en": "Gold"},
        "gate": {"tiers": ["gold"]},
        "items": [{"variant_id": "v1", "prices": {"USD": 500}, "quota": 1}],
    }
    window = {"starts_at": NOON, "ends_at": ENDS, "active": True}
    save_sale("gold", config, **window)
    found = price(ada)
    assert found is not None
    assert (found.sale, found.price) == ("flash", 700)
    save_sale("gold", {**config, "gate": {}}, **window)
    found = price(ada)
    assert found is not None
    assert (found.sale, found.price, taken()) == ("gold", 500, 0)
    assert prices(ada, 3) == [("gold", 500, 1), ("flash", 700, 2)]
    assert taken() == 2
    assert prices(ada, 4) == [("gold", 500, 1), ("flash", 700, 2)]
    assert prices(ada, 1) == [("gold", 500, 1)]
    assert taken() == 0


def test_a_quota_is_never_set_below_what_is_taken(ada: Member) -> None:
    a_sale(quota=5)
    price(ada, 3)
    with pytest.raises(LoyaltyError) as refused:
        a_sale(quota=2)
    assert refused.value.code is Code.INVALID
    assert FlashSaleItem.objects.get().quota == 5
    a_sale(quota=3)
    (item,) = items_of(FlashSaleItem.objects.get().sale)
    assert (item.quota, item.left) == (3, 0)


def test_member_days() -> None:
    days = DaysConfig(days_of_month=frozenset({8}), weekdays=frozenset({7}), time_zone="Asia/Tokyo")
    assert days.contains(datetime(2026, 3, 7, 15, tzinfo=UTC))
    assert not days.contains(datetime(2026, 3, 8, 15, tzinfo=UTC))
    assert days.contains(datetime(2026, 4, 7, 15, tzinfo=UTC))


@pytest.mark.django_db(transaction=True)
def test_fifty_buyers_at_once_never_oversell(shop: Shop, programme: None) -> None:
    a_sale(quota=7, per_member=1)
    buyers = [find_or_join(customer(shop, f"m{number}"), now=NOON) for number in range(50)]

    def buy(buyer: Member) -> bool:
        checkout_id = f"c{buyer.pk}"
        if price(buyer, 1, checkout_id) is None:
            return False
        flow.orders_changed([order(checkout_id=checkout_id)])
        return True

    answers = together(*(partial(buy, buyer) for buyer in buyers))
    assert answers.count(True) == 7
    assert answers.count(False) == 43
    assert (taken(), len(states())) == (7, 7)
    assert {state for state, _, _ in states()} == {"ordered"}


@pytest.mark.django_db(transaction=True)
def test_two_tabs_of_one_member_have_what_one_may_have(ada: Member) -> None:
    a_sale(quota=9, per_member=1)
    first, second = together(partial(price, ada, 1, "c1"), partial(price, ada, 1, "c2"))
    assert (first is None) != (second is None)
    assert taken() == 1


@pytest.mark.django_db(transaction=True)
def test_the_order_against_the_time_limit(ada: Member) -> None:
    a_sale(quota=1)
    price(ada)
    late = NOON + timedelta(days=2)
    together(partial(flow.orders_changed, [order()]), partial(flow.release_due, now=late, limit=9))
    assert (taken(), states()) == (1, [("ordered", "o-c1", 1)])


@pytest.mark.django_db(transaction=True)
def test_what_is_being_ordered_is_not_given_to_others(ada: Member, bob: Member) -> None:
    a_sale(quota=1)
    price(ada)
    just_before, after = NOON + 14 * MINUTES, NOON + 16 * MINUTES
    with transaction.atomic():
        assert kept(1, now=just_before)
        (others, ended) = together(
            lambda: prices(bob, 1, "c2", now=after),
            lambda: flow.release_due(now=after, limit=9),
        )
    assert (others, ended, taken()) == ([], 0, 1)
    assert prices(bob, 1, "c2", now=after) == []


@pytest.mark.django_db(transaction=True)
def test_a_basket_that_is_as_it_was_waits_for_nobody(ada: Member, bob: Member) -> None:
    a_sale(quota=1)
    price(ada)
    with transaction.atomic():
        list(FlashSaleItem.objects.select_for_update())
        assert together(lambda: prices(ada, 1), lambda: prices(bob, 1, "c2"), lambda: kept(1)) == [
            [("flash", 700, 1)],
            [],
            True,
        ]


STEPS = some.lists(
    some.tuples(
        some.sampled_from(["price", "order", "cancel", "release", "due"]),
        some.integers(1, 3),
        some.integers(1, 3),
        some.integers(0, 40),
    ),
    max_size=20,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_whatever_happens_what_is_taken_is_what_is_claimed(
    ada: Member, shop: Shop, steps: list[tuple[str, int, int, int]]
) -> None:
    for _ in _clean():
        a_sale(quota=4, per_member=3)
        for step, number, quantity, minutes in steps:
            checkout_id, now = f"c{number}", NOON + minutes * MINUTES
            if step == "price":
                price(ada, quantity, checkout_id, now=now)
            elif step == "release":
                flow.release(checkout_id)
            elif step == "due":
                flow.release_due(now=now + timedelta(days=quantity - 1), limit=9)
            else:
                fact = order(quantity, checkout_id)
                flow.orders_changed([replace(fact, cancelled=step == "cancel")])
            assert 0 <= taken() <= 4


def _clean() -> Iterator[None]:
    FlashSaleClaim.objects.all().delete()
    FlashSaleItem.objects.all().delete()
    yield


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("backwards", [False, True])
def test_facts_in_any_order_and_number(ada: Member, *, backwards: bool, times: int) -> None:
    a_sale(quota=5)
    price(ada, 3)
    facts = [order(3), order(2), order(2, cancelled=True)]
    for _ in range(times):
        for fact in reversed(facts) if backwards else facts:
            flow.orders_changed([fact])
    assert taken() == 0
    assert [state for state, _, _ in states()] == ["released"]
