"""Customers and staff of a real Saleor, acting through its GraphQL API."""

import importlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from types import SimpleNamespace
from typing import Any

import graphene
import pytest
from django.urls import clear_url_caches, set_urlconf
from django.utils import timezone
from saleor.account.models import User
from saleor.payment.models import TransactionItem
from saleor.product.models import (
    Product,
    ProductChannelListing,
    ProductVariant,
    ProductVariantChannelListing,
)
from saleor.shipping.models import ShippingMethod
from saleor.warehouse.models import Stock

from saleor_loyalty.adapter import app
from saleor_loyalty.events.models import InboxFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import MembershipPlan
from saleor_loyalty.features.tiers.models import GrantKind, Tier, TierGrant
from saleor_loyalty.flows import members, points, setup
from saleor_loyalty.flows.membership_terms import PlanDocument
from saleor_loyalty.ledger import read
from saleor_loyalty.values.identity import new_public_id
from saleor_loyalty.values.points import Unit

GATEWAY = "saleor.loyalty"
ADDRESS = {
    "firstName": "Ada",
    "lastName": "Byron",
    "streetAddress1": "Tęczowa 7",
    "city": "WROCŁAW",
    "postalCode": "53-601",
    "country": "PL",
}
PRICES = """
fragment Prices on Checkout {
  id
  totalPrice { gross { amount } }
  subtotalPrice { gross { amount } }
  voucherCode
  lines {
    id quantity variant { id }
    unitPrice { gross { amount } }
    undiscountedUnitPrice { amount }
    totalPrice { gross { amount } }
  }
}
"""
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)

_numbers = count(1)


def gid(kind: str, pk: Any) -> str:
    return graphene.Node.to_global_id(kind, pk)


def pk_of(global_id: str) -> str:
    return graphene.Node.from_global_id(global_id)[1]


def programme(**earning: Any) -> dict[str, Any]:
    """1 point a dollar, 1 per 150 yen; 100 points pay 1.00, any number of them."""
    rates = {"USD": {"points": 1, "minor": 100}, "JPY": {"points": 1, "minor": 150}}
    return {
        "programmes": [
            {
                "slug": "points",
                "name": "Points",
                "valid_from": LONG_AGO,
                "config": {
                    "earning": {"rates": rates, "growth_rates": rates, **earning},
                    "spending": {"rates": {"USD": {"points": 100, "minor": 100}}},
                },
            }
        ]
    }


