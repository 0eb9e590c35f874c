"""What an order's voucher is worth after a price on a line has changed."""

from typing import Any

from saleor.checkout.fetch import fetch_checkout_info, fetch_checkout_lines
from saleor.checkout.utils import recalculate_checkout_discount
from saleor.plugins.manager import get_plugins_manager


def renew_voucher(checkout: Any) -> None:
    """Saleor keeps the voucher's amount on the checkout and works it out before it calls us."""
    manager = get_plugins_manager(allow_replica=False)
    lines, _ = fetch_checkout_lines(checkout)
    recalculate_checkout_discount(manager, fetch_checkout_info(checkout, lines, manager), lines)
