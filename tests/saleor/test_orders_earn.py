"""From a real order to its points, through Saleor's own mutations."""

from datetime import UTC, datetime

from django.utils import timezone
from saleor.order.models import Order
from saleor.tax.models import TaxClass
from shopping import ADDRESS, gid, pk_of, programme

from saleor_loyalty.events.host import host
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import setup
from saleor_loyalty.ledger import read
from saleor_loyalty.values.points import Unit


def test_an_order_earns_a_point_a_dollar_without_shipping(shop, customer_user):
    shop.buy({shop.variant("19.99"): 1, shop.variant("5.00"): 2}, customer_user)
    assert shop.points(customer_user).available == 29


def test_an_order_that_is_not_paid_earns_nothing_until_it_is(shop, customer_user, channel_USD):
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    checkout = shop.checkout({shop.variant("20.00"): 1}, customer_user)["id"]
    shop.ship(checkout)
    order = shop.complete(checkout, customer_user)
    assert not Member.objects.exists()
    shop.pay_by_card(order["id"], "20.00")
    assert not Member.objects.exists()
    shop.pay_by_card(order["id"], "10.00")
    assert shop.points(customer_user).available == 20


def test_points_wait_for_the_fulfilment_of_the_whole_order(shop, customer_user):
    setup.set_up(programme(maturity={"kind": "fulfilment"}), now=datetime(2020, 1, 2, tzinfo=UTC))
    order, _ = shop.buy({shop.variant("20.00"): 2}, customer_user)
    assert shop.points(customer_user).pending == 40
    shop.fulfil(order, {order["lines"][0]["id"]: 1})
    assert shop.points(customer_user).pending == 40
    shop.fulfil(order, {order["lines"][0]["id"]: 1})
    assert shop.points(customer_user).available == 40


def test_a_cancelled_order_earns_nothing_in_the_end(shop, customer_user):
    order, _ = shop.buy({shop.variant("20.00"): 1}, customer_user)
    shop.of_order("orderCancel", order["id"])
    assert shop.points(customer_user).available == 0


def test_a_guest_keeps_points_for_the_account_that_confirms_the_e_mail(shop):
    shop.buy({shop.variant("20.00"): 1}, email="Late@Example.com")
    guest = Member.objects.get()
    assert (guest.guest, guest.email) == (True, "late@example.com")
    shop.call(
        """mutation { accountRegister(input: {email: "late@example.com", password: "pa$$word1",
             redirectUrl: "http://www.example.com", channel: "main"}) {
             errors { field message code } } }"""
    )
    user = Order.objects.get().user
    assert (user is None) or user.email == "late@example.com"
    account = _account("late@example.com")
    account.is_confirmed, account.is_active = True, True
    account.save()
    shop.call(
        """mutation($id: ID!) { customerUpdate(id: $id, input: {firstName: "Late"}) {
             errors { field message code } } }""",
        shop.staff,
        id=gid("User", account.pk),
    )
    assert shop.points(account).available == 20


def _account(email):
    from saleor.account.models import User

    return User.objects.get(email=email)


def test_a_draft_is_no_order_until_staff_complete_it(shop, customer_user, channel_USD):
    variant = shop.variant("20.00")
    draft = shop.call(
        """mutation($input: DraftOrderCreateInput!) { draftOrderCreate(input: $input) {
             order { id } errors { field message code } } }""",
        shop.staff,
        input={
            "user": gid("User", customer_user.pk),
            "channelId": gid("Channel", channel_USD.pk),
            "shippingAddress": ADDRESS,
            "billingAddress": ADDRESS,
            "lines": [{"variantId": variant, "quantity": 3}],
        },
    )["order"]["id"]
    assert host().order(pk_of(draft)) is None
    method = shop._post(
        "query($id: ID!) { order(id: $id) { shippingMethods { id } } }", user=shop.staff, id=draft
    )["order"]["shippingMethods"][0]["id"]
    shop.call(
        """mutation($order: ID!, $method: ID!) {
             orderUpdateShipping(order: $order, input: {shippingMethod: $method}) {
               errors { field message code } } }""",
        shop.staff,
        order=draft,
        method=method,
    )
    shop.of_order("draftOrderComplete", draft)
    shop.of_order("orderMarkAsPaid", draft)
    assert shop.points(customer_user).available == 60