class Shop:
    def __init__(self, post: Callable[..., dict[str, Any]], fixtures: SimpleNamespace) -> None:
        self._post = post
        self._given = fixtures
        self._tiers: dict[str, list[Any]] = {}
        self.staff = User.objects.create(email="staff@example.com", is_staff=True)
        self.staff.groups.add(fixtures.permissions)

    # What is for sale

    def variant(
        self,
        price: str,
        *,
        sale: str | None = None,
        channel: Any = None,
        category: Any = None,
        collection: Any = None,
    ) -> str:
        number = next(_numbers)
        product = Product.objects.create(
            name=f"Thing {number}",
            slug=f"thing-{number}",
            product_type=self._given.product_type,
            category=category or self._given.category,
        )
        if collection is not None:
            collection.products.add(product)
        variant = ProductVariant.objects.create(product=product, sku=f"T{number}")
        Stock.objects.create(
            product_variant=variant, warehouse=self._given.warehouse, quantity=1_000
        )
        self.list_in(variant, channel or self._given.channel, price)
        if sale is not None:
            self._put_on_sale(variant, price, sale)
        return gid("ProductVariant", variant.pk)

    def list_in(self, variant: ProductVariant, channel: Any, price: str) -> None:
        ProductChannelListing.objects.create(
            product=variant.product,
            channel=channel,
            is_published=True,
            visible_in_listings=True,
            available_for_purchase_at=LONG_AGO,
            currency=channel.currency_code,
        )
        ProductVariantChannelListing.objects.create(
            variant=variant,
            channel=channel,
            price_amount=Decimal(price),
            discounted_price_amount=Decimal(price),
            currency=channel.currency_code,
        )

    def _put_on_sale(self, variant: ProductVariant, price: str, sale: str) -> None:
        from saleor.discount.models import Promotion, PromotionRule
        from saleor.product.models import VariantChannelListingPromotionRule

        promotion = Promotion.objects.create(name="Sale", start_date=LONG_AGO)
        amount = Decimal(price) - Decimal(sale)
        rule = PromotionRule.objects.create(
            promotion=promotion,
            name="Sale",
            catalogue_predicate={"variantPredicate": {"ids": [gid("ProductVariant", variant.pk)]}},
            reward_value_type="fixed",
            reward_value=amount,
        )
        rule.channels.add(self._given.channel)
        rule.variants.add(variant)
        listing = variant.channel_listings.get()
        listing.discounted_price_amount = Decimal(sale)
        listing.save()
        VariantChannelListingPromotionRule.objects.create(
            variant_channel_listing=listing,
            promotion_rule=rule,
            discount_amount=amount,
            currency=listing.currency,
        )

    # What customers do

    def call(self, query: str, user: Any = None, **variables: Any) -> dict[str, Any]:
        """The only field of the answer; fails on errors of the mutation."""
        text = query + PRICES if "...Prices" in query else query
        (answer,) = self._post(text, user=user, **variables).values()
        assert not answer.get("errors"), answer["errors"]
        return answer

    def checkout(
        self, lines: dict[str, int], user: Any = None, email: str = "", channel: str = ""
    ) -> dict[str, Any]:
        return self.call(
            """mutation($input: CheckoutCreateInput!) { checkoutCreate(input: $input) {
              checkout { ...Prices } errors { field message code } } }""",
            user,
            input={
                "channel": channel or self._given.channel.slug,
                "email": email or (user.email if user else "guest@example.com"),
                "lines": [{"variantId": v, "quantity": q} for v, q in lines.items()],
                "shippingAddress": ADDRESS,
                "billingAddress": ADDRESS,
            },
        )["checkout"]

    def update(self, checkout: str, lines: dict[str, int], user: Any = None) -> dict[str, Any]:
        return self.call(
            """mutation($id: ID!, $lines: [CheckoutLineUpdateInput!]!) {
              checkoutLinesUpdate(id: $id, lines: $lines) {
                checkout { ...Prices } errors { field message code } } }""",
            user,
            id=checkout,
            lines=[{"variantId": v, "quantity": q} for v, q in lines.items()],
        )["checkout"]

    def change(self, mutation: str, user: Any = None, **arguments: Any) -> dict[str, Any]:
        """Any mutation of a checkout whose arguments are ids and texts."""
        declared = ", ".join(
            f"${name}: {'String!' if name == 'promoCode' else 'ID!'}" for name in arguments
        )
        given = ", ".join(f"{name}: ${name}" for name in arguments)
        return self.call(
            f"mutation({declared}) {{ {mutation}({given}) {{"
            " checkout { ...Prices } errors { field message code } } }",
            user,
            **arguments,
        )["checkout"]

    def ship(self, checkout: str) -> dict[str, Any]:
        found = self._post(
            "query($id: ID!) { checkout(id: $id) { shippingMethods { id } } }", id=checkout
        )["checkout"]
        return self.change(
            "checkoutDeliveryMethodUpdate",
            id=checkout,
            deliveryMethodId=found["shippingMethods"][0]["id"],
        )

    def pay_by_card(self, subject: str, amount: str, currency: str = "USD") -> str:
        """As a payment app reports it; answers the transaction's id."""
        return self.call(
            """mutation($id: ID!, $transaction: TransactionCreateInput!) {
              transactionCreate(id: $id, transaction: $transaction) {
                transaction { id } errors { field message code } } }""",
            self.staff,
            id=subject,
            transaction={
                "name": "Card",
                "pspReference": f"card-{next(_numbers)}",
                "availableActions": ["REFUND"],
                "amountCharged": {"amount": amount, "currency": currency},
            },
        )["transaction"]["id"]

    def pay_with_points(
        self, checkout: str, amount: str, user: Any, key: str | None = None
    ) -> dict[str, Any]:
        """The transaction and its event, whatever came of it."""
        return self.call(
            """mutation($id: ID!, $amount: PositiveDecimal, $key: String) {
              transactionInitialize(id: $id, amount: $amount, idempotencyKey: $key,
                                    paymentGateway: {id: "saleor.loyalty"}) {
                transaction { id chargedAmount { amount } authorizedAmount { amount } }
                transactionEvent { type message }
                errors { field message code } } }""",
            user,
            id=checkout,
            amount=amount,
            key=key,
        )

    def complete(self, checkout: str, user: Any = None) -> dict[str, Any]:
        return self.call(
            """mutation($id: ID!) { checkoutComplete(id: $id) {
              order { id number chargeStatus total { gross { amount } } totalBalance { amount }
                lines { id quantity undiscountedUnitPrice { gross { amount } }
                  unitPrice { gross { amount } } totalPrice { gross { amount } } } }
              errors { field message code } } }""",
            user,
            id=checkout,
        )["order"]

    def buy(
        self, lines: dict[str, int], user: Any = None, email: str = ""
    ) -> tuple[dict[str, Any], str]:
        """A paid order and its transaction."""
        checkout = self.checkout(lines, user, email)["id"]
        total = self.ship(checkout)["totalPrice"]["gross"]["amount"]
        paid = self.pay_by_card(checkout, str(total))
        return self.complete(checkout, user), paid

    # What staff do

    def draft(self, lines: dict[str, int], user: Any) -> str:
        """An order that staff are writing, without a way of shipping yet."""
        created = self.call(
            """mutation($input: DraftOrderCreateInput!) { draftOrderCreate(input: $input) {
              order { id } errors { field message code } } }""",
            self.staff,
            input={
                "channelId": gid("Channel", self._given.channel.pk),
                **({"user": gid("User", user.pk)} if user else {"userEmail": "g@example.com"}),
                "lines": [{"variantId": v, "quantity": q} for v, q in lines.items()],
                "shippingAddress": ADDRESS,
                "billingAddress": ADDRESS,
            },
        )
        return str(created["order"]["id"])

    def complete_draft(self, order: str) -> None:
        method = ShippingMethod.objects.order_by("pk").first()
        self.call(
            """mutation($id: ID!, $method: ID!) {
              orderUpdateShipping(order: $id, input: {shippingMethod: $method}) {
                errors { field message code } } }""",
            self.staff,
            id=order,
            method=gid("ShippingMethod", method.pk),
        )
        self.of_order("draftOrderComplete", order)

    def refund_by_card(self, transaction: str, amount: str) -> None:
        """As the payment app reports a refund that it made."""
        self.call(
            """mutation($id: ID!, $amount: PositiveDecimal!, $psp: String!) {
              transactionEventReport(id: $id, type: REFUND_SUCCESS, amount: $amount,
                                     pspReference: $psp) { errors { field message code } } }""",
            self.staff,
            id=transaction,
            amount=amount,
            psp=f"refund-{next(_numbers)}",
        )

    def request(self, action: str, transaction: str, amount: str | None = None) -> dict[str, Any]:
        return self.call(
            """mutation($id: ID!, $action: TransactionActionEnum!, $amount: PositiveDecimal) {
              transactionRequestAction(id: $id, actionType: $action, amount: $amount) {
                transaction { id } errors { field message code } } }""",
            self.staff,
            id=transaction,
            action=action,
            amount=amount,
        )

    def grant(self, order: str, **refund: Any) -> str:
        return self.call(
            """mutation($id: ID!, $input: OrderGrantRefundCreateInput!) {
              orderGrantRefundCreate(id: $id, input: $input) {
                grantedRefund { id } errors { field message code } } }""",
            self.staff,
            id=order,
            input=refund,
        )["grantedRefund"]["id"]

    def of_order(self, mutation: str, order: str) -> dict[str, Any]:
        return self.call(
            f"mutation($id: ID!) {{ {mutation}(id: $id) {{"
            " order { id } errors { field message code } } }",
            self.staff,
            id=order,
        )

    def fulfil(self, order: dict[str, Any], quantities: dict[str, int] | None = None) -> None:
        pieces = quantities or {line["id"]: line["quantity"] for line in order["lines"]}
        warehouse = gid("Warehouse", self._given.warehouse.pk)
        self.call(
            """mutation($order: ID, $input: OrderFulfillInput!) {
              orderFulfill(order: $order, input: $input) { errors { field message code } } }""",
            self.staff,
            order=order["id"],
            input={
                "lines": [
                    {"orderLineId": line, "stocks": [{"quantity": q, "warehouse": warehouse}]}
                    for line, q in pieces.items()
                ]
            },
        )

    # What came of it

    def points(self, user: Any) -> read.Balance:
        member = members.member_of_user(user.pk)
        facts = InboxFact.objects.values_list("kind", "status", "attempts", "error")
        assert member is not None, f"not a member; facts: {list(facts)}"
        return read.balance(member.pk, Unit.POINTS, now=timezone.now())

    def give_points(self, user: Any, number: int) -> Member:
        now = timezone.now()
        member = members.find_or_join(user.pk, now=now)
        points.adjust_points(
            member, number, reason="welcome", source=f"test:{next(_numbers)}", actor="", now=now
        )
        return member

    def give_tier(
        self, user: Any, basis_points: int = 0, policy: str = "best_of", *benefits: Any
    ) -> Tier:
        """A tier of its own, whose price off and other benefits these are, given for good."""
        now = timezone.now()
        slug = f"tier-{next(_numbers)}"
        off = {"kind": "price_off", "basis_points": basis_points, "sale_policy": policy}
        self.change_tier(slug, *([off] if basis_points else []), *benefits)
        member = members.find_or_join(user.pk, now=now)
        tier = Tier.objects.get(slug=slug)
        TierGrant.objects.create(
            public_id=new_public_id(),
            member=member,
            tier=tier,
            kind=GrantKind.BY_HAND,
            exact=True,
            starts_at=now,
        )
        Member.objects.filter(pk=member.pk).update(tier=tier)
        return tier

    def change_tier(self, slug: str, *benefits: Any) -> None:
        """From now on the tier gives these and nothing else."""
        self._tiers[slug] = list(benefits)
        tiers = [
            {"slug": slug, "name": {"en": "Gold", "de": "Goldstück"}, "benefits": given}
            for slug, given in self._tiers.items()
        ]
        setup.set_up({**programme(), "ladder": {"tiers": tiers}}, now=timezone.now())

    def plan(self, slug: str, variants: dict[str, Any], *benefits: Any, **more: Any) -> None:
        """A membership on sale as these variants, each with how long it lasts."""
        config = {"name": {"en": slug.title()}, "variants": variants, "benefits": benefits, **more}
        document = PlanDocument.parse(config).to_json()
        MembershipPlan.objects.update_or_create(slug=slug, defaults={"config": document})

    def transactions(self, order: str) -> list[TransactionItem]:
        return list(TransactionItem.objects.filter(order_id=pk_of(order)).order_by("pk"))


