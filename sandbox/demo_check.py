"""`make demo-check`: the demo, and a shopper's story through HTTP in it, every figure checked.

python -m sandbox.demo_check                 with the Saleor there is, or the sandbox without
python -m sandbox.demo_check --sandbox       the sandbox, whatever there is
python -m sandbox.demo_check --orders 500    the sandbox with the first so many of the log
"""

from __future__ import annotations

import argparse
import sys

from sandbox.story import Story, play


def main() -> int:
    parser = argparse.ArgumentParser(description="A shopper's story, every figure checked")
    parser.add_argument("--sandbox", action="store_true")
    parser.add_argument("--orders", type=int)
    chosen = parser.parse_args()
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


if __name__ == "__main__":
    sys.exit(main())
