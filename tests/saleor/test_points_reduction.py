"""Points that make goods cheaper on a real Saleor: in the answer at once, taxed on what is paid,
spent with the order, given back with what goes back.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from saleor.account.models import User
from saleor.checkout.models import Checkout
from saleor.discount.models import CheckoutLineDiscount
from saleor.order.models import Order, OrderGrantedRefund
from saleor.tax.models import TaxConfiguration
from shopping import gid, pk_of, programme

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import host
from saleor_loyalty.features.spending.models import PointsReduction, ReductionStatus
from saleor_loyalty.features.spending.reduction import Ended
from saleor_loyalty.flows import inbox, points_reduction, setup
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.ledger.models import Account

OURS = "/plugins/saleor.loyalty/graphql/"
APPLY = """mutation($id: ID!, $points: LoyaltyInteger!) {
  loyaltyCheckoutPointsApply(checkoutId: $id, points: $points) {
    quote { mode usedPoints usedAmount { amount } maximumPoints earnPoints notice }
    errors { field code message } } }"""
RELEASE = """mutation($id: ID!) { loyaltyCheckoutPointsRelease(checkoutId: $id) {
  releasedPoints errors { code } } }"""
QUOTE = "query($id: ID!) { loyaltyCheckoutQuote(checkoutId: $id) { usedPoints notice } }"
READ = """query($id: ID!) { checkout(id: $id) { totalPrice { gross { amount } net { amount } }
  subtotalPrice { gross { amount } }
  lines { undiscountedTotalPrice { amount } totalPrice { gross { amount } net { amount } } } } }"""
COMPLETE = """mutation($id: ID!) { checkoutComplete(id: $id) {
  order { id total { gross { amount } } } errors { field code message } } }"""
CHANGED = "Your points cannot be used as you chose them: please look at the total again."
RATES = {"USD": {"points": 100, "minor": 100}, "JPY": {"points": 100, "minor": 1}}


def reducing(**spending):
    document = programme()
    config = document["programmes"][0]["config"]
    config["spending"] = {"rates": RATES, "mode": "price_reduction", **spending}
    setup.set_up(document, now=timezone.now())


def taxes(channel, *, entered_with_tax):
    """Flat rates: 23 % in Poland, where the address is."""
    found = TaxConfiguration.objects.get(channel=channel)
    found.charge_taxes, found.prices_entered_with_tax = True, entered_with_tax
    found.tax_calculation_strategy = "FLAT_RATES"
    found.save()
    found.country_exceptions.update(charge_taxes=True, tax_calculation_strategy="FLAT_RATES")


def apply(shop, checkout, points, user):
    return points_reduction.apply(user.pk, pk_of(checkout), points, now=timezone.now())


def read(shop, checkout):
    return shop._post(READ, id=checkout)["checkout"]


def costs(shop, checkout):
    return read(shop, checkout)["subtotalPrice"]["gross"]["amount"]


def lines(shop, checkout):
    found = [line["totalPrice"]["gross"]["amount"] for line in read(shop, checkout)["lines"]]
    return sorted(found)


def subtotal(checkout):
    return checkout["subtotalPrice"]["gross"]["amount"]


def held(user):
    account = Account.objects.get(member__user_id=user.pk, unit=1)
    return account.available, account.held


def audited():
    found = []
    audit(found.append)
    return found


def states():
    rows = PointsReduction.objects.order_by("pk")
    return list(rows.values_list("points", "status", "ended_because"))


def notice(shop, checkout, user):
    return shop._post(QUOTE, user=user, path=OURS, id=checkout)["loyaltyCheckoutQuote"]["notice"]


def complete(shop, checkout, user):
    (answer,) = shop._post(COMPLETE, user=user, id=checkout).values()
    return answer


def buy(shop, checkout, user):
    """Whatever is left to pay is paid by card; the order and its transaction."""
    total = shop.ship(checkout)["totalPrice"]["gross"]["amount"]
    paid = shop.pay_by_card(checkout, str(total))
    return shop.complete(checkout, user), paid


@pytest.fixture
def ada(shop, customer_user):
    """Rich, in a shop where points make prices lower."""
    reducing()
    shop.give_points(customer_user, 5_000)
    return customer_user


# Chosen


def test_it_is_in_the_price_at_once_and_in_the_order(shop, ada):
    one, other = shop.variant("20.00"), shop.variant("10.00")
    checkout = shop.checkout({one: 1, other: 3}, ada)["id"]
    answer = shop._post(APPLY, user=ada, path=OURS, id=checkout, points=1_000)
    assert answer["loyaltyCheckoutPointsApply"] == {
        "quote": {
            "mode": "PRICE_REDUCTION",
            "usedPoints": 1000,
            "usedAmount": {"amount": "10.00"},
            "maximumPoints": 5000,
            "earnPoints": 40,
            "notice": None,
        },
        "errors": [],
    }
    assert (lines(shop, checkout), costs(shop, checkout)) == ([16, 24], 40)
    assert held(ada) == (4000, 1000)
    order, _ = buy(shop, checkout, ada)
    assert (order["total"]["gross"]["amount"], order["chargeStatus"]) == (50, "FULL")
    assert sorted(line["totalPrice"]["gross"]["amount"] for line in order["lines"]) == [16, 24]
    fact = host().order(order["id"])
    assert sorted((line.points_off, line.points_off_pieces) for line in fact.lines) == [
        (400, 1),
        (600, 3),
    ]
    # What points took off earns nothing.
    assert held(ada) == (4040, 0)
    (state,) = states()
    assert state == (1000, "captured", "")
    inbox.work_inbox(now=timezone.now())
    assert held(ada) == (4040, 0)
    assert audited() == []


def test_another_choice_replaces_it_and_it_comes_off_again(shop, ada):
    checkout = shop.checkout({shop.variant("19.99"): 3}, ada)["id"]
    apply(shop, checkout, 1_000, ada)
    assert costs(shop, checkout) == 49.97
    apply(shop, checkout, 1_000, ada)
    apply(shop, checkout, 250, ada)
    assert (costs(shop, checkout), held(ada)) == (57.47, (4750, 250))
    answer = shop._post(RELEASE, user=ada, path=OURS, id=checkout)
    assert answer["loyaltyCheckoutPointsRelease"]["releasedPoints"] == 250
    assert (costs(shop, checkout), held(ada)) == (59.97, (5000, 0))
    assert not CheckoutLineDiscount.objects.exists()
    assert notice(shop, checkout, ada) is None


@pytest.mark.parametrize(
    ("entered_with_tax", "total", "net"),
    [
        # 19.99 and 3 × 9.95 less 10.00: 39.84 with the tax in it, and 10.00 shipping.
        (True, [("15.98", "12.99"), ("23.86", "19.40")], ("49.84", "40.52")),
        # The same prices without it: 23 % come on top.
        (False, [("19.66", "15.98"), ("29.35", "23.86")], ("61.31", "49.84")),
    ],
)
def test_the_tax_is_on_what_is_paid(shop, ada, channel_USD, entered_with_tax, total, net):
    taxes(channel_USD, entered_with_tax=entered_with_tax)
    checkout = shop.checkout({shop.variant("19.99"): 1, shop.variant("9.95"): 3}, ada)["id"]
    apply(shop, checkout, 1_000, ada)
    order, _ = buy(shop, checkout, ada)
    made = Order.objects.get()
    found = [
        (
            str(line.total_price_gross_amount.quantize(Decimal("0.01"))),
            str(line.total_price_net_amount.quantize(Decimal("0.01"))),
        )
        for line in made.lines.order_by("total_price_gross_amount")
    ]
    assert found == total
    assert (made.total_gross_amount, made.total_net_amount) == (Decimal(net[0]), Decimal(net[1]))
    assert order["chargeStatus"] == "FULL"
    # 19.99 and 29.85 without points.
    assert [line.points_off for line in host().order(order["id"]).lines] in ([401, 599], [599, 401])


def test_goods_for_points_alone(shop, ada):
    checkout = shop.checkout({shop.variant("10.00"): 2}, ada)["id"]
    shop.ship(checkout)
    with pytest.raises(LoyaltyError) as refusal:
        apply(shop, checkout, 2_001, ada)
    assert refusal.value.code is Code.LIMIT_EXCEEDED
    apply(shop, checkout, 2_000, ada)
    found = read(shop, checkout)
    # Shipping costs what it costs.
    assert found["totalPrice"] == {"gross": {"amount": 10}, "net": {"amount": 10}}
    order, _ = buy(shop, checkout, ada)
    assert order["total"]["gross"]["amount"] == 10
    assert held(ada) == (3000, 0)
    shop.of_order("orderCancel", order["id"])
    assert held(ada) == (5000, 0)


def test_an_order_that_costs_nothing_but_points(shop, ada, product_type):
    """Nothing is sent and nothing is paid: Saleor completes it the old way."""
    product_type.is_shipping_required = False
    product_type.save()
    checkout = shop.checkout({shop.variant("10.00"): 2}, ada)["id"]
    apply(shop, checkout, 2_000, ada)
    order = shop.complete(checkout, ada)
    assert order["total"]["gross"]["amount"] == 0
    assert (held(ada), states()) == ((3000, 0), [(2000, "captured", "")])
    shop.of_order("orderCancel", order["id"])
    assert held(ada) == (5000, 0)


def test_yen_have_no_cents(shop, ada, channel_JPY, shipping_zone, warehouse):
    warehouse.channels.add(channel_JPY)
    shipping_zone.channels.add(channel_JPY)
    variants = [shop.variant(price, channel=channel_JPY) for price in ("999", "3")]
    checkout = shop.checkout(dict.fromkeys(variants, 1), ada, channel=channel_JPY.slug)["id"]
    reduction = apply(shop, checkout, 1_250, ada)
    assert (reduction.points, reduction.amount) == (1200, 12)
    assert lines(shop, checkout) == [3, 987]


def test_a_dinar_has_a_thousand_fils(shop, ada, channel_JPY, shipping_zone, warehouse):
    reducing(rates={"KWD": {"points": 2, "minor": 5}})
    channel_JPY.currency_code = "KWD"
    channel_JPY.save()
    warehouse.channels.add(channel_JPY)
    shipping_zone.channels.add(channel_JPY)
    variants = [shop.variant(price, channel=channel_JPY) for price in ("1.234", "4.321")]
    checkout = shop.checkout(dict.fromkeys(variants, 1), ada, channel=channel_JPY.slug)["id"]
    reduction = apply(shop, checkout, 401, ada)
    assert (reduction.points, reduction.amount) == (401, 1002)
    assert lines(shop, checkout) == [1.011, 3.542]


# Beside other prices


def test_on_top_of_the_tiers_price_and_of_the_shops_sale(shop, ada):
    shop.give_tier(ada, 1000)
    reducing()
    gold, on_sale = shop.variant("10.00"), shop.variant("20.00", sale="12.00")
    checkout = shop.checkout({gold: 2, on_sale: 1}, ada)["id"]
    assert costs(shop, checkout) == 30
    apply(shop, checkout, 1_500, ada)
    assert lines(shop, checkout) == [6, 9]
    undiscounted = [
        line["undiscountedTotalPrice"]["amount"] for line in read(shop, checkout)["lines"]
    ]
    assert sorted(undiscounted) == [20, 20]
    order, _ = buy(shop, checkout, ada)
    fact = host().order(order["id"])
    assert sorted((line.gross, line.points_off, line.on_sale) for line in fact.lines) == [
        (600, 600, True),
        (900, 900, False),
    ]
    assert fact.saved[0][1] == 200


def test_lines_with_a_price_of_their_own_stay(shop, ada):
    one, other = shop.variant("10.00"), shop.variant("10.00")
    checkout = shop.checkout({one: 1, other: 1}, ada)["id"]
    line = Checkout.objects.get().lines.get(variant_id=pk_of(one))
    line.price_override = Decimal("6.00")
    line.save()
    with pytest.raises(LoyaltyError):
        apply(shop, checkout, 1_001, ada)
    apply(shop, checkout, 1_000, ada)
    assert lines(shop, checkout) == [0, 6]


def test_a_percentage_counts_from_what_points_have_left(shop, ada, voucher_percentage):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    code = voucher_percentage.code
    with_code = shop.change("checkoutAddPromoCode", ada, id=checkout, promoCode=code)
    assert subtotal(with_code) == 45
    apply(shop, checkout, 1_000, ada)
    assert costs(shop, checkout) == 36
    order, _ = buy(shop, checkout, ada)
    assert order["total"]["gross"]["amount"] == 46


def test_a_fixed_voucher_keeps_goods_to_count_for(shop, ada, voucher):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    shop.change("checkoutAddPromoCode", ada, id=checkout, promoCode=voucher.code)
    # 20.00 off.
    assert costs(shop, checkout) == 30
    with pytest.raises(LoyaltyError) as refusal:
        apply(shop, checkout, 3_001, ada)
    assert refusal.value.code is Code.LIMIT_EXCEEDED
    apply(shop, checkout, 3_000, ada)
    assert costs(shop, checkout) == 0


def test_no_payment_where_points_make_prices_lower(shop, ada):
    checkout = shop.checkout({shop.variant("30.00"): 1}, ada)["id"]
    answer = shop.pay_with_points(checkout, "10.00", ada)
    assert answer["transactionEvent"] == {
        "type": "CHARGE_FAILURE",
        "message": "Points make prices lower here: they are no payment.",
    }
    assert held(ada) == (5000, 0)


def test_no_lower_prices_where_points_are_a_payment(shop, ada):
    reducing(mode="payment")
    checkout = shop.checkout({shop.variant("30.00"): 1}, ada)["id"]
    with pytest.raises(LoyaltyError) as refusal:
        apply(shop, checkout, 1_000, ada)
    assert refusal.value.code is Code.INVALID
    shop.pay_with_points(checkout, "10.00", ada)
    reducing()
    with pytest.raises(LoyaltyError) as refusal:
        apply(shop, checkout, 1_000, ada)
    assert refusal.value.code is Code.INVALID
    assert (costs(shop, checkout), held(ada)) == (30, (4000, 1000))


# The checkout changes


def test_spread_anew_while_they_fit_and_given_back_when_they_do_not(shop, ada):
    one, other = shop.variant("20.00"), shop.variant("10.00")
    checkout = shop.checkout({one: 1}, ada)["id"]
    apply(shop, checkout, 1_500, ada)
    assert subtotal(shop.update(checkout, {other: 2}, ada)) == 25
    assert lines(shop, checkout) == [12.5, 12.5]
    assert subtotal(shop.update(checkout, {one: 0}, ada)) == 5
    assert (held(ada), states()) == ((3500, 1500), [(1500, "held", "")])
    assert subtotal(shop.update(checkout, {other: 1}, ada)) == 10
    assert (held(ada), states()) == ((5000, 0), [(1500, "released", "goods")])
    assert notice(shop, checkout, ada) == (
        "The goods have changed too much for these points: please choose them again."
    )
    assert subtotal(shop.update(checkout, {other: 4}, ada)) == 40
    apply(shop, checkout, 1_500, ada)
    assert (costs(shop, checkout), notice(shop, checkout, ada)) == (25, None)


def test_the_largest_share_counts_for_what_is_left_too(shop, ada):
    reducing(max_share=5_000)
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 4}, ada)["id"]
    apply(shop, checkout, 2_000, ada)
    assert subtotal(shop.update(checkout, {variant: 3}, ada)) == 30
    assert held(ada) == (5000, 0)


def test_another_voucher_wants_another_choice(shop, ada, voucher_percentage):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    apply(shop, checkout, 1_000, ada)
    code = voucher_percentage.code
    with_code = shop.change("checkoutAddPromoCode", ada, id=checkout, promoCode=code)
    assert subtotal(with_code) == 45
    assert (held(ada), states()) == ((5000, 0), [(1000, "released", "voucher")])


def test_points_stay_with_their_customer(shop, ada, customer_user2):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    with pytest.raises(LoyaltyError) as refusal:
        apply(shop, checkout, 1_000, customer_user2)
    assert refusal.value.code is Code.NOT_FOUND
    apply(shop, checkout, 1_000, ada)
    detached = shop.change("checkoutCustomerDetach", ada, id=checkout)
    assert subtotal(detached) == 50
    assert (held(ada), states()) == ((5000, 0), [(1000, "released", "customer")])


def test_the_time_limit_puts_the_price_up_again(shop, ada):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    apply(shop, checkout, 1_000, ada)
    later = timezone.now() + timedelta(minutes=61)
    assert points_reduction.release_due(now=later, limit=9) == 1
    assert (costs(shop, checkout), held(ada)) == (50, (5000, 0))
    assert states() == [(1000, "released", "time")]


def test_a_checkout_that_is_deleted_holds_nothing(shop, ada):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    apply(shop, checkout, 1_000, ada)
    Checkout.objects.all().delete()
    later = timezone.now() + timedelta(minutes=61)
    assert points_reduction.release_due(now=later, limit=9) == 1
    assert held(ada) == (5000, 0)


def test_a_checkout_that_is_being_completed_keeps_its_points(shop, ada):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    reduction = apply(shop, checkout, 1_000, ada)
    Checkout.objects.update(completing_started_at=timezone.now())
    with pytest.raises(LoyaltyError) as refusal:
        points_reduction.release(reduction.token, Ended.TIME, now=timezone.now())
    assert refusal.value.code is Code.BUSY
    assert held(ada) == (4000, 1000)


# The order


@pytest.mark.parametrize("asked", [True, False])
def test_no_discount_without_points(shop, ada, asked, monkeypatch):
    """Given back behind the checkout's back: refused once, and then it costs what it costs."""
    from saleor_loyalty.adapter import points_off

    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    apply(shop, checkout, 1_000, ada)
    shop.ship(checkout)
    shop.pay_by_card(checkout, "50.00")
    PointsReduction.objects.update(status=ReductionStatus.RELEASED)
    if not asked:
        # The last look alone, with the checkout locked.
        monkeypatch.setattr(points_off, "keep", lambda *_: True)
    answer = complete(shop, checkout, ada)
    assert answer["order"] is None
    assert [error["message"] for error in answer["errors"]] == [CHANGED]
    assert not Order.objects.exists()
    assert costs(shop, checkout) == (50 if asked else 40)


