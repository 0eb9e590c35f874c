"""Gift cards that points were turned into.

From 3.23 on a card is assigned to its customer, and nobody else can pay with it. Before, whoever
knows its code can.
"""

from copy import copy
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from saleor.account.models import User
from saleor.checkout.models import Checkout
from saleor.core.utils.promo_code import generate_promo_code
from saleor.giftcard import events
from saleor.giftcard.models import GiftCard, GiftCardTag
from saleor.giftcard.search import mark_gift_cards_search_index_as_dirty
from saleor.payment.models import TransactionItem

from ..errors import N_, Code, LoyaltyError
from .amounts import to_decimal, to_minor
from .app import app_row
from .gift_cards import GIFT_CARD_GATEWAY

_SOURCE = "saleor_loyalty.source"
_CUSTOMER = "saleor_loyalty.customer"
_TAG = "loyalty"
_GONE = N_("The customer's account does not exist any more.")

_ASSIGNABLE = hasattr(GiftCard, "assigned_to")


@transaction.atomic
def make(
    user_id: int, amount: int, currency: str, *, valid_until: datetime | None, source: str
) -> str:
    """See `events.host.Host.make_gift_card`; the caller holds a lock on what the source names.

    Saleor's cards end with a day. Raises INVALID where the account is gone.
    """
    made = _cards(source).first()
    if made is not None:
        return str(made.code)
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise LoyaltyError(Code.INVALID, _GONE)
    value = to_decimal(amount, currency)
    card = GiftCard.objects.create(
        code=generate_promo_code(),
        initial_balance_amount=value,
        current_balance_amount=value,
        currency=currency,
        expiry_date=valid_until.date() if valid_until else None,
        app=app_row(),
        private_metadata={_SOURCE: source, _CUSTOMER: str(user_id)},
        **({"assigned_to": user, "assigned_to_email": user.email} if _ASSIGNABLE else {}),
    )
    tag, _ = GiftCardTag.objects.get_or_create(name=_TAG)
    card.tags.add(tag)
    events.gift_card_issued_event(card, None, card.app)
    if _ASSIGNABLE:
        events.gift_card_assigned_event(card, None, None, None, card.app)
    return str(card.code)


@transaction.atomic
def withdraw(source: str) -> int | None:
    """See `events.host.Host.withdraw_gift_card`. Raises BUSY while an order is made with it.

    A card that is to pay for open checkouts is unspent: it is taken off them.
    """
    card = _cards(source).first()
    if card is None:
        return None
    checkouts = _locked_checkouts(card)
    # Saleor too locks the card's row before it takes from it, and the checkout's before that.
    card = GiftCard.objects.select_for_update(of=("self",)).get(pk=card.pk)
    before = card.current_balance_amount
    if before < card.initial_balance_amount or _is_being_spent(card):
        return 0
    _empty(card)
    for checkout in checkouts:
        checkout.gift_cards.remove(card)
    Checkout.objects.filter(pk__in=[checkout.pk for checkout in checkouts]).update(
        price_expiration=timezone.now()
    )
    if _ASSIGNABLE:
        _cancel_authorisations(card)
    return to_minor(before, card.currency)


def _locked_checkouts(card: Any) -> list[Any]:
    attached = Checkout.gift_cards.through.objects.filter(giftcard_id=card.pk)
    checkouts = list(
        Checkout.objects.select_for_update(of=("self",))
        .filter(pk__in=attached.values("checkout_id"))
        .order_by("pk")
    )
    if any(checkout.is_checkout_locked() for checkout in checkouts):
        raise LoyaltyError(Code.BUSY, N_("The gift card is being used."))
    return checkouts


def _empty(card: Any) -> None:
    """As staff would: the card's own history tells it."""
    before = copy(card)
    card.current_balance_amount = 0
    card.is_active = False
    card.save(update_fields=["current_balance_amount", "is_active"])
    app = app_row()
    events.gift_card_balance_reset_event(card, before, None, app)
    if before.is_active:
        events.gift_card_deactivated_event(card, None, app)
    mark_gift_cards_search_index_as_dirty([card])


def _cards(source: str) -> Any:
    return GiftCard.objects.filter(private_metadata__contains={_SOURCE: source}).order_by("pk")


def _is_being_spent(card: Any) -> bool:
    """An order has been made with it, and Saleor is about to take the money."""
    if not _ASSIGNABLE:
        return False
    return bool(
        TransactionItem.objects.filter(
            gift_card=card,
            app_identifier=GIFT_CARD_GATEWAY,
            order__isnull=False,
            authorized_value__gt=0,
        ).exists()
    )


def _cancel_authorisations(card: Any) -> None:
    from saleor.giftcard.gateway import detach_gift_card_from_previous_checkout_transactions

    detach_gift_card_from_previous_checkout_transactions(card)
