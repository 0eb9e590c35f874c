"""A shop in memory: the host of the tests that need no Saleor.

Tests put orders, customers and checkouts into it as a real shop would have them, and read back
what loyalty told it.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact, OrderLine
from saleor_loyalty.events.host import CheckoutLine, Coupon, HostCheckout, HostCustomer
from saleor_loyalty.events.host_shown import CatalogueItem, CatalogueKind, HostChannel, HostPerson
from saleor_loyalty.flows.points_reduction import with_points_off


@dataclass
class MadeCoupon:
    user_id: int
    coupon: Coupon
    code: str
    used: bool = False
    active: bool = True


@dataclass
class MadeCard:
    """`balance` in minor units: a test spends from it by lowering it."""

    user_id: int
    amount: int
    currency: str
    valid_until: datetime | None
    code: str
    balance: int
    withdrawn: bool = False


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
    repriced_checkouts: list[str] = field(default_factory=list)
    # (customer, minor units, currency, end), by their code.
    coupons: dict[str, tuple[int, int, str, datetime | None]] = field(default_factory=dict)
    # What the order must come to, and what it is called, by their code.
    coupon_terms: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    # By order, and by customer.
    marks: dict[str, dict[str, str]] = field(default_factory=dict)
    mirrored: dict[int, dict[str, str]] = field(default_factory=dict)
    # How many lines of orders that staff are writing have a member's price.
    drafts: dict[str, int] = field(default_factory=dict)
    # Drafts that were given a member's prices.
    priced: list[str] = field(default_factory=list)
    # Rewards, by their source.
    made_coupons: dict[str, MadeCoupon] = field(default_factory=dict)
    made_cards: dict[str, MadeCard] = field(default_factory=dict)
    # Orders that wait; why orders were cancelled; why their money was asked back.
    waiting: set[str] = field(default_factory=set)
    cancelled: dict[str, str] = field(default_factory=dict)
    refund_requests: dict[str, str] = field(default_factory=dict)
    # Variants that are not in stock; checkouts that are being completed.
    sold_out: set[str] = field(default_factory=set)
    completing: set[str] = field(default_factory=set)
    # Names of methods that raise, as if the shop went away just then.
    failing: set[str] = field(default_factory=set)
    channel_list: list[HostChannel] = field(default_factory=list)
    items: list[CatalogueItem] = field(default_factory=list)
    # Who works there; customers are in `customers`.
    staff: dict[int, HostPerson] = field(default_factory=dict)
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
        checkout = self.checkouts.get(checkout_id)
        return with_points_off(checkout) if checkout else None

    def reduce(self, checkout_id: str) -> int | None:
        self._fail_if_told("reduce")
        if any(order.checkout_id == checkout_id for order in self.orders.values()):
            return None
        if checkout_id not in self.checkouts:
            return 0
        self._open(checkout_id)
        return sum(line.points_off for line in with_points_off(self.checkouts[checkout_id]).lines)

    def release_payment(self, token: str, reason: str) -> bool:
        if token in self.ordered_payments:
            return False
        self.released.append((token, reason))
        return True

    def refund_payment(self, token: str, amount: int, reference: str) -> None:
        self.refunded.append((token, amount, reference))

    def writing(self) -> AbstractContextManager[None]:
        return nullcontext()

    def reprice_checkout(self, checkout_id: str) -> bool:
        self.repriced_checkouts.append(checkout_id)
        return checkout_id in self.checkouts

    def is_ordered(self, checkout_id: str) -> bool:
        return any(order.checkout_id == checkout_id for order in self.orders.values())

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
        minimum: int = 0,
        name: Mapping[str, str] | None = None,
    ) -> str:
        if self.no_coupons:
            raise RuntimeError("the printer is out of paper")
        code = f"C-{source}"
        self.coupons[code] = (user_id, amount, currency, valid_until)
        self.coupon_terms[code] = (minimum, dict(name or {}))
        coupon = Coupon(kind="fixed", currency=currency, value=amount, minimum=minimum)
        self.made_coupons.setdefault(source, MadeCoupon(user_id, coupon, code))
        return code

    def make_coupon(self, user_id: int, coupon: Coupon, *, source: str) -> str:
        self._fail_if_told("make_coupon")
        made = MadeCoupon(user_id, coupon, f"C-{source}")
        return self.made_coupons.setdefault(source, made).code

    def withdraw_coupon(self, source: str) -> bool:
        self._fail_if_told("withdraw_coupon")
        made = self.made_coupons.get(source)
        if made is None:
            return True
        made.active = made.active and made.used
        return not made.used

    def make_gift_card(
        self,
        user_id: int,
        amount: int,
        currency: str,
        *,
        valid_until: datetime | None,
        source: str,
    ) -> str:
        self._fail_if_told("make_gift_card")
        card = MadeCard(user_id, amount, currency, valid_until, f"G-{source}", amount)
        return self.made_cards.setdefault(source, card).code

    def withdraw_gift_card(self, source: str) -> int | None:
        self._fail_if_told("withdraw_gift_card")
        card = self.made_cards.get(source)
        if card is None:
            return None
        # Also for who died before they could keep our answer.
        if card.withdrawn:
            return card.amount
        if card.balance < card.amount:
            return 0
        card.withdrawn, card.balance = True, 0
        return card.amount

    def add_reward_line(
        self, checkout_id: str, variant_id: str, quantity: int, unit_price: int, *, mark: str
    ) -> str:
        self._fail_if_told("add_reward_line")
        checkout = self._open(checkout_id)
        there = [line for line in checkout.lines if line.reward == mark]
        if there:
            return there[0].line_id
        if variant_id in self.sold_out:
            raise LoyaltyError(Code.INVALID, "This is not in stock.")
        gross = unit_price * quantity
        line = CheckoutLine(
            line_id=f"r{len(checkout.lines)}-{mark}",
            quantity=quantity,
            gross=gross,
            net=gross,
            variant_id=variant_id,
            reward=mark,
        )
        self._put(checkout, (*checkout.lines, line))
        return line.line_id

    def remove_reward_line(self, checkout_id: str, mark: str) -> bool:
        self._fail_if_told("remove_reward_line")
        ordered = (order for order in self.orders.values() if order.checkout_id == checkout_id)
        if any(line.reward == mark for order in ordered for line in order.lines):
            return False
        if checkout_id in self.checkouts:
            checkout = self._open(checkout_id)
            self._put(checkout, tuple(line for line in checkout.lines if line.reward != mark))
        return True

    def order_confirm(self, order_id: str) -> None:
        self._fail_if_told("order_confirm")
        if self._placed(order_id).cancelled:
            raise LoyaltyError(Code.INVALID, "The order is cancelled.")
        self.waiting.discard(order_id)

    def order_cancel(self, order_id: str, reason: str) -> None:
        self._fail_if_told("order_cancel")
        order = self._placed(order_id)
        if order.fulfilled_at is not None:
            raise LoyaltyError(Code.INVALID, "The order is on its way.")
        self.waiting.discard(order_id)
        self.orders[order_id] = replace(order, cancelled=True)
        self.cancelled.setdefault(order_id, reason)

    def request_refund(self, order_id: str, reason: str) -> bool:
        self._fail_if_told("request_refund")
        order = self._placed(order_id)
        if order.paid_at is None or order.fully_refunded or order_id in self.refund_requests:
            return False
        self.refund_requests[order_id] = reason
        return True

    def _fail_if_told(self, method: str) -> None:
        if method in self.failing:
            raise RuntimeError(f"{method}: the shop is closed")

    def _open(self, checkout_id: str) -> HostCheckout:
        if checkout_id in self.completing:
            raise LoyaltyError(Code.BUSY, "The checkout is being completed.")
        if checkout_id not in self.checkouts:
            raise LoyaltyError(Code.NOT_FOUND, "There is no such checkout.")
        return self.checkouts[checkout_id]

    def _put(self, checkout: HostCheckout, lines: tuple[CheckoutLine, ...]) -> None:
        total = checkout.total_gross + sum(line.gross for line in lines)
        total -= sum(line.gross for line in checkout.lines)
        self.checkouts[checkout.checkout_id] = replace(checkout, lines=lines, total_gross=total)

    def _placed(self, order_id: str) -> OrderFact:
        if order_id not in self.orders:
            raise LoyaltyError(Code.NOT_FOUND, "There is no such order.")
        return self.orders[order_id]

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

    def version(self) -> str:
        return "Shop 1.0"

    def channels(self) -> list[HostChannel]:
        return self.channel_list

    def people(self, user_ids: Collection[int]) -> dict[int, HostPerson]:
        found = {
            user_id: HostPerson(user_id, one.email)
            for user_id, one in self.customers.items()
            if user_id in user_ids
        }
        return found | {key: one for key, one in self.staff.items() if key in user_ids}

    def catalogue(
        self, kind: CatalogueKind, *, search: str, ids: Collection[str], first: int
    ) -> list[CatalogueItem]:
        found = [
            item
            for item in self.items
            if item.kind == kind
            and (item.id in ids if ids else search.lower() in item.name.lower())
        ]
        return sorted(found, key=lambda item: item.name)[:first]

    def recent_orders(self, *, search: str, first: int) -> list[OrderFact]:
        wanted = {search.removeprefix("#"), search.lower()}
        found = [
            order
            for order in self.orders.values()
            if not search or wanted & {order.number, order.email.lower()}
        ]
        return sorted(found, key=lambda order: order.placed_at, reverse=True)[:first]

    def price_draft(self, order_id: str) -> int:
        if order_id not in self.drafts:
            raise LoyaltyError(Code.NOT_FOUND, "There is no such order.")
        self.priced.append(order_id)
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
