"""The shop of the sandbox, as the plugin's flows ask for it."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q

from saleor_loyalty.errors import N_, Code, LoyaltyError
from saleor_loyalty.events import host
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.events.host import HostCheckout, HostCustomer
from saleor_loyalty.events.host_shown import CatalogueItem, CatalogueKind, HostChannel, HostPerson
from saleor_loyalty.models import OrderRecord
from sandbox.shop import catalogue, rewards
from sandbox.shop.models import Checkout, Coupon, Order, Payment
from sandbox.shop.till import CHANNEL, CURRENCY, as_host_checkout

_PAGE = 500


class SandboxHost:
    def writing(self) -> AbstractContextManager[None]:
        return nullcontext()

    def order(self, order_id: str) -> OrderFact | None:
        """An order of this shop, or one of the log, which came in as a fact."""
        try:
            order = Order.objects.filter(pk=UUID(order_id)).first()
        except ValueError:
            order = None
        if order is not None:
            return OrderFact.from_json(order.fact)
        record = OrderRecord.objects.filter(order_id=order_id).first()
        return OrderFact.from_json(record.snapshot) if record else None

    def changed_orders(self, since: datetime) -> Iterator[list[tuple[str, str]]]:
        orders = Order.objects.filter(updated_at__gte=since).order_by("updated_at", "pk")
        page: list[tuple[str, str]] = []
        for order in orders.iterator(_PAGE):
            page.append((str(order.pk), str(order.fact["fingerprint"])))
            if len(page) == _PAGE:
                yield page
                page = []
        if page:
            yield page

    def customer(self, user_id: int) -> HostCustomer | None:
        user = User.objects.filter(pk=user_id, is_active=True, is_staff=False).first()
        return _customer(user) if user else None

    def customer_by_email(self, email: str) -> HostCustomer | None:
        user = User.objects.filter(email__iexact=email, is_active=True, is_staff=False).first()
        return _customer(user) if user else None

    def checkout(self, checkout_id: str) -> HostCheckout | None:
        try:
            found = Checkout.objects.filter(pk=checkout_id, order_id="").first()
        except ValidationError:
            return None
        return as_host_checkout(found) if found else None

    def release_payment(self, token: str, reason: str) -> bool:  # noqa: ARG002 - the protocol's
        payment = Payment.objects.select_for_update().filter(token=token).first()
        if payment is not None and payment.checkout.order_id:
            return False
        Payment.objects.filter(token=token).update(void=True)
        return True

    def refund_payment(self, token: str, amount: int, reference: str) -> None:  # noqa: ARG002
        payment = Payment.objects.select_for_update().get(token=token)
        payment.refunded += amount
        payment.save()

    def reduce(self, checkout_id: str) -> int | None:
        try:
            checkout = Checkout.objects.select_for_update().filter(pk=checkout_id).first()
        except ValidationError:
            return 0
        if checkout is None:
            return 0
        if checkout.order_id:
            return None
        return sum(line.points_off for line in as_host_checkout(checkout).lines)

    def reprice(self, user_id: int) -> None:
        """Prices of this shop are the same for everybody."""

    def reprice_checkout(self, checkout_id: str) -> bool:
        return Checkout.objects.filter(pk=checkout_id, order_id="").exists()

    def is_ordered(self, checkout_id: str) -> bool:
        return Checkout.objects.filter(pk=checkout_id).exclude(order_id="").exists()

    def issue_coupon(
        self,
        user_id: int,
        amount: int,
        currency: str,
        *,
        valid_until: datetime | None,
        source: str,
        minimum: int = 0,  # noqa: ARG002 - nothing is bought with them here
        name: Mapping[str, str] | None = None,  # noqa: ARG002
    ) -> str:
        coupon, _ = Coupon.objects.get_or_create(
            source=source,
            defaults={
                "code": f"LUM-{secrets.token_hex(4).upper()}",
                "user_id": user_id,
                "amount": amount,
                "currency": currency,
                "valid_until": valid_until,
            },
        )
        return coupon.code

    def make_coupon(self, user_id: int, coupon: host.Coupon, *, source: str) -> str:
        return rewards.make_coupon(user_id, coupon, source)

    def withdraw_coupon(self, source: str) -> bool:
        return rewards.withdraw_coupon(source)

    def make_gift_card(
        self,
        user_id: int,
        amount: int,
        currency: str,
        *,
        valid_until: datetime | None,
        source: str,
    ) -> str:
        return rewards.make_gift_card(user_id, amount, currency, valid_until, source)

    def withdraw_gift_card(self, source: str) -> int | None:
        return rewards.withdraw_gift_card(source)

    def add_reward_line(
        self, checkout_id: str, variant_id: str, quantity: int, unit_price: int, *, mark: str
    ) -> str:
        return rewards.add_line(checkout_id, variant_id, quantity, unit_price, mark)

    def remove_reward_line(self, checkout_id: str, mark: str) -> bool:
        return rewards.remove_line(checkout_id, mark)

    def order_confirm(self, order_id: str) -> None:
        rewards.confirm(order_id)

    def order_cancel(self, order_id: str, reason: str) -> None:  # noqa: ARG002 - the protocol's
        rewards.cancel(order_id)

    def request_refund(self, order_id: str, reason: str) -> bool:  # noqa: ARG002 - the protocol's
        return rewards.refund_all(order_id)

    def mark_order(self, order_id: str, marks: Mapping[str, str]) -> None:
        """Nobody packs the orders of this shop."""

    def mirror(self, customers: Mapping[int, Mapping[str, str | None]]) -> int:  # noqa: ARG002
        """This shop has no tools that would look."""
        return 0

    def price_draft(self, order_id: str) -> int:  # noqa: ARG002 - the protocol's
        raise LoyaltyError(Code.NOT_FOUND, N_("Staff of this shop write no orders."))

    def version(self) -> str:
        return "Sandbox"

    def channels(self) -> list[HostChannel]:
        return [HostChannel(CHANNEL, "Records", CURRENCY, country="US")]

    def people(self, user_ids: Collection[int]) -> dict[int, HostPerson]:
        found = User.objects.filter(pk__in=user_ids)
        return {user.pk: HostPerson(user.pk, user.email, user.get_full_name()) for user in found}

    def catalogue(
        self, kind: CatalogueKind, *, search: str, ids: Collection[str], first: int
    ) -> list[CatalogueItem]:
        return catalogue.found(kind, search, ids)[:first]

    def recent_orders(self, *, search: str, first: int) -> list[OrderFact]:
        """Those of this shop, and those of the log."""
        orders, records = Order.objects.all(), OrderRecord.objects.all()
        if search:
            number = search.removeprefix("#")
            orders = orders.filter(Q(fact__number=number) | Q(fact__email__iexact=search))
            records = records.filter(Q(number=number) | Q(snapshot__email__iexact=search))
        found = [order.fact for order in orders.order_by("-updated_at")[:first]]
        found += [record.snapshot for record in records.order_by("-placed_at", "-pk")[:first]]
        facts = {fact["order_id"]: OrderFact.from_json(fact) for fact in reversed(found)}
        return sorted(facts.values(), key=lambda fact: fact.placed_at, reverse=True)[:first]

    def install(self) -> bool:
        return False

    def install_dashboard(self, url: str | None) -> list[str]:  # noqa: ARG002 - the protocol's
        return ["There is no Dashboard here: the pages are at /dashboard/."]

    def uninstall(self) -> bool:
        return False


def _customer(user: User) -> HostCustomer:
    return HostCustomer(user.pk, user.email, "en", confirmed=True, since=user.date_joined)
