"""Gift cards that lowered an order's total: Saleor keeps what they paid, order or no order."""

from decimal import Decimal
from typing import Any

from saleor.giftcard import GiftCardEvents
from saleor.giftcard.models import GiftCard, GiftCardEvent


def put_back(order: Any, app: Any) -> bool:
    """Puts on each card what the order took off it, once; whether anything went back now.

    Inside the caller's transaction, with the order locked.
    """
    went_back = [_put_back(card, order, app) for card in _cards(order)]
    return any(went_back)


def _cards(order: Any) -> list[Any]:
    return list(
        GiftCard.objects.filter(orders=order.pk).order_by("pk").select_for_update(of=("self",))
    )


def _put_back(card: Any, order: Any, app: Any) -> bool:
    events = GiftCardEvent.objects.filter(gift_card=card, order_id=order.pk)
    used = events.filter(type=GiftCardEvents.USED_IN_ORDER).order_by("pk").first()
    if used is None or events.filter(type=GiftCardEvents.BALANCE_RESET).exists():
        return False
    balance = used.parameters["balance"]
    taken = Decimal(str(balance["old_current_balance"])) - Decimal(str(balance["current_balance"]))
    before = card.current_balance_amount
    card.current_balance_amount = min(before + taken, card.initial_balance_amount)
    card.save(update_fields=["current_balance_amount"])
    GiftCardEvent.objects.create(
        gift_card=card,
        app=app,
        order_id=order.pk,
        type=GiftCardEvents.BALANCE_RESET,
        parameters={
            "balance": {
                "currency": card.currency,
                "initial_balance": card.initial_balance_amount,
                "current_balance": card.current_balance_amount,
                "old_currency": card.currency,
                "old_initial_balance": card.initial_balance_amount,
                "old_current_balance": before,
            }
        },
    )
    return True
