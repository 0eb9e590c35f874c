"""What Saleor knows of this package: a plugin whose hooks write down that something happened.

Saleor is going to drop most of these hooks one day; nothing outside this folder knows them.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from saleor.celeryconf import app as celery_app
from saleor.order import OrderChargeStatus
from saleor.plugins.base_plugin import BasePlugin

from .. import tasks
from ..events.inbox import NewFact, as_statement
from . import (
    app,
    checkout_prices,
    coupon_guard,
    flash_prices,
    free_shipping,
    gateway,
    http,
    points_off,
    refusals,
    reward_lines,
    waiting_orders,
)
from .bounded import harmless, run
from .ids import IDENTIFIER

Hook = Callable[..., Any]

# Celery knows the app of the thread that made it. Requests are answered in other threads, and
# there our tasks would be sent to an app without settings, at nobody's broker.
celery_app.set_default()

# Whoever calculates a price has made Saleor's plugins, and so imported this.
free_shipping.install()
coupon_guard.install()
points_off.install()
reward_lines.install()
flash_prices.install()
waiting_orders.install()


def _tell(kind: str, *subjects: str) -> None:
    """One row each, whatever it was that happened: the worker asks how things stand then."""
    now = timezone.now()
    run(*as_statement(NewFact(kind, subject, occurred_at=now) for subject in subjects))
    tasks.nudge()


@harmless
def _order(_plugin: Any, order: Any, *, previous_value: Any, **_: Any) -> Any:
    _tell("order", f"order:{order.pk}")
    return previous_value


@harmless
def _order_before_fully_paid(_plugin: Any, order: Any, *, previous_value: Any, **_: Any) -> Any:
    """Saleor calls another hook as well, and later, once all is paid: one row is enough."""
    if order.charge_status not in (OrderChargeStatus.FULL, OrderChargeStatus.OVERCHARGED):
        _tell("order", f"order:{order.pk}")
    return previous_value


@harmless
def _orders(_plugin: Any, orders: Any, *, previous_value: Any, **_: Any) -> Any:
    _tell("order", *(f"order:{order.pk}" for order in orders))
    return previous_value


@harmless
def _fulfillment(_plugin: Any, fulfillment: Any, *, previous_value: Any, **_: Any) -> Any:
    _tell("order", f"order:{fulfillment.order_id}")
    return previous_value


@harmless
def _customer(_plugin: Any, user: Any, *, previous_value: Any, **_: Any) -> Any:
    _tell("customer", f"user:{user.pk}")
    return previous_value


@harmless
def _checkout(_plugin: Any, checkout: Any, *, previous_value: Any, **_: Any) -> Any:
    try:
        coupon_guard.drop_foreign(checkout)
        if checkout_prices.price(checkout):
            _tell("checkout", f"checkout:{checkout.pk}")
    except Exception:
        checkout_prices.forget(checkout)
        raise
    return previous_value


class LoyaltyPlugin(BasePlugin):
    PLUGIN_ID = IDENTIFIER
    PLUGIN_NAME = "Loyalty"
    PLUGIN_DESCRIPTION = "Points, tiers and rewards."
    DEFAULT_ACTIVE = True
    CONFIGURATION_PER_CHANNEL = False
    CONFIG_STRUCTURE: ClassVar[dict[str, Any]] = {}

    # That staff confirm an order changes nothing for us.
    order_created: Hook = _order_before_fully_paid
    order_updated: Hook = _order
    order_paid: Hook = _order_before_fully_paid
    order_fully_paid: Hook = _order
    order_refunded: Hook = _order
    order_fully_refunded: Hook = _order
    order_fulfilled: Hook = _order
    order_cancelled: Hook = _order
    order_expired: Hook = _order
    order_bulk_created: Hook = _orders

    fulfillment_created: Hook = _fulfillment
    fulfillment_approved: Hook = _fulfillment
    fulfillment_canceled: Hook = _fulfillment

    customer_created: Hook = _customer
    customer_updated: Hook = _customer
    customer_deleted: Hook = _customer
    account_confirmed: Hook = _customer

    checkout_created: Hook = _checkout
    checkout_updated: Hook = _checkout
    preprocess_order_creation: Hook = refusals.before_order

    transaction_initialize_session: Hook = harmless(gateway.pay)
    transaction_process_session: Hook = harmless(gateway.pay)
    transaction_charge_requested: Hook = harmless(gateway.charge)
    transaction_refund_requested: Hook = harmless(gateway.give_back)
    transaction_cancelation_requested: Hook = harmless(gateway.give_back)

    def webhook(
        self, request: HttpRequest, path: str, previous_value: HttpResponse
    ) -> HttpResponse:
        return http.answer(request, path) if self.active else previous_value

    @classmethod
    def save_plugin_configuration(cls, plugin_configuration: Any, cleaned_data: Any) -> Any:
        saved = super().save_plugin_configuration(plugin_configuration, cleaned_data)
        app.install(active=saved.active)
        return saved
