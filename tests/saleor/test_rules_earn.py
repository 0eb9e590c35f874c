"""Earning rules on real orders: sales, vouchers, gift cards, taxes, currencies, campaigns.

Where a rate is a point a cent, the points are the basis in minor units, exactly.
"""

from decimal import Decimal
from importlib.util import find_spec
from types import SimpleNamespace

import pytest
from django.utils import timezone
from saleor.channel.models import Channel
from saleor.discount.models import Voucher, VoucherChannelListing, VoucherCode
from saleor.giftcard.models import GiftCard
from saleor.product.models import (
    Category,
    Collection,
    CollectionChannelListing,
    ProductType,
    ProductVariant,
)
from saleor.shipping.models import ShippingMethod, ShippingMethodChannelListing
from saleor.tax.models import TaxConfiguration
from shopping import gid, pk_of, programme

from saleor_loyalty.events.host import host
from saleor_loyalty.flows import setup
from saleor_loyalty.ledger.audit import audit

OURS = "/plugins/saleor.loyalty/graphql/"
PER_CENT = {"USD": {"points": 1, "minor": 1}}
AWARD = """
fragment Explained on LoyaltyAward {
  points
  basis { currency amount }
  parts { rule kind points shares exact cut }
  passedOver { rule why condition }
  lines { name quantity points excluded paid { amount } basis { amount } }
}
"""
# Saleor pays by gift card as by any gateway from 3.23 on; the code on the checkout works in all.
GATEWAYS = ["gateway"] if find_spec("saleor.giftcard.const") else []


def _rules(*rules, **earning):
    setup.set_up(programme(rules=list(rules), **earning), now=timezone.now())


def _multiplier(slug, percent, **when):
    return {"kind": "multiplier", "slug": slug, "percent": percent, "when": when}


def _bonus(slug, points, **when):
    return {"kind": "bonus", "slug": slug, "points": points, "when": when}


def _preview(shop, user, checkout):
    query = "query($id: ID!) { loyaltyPreview(checkoutId: $id) { points { ...Explained } } }"
    found = shop._post(query + AWARD, user=user, path=OURS, id=checkout)["loyaltyPreview"]
    return _in_order(found["points"])


def _awarded(shop, user):
    """The newest award, as its member reads it."""
    query = """{ loyaltyMe { history(unit: POINTS, first: 1) {
                 edges { node { award { ...Explained } } } } } }"""
    (edge,) = shop._post(query + AWARD, user=user, path=OURS)["loyaltyMe"]["history"]["edges"]
    return _in_order(edge["node"]["award"])


def _in_order(award):
    """An order's lines stand in another order than the checkout's."""
    shares = zip(*(part.pop("shares") for part in award["parts"]), strict=True)
    lines = [{**line, "shares": of} for line, of in zip(award["lines"], shares, strict=True)]
    return {**award, "lines": sorted(lines, key=lambda line: line["name"])}


def _buy(shop, user, lines, *, channel="", currency="USD", code=None, gift_card=None):
    """A paid order; just before it, the preview says the same as the award."""
    checkout = shop.checkout(lines, user, channel=channel)["id"]
    total = shop.ship(checkout)["totalPrice"]["gross"]["amount"]
    if code is not None:
        changed = shop.change("checkoutAddPromoCode", user, id=checkout, promoCode=code)
        total = changed["totalPrice"]["gross"]["amount"]
    if gift_card is not None:
        total -= _pay_by_gift_card(shop, user, checkout, *gift_card)
    paid = shop.pay_by_card(checkout, f"{total:.3f}".rstrip("0").rstrip("."), currency)
    preview = _preview(shop, user, checkout)
    order = shop.complete(checkout, user)
    assert _charged(shop, order) == "FULL"
    return SimpleNamespace(order=order, paid=paid, total=total, preview=preview)


