"""Gift cards as a payment gateway: Saleor has one of its own from 3.23 on."""

try:
    from saleor.giftcard.const import GIFT_CARD_PAYMENT_GATEWAY_ID as GIFT_CARD_GATEWAY
except ImportError:
    # No transaction is named so.
    GIFT_CARD_GATEWAY = "saleor.io.gift-card-payment-gateway"

__all__ = ["GIFT_CARD_GATEWAY"]
