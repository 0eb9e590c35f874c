"""A shopper's story, told the same way in any world, every figure checked.

A world is a running shop asked through HTTP only. What must come out is computed here from the
prices the world asked: 1 point for each whole unit of money, 100 points pay one unit.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

_SECONDS = 60
_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True, slots=True)
class Standing:
    """What the shopper sees of their account. `expiring` is how many of the points go first."""

    available: int
    pending: int
    held: int
    growth: int
    # "none" while it has reached none.
    tier: str
    expiring: int
    expiring_at: str
    # The newest entry of the history: its kind, and by how many points it changed the account.
    newest: tuple[str, int]


@dataclass(frozen=True, slots=True)
class Basket:
    """An open checkout. Money in minor units; `goods` is what its lines cost now."""

    id: str
    pieces: int
    goods: int
    # The same before any price of a tier, and shipping, which earns nothing here.
    undiscounted: int
    shipping: int


class World(Protocol):
    name: str
    # Percent off for members of the first tier, where the world's prices know tiers.
    tier_percent: int

    def standing(self) -> Standing: ...

    def fill_basket(self, at_least: int, pieces: int) -> Basket:
        """A checkout of `pieces` of one product, worth at least so much in minor units."""

    def most_points(self, basket: Basket) -> tuple[int, int]:
        """Of the quote: how many points may be used, and how many would be earned."""

    def pay_with_points(self, basket: Basket, amount: int) -> None: ...

    def refused_points(self, basket: Basket, amount: int) -> bool:
        """Whether paying that amount with points is refused."""

    def order(self, basket: Basket, paid_with_points: int = 0) -> str:
        """Pays what points have not paid by card; the order's id."""

    def send(self, order: str) -> None: ...

    def refund_one_piece(self, order: str, basket: Basket, to_points: int) -> None:
        """One piece comes back: `to_points` of its price as points, the rest as money."""

    def let_days_pass(self, days: int) -> None: ...

    def audit(self) -> int:
        """How many differences a replay of all entries finds."""


@dataclass
class Story:
    """Tells, and keeps count of what was told wrong."""

    world: World
    tell: Callable[[str], None] = print
    checked: int = 0
    wrong: list[str] = field(default_factory=list)

    def step(self, title: str) -> None:
        self.tell(f"\n{title}")

    def check(self, what: str, expected: object, found: object) -> None:
        self.checked += 1
        right = expected == found
        mark = "ok   " if right else "WRONG"
        self.tell(f"  {mark} {what}: expected {expected}, found {found}")
        if not right:
            self.wrong.append(what)

    def settle(self, **expected: object) -> Standing:
        """Waits until the account is as expected, or until the time for it is over, and checks."""
        deadline = time.monotonic() + _SECONDS
        standing = self.world.standing()
        while not _is(standing, expected) and time.monotonic() < deadline:
            time.sleep(_BETWEEN_LOOKS)
            standing = self.world.standing()
        for name, value in expected.items():
            self.check(name.replace("_", " "), value, getattr(standing, name))
        return standing


def _is(standing: Standing, expected: dict[str, object]) -> bool:
    return all(getattr(standing, name) == value for name, value in expected.items())


def play(world: World, tell: Callable[[str], None] = print) -> Story:
    """The whole story. Look at `wrong` of what it returns."""
    story = Story(world, tell)
    _nothing_yet(story)
    earned = _first_order(story)
    _second_order(story, earned)
    _end(story)
    return story


def first_order(world: World) -> int:
    """Only the story's first order, without a word; the points it brought."""
    story = Story(world, lambda _text: None)
    earned = _first_order(story)
    if story.wrong:
        raise AssertionError(f"the first order came out wrong: {', '.join(story.wrong)}")
    return earned


def _nothing_yet(story: Story) -> None:
    story.step("A shopper who has never bought anything.")
    story.settle(available=0, pending=0, held=0, growth=0, tier="none")


def _first_order(story: Story) -> int:
    """Enough for the first tier. Returns the points it brought."""
    world = story.world
    basket = world.fill_basket(at_least=52_000, pieces=1)
    earned = basket.goods // 100
    story.step(f"They order for {_money(basket.goods)}: the points are there, but not yet theirs.")
    story.check("points quoted", (0, earned), world.most_points(basket))
    order = world.order(basket)
    story.settle(available=0, pending=earned, tier="none")
    story.step("The parcel leaves: the points can be used, and the growth has reached a tier.")
    world.send(order)
    story.settle(available=earned, pending=0, growth=earned, tier="Silver")
    return earned


def _second_order(story: Story, earned: int) -> None:
    world = story.world
    basket = world.fill_basket(at_least=4_000, pieces=2)
    story.step(f"They come back for two pieces, {_money(basket.goods)}.")
    if world.tier_percent:
        price = _percent_off(basket, world.tier_percent)
        story.check(f"price with {world.tier_percent} % off", price, basket.goods)
    total = basket.goods + basket.shipping
    story.check(
        "points quoted", (min(earned, total), basket.goods // 100), world.most_points(basket)
    )
    story.check(
        "more points than there are are refused", True, world.refused_points(basket, total + earned)
    )
    story.step(f"They pay 5.00 of {_money(total)} with 500 points, the rest by card.")
    world.pay_with_points(basket, 500)
    story.settle(available=earned - 500, held=500)
    order = world.order(basket, paid_with_points=500)
    # Points are no money: what they paid earns nothing. They pay for goods and shipping alike.
    basis = basket.goods - _share_of_goods(basket, 500)
    award = basis // 100
    story.settle(available=earned - 500, held=0, pending=award)
    story.step("The parcel leaves.")
    world.send(order)
    before = story.settle(available=earned - 500 + award, pending=0)
    story.step("One of the two comes back; 2.50 of its price go back as 250 points.")
    world.refund_one_piece(order, basket, to_points=250)
    left = award // 2
    after = story.settle(
        available=earned - 500 + left + 250, pending=0, held=0, growth=earned + left
    )
    story.check("expiry is the old one", before.expiring_at, after.expiring_at)
    story.check("all of it expires together", after.available, after.expiring)


def _end(story: Story) -> None:
    story.step("More than a year goes by, a tier's period and the grace after it.")
    left = story.world.standing().available
    story.world.let_days_pass(400)
    story.settle(available=0, pending=0, held=0, tier="none")
    story.check("the last entries say so", "EXPIRE", story.world.standing().newest[0])
    story.tell(f"  {left} points have expired.")
    story.step("The books, replayed from the first entry.")
    story.check("differences", 0, story.world.audit())


def _percent_off(basket: Basket, percent: int) -> int:
    """Saleor takes it off each piece's price."""
    piece = basket.undiscounted // basket.pieces
    return (piece - piece * percent // 100) * basket.pieces


def _share_of_goods(basket: Basket, amount: int) -> int:
    """What an amount pays of the goods where it pays for shipping as well, by their price."""
    total = basket.goods + basket.shipping
    exact, rest = divmod(amount * basket.goods, total)
    return exact + (rest * 2 >= total)


def _money(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02}"