def _charged(shop, order):
    """A gift card's gateway charges what it has authorised once there is an order."""
    query = "query($id: ID!) { order(id: $id) { chargeStatus } }"
    return shop._post(query, user=shop.staff, id=order["id"])["order"]["chargeStatus"]


def _pay_by_gift_card(shop, user, checkout, code, amount):
    shop.call(
        """mutation($id: ID!, $amount: PositiveDecimal, $data: JSON) {
             transactionInitialize(id: $id, amount: $amount, paymentGateway: {
               id: "saleor.io.gift-card-payment-gateway", data: $data}) {
               transactionEvent { type message } errors { field message code } } }""",
        user,
        id=checkout,
        amount=amount,
        data={"code": code},
    )
    return float(amount)


def _product(variant):
    return ProductVariant.objects.get(pk=pk_of(variant)).product


def _move(variant, category):
    product = _product(variant)
    product.category = category
    product.save()


# What the shop takes off


def test_a_line_of_a_sale_earns_nothing_where_the_programme_says_so(shop, customer_user):
    _rules(sale_items_earn=False)
    reduced, full = shop.variant("30.00", sale="24.00"), shop.variant("10.00")
    bought = _buy(shop, customer_user, {reduced: 2, full: 1})
    assert bought.total == 68
    assert shop.points(customer_user).available == 10
    award = _awarded(shop, customer_user)
    assert award == bought.preview
    names = {line["name"] for line in award["lines"]}
    assert names == {_product(reduced).name, _product(full).name}
    assert sorted((line["excluded"] or "", line["points"]) for line in award["lines"]) == [
        ("", 10),
        ("sale", 0),
    ]


def test_only_what_is_on_sale_is_multiplied(shop, customer_user):
    _rules(_multiplier("sale", 300, kind="on_sale"))
    reduced, full = shop.variant("30.00", sale="24.00"), shop.variant("10.00")
    bought = _buy(shop, customer_user, {reduced: 2, full: 1})
    assert shop.points(customer_user).available == 48 * 3 + 10
    assert _awarded(shop, customer_user) == bought.preview


def test_a_sale_item_under_a_rule_that_leaves_sales_out(shop, customer_user):
    _rules(_multiplier("full-price", 200, kind="not", of={"kind": "on_sale"}))
    bought = _buy(
        shop, customer_user, {shop.variant("30.00", sale="24.00"): 1, shop.variant("10.00"): 1}
    )
    assert shop.points(customer_user).available == 24 + 20
    assert _awarded(shop, customer_user) == bought.preview


def _voucher(channel, value, kind="entire_order", by="percentage", **more):
    voucher = Voucher.objects.create(type=kind, discount_value_type=by, **more)
    VoucherChannelListing.objects.create(
        voucher=voucher, channel=channel, discount_value=value, currency=channel.currency_code
    )
    return voucher, VoucherCode.objects.create(voucher=voucher, code=f"CODE-{voucher.pk}").code


def test_a_voucher_on_the_entire_order_lowers_every_line(shop, customer_user, channel_USD):
    _rules(rates=PER_CENT)
    _, code = _voucher(channel_USD, 10)
    lines = {shop.variant("30.00"): 1, shop.variant("5.00"): 2}
    bought = _buy(shop, customer_user, lines, code=code)
    assert bought.total == 46
    assert shop.points(customer_user).available == 3600
    award = _awarded(shop, customer_user)
    assert award == bought.preview
    assert sorted(line["points"] for line in award["lines"]) == [900, 2700]


def test_a_fixed_voucher_on_the_entire_order_is_shared_to_the_cent(
    shop, customer_user, channel_USD
):
    _rules(_bonus("large", 7, kind="basis_minimum", amounts={"USD": 5000}), rates=PER_CENT)
    _, code = _voucher(channel_USD, 10, by="fixed")
    lines = {shop.variant("19.99"): 1, shop.variant("13.33"): 3}
    bought = _buy(shop, customer_user, lines, code=code)
    # 59.98 less 10.00 is less than the rule's 50.00.
    assert bought.total == 59.98
    assert shop.points(customer_user).available == 4998
    assert _awarded(shop, customer_user) == bought.preview


