"""A process that does one step of a redemption and is killed: run by test_redemption_killed.py.

Says "open" when the step is done but not committed, and commits when it reads a line.
"""

import sys
from datetime import timedelta
from typing import Any

import django


def act(step: str, member: Any, shop: Any) -> None:
    from saleor_loyalty.features.rewards.models import Redemption
    from saleor_loyalty.flows import redemption_delivery, redemption_ends
    from saleor_loyalty.flows.order_changed import act_on
    from tests.flows.mall import get
    from tests.flows.test_redemption_orders import order_of
    from tests.shop import NOON, open_checkout

    if step in ("redeem", "reserve"):
        checkout_id = "c1" if step == "reserve" else ""
        shop.checkouts["c1"] = open_checkout(3000, user_id=member.user_id)
        get(member, checkout_id=checkout_id)
        return
    redemption = Redemption.objects.select_related("reward").get()
    match step:
        case "deliver":
            redemption_delivery.deliver(redemption.pk, now=NOON)
        case "cancel":
            redemption_ends.cancel(redemption.public_id, reason="x", actor="staff", now=NOON)
        case "expire":
            redemption_ends.end(redemption.public_id, now=NOON + timedelta(days=400))
        case "pay":
            act_on([order_of(redemption, paid_at=NOON)], now=NOON)
        case "refund":
            act_on([order_of(redemption, paid_at=NOON, fully_refunded=True)], now=NOON)


if __name__ == "__main__":
    django.setup()

    from django.db import transaction

    from saleor_loyalty.features.members.models import Member
    from tests.shop import SHOP

    with transaction.atomic():
        act(sys.argv[1], Member.objects.select_related("tier").get(), SHOP)
        sys.stdout.write("open\n")
        sys.stdout.flush()
        sys.stdin.readline()
