"""Saleor, as the flows see it."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from uuid import UUID

import saleor
from django.utils import timezone
from saleor.account.models import User
from saleor.channel.models import Channel
from saleor.checkout.models import Checkout
from saleor.core.db.connection import allow_writer
from saleor.order.models import Order

from ..errors import N_, Code, LoyaltyError
from ..events.facts import OrderFact
from ..events.host import Coupon, HostCheckout, HostCustomer
from ..events.host_shown import CatalogueItem, CatalogueKind, HostChannel, HostPerson
from ..events.inbox import NewFact, record
from . import (
    app,
    catalogue,
    checkout_prices,
    draft_orders,
    gift_cards_made,
    group_orders,
    mirror,
    payments,
    points_off,
    recent_orders,
    reward_coupons,
    reward_lines,
)
from .bounded import bounded
from .changed_orders import changed_orders
from .checkouts import read_checkout
from .ids import uuid_of
from .orders import read_orders

# A customer has one open checkout or a few; one with hundreds is a robot's.
_CHECKOUTS = 50


class SaleorHost:
    """Implements `events.host.Host`. Ids are those of Saleor's database or of its API."""

    def order(self, order_id: str) -> OrderFact | None:
        pk = uuid_of("Order", order_id)
        return read_orders([pk]).get(pk) if pk else None

    def changed_orders(self, since: datetime) -> Iterator[list[tuple[str, str]]]:
        return changed_orders(since)

    def customer(self, user_id: int) -> HostCustomer | None:
        return _customer(User.objects.filter(pk=user_id, is_active=True).first())

    def customer_by_email(self, email: str) -> HostCustomer | None:
        active = User.objects.filter(email__iexact=email, is_active=True)
        return _customer(active.order_by("pk").first())

    def checkout(self, checkout_id: str) -> HostCheckout | None:
        pk = uuid_of("Checkout", checkout_id)
        return read_checkout(pk) if pk else None

    def release_payment(self, token: str, reason: str) -> bool:
        return payments.release(UUID(token), reason)

    def refund_payment(self, token: str, amount: int, reference: str) -> None:
        payments.refund(UUID(token), amount, reference)

    def reduce(self, checkout_id: str) -> int | None:
        pk = uuid_of("Checkout", checkout_id)
        if pk is None:
            return 0
        with allow_writer():
            return points_off.reduce(pk)

    def writing(self) -> AbstractContextManager[None]:
        guard: AbstractContextManager[None] = allow_writer()
        return guard

    def reprice(self, user_id: int) -> None:
        open_ones = Checkout.objects.filter(user_id=user_id).order_by("-last_change")
        for checkout in open_ones[:_CHECKOUTS]:
            with bounded():
                if checkout_prices.price(checkout, shopper=False):
                    _look_again(checkout)

    def reprice_checkout(self, checkout_id: str) -> bool:
        pk = uuid_of("Checkout", checkout_id)
        checkout = Checkout.objects.filter(pk=pk).first() if pk else None
        if checkout is not None and checkout_prices.price(checkout, shopper=False):
            _look_again(checkout)
        return checkout is not None

    def is_ordered(self, checkout_id: str) -> bool:
        return bool(Order.objects.filter(checkout_token=checkout_id).exists())

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
        coupon = Coupon(
            kind="fixed",
            value=amount,
            currency=currency,
            minimum=minimum,
            valid_until=valid_until,
            name=name or {},
        )
        return self.make_coupon(user_id, coupon, source=source)

    def make_coupon(self, user_id: int, coupon: Coupon, *, source: str) -> str:
        with allow_writer():
            return reward_coupons.make(user_id, coupon, source)

    def withdraw_coupon(self, source: str) -> bool:
        with allow_writer():
            return reward_coupons.withdraw(source)

    def make_gift_card(
        self,
        user_id: int,
        amount: int,
        currency: str,
        *,
        valid_until: datetime | None,
        source: str,
    ) -> str:
        with allow_writer():
            return gift_cards_made.make(
                user_id, amount, currency, valid_until=valid_until, source=source
            )

    def withdraw_gift_card(self, source: str) -> int | None:
        with allow_writer():
            return gift_cards_made.withdraw(source)

    def add_reward_line(
        self, checkout_id: str, variant_id: str, quantity: int, unit_price: int, *, mark: str
    ) -> str:
        pk = uuid_of("Checkout", checkout_id)
        if pk is None:
            raise LoyaltyError(Code.NOT_FOUND, N_("There is no such checkout."), field="checkoutId")
        with allow_writer():
            return reward_lines.add(pk, variant_id, quantity, unit_price, mark)

    def remove_reward_line(self, checkout_id: str, mark: str) -> bool:
        pk = uuid_of("Checkout", checkout_id)
        with allow_writer():
            return pk is None or reward_lines.remove(pk, mark)

    def order_confirm(self, order_id: str) -> None:
        with allow_writer():
            group_orders.confirm(_order_pk(order_id))

    def order_cancel(self, order_id: str, reason: str) -> None:
        with allow_writer():
            group_orders.cancel(_order_pk(order_id), reason)

    def request_refund(self, order_id: str, reason: str) -> bool:
        with allow_writer():
            return group_orders.request_refund(_order_pk(order_id), reason)

    def mark_order(self, order_id: str, marks: Mapping[str, str]) -> None:
        pk = uuid_of("Order", order_id)
        if pk is not None:
            mirror.mark_order(pk, marks)

    def mirror(self, customers: Mapping[int, Mapping[str, str | None]]) -> int:
        return mirror.show_customers(customers)

    def price_draft(self, order_id: str) -> int:
        with allow_writer():
            return draft_orders.price_draft(_order_pk(order_id))

    def version(self) -> str:
        return f"Saleor {saleor.__version__}"

    def channels(self) -> list[HostChannel]:
        return [
            HostChannel(
                one.slug, one.name, one.currency_code, one.is_active, str(one.default_country)
            )
            for one in Channel.objects.order_by("name", "pk")
        ]

    def people(self, user_ids: Collection[int]) -> dict[int, HostPerson]:
        found = User.objects.filter(pk__in=user_ids)
        return {
            user.pk: HostPerson(user.pk, user.email, f"{user.first_name} {user.last_name}".strip())
            for user in found
        }

    def catalogue(
        self, kind: CatalogueKind, *, search: str, ids: Collection[str], first: int
    ) -> list[CatalogueItem]:
        return catalogue.found(kind, search=search, ids=ids, first=first)

    def recent_orders(self, *, search: str, first: int) -> list[OrderFact]:
        return recent_orders.newest(search, first)

    def install(self) -> bool:
        return app.install()

    def install_dashboard(self, url: str | None) -> list[str]:
        address, changes = app.install_dashboard(url)
        return [f"The pages are at {address}", *changes.told()]

    def uninstall(self) -> bool:
        return app.uninstall()


def _look_again(checkout: Checkout) -> None:
    """Points were chosen for another total."""
    subject = f"checkout:{checkout.pk}"
    record(NewFact("checkout", subject, occurred_at=timezone.now()))


def _order_pk(order_id: str) -> UUID:
    pk = uuid_of("Order", order_id)
    if pk is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such order."), field="orderId")
    return pk


def _customer(user: User | None) -> HostCustomer | None:
    if user is None:
        return None
    return HostCustomer(
        user.pk, user.email, user.language_code, bool(user.is_confirmed), user.date_joined
    )
