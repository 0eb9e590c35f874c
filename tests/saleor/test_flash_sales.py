"""Prices of flash sales in the checkout: shown at once, kept for a time, sold as they were kept."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from saleor.account.models import User
from saleor.checkout.models import Checkout, CheckoutLine
from saleor.discount.models import CheckoutLineDiscount
from saleor.order.models import Order
from saleor.tests.utils import prepare_test_db_connections
from shopping import gid, pk_of
from test_no_stale_benefit import MOVES, Walk

from saleor_loyalty.adapter import flash_prices
from saleor_loyalty.events.host import host
from saleor_loyalty.features.flash_sales.models import FlashSaleClaim, FlashSaleItem
from saleor_loyalty.flows import flash_sale_claims, inbox, members
from saleor_loyalty.flows.flash_sales import save_sale

COMPLETE = """mutation($id: ID!) { checkoutComplete(id: $id) {
  order { id total { gross { amount } } } errors { field code message } } }"""
ADD = """mutation($id: ID!, $lines: [CheckoutLineInput!]!) { checkoutLinesAdd(
  id: $id, lines: $lines) { checkout { ...Prices } errors { field message code } } }"""
READ = "query($id: ID!) { checkout(id: $id) { subtotalPrice { gross { amount } } } }"
UNTIL = """query($id: ID!) { checkout(id: $id) {
  lines { metafield(key: "saleor_loyalty.kept_until") } } }"""
RAN_OUT = "A sale price could not be kept for you any longer: please look at the total again."


def sale(variant, prices=None, slug="noon", *, days=None, gate=None, active=True, **item):
    config = {
        "name": {"en": "High noon", "de": "Zwölf Uhr"},
        "items": [{"variant_id": variant, "prices": prices or {"USD": 700}, **item}],
        "days": days,
        "gate": gate or {},
    }
    now = timezone.now()
    hour = timedelta(hours=1)
    save_sale(slug, config, starts_at=now - hour, ends_at=now + hour, active=active)


def subtotal(checkout):
    return checkout["subtotalPrice"]["gross"]["amount"]


def unit(checkout):
    return checkout["lines"][0]["unitPrice"]["gross"]["amount"]


def now_costs(shop, checkout):
    return subtotal(shop._post(READ, id=checkout)["checkout"])


def taken(slug="noon"):
    return FlashSaleItem.objects.get(sale__slug=slug).taken


def claims():
    return list(FlashSaleClaim.objects.order_by("pk").values_list("state", "quantity"))


def its_time_is_over():
    FlashSaleClaim.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def work():
    inbox.work_inbox(now=timezone.now())


def ready(shop, checkout):
    total = shop.ship(checkout)["totalPrice"]["gross"]["amount"]
    shop.pay_by_card(checkout, str(total))


def complete(shop, checkout, user):
    (answer,) = shop._post(COMPLETE, user=user, id=checkout).values()
    return answer


@pytest.fixture
def ada(shop, customer_user):
    members.find_or_join(customer_user.pk, now=timezone.now())
    return customer_user


@pytest.fixture
def bob(shop, customer_user2):
    members.find_or_join(customer_user2.pk, now=timezone.now())
    return customer_user2


def test_a_member_sees_the_price_at_once_and_pays_it(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=5)
    checkout = shop.checkout({variant: 2}, ada)
    assert (unit(checkout), subtotal(checkout), taken()) == (7, 14, 2)
    assert checkout["lines"][0]["undiscountedUnitPrice"]["amount"] == 10
    row = CheckoutLineDiscount.objects.get()
    assert (row.name, row.reason) == ("High noon", "saleor.loyalty:flash:noon")
    assert (row.value_type, row.value, row.amount_value) == ("fixed", 3, 6)
    ready(shop, checkout["id"])
    order = shop.complete(checkout["id"], ada)
    assert order["lines"][0]["unitPrice"]["gross"]["amount"] == 7
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (24, "FULL")
    assert host().order(order["id"]).saved == (("flash:noon", 600),)
    work()
    assert (claims(), taken()) == ([("ordered", 2)], 2)
    shop.of_order("orderCancel", order["id"])
    work()
    assert (claims(), taken()) == ([("released", 2)], 0)


def test_others_pay_what_everybody_pays(shop, ada, customer_user2):
    variant = shop.variant("10.00")
    sale(variant, quota=5)
    assert unit(shop.checkout({variant: 1}, customer_user2)) == 10
    assert unit(shop.checkout({variant: 1})) == 10
    sale(variant, quota=5, gate={"tiers": ["gold"]})
    assert unit(shop.checkout({variant: 1}, ada)) == 10
    tier = shop.give_tier(ada)
    sale(variant, quota=5, gate={"tiers": [tier.slug]})
    assert unit(shop.checkout({variant: 1}, ada)) == 7
    assert taken() == 1
    sale(variant, quota=5, active=False)
    assert unit(shop.checkout({variant: 1}, ada)) == 10


def test_not_on_other_days_and_not_in_other_currencies(shop, ada):
    variant = shop.variant("10.00")
    tomorrow = (timezone.now() + timedelta(days=1)).isoweekday()
    sale(variant, days={"weekdays": [tomorrow % 7 + 1]})
    assert unit(shop.checkout({variant: 1}, ada)) == 10
    sale(variant, {"EUR": 100})
    assert unit(shop.checkout({variant: 1}, ada)) == 10
    assert claims() == []


@pytest.mark.parametrize(
    ("flash", "reduced", "due", "pieces"),
    [(900, None, 8, 0), (700, "6.00", 6, 0), (800, None, 8, 0), (750, "7.60", 7.5, 2)],
)
def test_the_lowest_price_counts(shop, ada, flash, reduced, due, pieces):
    shop.give_tier(ada, 2000)
    variant = shop.variant("10.00", sale=reduced)
    sale(variant, {"USD": flash}, quota=5)
    assert (unit(shop.checkout({variant: 2}, ada)), taken()) == (due, pieces)


def test_what_no_sale_has_left_costs_what_it_does_anyway(shop, ada):
    tier = shop.give_tier(ada, 1000)
    variant = shop.variant("10.00")
    sale(variant, quota=2)
    checkout = shop.checkout({variant: 3}, ada)
    # 7 + 7 + 9; Saleor shows the price of one rounded, the line's is exact.
    assert (unit(checkout), subtotal(checkout), taken()) == (7.67, 23, 2)
    row = CheckoutLineDiscount.objects.get()
    assert (row.name, row.amount_value, row.value) == ("High noon, Gold", 7, Decimal("2.33"))
    ready(shop, checkout["id"])
    order = shop.complete(checkout["id"], ada)
    assert order["lines"][0]["totalPrice"]["gross"]["amount"] == 23
    assert order["total"]["gross"]["amount"] == 33
    saved = host().order(order["id"]).saved
    assert saved == (("flash:noon", 600), (f"tier:{tier.slug}", 100))
    work()
    assert (claims(), taken()) == ([("ordered", 2)], 2)


def test_the_rest_keeps_the_shops_own_sale(shop, ada):
    variant = shop.variant("10.00", sale="8.00")
    sale(variant, per_member=1)
    checkout = shop.checkout({variant: 3}, ada)
    assert subtotal(checkout) == 7 + 8 + 8
    ready(shop, checkout["id"])
    order = shop.complete(checkout["id"], ada)
    fact = host().order(order["id"])
    assert (fact.lines[0].gross, fact.lines[0].on_sale) == (2300, True)
    assert fact.saved == (("flash:noon", 100),)


def test_of_two_sales_the_cheaper_comes_first(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, {"USD": 500}, "first", quota=1)
    sale(variant, {"USD": 700}, "second", quota=1)
    checkout = shop.checkout({variant: 3}, ada)
    assert (subtotal(checkout), taken("first"), taken("second")) == (22, 1, 1)
    assert subtotal(shop.update(checkout["id"], {variant: 1}, ada)) == 5
    assert (taken("first"), taken("second")) == (1, 0)


def test_yen_have_no_cents(shop, ada, channel_JPY, shipping_zone, warehouse):
    warehouse.channels.add(channel_JPY)
    shipping_zone.channels.add(channel_JPY)
    variant = shop.variant("999", channel=channel_JPY)
    sale(variant, {"JPY": 701}, quota=1)
    checkout = shop.checkout({variant: 3}, ada, channel=channel_JPY.slug)
    assert subtotal(checkout) == 701 + 999 + 999
    assert CheckoutLineDiscount.objects.get().value == 99
    alone = shop.update(checkout["id"], {variant: 1}, ada)
    assert (unit(alone), subtotal(alone)) == (701, 701)


def test_quantities_lines_and_customers_come_and_go(shop, ada):
    variant, other = shop.variant("10.00"), shop.variant("5.00")
    sale(variant, quota=4)
    checkout = shop.checkout({variant: 3, other: 1}, ada)["id"]
    assert taken() == 3
    assert subtotal(shop.update(checkout, {variant: 6}, ada)) == 4 * 7 + 2 * 10 + 5
    assert subtotal(shop.update(checkout, {variant: 1}, ada)) == 12
    assert taken() == 1
    assert subtotal(shop.change("checkoutCustomerDetach", ada, id=checkout)) == 15
    assert (claims(), taken()) == ([], 0)
    customer = gid("User", ada.pk)
    shop.change("checkoutCustomerAttach", ada, id=checkout, customerId=customer)
    assert (now_costs(shop, checkout), taken()) == (12, 1)
    shop.update(checkout, {variant: 0}, ada)
    assert (claims(), taken()) == ([], 0)
    assert subtotal(shop.update(checkout, {variant: 2}, ada)) == 19
    shop.update(checkout, {variant: 0, other: 0}, ada)
    assert (claims(), taken()) == ([], 0)


def test_lines_of_the_same_product_share_the_pieces(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=3)
    checkout = shop.checkout({variant: 2}, ada)["id"]
    lines = [{"variantId": variant, "quantity": 2, "forceNewLine": True}]
    added = shop.call(ADD, ada, id=checkout, lines=lines)["checkout"]
    totals = sorted(line["totalPrice"]["gross"]["amount"] for line in added["lines"])
    assert (totals, taken()) == ([14, 17], 3)
    ready(shop, checkout)
    order = shop.complete(checkout, ada)
    work()
    assert (order["total"]["gross"]["amount"], claims()) == (41, [("ordered", 3)])


def test_a_voucher_counts_from_the_price(shop, ada, voucher_percentage):
    variant = shop.variant("10.00")
    sale(variant, quota=3)
    checkout = shop.checkout({variant: 2}, ada)["id"]
    code = voucher_percentage.code
    assert subtotal(shop.change("checkoutAddPromoCode", ada, id=checkout, promoCode=code)) == 12.6
    assert subtotal(shop.update(checkout, {variant: 1}, ada)) == 6.3


def test_the_storefront_knows_how_long_it_is_kept(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=3)
    checkout = shop.checkout({variant: 1}, ada)["id"]
    (line,) = shop._post(UNTIL, id=checkout)["checkout"]["lines"]
    assert line["metafield"] == FlashSaleClaim.objects.get().expires_at.isoformat()
    shop.change("checkoutCustomerDetach", ada, id=checkout)
    assert shop._post(UNTIL, id=checkout)["checkout"]["lines"] == [{"metafield": None}]


def test_what_is_left_too_long_goes_to_whoever_comes_next(shop, ada, bob):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    adas = shop.checkout({variant: 1}, ada)["id"]
    ready(shop, adas)
    assert unit(shop.checkout({variant: 1}, bob)) == 10
    its_time_is_over()
    bobs = shop.checkout({variant: 1}, bob)
    assert (unit(bobs), taken()) == (7, 1)
    assert complete(shop, adas, ada)["errors"][0]["message"] == RAN_OUT
    assert (now_costs(shop, adas), taken()) == (10, 1)
    assert not Order.objects.exists()


def test_the_run_of_the_day_takes_the_price_off_a_checkout_left_open(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    checkout = shop.checkout({variant: 1}, ada)["id"]
    flash_sale_claims.release_due(now=timezone.now(), limit=10)
    assert (now_costs(shop, checkout), taken()) == (7, 1)
    its_time_is_over()
    assert flash_sale_claims.release_due(now=timezone.now(), limit=10) == 1
    assert (now_costs(shop, checkout), claims(), taken()) == (10, [], 0)
    # Nobody is there for whom it would be kept again, until the shopper comes back.
    host().reprice(ada.pk)
    assert (now_costs(shop, checkout), taken()) == (10, 0)
    assert unit(shop.update(checkout, {variant: 1}, ada)) == 7


def test_a_checkout_that_lost_its_piece_to_another_is_priced_anew(shop, ada, bob):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    checkout = shop.checkout({variant: 1}, ada)["id"]
    its_time_is_over()
    shop.checkout({variant: 1}, bob)
    flash_sale_claims.release_due(now=timezone.now(), limit=10)
    assert (now_costs(shop, checkout), taken()) == (10, 1)


def test_a_checkout_that_is_gone_holds_nothing(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    shop.checkout({variant: 1}, ada)
    Checkout.objects.all().delete()
    its_time_is_over()
    flash_sale_claims.release_due(now=timezone.now(), limit=10)
    assert (claims(), taken()) == ([], 0)


def test_an_order_whose_fact_is_late_keeps_its_pieces(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    order, _ = shop.buy({variant: 1}, ada)
    # As if the worker had been away.
    FlashSaleClaim.objects.update(state="reserved", order_id="")
    its_time_is_over()
    assert flash_sale_claims.release_due(now=timezone.now(), limit=10) == 0
    assert (claims(), taken()) == ([("reserved", 1)], 1)
    flash_sale_claims.orders_changed([host().order(order["id"])])
    assert (claims(), taken()) == ([("ordered", 1)], 1)


def test_after_the_time_it_is_refused_once_where_there_are_pieces_still(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    checkout = shop.checkout({variant: 1}, ada)["id"]
    ready(shop, checkout)
    its_time_is_over()
    assert complete(shop, checkout, ada) == {
        "order": None,
        "errors": [{"field": "lines", "code": "INVALID", "message": RAN_OUT}],
    }
    assert (now_costs(shop, checkout), taken()) == (7, 1)
    assert complete(shop, checkout, ada)["order"]["total"]["gross"]["amount"] == 17


def test_it_is_said_in_the_language_of_the_checkout(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    checkout = shop.checkout({variant: 1}, ada)["id"]
    ready(shop, checkout)
    Checkout.objects.update(language_code="de")
    its_time_is_over()
    (error,) = complete(shop, checkout, ada)["errors"]
    assert error["message"] == (
        "Ein Aktionspreis konnte nicht länger für Sie reserviert werden: "
        "Bitte prüfen Sie die Summe noch einmal."
    )
    shop.update(checkout, {variant: 1}, ada)
    assert CheckoutLineDiscount.objects.get().name == "Zwölf Uhr"


def test_within_the_time_it_is_bought_when_the_sale_is_over(shop, ada):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    checkout = shop.checkout({variant: 1}, ada)["id"]
    sale(variant, quota=1, active=False)
    ready(shop, checkout)
    order = shop.complete(checkout, ada)
    assert order["total"]["gross"]["amount"] == 17


@pytest.mark.parametrize("asked", [True, False])
def test_other_pieces_than_were_kept_make_no_order(shop, ada, monkeypatch, asked):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    checkout = shop.checkout({variant: 1}, ada)["id"]
    ready(shop, checkout)
    shop.pay_by_card(checkout, "100")
    # Another tab, whose hook is still on its way.
    CheckoutLine.objects.update(quantity=3)
    if not asked:
        monkeypatch.setattr(flash_prices, "are_kept", lambda *_: True)
    (error,) = complete(shop, checkout, ada)["errors"]
    assert error["message"] == RAN_OUT
    assert not Order.objects.exists()


def test_where_nobody_knows_the_mark_is_enough_until_shortly_before_its_time(
    shop, ada, monkeypatch
):
    variant = shop.variant("10.00")
    sale(variant, quota=1)
    checkout = shop.checkout({variant: 1}, ada)["id"]
    ready(shop, checkout)

    def throws(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(flash_sale_claims, "kept", throws)
    late = timezone.now() + timedelta(minutes=14, seconds=30)
    with monkeypatch.context() as then:
        then.setattr("saleor_loyalty.adapter.checkout_prices.timezone.now", lambda: late)
        assert complete(shop, checkout, ada)["errors"]
    assert complete(shop, checkout, ada)["order"]["total"]["gross"]["amount"] == 17


def test_without_the_sale_s_tables_a_member_still_has_the_tiers_price(shop, ada, monkeypatch):
    shop.give_tier(ada, 1000)
    variant = shop.variant("10.00")
    sale(variant, quota=1)

    def throws(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(flash_sale_claims, "prices_for", throws)
    assert unit(shop.checkout({variant: 1}, ada)) == 9


def test_a_checkout_without_pieces_of_a_sale_pays_nothing_for_it(shop, ada, settings):
    variant = shop.variant("10.00")
    sale(shop.variant("5.00"), quota=1)
    checkout = shop.checkout({variant: 1}, ada)["id"]

    def statements(quantity):
        with CaptureQueriesContext(connection) as queries:
            shop.update(checkout, {variant: quantity}, ada)
        return len(queries)

    statements(2)
    with_plugin = statements(3)
    settings.PLUGINS = [name for name in settings.PLUGINS if "loyalty" not in name]
    statements(2)
    assert with_plugin - statements(3) <= 1


def _told():
    """The rows of the story in the docs: step, and what is to be seen after it."""
    page = Path(__file__).parents[2] / "docs" / "flash-sales.md"
    section = page.read_text().split("\n## In Saleor's checkout\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


class Story:
    """Ada's and bob's checkouts of one product; each step changes one of them."""

    def __init__(self, shop, variant, people):
        self.shop, self.variant, self.people = shop, variant, people
        self.checkouts, self.orders = {}, {}

    def takes(self, who, pieces):
        user, lines = self.people[who], {self.variant: int(pieces)}
        if who in self.checkouts:
            self.shop.update(self.checkouts[who], lines, user)
        else:
            self.checkouts[who] = self.shop.checkout(lines, user)["id"]

    def orders_it(self, who):
        ready(self.shop, self.checkouts[who])
        order = self.shop.complete(self.checkouts[who], self.people[who])
        self.orders[who] = order["id"]
        work()

    def orders_late(self, who):
        ready(self.shop, self.checkouts[who])
        its_time_is_over()
        assert complete(self.shop, self.checkouts[who], self.people[who])["errors"]
        return {who: " refused"}

    def a_quarter_passes(self):
        its_time_is_over()
        flash_sale_claims.release_due(now=timezone.now(), limit=10)

    def cancels(self, who):
        self.shop.of_order("orderCancel", self.orders[who])
        work()

    def of(self, who):
        if who in self.orders:
            status = Order.objects.get(pk=pk_of(self.orders[who])).status
            return "cancelled" if status == "canceled" else "ordered"
        return f"{now_costs(self.shop, self.checkouts[who]):.2f}" if who in self.checkouts else ""


def test_the_story_of_the_docs(shop, ada, bob):
    variant = shop.variant("10.00")
    sale(variant, quota=3, per_member=2)
    story = Story(shop, variant, {"ada": ada, "bob": bob})
    steps = {
        "ada orders": lambda: story.orders_it("ada"),
        "bob orders": lambda: story.orders_it("bob"),
        "bob orders after another": lambda: story.orders_late("bob"),
        "a quarter of an hour passes": story.a_quarter_passes,
        "ada's order is cancelled": lambda: story.cancels("ada"),
    }
    for step, adas, bobs, pieces in _told():
        who, _, number = step.partition(" takes ")
        marks = (story.takes(who, number) if number else steps[step]()) or {}
        seen = [story.of(one) + marks.get(one, "") for one in ("ada", "bob")]
        assert [*seen, str(taken())] == [adas, bobs, pieces], step


@pytest.mark.parametrize("seed", range(2))
def test_a_checkout_costs_what_a_new_one_would(
    shop, ada, voucher_percentage, other_shipping_method, seed
):
    shop.give_tier(ada, 1500, "best_of", {"kind": "free_shipping", "minimum": {"USD": 2500}})
    variants = [shop.variant("9.99"), shop.variant("8.00", sale="6.00"), shop.variant("3.33")]
    sale(variants[0], {"USD": 777})
    sale(variants[1], {"USD": 550}, "second", per_member=1_000)
    chance = random.Random(seed)
    walk = Walk(shop, ada, voucher_percentage.code, variants)
    answers = [walk.change(chance) for _ in range(MOVES)]
    anew = walk.anew()
    assert answers[-1]["totalPrice"] == anew["totalPrice"], walk.state
    assert answers[-1]["subtotalPrice"] == anew["subtotalPrice"], walk.state


BUYERS, QUOTA = 50, 7


def _empty_checkout(buyer, channel, address):
    members.find_or_join(buyer.pk, now=timezone.now())
    checkout = Checkout.objects.create(
        user=buyer,
        email=buyer.email,
        channel=channel,
        currency=channel.currency_code,
        country="PL",
        billing_address=address.get_copy(),
    )
    return gid("Checkout", checkout.pk)


def test_fifty_buyers_at_once_never_oversell(shop, settings, channel_USD, product_type, address):
    # A machine of few cores must not look like a shop in which everybody waits.
    settings.SALEOR_LOYALTY_FLASH_SALE_PATIENCE_MS = 30_000
    settings.SALEOR_LOYALTY_HOOK_LOCK_TIMEOUT_MS = 20_000
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    product_type.is_shipping_required = False
    product_type.save()
    variant = shop.variant("10.00")
    sale(variant, quota=QUOTA, per_member=1)
    buyers = [User.objects.create(email=f"m{number}@example.com") for number in range(BUYERS)]
    checkouts = [_empty_checkout(buyer, channel_USD, address) for buyer in buyers]
    start = Barrier(BUYERS)

    def buy(buyer, checkout):
        # One connection each: Saleor's replica is the writer in this thread as well.
        prepare_test_db_connections()
        try:
            connection.ensure_connection()
            start.wait(60)
            lines = [{"variantId": variant, "quantity": 1}]
            shown = subtotal(shop.call(ADD, buyer, id=checkout, lines=lines)["checkout"])
            return shown, shop.complete(checkout, buyer)["total"]["gross"]["amount"]
        finally:
            connection.close()

    with ThreadPoolExecutor(BUYERS) as pool:
        prices = list(pool.map(buy, buyers, checkouts))
    assert sorted(prices) == [(7, 7)] * QUOTA + [(10, 10)] * (BUYERS - QUOTA)
    # Workers that were in each other's way try again a little later.
    inbox.work_inbox(now=timezone.now() + timedelta(hours=1))
    assert taken() == QUOTA
    assert claims() == [("ordered", 1)] * QUOTA
    assert Order.objects.count() == BUYERS
