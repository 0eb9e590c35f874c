"""What the flows need of the shop they serve. The adapter gives one for Saleor, others their own.

Nothing below the adapter knows which host it has: it asks `host()`.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Protocol

from django.utils.module_loading import import_string

from .. import conf
from .facts import OrderFact


@dataclass(frozen=True, slots=True)
class HostCustomer:
    """A customer account of the host. `confirmed` says that the e-mail is proven to be theirs."""

    user_id: int
    email: str
    language_code: str
    confirmed: bool


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

    def writing(self) -> AbstractContextManager[None]:
        """Around every write outside of a request: hosts may guard their writer database."""

    def reprice(self, user_id: int) -> None:
        """Marks the customer's open checkouts for a new calculation of their tier price."""

    def issue_coupon(
        self,
        user_id: int,
        amount: int,
        currency: str,
        *,
        valid_until: datetime | None,
        source: str,
    ) -> str:
        """Makes a coupon over `amount` minor units for one order of that customer.

        Answers its code; the same source again the same code.
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

    def install(self) -> bool:
        """Writes what the host must know before points can pay; True where it was not there."""

    def uninstall(self) -> bool:
        """Takes that back; True where it was there."""


@cache
def host() -> Host:
    built: Host = import_string(conf.host_path())()
    return built