def test_a_voucher_on_a_product_lowers_that_line(shop, customer_user, channel_USD):
    _rules(rates=PER_CENT)
    chosen, other = shop.variant("20.00"), shop.variant("10.00")
    voucher, code = _voucher(channel_USD, 25, "specific_product")
    voucher.products.add(_product(chosen))
    bought = _buy(shop, customer_user, {chosen: 2, other: 1}, code=code)
    assert bought.total == 50
    assert shop.points(customer_user).available == 4000
    award = _awarded(shop, customer_user)
    assert award == bought.preview
    assert sorted(line["points"] for line in award["lines"]) == [1000, 3000]


def test_a_voucher_on_shipping_changes_nothing(shop, customer_user, channel_USD):
    _rules(rates=PER_CENT)
    _, code = _voucher(channel_USD, 50, "shipping")
    bought = _buy(shop, customer_user, {shop.variant("20.00"): 1}, code=code)
    assert bought.total == 25
    assert shop.points(customer_user).available == 2000
    assert _awarded(shop, customer_user) == bought.preview


# Gift cards


def _card(channel, balance):
    return GiftCard.objects.create(
        code="card-of-8",
        currency=channel.currency_code,
        initial_balance_amount=balance,
        current_balance_amount=balance,
    )


@pytest.mark.parametrize("way", ["code", *GATEWAYS])
def test_what_a_gift_card_pays_is_shared_over_goods_and_shipping(
    shop, customer_user, channel_USD, way
):
    # Up to 3.22 every card may be used by its code, and counts once there is an order.
    channel_USD.allow_legacy_gift_card_use = True
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    _rules(rates=PER_CENT)
    card = _card(channel_USD, 8)
    how = {"code": card.code} if way == "code" else {"gift_card": (card.code, "8.00")}
    bought = _buy(shop, customer_user, {shop.variant("20.00"): 1}, **how)
    assert bought.total == 22
    # 8.00 of 30.00: 5.33 of the goods and 2.67 of the shipping.
    assert host().order(pk_of(bought.order["id"])).paid_by_gift_card == 800
    assert shop.points(customer_user).available == 1467
    assert _awarded(shop, customer_user) == bought.preview


def test_buying_a_gift_card_earns_nothing(shop, customer_user):
    _rules(_multiplier("all", 200, kind="channel", any_of=["main"]))
    card = shop.variant("50.00")
    product = _product(card)
    product.product_type = ProductType.objects.create(
        name="Gift card", slug="gift-card", kind="gift_card", is_shipping_required=True
    )
    product.save()
    bought = _buy(shop, customer_user, {card: 1, shop.variant("20.00"): 1})
    assert shop.points(customer_user).available == 40
    award = _awarded(shop, customer_user)
    assert award == bought.preview
    assert {line["excluded"] for line in award["lines"]} == {"gift_card", None}


# Taxes


def _taxes(channel, *, entered_with_tax, charged=True):
    """Flat rates: 23 % in Poland, where the address is."""
    found = TaxConfiguration.objects.get(channel=channel)
    found.charge_taxes, found.prices_entered_with_tax = charged, entered_with_tax
    found.tax_calculation_strategy = "FLAT_RATES"
    found.save()
    found.country_exceptions.update(charge_taxes=charged, tax_calculation_strategy="FLAT_RATES")


@pytest.mark.parametrize(
    ("entered_with_tax", "charged", "basis", "points"),
    [
        # 3 × 19.99 = 59.97, of which 11.21 are tax.
        (True, True, "gross", 5997),
        (True, True, "net", 4876),
        # 59.97 and 13.79 of tax on top.
        (False, True, "gross", 7376),
        (False, True, "net", 5997),
        # Saleor takes the tax off that it does not charge.
        (True, False, "gross", 4876),
        (True, False, "net", 4876),
        (False, False, "gross", 5997),
        (False, False, "net", 5997),
    ],
)
def test_taxes_on_and_off(
    shop, customer_user, channel_USD, entered_with_tax, charged, basis, points
):
    _taxes(channel_USD, entered_with_tax=entered_with_tax, charged=charged)
    _rules(rates=PER_CENT, basis=basis)
    bought = _buy(shop, customer_user, {shop.variant("19.99"): 3})
    assert shop.points(customer_user).available == points
    assert _awarded(shop, customer_user) == bought.preview