@pytest.fixture
def shop(
    live: Callable[..., dict[str, Any]],
    channel_USD: Any,
    shipping_zone: Any,
    warehouse: Any,
    product_type: Any,
    category: Any,
    permission_group_all_perms_all_channels: Any,
    settings: Any,
) -> Shop:
    """A shop with a programme that awards at once, points as a gateway, and real commits."""
    # A machine that is busy with other tests must not look like a database that hangs.
    settings.SALEOR_LOYALTY_HOOK_STATEMENT_TIMEOUT_MS = 20_000
    setup.set_up(programme(), now=timezone.now())
    app.install()
    channel_USD.automatically_confirm_all_new_orders = True
    channel_USD.save()
    return Shop(
        live,
        SimpleNamespace(
            channel=channel_USD,
            warehouse=warehouse,
            product_type=product_type,
            category=category,
            permissions=permission_group_all_perms_all_channels,
        ),
    )


@pytest.fixture
def joined(settings: Any) -> Iterator[None]:
    """Saleor's own endpoint with our fields in it, as a merchant turns it on."""
    settings.ROOT_URLCONF = "saleor_loyalty.adapter.urls"
    clear_url_caches()
    set_urlconf(None)
    importlib.import_module("saleor_loyalty.adapter.urls")
    yield
    clear_url_caches()