def test_it_is_said_in_the_language_of_the_checkout(shop, ada):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    Checkout.objects.update(language_code="de")
    apply(shop, checkout, 1_000, ada)
    assert CheckoutLineDiscount.objects.get().name == "Punkte"
    shop.ship(checkout)
    shop.pay_by_card(checkout, "50.00")
    PointsReduction.objects.update(status=ReductionStatus.RELEASED)
    (error,) = complete(shop, checkout, ada)["errors"]
    assert error["message"].startswith("Ihre Punkte können nicht")


def test_no_points_without_discount(shop, ada):
    """The prices were put right by hand: the order costs all of it, and the points are back."""
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    apply(shop, checkout, 1_000, ada)
    shop.ship(checkout)
    shop.pay_by_card(checkout, "60.00")
    CheckoutLineDiscount.objects.all().delete()
    for line in Checkout.objects.get().lines.all():
        line.private_metadata = {}
        line.save()
    Checkout.objects.update(price_expiration=timezone.now())
    order = shop.complete(checkout, ada)
    assert order["total"]["gross"]["amount"] == 60
    assert (held(ada), states()) == ((5050, 0), [(1000, "released", "order")])


def test_refunds_bring_their_share_of_the_points(shop, ada):
    one, other = shop.variant("20.00"), shop.variant("10.00")
    checkout = shop.checkout({one: 1, other: 3}, ada)["id"]
    apply(shop, checkout, 1_000, ada)
    order, paid = buy(shop, checkout, ada)
    assert held(ada)[0] == 4040
    three = next(line for line in order["lines"] if line["quantity"] == 3)
    granted = shop.grant(
        order["id"], transactionId=paid, amount="8.00", lines=[{"id": three["id"], "quantity": 1}]
    )
    OrderGrantedRefund.objects.filter(pk=pk_of(granted)).update(status="success")
    shop.refund_by_card(paid, "8.00")
    # A third of 6.00 that points took off it; and 8 points that the order had brought are gone.
    assert PointsReduction.objects.get().refunded_points == 200
    assert held(ada)[0] == 4040 + 200 - 8
    # Half of all the money that is left.
    shop.refund_by_card(paid, "21.00")
    assert PointsReduction.objects.get().refunded_points == 600
    shop.refund_by_card(paid, "21.00")
    assert PointsReduction.objects.get().refunded_points == 1000
    assert held(ada) == (5000, 0)
    shop.of_order("orderCancel", order["id"])
    assert held(ada) == (5000, 0)
    assert audited() == []


