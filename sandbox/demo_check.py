"""`make demo-check`: the demo, and a shopper's story through HTTP in it, every figure checked.

python -m sandbox.demo_check                 in the Saleor there is, or the sandbox without
python -m sandbox.demo_check --sandbox       in the sandbox, whatever there is
python -m sandbox.demo_check --orders 500    in the sandbox with the first so many of the log
"""

from __future__ import annotations

import argparse
import sys

from sandbox.saleor_found import saleor_found
from sandbox.story import Story, play


def main() -> int:
    parser = argparse.ArgumentParser(description="A shopper's story, every figure checked")
    parser.add_argument("--sandbox", action="store_true", help="even with a Saleor at hand")
    parser.add_argument("--orders", type=int, help="of the sandbox's log; all without it")
    chosen = parser.parse_args()
    saleor = saleor_found()
    if saleor.path and not chosen.sandbox and chosen.orders is None:
        story = _in_saleor()
    else:
        story = _in_the_sandbox(chosen.orders)
    print(f"\n{story.checked} figures checked in {story.world.name}, {len(story.wrong)} wrong")
    for what in story.wrong:
        print(f"  WRONG {what}")
    return 1 if story.wrong else 0


def _in_the_sandbox(orders: int | None) -> Story:
    from sandbox.shop_server import running_shop
    from sandbox.shop_world import ShopWorld

    with running_shop(orders=orders) as shop:
        return play(ShopWorld(shop))


def _in_saleor() -> Story:
    from sandbox.saleor_demo import saleor_demo
    from sandbox.saleor_world import SaleorWorld

    with saleor_demo() as shop:
        return play(SaleorWorld(shop))


if __name__ == "__main__":
    sys.exit(main())
