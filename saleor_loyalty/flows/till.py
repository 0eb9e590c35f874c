"""Purchases and returns away from the online shop, told of by the till.

A receipt is an order like any other, "till:<number>", and goes the way of orders: what it earns,
what returns take back, tiers, first and n-th order. But the shop knows nothing of it, so it is
never asked: the receipt as last told of is the order's state.
"""

from datetime import datetime

from django.db import transaction

from .. import conf
from ..errors import N_, Code, LoyaltyError
from ..events.facts import OrderFact
from ..events.host import host
from ..features.member_events.rules import check_text, check_time
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..features.orders.receipts import (
    LONGEST_NUMBER,
    Receipt,
    Return,
    after_return,
    as_order,
    check_receipt,
    is_same,
    order_id_of,
)
from .locks import lock_subjects
from .order_changed import act_on


@transaction.atomic
def record_purchase(
    receipt: Receipt, *, member: Member | None = None, email: str = "", now: datetime
) -> OrderRecord:
    """The receipt as an order of that member, or of whoever has that e-mail.

    Somebody new joins as a guest. The same receipt again changes nothing. Raises
    SOURCE_KEY_CONFLICT for other data or another person; INVALID, REQUIRED, LIMIT_EXCEEDED,
    CURRENCY_NOT_SUPPORTED, MEMBER_CLOSED.
    """
    check_text(receipt.number, "receiptNumber", LONGEST_NUMBER)
    check_text(receipt.channel, "channel", 255)
    check_receipt(receipt)
    order = _of_somebody(receipt, member, email)
    lock_subjects([f"order:{order.order_id}"])
    known = OrderRecord.objects.filter(order_id=order.order_id).first()
    if known is not None:
        return _same(known, receipt, order)
    check_time(receipt.paid_at, now=now, oldest_days=conf.event_max_age_days(), field="paidAt")
    act_on([order], now=now)
    return OrderRecord.objects.get(order_id=order.order_id)


@transaction.atomic
def record_return(receipt_number: str, back: Return, *, now: datetime) -> OrderRecord:
    """Takes back what the returned part had earned. The same return number again does nothing.

    Raises NOT_FOUND for an unknown receipt, SOURCE_KEY_CONFLICT for a number that said something
    else, INVALID for more than is left.
    """
    check_text(back.number, "returnNumber", LONGEST_NUMBER)
    order_id = order_id_of(receipt_number)
    lock_subjects([f"order:{order_id}"])
    known = OrderRecord.objects.filter(order_id=order_id).first()
    if known is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such receipt."), field="receiptNumber")
    order = OrderFact.from_json(known.snapshot)
    changed = after_return(order, back)
    if changed is not order:
        act_on([changed], now=now)
    return OrderRecord.objects.get(pk=known.pk)


def _of_somebody(receipt: Receipt, member: Member | None, email: str) -> OrderFact:
    """A customer whose e-mail is proven is met by their account, anybody else by the e-mail."""
    if member is not None:
        if member.merged_into_id is not None or (member.user_id is None and not member.guest):
            raise LoyaltyError(
                Code.MEMBER_CLOSED, N_("This member's account is closed."), field="memberId"
            )
        return as_order(
            receipt, user_id=member.user_id, email=member.email, language=member.language_code
        )
    email = email.strip().lower()
    check_text(email, "email", 254)
    if "@" not in email:
        raise LoyaltyError(Code.INVALID, N_("This is not an e-mail address."), field="email")
    customer = host().customer_by_email(email)
    if customer is not None and customer.confirmed:
        return as_order(
            receipt, user_id=customer.user_id, email=email, language=customer.language_code
        )
    return as_order(receipt, user_id=None, email=email, language="en")


def _same(known: OrderRecord, receipt: Receipt, order: OrderFact) -> OrderRecord:
    before = OrderFact.from_json(known.snapshot)
    # A guest may have got an account since, with the same e-mail.
    same_person = order.email == before.email or (
        order.user_id is not None and order.user_id == before.user_id
    )
    if not is_same(receipt, before) or not same_person:
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT,
            N_("This receipt number belongs to another purchase."),
            field="receiptNumber",
        )
    return known