def test_staff_take_pieces_out_of_an_order_that_waits(shop, ada, channel_USD):
    channel_USD.automatically_confirm_all_new_orders = False
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    one, other = shop.variant("20.00"), shop.variant("10.00")
    checkout = shop.checkout({one: 1, other: 4}, ada)["id"]
    apply(shop, checkout, 1_500, ada)
    shop.ship(checkout)
    order = shop.complete(checkout, ada)
    assert (order["total"]["gross"]["amount"], held(ada)) == (55, (3500, 0))
    four = next(line for line in order["lines"] if line["quantity"] == 4)
    changed = shop.call(
        """mutation($id: ID!, $input: OrderLineInput!) { orderLineUpdate(id: $id, input: $input) {
             order { total { gross { amount } } } errors { field message code } } }""",
        shop.staff,
        id=four["id"],
        input={"quantity": 2},
    )
    # The two that stay keep their price.
    assert changed["order"]["total"]["gross"]["amount"] == 40
    assert held(ada) == (4000, 0)
    shop.call(
        """mutation($id: ID!) { orderLineDelete(id: $id) {
             order { id } errors { field message code } } }""",
        shop.staff,
        id=four["id"],
    )
    assert held(ada) == (4500, 0)
    shop.of_order("orderCancel", order["id"])
    assert held(ada) == (5000, 0)


