"""Orders that wait are confirmed or cancelled, and their money is asked back: group buys."""

from inspect import signature
from typing import Any
from uuid import UUID

from django.contrib.sites.models import Site
from django.db import transaction
from saleor.discount.models import VoucherCode
from saleor.discount.utils.voucher import release_voucher_code_usage
from saleor.giftcard.utils import deactivate_order_gift_cards, fulfill_non_shippable_gift_cards
from saleor.order import OrderChargeStatus, OrderGrantedRefundStatus, OrderStatus, actions
from saleor.order.actions import cancel_order, order_charged, order_confirmed
from saleor.order.events import order_note_added_event
from saleor.order.fetch import fetch_order_info
from saleor.order.lock_objects import order_qs_select_for_update
from saleor.order.models import OrderGrantedRefund
from saleor.order.utils import (
    calculate_order_granted_refund_status,
    update_order_display_gross_prices,
    update_order_status,
)
from saleor.payment import PaymentError, TransactionAction, TransactionEventType, gateway
from saleor.payment.lock_objects import get_order_and_transaction_item_locked_for_update
from saleor.payment.models import Payment, TransactionItem
from saleor.plugins.manager import get_plugins_manager

from ..errors import N_, Code, LoyaltyError
from . import gift_cards_back
from .app import app_row
from .gift_cards import GIFT_CARD_GATEWAY

_DEAD = (OrderStatus.CANCELED, OrderStatus.EXPIRED)


@transaction.atomic
def confirm(order_id: UUID) -> None:
    """See `events.host.Host.order_confirm`. As staff would: the customer gets Saleor's mail."""
    order = _locked(order_id)
    if order.status in (*_DEAD, OrderStatus.DRAFT):
        raise LoyaltyError(
            Code.INVALID, N_("This cannot be done in the state the order is in."), field="orderId"
        )
    if order.status != OrderStatus.UNCONFIRMED:
        return
    update_order_status(order)
    update_order_display_gross_prices(order)
    order.save(update_fields=["updated_at", "display_gross_prices"])
    manager = get_plugins_manager(allow_replica=False)
    app = app_row()
    _capture(order, manager, app)
    order_confirmed(order, None, app, manager, send_confirmation_email=True)
    _send_what_needs_no_parcel(order, manager, app)


@transaction.atomic
def cancel(order_id: UUID, reason: str) -> None:
    """See `events.host.Host.order_cancel`. The reason is a note in the order's history."""
    order = _locked(order_id)
    if order.status in _DEAD:
        return
    if not order.can_cancel():
        raise LoyaltyError(Code.INVALID, N_("The order cannot be cancelled."), field="orderId")
    app = app_row()
    manager = get_plugins_manager(allow_replica=False)
    order_note_added_event(order=order, user=None, app=app, message=reason)
    # From 3.23 on Saleor wants to be told the site's settings.
    wants_site = "site_settings" in signature(cancel_order).parameters
    site = {"site_settings": _site_settings()} if wants_site else {}
    cancel_order(order=order, user=None, app=app, manager=manager, **site)
    deactivate_order_gift_cards(order.pk, None, app)
    _give_code_back(order)


@transaction.atomic
def request_refund(order_id: UUID, reason: str) -> bool:
    """See `events.host.Host.request_refund`.

    Each payment that was charged has one granted refund of ours, which staff see with what became
    of it, and try again where the payment's app could not be asked or refused. Money that was only
    authorised is let go. Gift cards that lowered the total have back what they paid.
    """
    order = _locked(order_id)
    manager = get_plugins_manager(allow_replica=False)
    items = TransactionItem.objects.filter(order_id=order.pk).order_by("pk")
    asked = [_ask(order, pk, manager, reason) for pk in items.values_list("pk", flat=True)]
    payments = Payment.objects.filter(order_id=order.pk, is_active=True).order_by("pk")
    asked += [_ask_old(payment, order, manager) for payment in payments]
    asked.append(gift_cards_back.put_back(order, app_row()))
    return any(asked)


def _give_code_back(order: Any) -> None:
    """Saleor keeps the voucher's code of a cancelled order, but this one was never to be."""
    codes = VoucherCode.objects.select_related("voucher").filter(code=order.voucher_code or "")
    code = codes.first()
    if code is not None:
        release_voucher_code_usage(code, code.voucher, order.user_email)


def _locked(order_id: UUID) -> Any:
    order = order_qs_select_for_update().filter(pk=order_id).first()
    if order is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such order."), field="orderId")
    return order


def _site_settings() -> Any:
    site: Any = Site.objects.get_current()
    return site.settings