@pytest.mark.parametrize(("basis", "points"), [("gross", 4920), ("net", 4000)])
def test_shipping_earns_with_or_without_its_tax(shop, customer_user, channel_USD, basis, points):
    _taxes(channel_USD, entered_with_tax=False)
    _rules(rates=PER_CENT, basis=basis, include_shipping=True)
    bought = _buy(shop, customer_user, {shop.variant("10.00"): 3})
    assert bought.total == 49.2
    assert shop.points(customer_user).available == points
    assert _awarded(shop, customer_user) == bought.preview


@pytest.mark.parametrize(("basis", "points"), [("gross", 3321), ("net", 2700)])
def test_a_voucher_and_taxes(shop, customer_user, channel_USD, basis, points):
    _taxes(channel_USD, entered_with_tax=True)
    _rules(rates=PER_CENT, basis=basis)
    _, code = _voucher(channel_USD, 10)
    bought = _buy(shop, customer_user, {shop.variant("12.30"): 3}, code=code)
    assert shop.points(customer_user).available == points
    assert _awarded(shop, customer_user) == bought.preview


# Currencies


def _open(shop, channel, shipping):
    """The shop sells in the channel too."""
    shop._given.warehouse.channels.add(channel)
    method = ShippingMethod.objects.get()
    method.shipping_zone.channels.add(channel)
    ShippingMethodChannelListing.objects.create(
        shipping_method=method,
        channel=channel,
        currency=channel.currency_code,
        minimum_order_price_amount=0,
        price_amount=Decimal(shipping),
    )


@pytest.fixture
def yen(shop, channel_JPY):
    _open(shop, channel_JPY, "700")
    return channel_JPY


@pytest.fixture
def dinar(shop):
    channel = Channel.objects.create(
        name="Kuwait",
        slug="kuwait",
        currency_code="KWD",
        default_country="KW",
        is_active=True,
    )
    taxes = TaxConfiguration.objects.create(channel=channel)
    _taxes(taxes.channel, entered_with_tax=False, charged=False)
    _open(shop, channel, "1.500")
    return channel


PER_300_FILS = {"KWD": {"points": 1, "minor": 300}}


@pytest.mark.parametrize(
    ("price", "quantity", "points"),
    # 2 997 yen are 19.98 points; 3 000 reach the minimum.
    [("999", 3, 19), ("1000", 3, 20 + 100), ("149", 1, 0), ("150", 1, 1)],
)
def test_yen(shop, customer_user, yen, price, quantity, points):
    _rules(_bonus("large", 100, kind="basis_minimum", amounts={"JPY": 3000}))
    variant = shop.variant(price, channel=yen)
    bought = _buy(shop, customer_user, {variant: quantity}, channel=yen.slug, currency="JPY")
    assert bought.total == int(price) * quantity + 700
    assert bought.preview["points"] == points
    assert shop.points(customer_user).available == points


@pytest.mark.parametrize(
    ("price", "quantity", "points"),
    # 3.750 are 12.5 points and reach the minimum; a fils less does not.
    [("1.250", 3, 12 + 50), ("3.749", 1, 12), ("0.299", 1, 0), ("0.100", 3, 1)],
)
def test_dinars_have_three_digits(shop, customer_user, dinar, price, quantity, points):
    _rules(
        _bonus("large", 50, kind="basis_minimum", amounts={"KWD": 3750}),
        rates=PER_300_FILS,
    )
    variant = shop.variant(price, channel=dinar)
    bought = _buy(shop, customer_user, {variant: quantity}, channel=dinar.slug, currency="KWD")
    fact = host().order(pk_of(bought.order["id"]))
    assert fact.total_gross == Decimal(price) * 1000 * quantity + 1500
    assert bought.preview["points"] == points
    assert shop.points(customer_user).available == points


