"""A coupon is its customer's, and is used once.

Saleor asks nobody whether a code may be used, ties it to no customer, and lets two checkouts that
are completed at the same moment both have a single-use code. So functions of Saleor's are wrapped,
which are the same in all versions: the one that puts a code on a checkout, the two that count its
use, and those that complete a checkout, for Saleor does not give a code back when no order came of
it. Codes that are not ours are left to Saleor.
"""

import logging
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from saleor.checkout import complete_checkout
from saleor.checkout import utils as checkout_utils
from saleor.checkout.models import Checkout
from saleor.core.db.connection import allow_writer
from saleor.discount.models import NotApplicable, VoucherCode

from .bounded import bounded
from .checkout_write import expire
from .coupon_codes import is_ours, owner_of
from .wrapped import Function, wrap

logger = logging.getLogger(__name__)

_WITHOUT = "coupons are less protected"

# (checkout, code) that this completion has taken so far.
_taken: ContextVar[list[tuple[Any, Any]] | None] = ContextVar("loyalty_coupons_taken", default=None)


def install() -> None:
    """Wraps Saleor's functions, once; says so in the log where one is not there any more."""
    wrap(checkout_utils, "add_voucher_to_checkout", _only_for_its_customer, _WITHOUT)
    wrap(complete_checkout, "_increase_checkout_voucher_usage", _only_once, _WITHOUT)
    wrap(complete_checkout, "_increase_voucher_code_usage_value", _never_none, _WITHOUT)
    wrap(complete_checkout, "complete_checkout_with_transaction", _given_back, _WITHOUT)
    wrap(complete_checkout, "complete_checkout_with_payment", _given_back, _WITHOUT)


def drop_foreign(checkout: Any) -> None:
    """Takes a coupon off a checkout that is not its customer's any more."""
    code = _our_code(checkout)
    if code is not None and owner_of(code) != checkout.user_id:
        with bounded():
            checkout_utils.remove_voucher_from_checkout(checkout)
            expire(checkout)


def _only_for_its_customer(original: Function) -> Function:
    def add(
        manager: Any, checkout_info: Any, lines: Any, voucher: Any, voucher_code: Any, **more: Any
    ) -> Any:
        if is_ours(voucher) and owner_of(voucher_code) != checkout_info.checkout.user_id:
            raise NotApplicable("This coupon belongs to another customer.")
        return original(manager, checkout_info, lines, voucher, voucher_code, **more)

    return add


def _only_once(original: Function) -> Function:
    def take(
        checkout: Any, voucher_code: Any, voucher: Any, customer_email: Any, **more: Any
    ) -> Any:
        if is_ours(voucher) and not checkout.is_voucher_usage_increased:
            _take(checkout, voucher_code)
        return original(checkout, voucher_code, voucher, customer_email, **more)

    return take


def _take(checkout: Any, code: Any) -> None:
    """Inside Saleor's transaction: whoever comes second waits here for the first."""
    locked = VoucherCode.objects.select_for_update().filter(pk=code.pk, is_active=True).first()
    if locked is None:
        raise NotApplicable("This coupon has been used.")
    if owner_of(code) != checkout.user_id:
        raise NotApplicable("This coupon belongs to another customer.")
    taken = _taken.get()
    if taken is not None:
        taken.append((checkout.pk, locked))


def _never_none(original: Function) -> Function:
    """Saleor would make the order, at the reduced price, without the code that it no longer has."""

    def count(checkout_info: Any, **more: Any) -> Any:
        code = original(checkout_info=checkout_info, **more)
        if code is None and _our_code(checkout_info.checkout) is not None:
            raise NotApplicable("This coupon has been used.")
        return code

    return count


def _given_back(original: Function) -> Function:
    def complete(*args: Any, **kwargs: Any) -> Any:
        taken: list[tuple[Any, Any]] = []
        token = _taken.set(taken)
        try:
            return original(*args, **kwargs)
        except Exception:
            _give_back(taken)
            raise
        finally:
            _taken.reset(token)

    return complete


def _give_back(taken: list[tuple[Any, Any]]) -> None:
    for checkout_id, code in taken:
        try:
            with allow_writer(), transaction.atomic():
                checkout = Checkout.objects.select_for_update().filter(pk=checkout_id).first()
                if checkout is not None and checkout.is_voucher_usage_increased:
                    Checkout.objects.filter(pk=checkout_id).update(is_voucher_usage_increased=False)
                    VoucherCode.objects.filter(pk=code.pk).update(is_active=True)
        except Exception:
            logger.exception("the coupon %s was not given back", code.pk)


def _our_code(checkout: Any) -> Any:
    if not checkout.voucher_code:
        return None
    codes = VoucherCode.objects.select_related("voucher")
    code = codes.filter(code=checkout.voucher_code).first()
    return code if code is not None and is_ours(code.voucher) else None