def test_orders_imported_in_bulk_earn_like_others(shop, customer_user, channel_USD):
    answer = shop.call(
        """mutation($orders: [OrderBulkCreateInput!]!) {
             orderBulkCreate(orders: $orders, stockUpdatePolicy: SKIP) {
               count results { errors { path message } } errors { path message code } } }""",
        shop.staff,
        orders=[_imported(shop, customer_user, channel_USD, number) for number in (1, 2)],
    )
    assert answer["count"] == 2, answer
    assert shop.points(customer_user).available == 40
    assert all(host().order(str(order.pk)).paid_at.year == 2024 for order in Order.objects.all())


def _imported(shop, customer_user, channel, number):
    warehouse = gid("Warehouse", shop._given.warehouse.pk)
    tax_class = gid("TaxClass", TaxClass.objects.create(name="No taxes").pk)
    variant = shop.variant("10.00")
    return {
        "channel": channel.slug,
        "createdAt": "2024-03-01T10:00:00Z",
        "externalReference": f"old-{number}",
        "status": "UNFULFILLED",
        "user": {"id": gid("User", customer_user.pk)},
        "billingAddress": ADDRESS,
        "shippingAddress": ADDRESS,
        "currency": "USD",
        "languageCode": "EN",
        "deliveryMethod": {"warehouseId": warehouse, "warehouseName": "Warehouse"},
        "lines": [
            {
                "variantId": variant,
                "createdAt": "2024-03-01T10:00:00Z",
                "isShippingRequired": True,
                "isGiftCard": False,
                "quantity": 2,
                "totalPrice": {"gross": "20.00", "net": "20.00"},
                "undiscountedTotalPrice": {"gross": "20.00", "net": "20.00"},
                "taxRate": 0,
                "taxClassId": tax_class,
                "warehouse": warehouse,
            }
        ],
        "transactions": [
            {
                "name": "Card",
                "pspReference": f"old-{number}",
                "amountCharged": {"amount": "20.00", "currency": "USD"},
            }
        ],
    }


def test_what_a_gift_card_paid_earns_nothing(shop, customer_user, channel_USD, gift_card):
    """A card of the old kind, which Saleor takes off the order's total."""
    channel_USD.allow_legacy_gift_card_use = True
    # Saleor 3.21 counts gift cards only once there is an order.
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    gift_card.current_balance_amount = gift_card.initial_balance_amount = 8
    gift_card.save()
    checkout = shop.checkout({shop.variant("20.00"): 1}, customer_user)["id"]
    shop.ship(checkout)
    shop.change("checkoutAddPromoCode", customer_user, id=checkout, promoCode=gift_card.code)
    shop.pay_by_card(checkout, "22.00")
    order = shop.complete(checkout, customer_user)
    fact = host().order(pk_of(order["id"]))
    assert (fact.total_gross, fact.paid_by_gift_card) == (2200, 800)
    # 8.00 of 30.00 is left out of the goods in proportion or whole: never more than 20 − 0.
    assert shop.points(customer_user).available < 20


def test_a_fact_names_things_as_the_api_does(shop, customer_user, category):
    variant = shop.variant("20.00")
    order, _ = shop.buy({variant: 1}, customer_user)
    fact = host().order(order["id"])
    (line,) = fact.lines
    assert line.variant_id == variant
    assert line.category_ids == (gid("Category", category.pk),)
    assert (fact.order_id, fact.user_id) == (pk_of(order["id"]), customer_user.pk)
    assert (fact.country, fact.channel) == ("PL", "main")
    assert (fact.shipping_gross, fact.total_gross) == (1000, 3000)


def test_a_lost_hook_is_found_by_reconcile(shop, customer_user, settings):
    from saleor_loyalty.flows import inbox, reconcile

    before = settings.PLUGINS
    settings.PLUGINS = []
    shop.buy({shop.variant("20.00"): 1}, customer_user)
    settings.PLUGINS = before
    assert not Member.objects.exists()
    now = timezone.now()
    since = datetime(2020, 1, 1, tzinfo=UTC)
    assert reconcile.reconcile(since=since, now=now) == 1
    assert inbox.work_inbox(now=timezone.now()) == 1
    assert shop.points(customer_user).available == 20
    assert reconcile.reconcile(since=since, now=timezone.now()) == 0


def test_growth_is_earned_beside_points(shop, customer_user):
    shop.buy({shop.variant("20.00"): 1}, customer_user)
    member = Member.objects.get()
    assert read.balance(member.pk, Unit.GROWTH, now=timezone.now()).available == 20
