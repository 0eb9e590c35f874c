"""Points as a payment gateway of Saleor's.

Whoever knows a checkout's id can start a payment for it, so its id proves nothing: the points are
those of the customer the checkout belongs to, and only they may use them, logged in, in the same
request. Saleor tells plugins who is asking.
"""

import logging
from typing import Any

from django.utils import timezone
from saleor.account.models import User
from saleor.channel import TransactionFlowStrategy
from saleor.checkout.models import Checkout
from saleor.payment import TransactionAction, TransactionEventType
from saleor.payment.interface import TransactionSessionResult
from saleor.payment.models import TransactionItem

from .. import tasks
from ..errors import N_, NN_, Code, LoyaltyError
from ..events.host import HostCheckout
from ..events.inbox import NewFact, record
from ..features.spending.models import PaymentStatus, PointsPayment
from ..flows import points_at_checkout
from ..values.money import money_from_decimal
from ..values.voice import voice_of
from .amounts import to_minor
from .bounded import bounded
from .checkouts import read_checkout
from .ids import IDENTIFIER
from .payments import answer_request, forget_failure

logger = logging.getLogger(__name__)

_NOT_NOW = N_("Points cannot be used at the moment. Please try again or pay in another way.")
_POINTS = NN_("%(count)s point", "%(count)s points")


def pay(plugin: Any, data: Any, *, previous_value: Any, **_: Any) -> Any:
    """Sets points aside for a checkout and answers at once.

    Saleor's own webhook plugin was asked before and found no address to call: its answer, that it
    failed, is replaced.
    """
    if data.payment_gateway_data.app_identifier != IDENTIFIER:
        return previous_value
    kind = (
        "CHARGE" if data.action.action_type == TransactionFlowStrategy.CHARGE else "AUTHORIZATION"
    )
    # Of the checkout: the shopper reads it there.
    voice = voice_of(getattr(data.source_object, "language_code", ""))
    try:
        points = _hold(plugin.requestor, data)
    except LoyaltyError as refusal:
        return _answer(data, f"{kind}_FAILURE", message=voice.refusal(refusal))
    except Exception:
        logger.exception("points could not be set aside for %s", data.transaction.token)
        return _answer(data, f"{kind}_FAILURE", message=voice.say(_NOT_NOW))
    actions = ["REFUND"] if kind == "CHARGE" else ["CHARGE", "CANCEL"]
    message = voice.say(_POINTS, count=points)
    return _answer(data, f"{kind}_SUCCESS", message=message, actions=actions)


def charge(_plugin: Any, data: Any, *, previous_value: Any, **_: Any) -> Any:
    """Staff take what was authorised: the points have been set aside all along."""
    if data.transaction.app_identifier != IDENTIFIER:
        return previous_value
    with bounded():
        forget_failure(data.event)
        payment = PointsPayment.objects.filter(token=data.transaction.token).first()
        if payment is None or payment.status == PaymentStatus.RELEASED:
            answer_request(data.event, TransactionEventType.CHARGE_FAILURE, "given back before")
        else:
            answer_request(data.event, TransactionEventType.CHARGE_SUCCESS, "", actions=["REFUND"])
    return previous_value


def give_back(_plugin: Any, data: Any, *, previous_value: Any, **_: Any) -> Any:
    """Staff refund or void: the worker puts the points back and then tells Saleor."""
    item = data.transaction
    if item.app_identifier != IDENTIFIER:
        return previous_value
    payload = {
        "token": str(item.token),
        "amount": to_minor(data.action_value, item.currency),
        "reference": f"event:{data.event.pk}",
    }
    with bounded():
        forget_failure(data.event)
        if item.order_id:
            _tell("payment_refund", payload)
        elif data.action_value >= item.charged_value + item.authorized_value:
            _tell("payment_cancel", payload)
        else:
            failure = (
                TransactionEventType.CANCEL_FAILURE
                if data.action_type == TransactionAction.CANCEL
                else TransactionEventType.REFUND_FAILURE
            )
            answer_request(data.event, failure, "Before the order, points go back as a whole.")
    return previous_value


def _tell(kind: str, payload: dict[str, Any]) -> None:
    record(
        NewFact(
            kind,
            f"payment:{payload['token']}",
            occurred_at=timezone.now(),
            source=f"{kind}:{payload['token']}/{payload['reference']}",
            payload=payload,
        )
    )
    tasks.nudge()


def _hold(requestor: Any, data: Any) -> int:
    checkout = data.source_object
    if not isinstance(checkout, Checkout):
        raise LoyaltyError(Code.FORBIDDEN, N_("Points are used at the checkout, before the order."))
    if not isinstance(requestor, User) or checkout.user_id != requestor.pk:
        raise LoyaltyError(
            Code.FORBIDDEN, N_("Sign in and attach this checkout to your account to use points.")
        )
    amount = money_from_decimal(data.action.amount, data.action.currency)
    found = read_checkout(checkout.pk)
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such checkout any more."))
    _refuse_more_than_owed(found, amount.minor, data.transaction)
    with bounded():
        payment = points_at_checkout.hold(
            found, amount, token=data.transaction.token, now=timezone.now()
        )
        TransactionItem.objects.filter(pk=data.transaction.pk).update(
            name=f"{payment.points} points"
        )
    return payment.points


def _refuse_more_than_owed(checkout: HostCheckout, amount: int, item: Any) -> None:
    """What other payments hold already is not owed any more."""
    others = TransactionItem.objects.filter(checkout_id=item.checkout_id).exclude(pk=item.pk)
    paid = sum(
        to_minor(
            other.charged_value
            + other.authorized_value
            + other.charge_pending_value
            + other.authorize_pending_value,
            checkout.currency,
        )
        for other in others
    )
    if amount > checkout.total_gross - paid:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("This is more than is left to pay."), field="amount"
        )


def _answer(
    data: Any, result: str, *, message: str, actions: list[str] | None = None
) -> TransactionSessionResult:
    return TransactionSessionResult(
        app_identifier=IDENTIFIER,
        response={
            "pspReference": str(data.transaction.token),
            "result": result,
            "amount": data.action.amount,
            "message": message,
            "actions": actions or [],
        },
    )
