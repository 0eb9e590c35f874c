"""The sandbox's own shop as a world for the story."""

from __future__ import annotations

import re
from typing import Any

from sandbox.http import RefusedError, graphql, post
from sandbox.shop.products import PRODUCTS
from sandbox.shop_server import RunningShop
from sandbox.story import Basket, Standing

STANDING = """
{
  loyaltyMe {
    tier { name }
    points { available pending held expiringPoints expiringAt }
    growth { available }
    history(first: 1) { edges { node { kind points } } }
  }
}
"""
QUOTE = """
query Quote($id: ID!) { loyaltyCheckoutQuote(checkoutId: $id) { maximumPoints earnPoints } }
"""


class ShopWorld:
    name = "the sandbox's own shop"
    tier_percent = 0

    def __init__(self, shop: RunningShop) -> None:
        self._shop = shop
        self._shopper = f"Bearer {shop.tokens.shopper}"
        self._staff = f"Bearer {shop.tokens.staff}"

    def standing(self) -> Standing:
        data = graphql(self._shop.graphql_url, STANDING, authorization=self._shopper)
        return standing_of(data["loyaltyMe"])

    def fill_basket(self, at_least: int, pieces: int) -> Basket:
        product = min(
            (one for one in PRODUCTS.values() if one.price * pieces >= at_least),
            key=lambda one: one.price,
        )
        opened = self._act("checkouts/", {"lines": {product.slug: pieces}})
        return Basket(opened["checkout"], pieces, opened["total"], opened["total"], shipping=0)

    def most_points(self, basket: Basket) -> tuple[int, int]:
        data = graphql(
            self._shop.graphql_url, QUOTE, {"id": basket.id}, authorization=self._shopper
        )
        quote = data["loyaltyCheckoutQuote"]
        return quote["maximumPoints"], quote["earnPoints"]

    def pay_with_points(self, basket: Basket, amount: int) -> None:
        self._act(f"checkouts/{basket.id}/points/", {"amount": amount})

    def refused_points(self, basket: Basket, amount: int) -> bool:
        try:
            self.pay_with_points(basket, amount)
        except RefusedError as refused:
            return refused.status == 400
        return False

    def order(self, basket: Basket, paid_with_points: int = 0) -> str:  # noqa: ARG002
        return str(self._act(f"checkouts/{basket.id}/complete/", {})["order"])

    def send(self, order: str) -> None:
        self._act(f"orders/{order}/fulfil/", {}, as_staff=True)

    def refund_one_piece(self, order: str, basket: Basket, to_points: int) -> None:
        line = next(slug for slug, one in PRODUCTS.items() if one.price * 2 == basket.goods)
        body = {"lines": {line: 1}, "to_points": to_points}
        self._act(f"orders/{order}/refund/", body, as_staff=True)

    def let_days_pass(self, days: int) -> None:
        self._act("time/", {"days": days}, as_staff=True)

    def audit(self) -> int:
        return differences(self._shop.manage("loyalty_audit"))

    def _act(self, path: str, body: dict[str, Any], *, as_staff: bool = False) -> dict[str, Any]:
        who = self._staff if as_staff else self._shopper
        return post(f"{self._shop.url}/shop/{path}", body, authorization=who)


def standing_of(member: dict[str, Any]) -> Standing:
    points = member["points"]
    entries = [edge["node"] for edge in member["history"]["edges"]]
    return Standing(
        available=points["available"],
        pending=points["pending"],
        held=points["held"],
        growth=member["growth"]["available"],
        tier=member["tier"]["name"] if member["tier"] else "none",
        expiring=points["expiringPoints"],
        expiring_at=points["expiringAt"] or "",
        newest=(entries[0]["kind"], entries[0]["points"]) if entries else ("", 0),
    )


def differences(printed: str) -> int:
    """The number at the end of what `loyalty_audit` prints."""
    found = re.search(r"([\d,]+) differences", printed)
    if found is None:
        raise ValueError(f"the audit said something else: {printed}")
    return int(found[1].replace(",", ""))
