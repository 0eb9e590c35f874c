"""docs/flash-sales.md, step by step."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from saleor_loyalty.features.flash_sales.models import FlashSaleItem
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.flash_sale_claims import (
    FlashPrice,
    orders_changed,
    price_for,
    release_due,
)
from saleor_loyalty.flows.flash_sales import save_sale
from tests.docs.play import block, page, story
from tests.shop import NOON, Shop, line, open_checkout, paid_order

TEXT = page("flash-sales.md")
SALE = json.loads(block(TEXT, "json sale"))
VARIANT = SALE["items"][0]["variant_id"]


def test_the_story(ada: Member, bob: Member, shop: Shop) -> None:
    save_sale("happy", SALE, starts_at=NOON, ends_at=NOON + timedelta(days=1), active=True)
    clock: list[datetime] = [NOON]
    order = paid_order(line("a", 700, quantity=1, variant_id=VARIANT), checkout_id="c-ada")

    def basket(member: Member, name: str, quantity: int) -> FlashPrice | None:
        shop.checkouts[f"c-{name}"] = open_checkout(checkout_id=f"c-{name}")
        return price_for(member, VARIANT, "USD", quantity, f"c-{name}", now=clock[0])

    def a_quarter_passes() -> None:
        clock[0] += timedelta(minutes=15)
        release_due(now=clock[0], limit=9)

    bobs = replace(
        order, order_id="o2", checkout_id="c-bob", lines=(replace(order.lines[0], quantity=2),)
    )
    steps: dict[str, Callable[[], object]] = {
        "ada puts 2 into her basket": lambda: basket(ada, "ada", 2),
        "ada wants 3": lambda: basket(ada, "ada", 3),
        "ada takes 1": lambda: basket(ada, "ada", 1),
        "bob wants 2": lambda: basket(bob, "bob", 2),
        "ada orders": lambda: orders_changed([order]),
        "a quarter of an hour passes": a_quarter_passes,
        "bob orders": lambda: orders_changed([bobs]),
        "ada's order is cancelled": lambda: orders_changed([replace(order, cancelled=True)]),
    }
    for step, price, has, taken in story(TEXT, "The story"):
        found = steps[step]()
        told = (
            (str(found.price), str(found.quantity)) if isinstance(found, FlashPrice) else ("", "")
        )
        assert (*told, str(FlashSaleItem.objects.get().taken)) == (price, has, taken), step
