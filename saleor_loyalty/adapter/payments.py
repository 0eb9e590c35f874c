"""What Saleor's books say about payments by points."""

from typing import Any
from uuid import UUID

from saleor.checkout.models import Checkout
from saleor.payment import TransactionEventType
from saleor.payment.lock_objects import (
    get_checkout_and_transaction_item_locked_for_update,
    get_order_and_transaction_item_locked_for_update,
)
from saleor.payment.models import TransactionEvent, TransactionItem
from saleor.payment.transaction_item_calculations import recalculate_transaction_amounts
from saleor.payment.utils import (
    create_transaction_event_from_request_and_webhook_response,
    get_failed_type_based_on_event,
    process_order_or_checkout_with_transaction,
)
from saleor.plugins.manager import get_plugins_manager

from ..errors import N_, Code, LoyaltyError
from .amounts import to_decimal
from .app import app_row
from .ids import IDENTIFIER

_REVERSALS = (
    (TransactionEventType.CHARGE_SUCCESS, TransactionEventType.CHARGE_FAILURE),
    (TransactionEventType.AUTHORIZATION_SUCCESS, TransactionEventType.AUTHORIZATION_FAILURE),
)


def release(token: UUID, reason: str) -> bool:
    """The payment did not come about; False where an order has been made with it.

    Written as a failure that is newer than the success, not as a refund: nothing was ever paid,
    and the order that may still come must not look as if it had been.
    Raises BUSY while the checkout is being completed.
    """
    item = TransactionItem.objects.filter(token=token, app_identifier=IDENTIFIER).first()
    if item is None:
        return True
    if item.checkout_id:
        checkout, item = get_checkout_and_transaction_item_locked_for_update(
            item.checkout_id, item.pk
        )
        if checkout is not None and checkout.is_checkout_locked():
            raise LoyaltyError(Code.BUSY, N_("The checkout is being completed."))
    if item.order_id:
        return False
    _reverse(item, reason)
    return True


def _reverse(item: Any, reason: str) -> None:
    app = app_row()
    for success, failure in _REVERSALS:
        for event in item.events.filter(type=success, include_in_calculations=True):
            TransactionEvent.objects.create(
                transaction=item,
                type=failure,
                psp_reference=event.psp_reference,
                amount_value=event.amount_value,
                currency=item.currency,
                message=f"Points given back: {reason}"[:512],
                include_in_calculations=True,
                app=app,
                app_identifier=IDENTIFIER,
            )
    before = _amounts(item)
    item.available_actions = []
    item.save(update_fields=["available_actions"])
    recalculate_transaction_amounts(item)
    _recount(item, app, before)


def refund(token: UUID, amount: int, reference: str) -> None:
    """`amount` minor units went back as points. `reference` is "event:<id>" of Saleor's request,
    or another name of the refund. Raises NOT_FOUND."""
    item = TransactionItem.objects.filter(token=token, app_identifier=IDENTIFIER).first()
    if item is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("Saleor does not know this payment."))
    if item.order_id:
        _, item = get_order_and_transaction_item_locked_for_update(item.order_id, item.pk)
    asked = _request_of(item, reference)
    if asked is None:
        _refund_unasked(item, amount, reference)
        return
    cancelled = asked.type == TransactionEventType.CANCEL_REQUEST
    kind = TransactionEventType.CANCEL_SUCCESS if cancelled else TransactionEventType.REFUND_SUCCESS
    answer_request(asked, kind, "", amount=to_decimal(amount, item.currency))


def _request_of(item: Any, reference: str) -> Any:
    kind, _, pk = reference.partition(":")
    if kind != "event" or not pk.isdecimal():
        return None
    return item.events.filter(
        pk=int(pk),
        type__in=(TransactionEventType.REFUND_REQUEST, TransactionEventType.CANCEL_REQUEST),
    ).first()


def _refund_unasked(item: Any, amount: int, reference: str) -> None:
    before = _amounts(item)
    TransactionEvent.objects.create(
        transaction=item,
        type=TransactionEventType.REFUND_SUCCESS,
        psp_reference=f"{item.token}/{reference}"[:512],
        amount_value=to_decimal(amount, item.currency),
        currency=item.currency,
        include_in_calculations=True,
        app=app_row(),
        app_identifier=IDENTIFIER,
    )
    recalculate_transaction_amounts(item)
    _recount(item, app_row(), before)


def answer_request(
    event: Any, result: str, message: str, *, amount: Any = None, actions: list[str] | None = None
) -> None:
    """Answers what Saleor asked of the gateway, as the webhook of a payment app would."""
    response = {
        "pspReference": f"{event.transaction.token}/{event.pk}",
        "result": result.upper(),
        "amount": event.amount_value if amount is None else amount,
        "message": message,
    }
    if actions is not None:
        response["actions"] = actions
    create_transaction_event_from_request_and_webhook_response(
        event, app_row(), transaction_webhook_response=response
    )


def forget_failure(event: Any) -> None:
    """Saleor's webhook plugin was asked first and wrote that it found nobody to call."""
    TransactionEvent.objects.filter(
        transaction_id=event.transaction_id,
        pk__gt=event.pk,
        type=get_failed_type_based_on_event(event),
        app=None,
        include_in_calculations=False,
    ).delete()


def _amounts(item: Any) -> dict[str, Any]:
    return {
        "previous_authorized_value": item.authorized_value,
        "previous_charged_value": item.charged_value,
        "previous_refunded_value": item.refunded_value,
    }


def _recount(item: Any, app: Any, before: dict[str, Any]) -> None:
    """Saleor's own totals of the checkout or order follow."""
    if item.order_id or Checkout.objects.filter(pk=item.checkout_id).exists():
        manager = get_plugins_manager(allow_replica=False)
        process_order_or_checkout_with_transaction(item, manager, None, app, **before)
