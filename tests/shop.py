"""A shop in memory: the host of the tests that need no Saleor.

Tests put orders, customers and checkouts into it as a real shop would have them, and read back
what loyalty told it.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact, OrderLine
from saleor_loyalty.events.host import CheckoutLine, HostCheckout, HostCustomer


@dataclass
class Shop:
    orders: dict[str, OrderFact] = field(default_factory=dict)
    customers: dict[int, HostCustomer] = field(default_factory=dict)
    checkouts: dict[str, HostCheckout] = field(default_factory=dict)
    # Payments by points that belong to an order by now.
    ordered_payments: set[str] = field(default_factory=set)
    released: list[tuple[str, str]] = field(default_factory=list)
    refunded: list[tuple[str, int, str]] = field(default_factory=list)
    repriced: list[int] = field(default_factory=list)
    # (customer, minor units, currency, end), by their code.
    coupons: dict[str, tuple[int, int, str, datetime | None]] = field(default_factory=dict)
    # By order, and by customer.
    marks: dict[str, dict[str, str]] = field(default_factory=dict)
    mirrored: dict[int, dict[str, str]] = field(default_factory=dict)
    # How many lines of orders that staff are writing have a member's price.
    drafts: dict[str, int] = field(default_factory=dict)
    no_coupons: bool = False
    broken: bool = False

    def order(self, order_id: str) -> OrderFact | None:
        if self.broken:
            raise RuntimeError("the shop is closed")
        return self.orders.get(order_id)

    def changed_orders(self, since: datetime) -> Iterator[list[tuple[str, str]]]:
        changed = [o for o in self.orders.values() if (o.paid_at or o.placed_at) >= since]
        yield [(order.order_id, order.fingerprint) for order in changed]

    def customer(self, user_id: int) -> HostCustomer | None:
        return self.customers.get(user_id)

    def customer_by_email(self, email: str) -> HostCustomer | None:
        found = [one for one in self.customers.values() if one.email.lower() == email.lower()]
        return found[0] if found else None

    def checkout(self, checkout_id: str) -> HostCheckout | None:
        return self.checkouts.get(checkout_id)

    def release_payment(self, token: str, reason: str) -> bool:
        if token in self.ordered_payments:
            return False
        self.released.append((token, reason))
        return True

    def refund_payment(self, token: str, amount: int, reference: str) -> None:
        self.refunded.append((token, amount, reference))

    def writing(self) -> AbstractContextManager[None]:
        return nullcontext()

    def reprice(self, user_id: int) -> None:
        self.repriced.append(user_id)

    def issue_coupon(
        self,
        user_id: int,
        amount: int,
        currency: str,
        *,
        valid_until: datetime | None,
        source: str,
    ) -> str:
        if self.no_coupons:
            raise RuntimeError("the printer is out of paper")
        code = f"C-{source}"
        self.coupons[code] = (user_id, amount, currency, valid_until)
        return code

    def mark_order(self, order_id: str, marks: Mapping[str, str]) -> None:
        self.marks.setdefault(order_id, {}).update(marks)

    def mirror(self, customers: Mapping[int, Mapping[str, str | None]]) -> int:
        changed = 0
        for user_id, data in customers.items():
            kept = {**self.mirrored.get(user_id, {}), **data}
            shown = {key: value for key, value in kept.items() if value is not None}
            changed += shown != self.mirrored.get(user_id, {})
            self.mirrored[user_id] = shown
        return changed

    def price_draft(self, order_id: str) -> int:
        if order_id not in self.drafts:
            raise LoyaltyError(Code.NOT_FOUND, "There is no such order.")
        return self.drafts[order_id]


SHOP = Shop()


def the_shop() -> Shop:
    """What SALEOR_LOYALTY_HOST names; the fixture `shop` empties it."""
    return SHOP


NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def line(line_id: str, gross: int, *, quantity: int = 1, **more: Any) -> OrderLine:
    more.setdefault("net", gross)
    return OrderLine(line_id=line_id, quantity=quantity, gross=gross, **more)


def paid_order(*lines: OrderLine, order_id: str = "o1", **more: Any) -> OrderFact:
    """A paid order of customer 1, or whatever else is said."""
    given: dict[str, Any] = {
        "order_id": order_id,
        "number": order_id.removeprefix("o"),
        "channel": "web",
        "currency": "USD",
        "lines": lines,
        "placed_at": NOON,
        "paid_at": NOON,
        "user_id": 1,
        "email": "ada@example.com",
        "total_gross": sum(one.gross for one in lines) + more.get("shipping_gross", 0),
    }
    return OrderFact(**{**given, **more})


def open_checkout(*grosses: int, checkout_id: str = "c1", **more: Any) -> HostCheckout:
    lines = tuple(
        CheckoutLine(line_id=f"l{number}", quantity=1, gross=gross, net=gross)
        for number, gross in enumerate(grosses)
    )
    given: dict[str, Any] = {
        "checkout_id": checkout_id,
        "channel": "web",
        "currency": "USD",
        "user_id": 1,
        "lines": lines,
        "shipping_gross": 0,
        "total_gross": sum(grosses),
    }
    return HostCheckout(**{**given, **more})
