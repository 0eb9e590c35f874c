"""Coupons as Saleor has them: vouchers with one code."""

from datetime import datetime

from django.db import transaction
from saleor.channel.models import Channel
from saleor.core.utils.promo_code import generate_promo_code
from saleor.discount import DiscountValueType, VoucherType
from saleor.discount.models import (
    Voucher,
    VoucherChannelListing,
    VoucherCode,
    VoucherTranslation,
)

from ..errors import N_
from ..values.language import LANGUAGES
from ..values.voice import voice_of
from .amounts import to_decimal

# The discount is called so at the checkout.
_NAME = N_("Loyalty points")

_SOURCE = "saleor_loyalty.source"
_CUSTOMER = "saleor_loyalty.customer"


@transaction.atomic
def issue(
    user_id: int, amount: int, currency: str, *, valid_until: datetime | None, source: str
) -> str:
    """A voucher over `amount` minor units for one order, in every channel of the currency.

    Its private metadata has the source, so that it is made once; the caller holds a lock on what
    the source names. Saleor ties no voucher to a customer: who knows the code may use it, once.
    """
    made = Voucher.objects.filter(private_metadata__contains={_SOURCE: source}).first()
    if made is not None:
        return str(made.code)
    voucher = Voucher.objects.create(
        name=_NAME,
        type=VoucherType.ENTIRE_ORDER,
        discount_value_type=DiscountValueType.FIXED,
        usage_limit=1,
        single_use=True,
        apply_once_per_customer=True,
        end_date=valid_until,
        private_metadata={_SOURCE: source, _CUSTOMER: str(user_id)},
    )
    VoucherTranslation.objects.bulk_create(
        VoucherTranslation(
            voucher=voucher, language_code=code.lower(), name=voice_of(code).say(_NAME)
        )
        for code in LANGUAGES
    )
    VoucherChannelListing.objects.bulk_create(
        VoucherChannelListing(
            voucher=voucher,
            channel=channel,
            discount_value=to_decimal(amount, currency),
            currency=currency,
        )
        for channel in Channel.objects.filter(currency_code=currency)
    )
    return str(VoucherCode.objects.create(voucher=voucher, code=generate_promo_code()).code)
