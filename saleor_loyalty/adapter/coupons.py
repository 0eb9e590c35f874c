"""Coupons as Saleor has them: vouchers with one code."""

from collections.abc import Mapping
from dataclasses import dataclass
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

_LONGEST_NAME = 255

_SOURCE = "saleor_loyalty.source"
_CUSTOMER = "saleor_loyalty.customer"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`amount`, and `minimum` that the order must come to, in minor units. `name` by language."""

    user_id: int
    amount: int
    currency: str
    minimum: int
    name: Mapping[str, str]

    @property
    def first_name(self) -> str:
        name = self.name.get("en") or next(iter(self.name.values()), _NAME)
        return name[:_LONGEST_NAME]

    def names(self) -> Mapping[str, str]:
        said = self.name or {code: voice_of(code).say(_NAME) for code in LANGUAGES}
        return {code: name[:_LONGEST_NAME] for code, name in said.items()}


@transaction.atomic
def issue(wanted: Wanted, *, valid_until: datetime | None, source: str) -> str:
    """A voucher for one order, in every channel of the currency.

    Its private metadata has the source, so that it is made once; the caller holds a lock on what
    the source names. Saleor ties no voucher to a customer: who knows the code may use it, once.
    """
    made = Voucher.objects.filter(private_metadata__contains={_SOURCE: source}).first()
    if made is not None:
        return str(made.code)
    currency = wanted.currency
    voucher = Voucher.objects.create(
        name=wanted.first_name,
        type=VoucherType.ENTIRE_ORDER,
        discount_value_type=DiscountValueType.FIXED,
        usage_limit=1,
        single_use=True,
        apply_once_per_customer=True,
        end_date=valid_until,
        private_metadata={_SOURCE: source, _CUSTOMER: str(wanted.user_id)},
    )
    VoucherTranslation.objects.bulk_create(
        VoucherTranslation(voucher=voucher, language_code=code.lower(), name=name)
        for code, name in wanted.names().items()
    )
    VoucherChannelListing.objects.bulk_create(
        VoucherChannelListing(
            voucher=voucher,
            channel=channel,
            discount_value=to_decimal(wanted.amount, currency),
            min_spent_amount=to_decimal(wanted.minimum, currency) if wanted.minimum else None,
            currency=currency,
        )
        for channel in Channel.objects.filter(currency_code=currency)
    )
    return str(VoucherCode.objects.create(voucher=voucher, code=generate_promo_code()).code)
