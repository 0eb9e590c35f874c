"""Killed between any two steps, and run on: nothing is lost, nothing comes twice.

Each path is a list of steps; one of them dies at each of its points, before the shop does its part,
after it, or with everything done but the commit. A shop of its own keeps what it did; our part of
it is undone by the database. Then everybody goes on as they would: the shopper clicks again with
the same key, the worker looks again, staff press the button again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption
from saleor_loyalty.flows import redemption_delivery
from saleor_loyalty.flows import redemption_ends as ends
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.redemption_orders import review_checkout
from tests.flows.balances import sums
from tests.flows.mall import (
    CARD,
    MUG_AND_CASH,
    WORKSHOP,
    deliver,
    get,
    give,
    reward,
    state_of,
    taken,
)
from tests.flows.test_redemption_orders import order_of
from tests.ledger.book import differences
from tests.shop import NOON, Shop, open_checkout

BEFORE, AFTER, UNCOMMITTED = "before the shop", "after the shop", "before the commit"


class KilledError(BaseException):
    """Nothing handles it: as if the process were gone."""


@dataclass
class Story:
    """ada redeems one reward; the steps know how the world stands."""

    ada: Member
    shop: Shop

    @property
    def redemption(self) -> Redemption:
        return Redemption.objects.select_related("reward").get()

    def redeem(self) -> None:
        get(self.ada, currency="USD", checkout_id="c1" if "c1" in self.shop.checkouts else "")

    def deliver(self) -> None:
        deliver()

    def cannot(self) -> None:
        """The shop has refused to make it so often that the effect is dead."""
        OutboxEffect.objects.filter(kind="redemption").update(status=WorkStatus.DEAD)

    def sweep(self) -> None:
        redemption_delivery.sweep(now=NOON)

    def cancel(self) -> None:
        ends.cancel(self.redemption.public_id, reason="sorry", actor="user:9", now=NOON)

    def expire(self) -> None:
        ends.expire_due(now=NOON + timedelta(days=400))

    def release(self) -> None:
        ends.release_due(now=NOON + timedelta(hours=2))

    def remove(self) -> None:
        """The shopper takes the line off, and the shop tells of it."""
        self.shop.remove_reward_line("c1", str(self.redemption.public_id))
        review_checkout("c1", now=NOON)

    def order(self, **more: Any) -> None:
        known = self.shop.orders.get("o1") or order_of(self.redemption)
        self.shop.orders["o1"] = replace(known, **more)
        act_on([self.shop.orders["o1"]], now=NOON)

    def place(self) -> None:
        self.order()

    def pay(self) -> None:
        self.order(paid_at=NOON)

    def fulfil(self) -> None:
        self.order(fulfilled_at=NOON)

    def refund(self) -> None:
        self.order(fully_refunded=True)

    def abandon(self) -> None:
        self.order(cancelled=True)


Step = Callable[[Story], None]
# The path; how it ends; ada's points and what is set aside; how many of the stock are taken.
PATHS: dict[str, tuple[dict[str, Any] | None, list[Step], str, tuple[int, int], int]] = {
    "coupon": (None, [Story.redeem, Story.deliver], "issued", (700, 0), 1),
    "coupon cancelled": (
        None,
        [Story.redeem, Story.deliver, Story.cancel],
        "cancelled",
        (1000, 0),
        0,
    ),
    "coupon run out": (None, [Story.redeem, Story.deliver, Story.expire], "expired", (1000, 0), 0),
    "coupon never made": (
        None,
        [Story.redeem, Story.cannot, Story.sweep],
        "cancelled",
        (1000, 0),
        0,
    ),
    "card": (CARD, [Story.redeem, Story.deliver], "issued", (700, 0), 1),
    "card cancelled": (
        CARD,
        [Story.redeem, Story.deliver, Story.cancel],
        "cancelled",
        (1000, 0),
        0,
    ),
    "service": (WORKSHOP, [Story.redeem], "issued", (700, 0), 1),
    "service cancelled": (WORKSHOP, [Story.redeem, Story.cancel], "cancelled", (1000, 0), 0),
    "product": (
        MUG_AND_CASH,
        [Story.redeem, Story.place, Story.pay, Story.fulfil],
        "fulfilled",
        (700, 0),
        1,
    ),
    "product refunded": (
        MUG_AND_CASH,
        [Story.redeem, Story.place, Story.pay, Story.refund],
        "cancelled",
        (1000, 0),
        0,
    ),
    "product not paid": (
        MUG_AND_CASH,
        [Story.redeem, Story.place, Story.abandon],
        "cancelled",
        (1000, 0),
        0,
    ),
    "product taken off": (
        MUG_AND_CASH,
        [Story.redeem, Story.remove],
        "cancelled",
        (1000, 0),
        0,
    ),
    "product left": (MUG_AND_CASH, [Story.redeem, Story.release], "expired", (1000, 0), 0),
}
_HOST = (
    "make_coupon",
    "withdraw_coupon",
    "make_gift_card",
    "withdraw_gift_card",
    "add_reward_line",
    "remove_reward_line",
)
CASES = [
    (path, number, point)
    for path, (_, steps, *_) in PATHS.items()
    for number in range(len(steps))
    for point in (BEFORE, AFTER, UNCOMMITTED)
]


@pytest.mark.parametrize(("path", "number", "point"), CASES)
def test_killed_and_run_on(ada: Member, shop: Shop, path: str, number: int, point: str) -> None:
    gives, steps, state, (available, held), pieces = PATHS[path]
    give(ada, 1000)
    if gives is MUG_AND_CASH:
        shop.checkouts["c1"] = open_checkout(3000, user_id=ada.user_id)
    reward(gives=gives, stock=5)
    story = Story(ada, shop)
    for step in steps[:number]:
        step(story)
    before = (Redemption.objects.count(), sums(ada), taken())

    died = _dies(lambda: steps[number](story), shop, point)

    if died:
        assert (Redemption.objects.count(), sums(ada), taken()) == before
        assert differences() == []
    for step in steps[number:]:
        step(story)
    for step in steps[number:]:
        if step not in (Story.cannot, Story.remove):
            step(story)
    _look_again(story)
    assert (state_of(story.redemption), sums(ada), taken()) == (
        state,
        (available, 0, held, 0),
        pieces,
    )
    assert Redemption.objects.count() == 1
    _nothing_is_left_over(story, state)
    assert differences() == []


def _dies(step: Callable[[], None], shop: Shop, point: str) -> bool:
    """Whether it came to that point at all."""
    with _mortal(shop, point) if point != UNCOMMITTED else _whole():
        try:
            with transaction.atomic():
                step()
                if point == UNCOMMITTED:
                    raise KilledError
        except KilledError:
            return True
    return False


@contextmanager
def _whole() -> Iterator[None]:
    yield


@contextmanager
def _mortal(shop: Shop, point: str) -> Iterator[None]:
    """We die as soon as we ask the shop for something, or as soon as it has done it."""
    for name in _HOST:
        does = getattr(shop, name)

        def dying(*given: Any, does: Callable[..., Any] = does, **named: Any) -> Any:
            if point == AFTER:
                does(*given, **named)
            raise KilledError

        setattr(shop, name, dying)
    try:
        yield
    finally:
        for name in _HOST:
            del shop.__dict__[name]


def _look_again(story: Story) -> None:
    """What the worker and the night do anyway."""
    deliver()
    redemption_delivery.sweep(now=NOON)
    if "c1" in story.shop.checkouts:
        review_checkout("c1", now=NOON)


def _nothing_is_left_over(story: Story, state: str) -> None:
    """What works in the shop is what the member has, once."""
    coupons = [one for one in story.shop.made_coupons.values() if one.active]
    cards = [one for one in story.shop.made_cards.values() if one.balance]
    works = len(coupons) + len(cards)
    kind = story.redemption.kind
    assert works == (1 if state == "issued" and kind in ("coupon", "gift_card") else 0)
    checkout = story.shop.checkouts.get("c1")
    lines = [one for one in checkout.lines if one.reward] if checkout else []
    assert len(lines) == (1 if kind == "product" and story.shop.orders else 0)