# At once


def together(*acts):
    barrier = Barrier(len(acts))

    def run(act):
        barrier.wait(timeout=20)
        try:
            return act()
        except (AssertionError, LoyaltyError) as failure:
            return failure
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_tabs(shop, ada):
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    together(
        lambda: apply(shop, checkout, 1_000, ada),
        lambda: apply(shop, checkout, 2_000, ada),
    )
    (reduction,) = PointsReduction.objects.filter(status=ReductionStatus.HELD)
    assert costs(shop, checkout) == 50 - reduction.amount / 100
    assert held(ada) == (5000 - reduction.points, reduction.points)
    assert audited() == []


@pytest.mark.parametrize("run", range(3))
def test_the_time_limit_against_the_order(shop, ada, run):
    """Whoever comes second finds what the first has done: nobody gets both."""
    checkout = shop.checkout({shop.variant("10.00"): 5}, ada)["id"]
    reduction = apply(shop, checkout, 1_000, ada)
    shop.ship(checkout)
    shop.pay_by_card(checkout, "50.00")
    together(
        lambda: complete(shop, checkout, User.objects.get(pk=ada.pk)),
        lambda: points_reduction.release(reduction.token, Ended.TIME, now=timezone.now()),
    )
    inbox.work_inbox(now=timezone.now())
    order = Order.objects.first()
    reduction.refresh_from_db()
    if order is None or order.total_gross_amount == 60:
        assert (reduction.status, held(ada)[1]) == (ReductionStatus.RELEASED, 0)
        assert held(ada)[0] >= 5000
    else:
        assert order.total_gross_amount == 50
        assert reduction.status == ReductionStatus.CAPTURED
        assert held(ada) == (4040, 0)
    assert audited() == []


def test_the_basket_changes_while_points_are_chosen(shop, ada):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 5}, ada)["id"]
    together(
        lambda: apply(shop, checkout, 2_000, ada),
        lambda: shop.update(checkout, {variant: 1}, User.objects.get(pk=ada.pk)),
    )
    inbox.work_inbox(now=timezone.now())
    # One piece is too little for them, whoever came first.
    shop.update(checkout, {variant: 1}, ada)
    assert (costs(shop, checkout), held(ada)) == (10, (5000, 0))
    assert gid("Checkout", Checkout.objects.get().pk) == checkout
