"""Orders of group buys wait until their group is full, whatever their channel says of new orders.

A channel that confirms all new orders by itself says so through its own setting, which Saleor asks
wherever it makes an order, or hears of money for one. So functions of Saleor's are wrapped: those
that make an order see a channel that does not confirm, those that move an order on after a payment
leave one alone that waits. Confirming by hand, or by us, goes another way.
"""

from collections.abc import Iterable
from copy import copy
from typing import Any

from saleor.checkout import complete_checkout
from saleor.giftcard import utils as gift_cards
from saleor.order import OrderStatus, actions
from saleor.order.models import OrderLine
from saleor.payment import utils as payments

from .reward_marks import REWARD, RewardMark
from .wrapped import Function, is_wrapped, wrap

_WITHOUT = "orders of group buys do not wait where the channel confirms new ones by itself"
_GROUP = "group:"
_MAKING = ("_create_order", "_create_order_from_checkout")


def install() -> None:
    for name in _MAKING:
        wrap(complete_checkout, name, _made_to_wait, _WITHOUT)
    wrap(payments, "refresh_order_status", _left_alone(False), _WITHOUT)
    wrap(actions, "update_order_status", _left_alone(None), _WITHOUT)
    wrap(gift_cards, "fulfill_non_shippable_gift_cards", _left_alone(None), _WITHOUT)
    if hasattr(actions, "automatically_fulfill_digital_lines"):
        # Up to 3.22.
        wrap(actions, "automatically_fulfill_digital_lines", _not_sent, _WITHOUT)


def can_wait(channel: Any) -> bool:
    """Whether a new order of this channel waits until it is confirmed."""
    if not channel.automatically_confirm_all_new_orders:
        return True
    return all(is_wrapped(complete_checkout, name, __name__) for name in _MAKING)


def is_for_group(mark: str) -> bool:
    return mark.startswith(_GROUP)


def waits(order: Any) -> bool:
    """For its group: not confirmed, and one of its lines has the group's price."""
    if order.status != OrderStatus.UNCONFIRMED:
        return False
    lines = OrderLine.objects.filter(order_id=order.pk, private_metadata__has_key=REWARD)
    return _any_for_group(lines.values_list("private_metadata", flat=True))


def _made_to_wait(original: Function) -> Function:
    def create(*args: Any, **kwargs: Any) -> Any:
        info = kwargs["checkout_info"] if "checkout_info" in kwargs else args[0]
        lines = kwargs.get("checkout_lines", kwargs.get("checkout_lines_info", info.lines))
        if _any_for_group(one.line.private_metadata for one in lines):
            # Never saved: the order, and what Saleor does once it is there, looks at this one.
            info.channel = copy(info.channel)
            info.channel.automatically_confirm_all_new_orders = False
        return original(*args, **kwargs)

    return create


def _left_alone(answer: bool | None) -> Any:
    def wrapper(original: Function) -> Function:
        def move_on(order: Any, *args: Any, **kwargs: Any) -> Any:
            return answer if waits(order) else original(order, *args, **kwargs)

        return move_on

    return wrapper


def _not_sent(original: Function) -> Function:
    def send(order_info: Any, *args: Any, **kwargs: Any) -> Any:
        return None if waits(order_info.order) else original(order_info, *args, **kwargs)

    return send


def _any_for_group(private_metadata: Iterable[Any]) -> bool:
    marks = map(RewardMark.of, private_metadata)
    return any(found is not None and is_for_group(found.mark) for found in marks)