@pytest.mark.parametrize(("basis", "points"), [("gross", 3750), ("net", 3049)])
def test_dinars_with_tax(shop, customer_user, dinar, basis, points):
    _taxes(dinar, entered_with_tax=True)
    _rules(rates={"KWD": {"points": 1, "minor": 1}}, basis=basis)
    variant = shop.variant("1.250", channel=dinar)
    bought = _buy(shop, customer_user, {variant: 3}, channel=dinar.slug, currency="KWD")
    assert shop.points(customer_user).available == points
    award = _awarded(shop, customer_user)
    assert award == bought.preview
    assert Decimal(award["basis"]["amount"]) * 1000 == points


def test_rules_and_rates_of_several_currencies_at_once(shop, customer_user, yen, dinar):
    rates = {**PER_300_FILS, "USD": {"points": 1, "minor": 100}, "JPY": {"points": 1, "minor": 150}}
    _rules(
        _multiplier("japan", 200, kind="currency", any_of=["JPY"]),
        _multiplier("kuwait", 300, kind="channel", any_of=["kuwait"]),
        rates=rates,
    )
    _buy(shop, customer_user, {shop.variant("10.00"): 1})
    assert shop.points(customer_user).available == 10
    lines = {shop.variant("1500", channel=yen): 1}
    _buy(shop, customer_user, lines, channel=yen.slug, currency="JPY")
    assert shop.points(customer_user).available == 10 + 20
    lines = {shop.variant("3.000", channel=dinar): 1}
    _buy(shop, customer_user, lines, channel=dinar.slug, currency="KWD")
    assert shop.points(customer_user).available == 10 + 20 + 30


# Campaigns


def _campaign(shop, config):
    """Made and begun by staff."""
    found = shop._post(
        "{ loyaltyProgrammes(first: 1) { edges { node { id } } } }", user=shop.staff, path=OURS
    )
    made = shop._post(
        """mutation($id: ID!, $config: LoyaltyJSON!) { loyaltyCampaignCreate(
             programmeId: $id, slug: "double", startsAt: "2020-01-01T00:00:00Z", config: $config) {
             campaign { id revision } errors { field message code } } }""",
        user=shop.staff,
        path=OURS,
        id=found["loyaltyProgrammes"]["edges"][0]["node"]["id"],
        config=config,
    )["loyaltyCampaignCreate"]
    assert made["errors"] == []
    begun = shop._post(
        """mutation($id: ID!, $revision: String!) {
             loyaltyCampaignActivate(id: $id, revision: $revision) { errors { message } } }""",
        user=shop.staff,
        path=OURS,
        **made["campaign"],
    )["loyaltyCampaignActivate"]
    assert begun["errors"] == []


def _budget(shop):
    query = "{ loyaltyCampaigns(first: 1) { edges { node { budget { most used } } } } }"
    (edge,) = shop._post(query, user=shop.staff, path=OURS)["loyaltyCampaigns"]["edges"]
    (budget,) = edge["node"]["budget"]
    return int(budget["used"]), int(budget["most"])