def _capture(order: Any, manager: Any, app: Any) -> None:
    """As Saleor does on confirming, for payments of the old kind."""
    info = fetch_order_info(order)
    payment = info.payment
    if not payment or not payment.is_authorized or not payment.can_capture():
        return
    gateway.capture(payment, manager, channel_slug=order.channel.slug)
    order_charged(
        info, None, app, payment.total, payment, manager, _site_settings(), payment.gateway
    )


def _send_what_needs_no_parcel(order: Any, manager: Any, app: Any) -> None:
    """What Saleor would have done when the order was paid, had it not waited."""
    if order.charge_status not in (OrderChargeStatus.FULL, OrderChargeStatus.OVERCHARGED):
        return
    info = fetch_order_info(order)
    digital = getattr(actions, "automatically_fulfill_digital_lines", None)
    # Up to 3.22.
    if digital is not None and actions.utils.order_needs_automatic_fulfillment(info.lines_data):
        digital(info, manager, None, app)
    if order.channel.automatically_fulfill_non_shippable_gift_card:
        lines = [data.line for data in info.lines_data]
        fulfill_non_shippable_gift_cards(order, lines, _site_settings(), None, app, manager)


def _ask(order: Any, item_id: int, manager: Any, reason: str) -> bool:
    _, item = get_order_and_transaction_item_locked_for_update(order.pk, item_id)
    app = app_row()
    refunds = _refund(order, item, manager, reason, app)
    return _let_go(order, item, manager, app) or refunds


def _refund(order: Any, item: Any, manager: Any, reason: str, app: Any) -> bool:
    amount = item.charged_value
    there = OrderGrantedRefund.objects.filter(order=order, transaction_item=item, app=app)
    if amount <= 0 or there.exists():
        return False
    granted = OrderGrantedRefund.objects.create(
        order=order,
        transaction_item=item,
        amount_value=amount,
        currency=item.currency,
        reason=reason,
        app=app,
        status=OrderGrantedRefundStatus.PENDING,
    )
    event = item.events.create(
        type=TransactionEventType.REFUND_REQUEST,
        amount_value=amount,
        currency=item.currency,
        app=app,
        app_identifier=_asker(item, app),
        idempotency_key=f"saleor_loyalty/{granted.pk}",
        related_granted_refund=granted,
    )
    if item.app_identifier == GIFT_CARD_GATEWAY:
        from saleor.giftcard.gateway import refund_gift_card_transaction

        refund_gift_card_transaction(item, event, app=app)
    else:
        _send_refund(order, item, manager, event, granted, app)
    calculate_order_granted_refund_status(granted)
    return True


def _send_refund(order: Any, item: Any, manager: Any, event: Any, granted: Any, app: Any) -> None:
    try:
        gateway.request_refund_action(
            transaction=item,
            manager=manager,
            refund_value=event.amount_value,
            request_event=event,
            channel_slug=order.channel.slug,
            user=None,
            app=app,
            granted_refund=granted,
        )
    except PaymentError:
        # Saleor has written down that there is nobody to ask.
        return


def _let_go(order: Any, item: Any, manager: Any, app: Any) -> bool:
    amount = item.authorized_value
    if amount <= 0 or item.events.filter(type=TransactionEventType.CANCEL_REQUEST).exists():
        return False
    event = item.events.create(
        type=TransactionEventType.CANCEL_REQUEST,
        amount_value=amount,
        currency=item.currency,
        app=app,
        app_identifier=_asker(item, app),
        idempotency_key=f"saleor_loyalty/cancel/{item.pk}",
    )
    if item.app_identifier == GIFT_CARD_GATEWAY:
        from saleor.giftcard.gateway import cancel_gift_card_transaction

        cancel_gift_card_transaction(item, event)
        return True
    try:
        gateway.request_cancelation_action(
            transaction=item,
            manager=manager,
            cancel_value=amount,
            request_event=event,
            channel_slug=order.channel.slug,
            user=None,
            app=app,
            action=TransactionAction.CANCEL,
        )
    except PaymentError:
        return True
    return True


def _asker(item: Any, app: Any) -> str | None:
    """Saleor answers its own gift cards under their name."""
    if item.app_identifier == GIFT_CARD_GATEWAY:
        return str(GIFT_CARD_GATEWAY)
    return app.identifier if app else None


def _ask_old(payment: Any, order: Any, manager: Any) -> bool:
    if not payment.can_refund() and not payment.can_void():
        return False
    gateway.payment_refund_or_void(payment, manager, channel_slug=order.channel.slug)
    return True
