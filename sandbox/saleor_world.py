"""A real Saleor as a world for the story, asked as a storefront and a dashboard would."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from sandbox import saleor_requests as requests
from sandbox.http import RefusedError
from sandbox.saleor_manage import manage
from sandbox.saleor_server import RunningSaleor
from sandbox.shop_world import differences, standing_of
from sandbox.story import Basket, Standing

_CARD = "Card"
_MOST_PIECES = 50


class SaleorWorld:
    # `loyalty_setup` gives the first tier five percent.
    tier_percent = 5

    def __init__(self, shop: RunningSaleor) -> None:
        self.name = f"Saleor {shop.checkout.version}"
        self._shop = shop
        self._customer = shop.log_in(shop.customer)
        self._admin = shop.log_in(shop.admin)
        self._numbers = count(1)
        self._variants = self._buyable()

    def standing(self) -> Standing:
        return standing_of(self._loyalty(requests.STANDING)["loyaltyMe"])

    def fill_basket(self, at_least: int, pieces: int) -> Basket:
        variant, quantity = self._choose(at_least, pieces)
        created = self._do(
            requests.CREATE,
            input={
                "channel": requests.CHANNEL,
                "email": self._shop.customer.email,
                "lines": [{"variantId": variant, "quantity": quantity}],
                "shippingAddress": requests.ADDRESS,
                "billingAddress": requests.ADDRESS,
            },
        )["checkout"]
        checkout = self._do(
            requests.CHOOSE_SHIPPING,
            id=created["id"],
            method=created["shippingMethods"][0]["id"],
        )["checkout"]
        (line,) = checkout["lines"]
        return Basket(
            id=checkout["id"],
            pieces=quantity,
            goods=_minor(line["totalPrice"]["gross"]),
            undiscounted=_minor(line["undiscountedUnitPrice"]) * quantity,
            shipping=_minor(checkout["shippingPrice"]["gross"]),
        )

    def most_points(self, basket: Basket) -> tuple[int, int]:
        quote = self._loyalty(requests.QUOTE, id=basket.id)["loyaltyCheckoutQuote"]
        return quote["maximumPoints"], quote["earnPoints"]

    def pay_with_points(self, basket: Basket, amount: int) -> None:
        paid = self._do(requests.PAY_WITH_POINTS, id=basket.id, amount=_major(amount))
        event = paid["transactionEvent"]
        if event["type"] != "CHARGE_SUCCESS":
            raise RefusedError(200, event)

    def refused_points(self, basket: Basket, amount: int) -> bool:
        try:
            self.pay_with_points(basket, amount)
        except RefusedError:
            return True
        return False

    def order(self, basket: Basket, paid_with_points: int = 0) -> str:
        left = basket.goods + basket.shipping - paid_with_points
        self._do(
            requests.PAY_BY_CARD,
            as_staff=True,
            id=basket.id,
            transaction={
                "name": _CARD,
                "pspReference": f"card-{next(self._numbers)}",
                "availableActions": ["REFUND"],
                "amountCharged": {"amount": _major(left), "currency": "USD"},
            },
        )
        return str(self._do(requests.COMPLETE, id=basket.id)["order"]["id"])

    def send(self, order: str) -> None:
        lines = []
        for line in self._order(order)["lines"]:
            stock = max(line["variant"]["stocks"], key=lambda one: one["quantity"])
            stocks = [{"warehouse": stock["warehouse"]["id"], "quantity": line["quantity"]}]
            lines.append({"orderLineId": line["id"], "stocks": stocks})
        self._do(requests.FULFIL, as_staff=True, order=order, input={"lines": lines})

    def refund_one_piece(self, order: str, basket: Basket, to_points: int) -> None:
        found = self._order(order)
        piece = basket.goods // basket.pieces
        cards = {one["name"] == _CARD: one["id"] for one in found["transactions"]}
        granted = {
            "amount": _major(piece),
            "lines": [{"id": found["lines"][0]["id"], "quantity": 1}],
            "transactionId": cards[True],
        }
        self._do(requests.GRANT, as_staff=True, order=order, input=granted)
        self._do(requests.REFUND_POINTS, as_staff=True, id=cards[False], amount=_major(to_points))
        self._do(
            requests.REPORT_REFUND,
            as_staff=True,
            id=cards[True],
            amount=_major(piece - to_points),
            reference=f"refund-{next(self._numbers)}",
        )

    def let_days_pass(self, days: int) -> None:
        then = datetime.now(UTC) + timedelta(days=days)
        manage(self._shop, "loyalty_daily", "--at", then.isoformat())

    def audit(self) -> int:
        return differences(manage(self._shop, "loyalty_audit", may_fail=True))

    def _buyable(self) -> dict[str, tuple[int, int]]:
        """Variants that are sent by parcel and not on sale: price, and how many there are."""
        data = self._ask(requests.PRODUCTS, self._admin, channel=requests.CHANNEL)
        products = [edge["node"] for edge in data["products"]["edges"]]
        return {
            variant["id"]: (_minor(pricing["price"]["gross"]), variant["quantityAvailable"])
            for product in products
            if product["isAvailable"] and product["productType"]["isShippingRequired"]
            for variant in product["variants"]
            if (pricing := variant["pricing"]) and pricing["price"] and not pricing["onSale"]
        }

    def _choose(self, at_least: int, pieces: int) -> tuple[str, int]:
        """The dearest product where one piece is asked for, of as many as it takes."""
        if pieces == 1:
            variant = max(self._variants, key=lambda one: self._variants[one][0])
            price, there = self._variants[variant]
            quantity = -(-at_least // price)
            if quantity > min(there, _MOST_PIECES):
                raise LookupError("nothing in the sample shop is dear enough")
            return variant, quantity
        fits = {
            variant: price
            for variant, (price, there) in self._variants.items()
            if price * pieces >= at_least and there >= pieces
        }
        return min(fits, key=lambda one: fits[one]), pieces

    def _order(self, order: str) -> dict[str, Any]:
        found: dict[str, Any] = self._ask(requests.ORDER, self._admin, id=order)["order"]
        return found

    def _do(self, mutation: str, *, as_staff: bool = False, **variables: Any) -> dict[str, Any]:
        token = self._admin if as_staff else self._customer
        result: dict[str, Any] = self._ask(mutation, token, **variables)["result"]
        if result["errors"]:
            raise RefusedError(200, result["errors"])
        return result

    def _loyalty(self, query: str, **variables: Any) -> dict[str, Any]:
        return _data(
            self._shop.post(query, variables, token=self._customer, path=requests.LOYALTY_PATH)
        )

    def _ask(self, query: str, token: str, **variables: Any) -> dict[str, Any]:
        return _data(self._shop.post(query, variables, token=token))


def _data(answer: Mapping[str, Any]) -> dict[str, Any]:
    if answer.get("errors"):
        raise RefusedError(200, answer["errors"])
    data: dict[str, Any] = answer["data"]
    return data


def _minor(money: Mapping[str, Any]) -> int:
    """The sample shop sells in US dollars."""
    return int(Decimal(str(money["amount"])) * 100)


def _major(minor: int) -> str:
    return str(Decimal(minor).scaleb(-2))