def test_a_refund_gives_a_campaigns_budget_and_the_points_back(shop, customer_user):
    tea = Category.objects.create(name="Tea", slug="tea")
    _campaign(
        shop,
        {
            "name": {"en": "Double points on tea", "de": "Doppelte Punkte auf Tee"},
            "rules": [_multiplier("tea", 200, kind="category", any_of=[gid("Category", tea.pk)])],
            "budget": {"points": 30},
        },
    )
    green, cup = shop.variant("20.00"), shop.variant("5.00")
    _move(green, tea)
    assert _budget(shop) == (0, 30)

    first = _buy(shop, customer_user, {green: 1, cup: 1})
    assert shop.points(customer_user).available == 45
    assert _awarded(shop, customer_user) == first.preview
    assert _budget(shop) == (20, 30)

    # 10 points are left of the 20 that the second order would bring.
    second = _buy(shop, customer_user, {green: 1, cup: 1})
    assert shop.points(customer_user).available == 45 + 35
    assert _awarded(shop, customer_user) == second.preview
    assert _budget(shop) == (30, 30)

    shop.refund_by_card(first.paid, "35.00")
    assert host().order(pk_of(first.order["id"])).fully_refunded
    assert shop.points(customer_user).available == 35
    assert _budget(shop) == (10, 30)

    third = _buy(shop, customer_user, {green: 1})
    assert shop.points(customer_user).available == 35 + 40
    assert _awarded(shop, customer_user) == third.preview
    assert _budget(shop) == (30, 30)
    assert audit(print).differences == 0


# Saleor's own ids


def _ids(shop, field, **arguments):
    """As the Dashboard shows them: by slug."""
    given = "".join(f', {name}: "{value}"' for name, value in arguments.items())
    found = shop._post(
        f"{{ {field}(first: 20{given}) {{ edges {{ node {{ id slug }} }} }} }}", user=shop.staff
    )[field]
    return {edge["node"]["slug"]: edge["node"]["id"] for edge in found["edges"]}


@pytest.fixture
def catalogue(shop, channel_USD):
    """A tea below drinks, in a collection; and something else."""
    drinks = Category.objects.create(name="Drinks", slug="drinks")
    tea = Category.objects.create(name="Tea", slug="tea", parent=drinks)
    green, cup = shop.variant("20.00"), shop.variant("5.00")
    _move(green, tea)
    spring = Collection.objects.create(name="Spring", slug="spring")
    CollectionChannelListing.objects.create(
        collection=spring, channel=channel_USD, is_published=True
    )
    spring.products.add(_product(green))
    return SimpleNamespace(green=green, cup=cup)


@pytest.mark.parametrize(
    ("kind", "field", "slug"),
    [
        ("product", "products", None),
        ("category", "categories", "tea"),
        ("category", "categories", "drinks"),
        ("collection", "collections", "spring"),
    ],
)
def test_rules_take_the_ids_of_the_dashboard(shop, customer_user, catalogue, kind, field, slug):
    arguments = {} if field == "categories" else {"channel": "main"}
    chosen = _ids(shop, field, **arguments)[slug or _product(catalogue.green).slug]
    _rules(_multiplier("chosen", 200, kind=kind, any_of=[chosen]))
    bought = _buy(shop, customer_user, {catalogue.green: 1, catalogue.cup: 1})
    assert shop.points(customer_user).available == 45
    assert _awarded(shop, customer_user) == bought.preview


def test_a_variant_by_its_id(shop, customer_user, catalogue):
    _rules(_multiplier("chosen", 200, kind="variant", any_of=[catalogue.green]))
    bought = _buy(shop, customer_user, {catalogue.green: 1, catalogue.cup: 1})
    assert shop.points(customer_user).available == 45
    assert _awarded(shop, customer_user) == bought.preview


@pytest.mark.parametrize(
    ("place", "field", "slug"),
    [
        ("excluded_products", "products", None),
        ("excluded_categories", "categories", "drinks"),
        ("excluded_collections", "collections", "spring"),
    ],
)
def test_exclusions_take_them_too(shop, customer_user, catalogue, place, field, slug):
    arguments = {} if field == "categories" else {"channel": "main"}
    chosen = _ids(shop, field, **arguments)[slug or _product(catalogue.green).slug]
    _rules(**{place: [chosen]})
    bought = _buy(shop, customer_user, {catalogue.green: 1, catalogue.cup: 1})
    assert shop.points(customer_user).available == 5
    assert _awarded(shop, customer_user) == bought.preview
