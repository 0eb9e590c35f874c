"""What the flows need of the shop they serve. The adapter gives one for Saleor, others their own.

Nothing below the adapter knows which host it has: it asks `host()`.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Protocol

from django.utils.module_loading import import_string

from .. import conf
from .facts import OrderFact
from .host_shown import CatalogueItem, CatalogueKind, HostChannel, HostPerson


@dataclass(frozen=True, slots=True)
class HostCustomer:
    """A customer account of the host. `confirmed` says that the e-mail is proven to be theirs."""

    user_id: int
    email: str
    language_code: str
    confirmed: bool
    # When the account was opened, where the host knows.
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class CheckoutLine:
    """`gross` is for the whole line after every discount, in minor units."""

    line_id: str
    quantity: int
    gross: int
    product_id: str = ""
    variant_id: str = ""
    category_ids: tuple[str, ...] = ()
    collection_ids: tuple[str, ...] = ()
    on_sale: bool = False
    is_gift_card: bool = False
    net: int = 0
    product_name: str = ""
    # The mark of the reward or group price it is here for; empty: an ordinary line.
    reward: str = ""
    # What points could take off the line, of its price as it is entered (with or without tax) with
    # members' and sale prices and before vouchers; and what they take off now.
    reducible: int = 0
    points_off: int = 0


@dataclass(frozen=True, slots=True)
class HostCheckout:
    """An open checkout. Money in minor units; `total_gross` is what the shopper must pay."""

    checkout_id: str
    channel: str
    currency: str
    user_id: int | None
    lines: tuple[CheckoutLine, ...]
    shipping_gross: int
    total_gross: int
    shipping_net: int = 0
    # Gift cards that pay a part of `total_gross`; others have lowered it already.
    paid_by_gift_card: int = 0
    # As the order's will be, for the rules that ask.
    country: str = ""
    customer_groups: tuple[str, ...] = ()
    # The code that is on it, and what a voucher or promotion of a fixed amount takes off the goods.
    voucher: str = ""
    fixed_discount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coupon:
    """What a code takes off one order.

    `kind` is "fixed", "percent" or "free_shipping"; `value` are minor units of the currency, basis
    points, or nothing. Where products, variants, categories or collections are named, it counts
    for those alone. `channels` are slugs; empty: every channel of the currency. `name` is what the
    discount is called at the checkout, by language; empty: as coupons made of points are.
    """

    kind: str
    currency: str
    value: int = 0
    # What the goods must cost at least, in minor units.
    minimum: int = 0
    product_ids: tuple[str, ...] = ()
    variant_ids: tuple[str, ...] = ()
    category_ids: tuple[str, ...] = ()
    collection_ids: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    valid_until: datetime | None = None
    name: Mapping[str, str] = field(default_factory=dict)


class Host(Protocol):
    def order(self, order_id: str) -> OrderFact | None:
        """The order as it stands now, or None if the host has no such order."""

    def changed_orders(self, since: datetime) -> Iterator[list[tuple[str, str]]]:
        """Orders placed or changed since then, in pages of (order id, fingerprint)."""

    def customer(self, user_id: int) -> HostCustomer | None: ...

    def customer_by_email(self, email: str) -> HostCustomer | None:
        """The active customer with that e-mail (any case), confirmed or not."""

    def checkout(self, checkout_id: str) -> HostCheckout | None:
        """The open checkout with its totals as of now, or None (unknown, or an order by now)."""

    def release_payment(self, token: str, reason: str) -> bool:
        """Tells the host that this payment by points is void, inside the caller's transaction.

        False where the payment belongs to an order by now: then the points are owed.
        """

    def refund_payment(self, token: str, amount: int, reference: str) -> None:
        """Tells the host that `amount` minor units of the payment went back as points."""

    def reduce(self, checkout_id: str) -> int | None:
        """Brings the prices of the checkout up to the points that are set aside to reduce them,
        inside the caller's transaction: spread over the lines that can be reduced, or taken off.

        Answers how many minor units are off now, 0 too where there is no such checkout; None where
        an order has been made of it: then the points are owed. Raises BUSY while it is being
        completed.
        """

    def writing(self) -> AbstractContextManager[None]:
        """Around every write outside of a request: hosts may guard their writer database."""

    def reprice(self, user_id: int) -> None:
        """Marks the customer's open checkouts for a new calculation of their tier price."""

    def reprice_checkout(self, checkout_id: str) -> bool:
        """Calculates one open checkout anew while its shopper is away: it may lose prices that are
        kept for it, and gains none. False: there is no such checkout (any more)."""

    def is_ordered(self, checkout_id: str) -> bool:
        """Whether an order was made of it, committed by now."""

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
        """Makes a coupon over `amount` minor units for one order of that customer.

        The order must come to `minimum`. `name` is by language; none: as coupons made of points
        are called. Answers its code; the same source again the same code.
        """

    def make_coupon(self, user_id: int, coupon: Coupon, *, source: str) -> str:
        """Makes a code for one order of that customer, who must be logged in to use it.

        The same source again answers the same code, also after it was used or withdrawn.
        Raises INVALID where nothing of what the coupon names exists (any more).
        """

    def withdraw_coupon(self, source: str) -> bool:
        """False: it was used, and stays. True: nobody can use it any more, or it was never made."""

    def make_gift_card(
        self,
        user_id: int,
        amount: int,
        currency: str,
        *,
        valid_until: datetime | None,
        source: str,
    ) -> str:
        """Makes a card over `amount` minor units; answers its code. Same source, same code."""

    def withdraw_gift_card(self, source: str) -> int | None:
        """Empties a card that nothing was paid with; answers what was on it, in minor units.

        0: something was paid with it, and it stays as it is. None: it was never made. Asked again
        a host whose writes outlive the caller's transaction answers the same; one whose writes are
        undone with it may say 0.
        """

    def add_reward_line(
        self, checkout_id: str, variant_id: str, quantity: int, unit_price: int, *, mark: str
    ) -> str:
        """Puts pieces at a price of their own into an open checkout, as a line of its own.

        `unit_price` in minor units of the checkout's currency. Answers the line's id; the same
        mark again the same line. More pieces than these never have that price. Raises NOT_FOUND
        (checkout, variant), INVALID (not for sale there, not in stock), BUSY (being completed).
        """

    def remove_reward_line(self, checkout_id: str, mark: str) -> bool:
        """False where an order has been made with it: then it is owed. True: it is not there.

        Raises BUSY while the checkout is being completed.
        """

    def order_confirm(self, order_id: str) -> None:
        """Confirms an order that waited; one that does not wait stays as it is. Raises NOT_FOUND,
        INVALID where it is cancelled."""

    def order_cancel(self, order_id: str, reason: str) -> None:
        """Cancels an order; a cancelled one stays as it is. Raises NOT_FOUND, INVALID where the
        host cancels it no more (a part is on its way)."""

    def request_refund(self, order_id: str, reason: str) -> bool:
        """Asks for everything back that was paid with the order, by whatever it was paid with.

        True where something was asked for now; False where nothing is left to ask for, because it
        went back, is being asked for already, or was never paid. Raises NOT_FOUND.
        """

    def mark_order(self, order_id: str, marks: Mapping[str, str]) -> None:
        """Puts marks on the order that staff can filter by. Other marks stay; no order: nothing."""

    def mirror(self, customers: Mapping[int, Mapping[str, str | None]]) -> int:
        """Shows these at the accounts, by user id, for the host's own tools; None takes one away.

        Answers how many accounts showed something else before.
        """

    def price_draft(self, order_id: str) -> int:
        """Gives the lines of an order that staff are writing the prices of its customer.

        Answers how many lines have such a price now; 0 for a customer without any. Raises NOT_FOUND
        where there is no such order, INVALID where it is no draft any more or names no customer.
        """

    def version(self) -> str:
        """Of the host, for people: "Saleor 3.23.1"."""

    def channels(self) -> list[HostChannel]:
        """All of them, by name, those that sell nothing just now too."""

    def people(self, user_ids: Collection[int]) -> dict[int, HostPerson]:
        """Those of them who have an account, staff too."""

    def catalogue(
        self, kind: CatalogueKind, *, search: str, ids: Collection[str], first: int
    ) -> list[CatalogueItem]:
        """By name: those of `ids` where any are given, else those whose name has `search` in it in
        any case (all of them for an empty one), `first` at most.
        """

    def recent_orders(self, *, search: str, first: int) -> list[OrderFact]:
        """Newest first, `first` at most; with `search` those of that number or e-mail address."""

    def install(self) -> bool:
        """Writes what the host must know before points can pay; True where it was not there."""

    def install_dashboard(self, url: str | None) -> list[str]:
        """Puts the pages for staff in their places, in a shop at this address (None: the host knows
        it), and answers with what it did, in lines. Raises LoyaltyError where nobody knows it."""

    def uninstall(self) -> bool:
        """Takes that back; True where it was there."""


@cache
def host() -> Host:
    built: Host = import_string(conf.host_path())()
    return built
