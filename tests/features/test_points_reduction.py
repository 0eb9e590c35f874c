"""Points taken off prices: the figures."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.spending.config import PointsMode, SpendingConfig
from saleor_loyalty.features.spending.reduction import (
    Chosen,
    Ended,
    Goods,
    Left,
    Share,
    obstacle,
    points_back,
    reducible,
    spread,
)
from saleor_loyalty.features.spending.rules import limits, points_and_worth

GOODS = Goods(user_id=1, currency="USD", voucher="", prices=(2000, 1000), discount=0)
CHOSEN = Chosen(user_id=1, amount=1500, currency="USD", max_share=5_000, voucher="")


@pytest.mark.parametrize(
    ("amount", "prices", "parts"),
    [
        (1000, (2000, 1000), [667, 333]),
        (1, (999, 999, 999), [1, 0, 0]),
        (100, (333, 333, 333), [34, 33, 33]),
        (3000, (2000, 1000), [2000, 1000]),
        (0, (2000, 1000), [0, 0]),
        (500, (0, 500), [0, 500]),
    ],
)
def test_the_largest_remainder(amount: int, prices: tuple[int, ...], parts: list[int]) -> None:
    assert spread(amount, prices) == parts


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=12), st.integers(0, 10**8))
def test_nothing_is_lost_and_no_line_costs_less_than_nothing(prices: list[int], wish: int) -> None:
    amount = min(wish, sum(prices))
    parts = spread(amount, prices)
    assert sum(parts) == amount
    assert all(0 <= part <= price for part, price in zip(parts, prices, strict=True))


@pytest.mark.parametrize(
    ("prices", "discount", "share", "most"),
    [
        ((2000, 1000), 0, 10_000, 3000),
        ((2000, 1000), 0, 3_333, 999),
        # A voucher of 10.00 keeps goods to count for.
        ((2000, 1000), 1000, 10_000, 2000),
        ((2000, 1000), 1000, 5_000, 1500),
        ((2000, 1000), 4000, 10_000, 0),
        ((), 0, 10_000, 0),
    ],
)
def test_the_most_that_points_take_off(
    prices: tuple[int, ...], discount: int, share: int, most: int
) -> None:
    goods = Goods(user_id=1, currency="USD", voucher="", prices=prices, discount=discount)
    assert reducible(goods, share) == most


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({}, None),
        ({"prices": (2999,)}, Ended.GOODS),
        ({"prices": (1000, 1000, 1000)}, None),
        ({"prices": ()}, Ended.GOODS),
        ({"discount": 1500}, None),
        ({"discount": 1501}, Ended.GOODS),
        ({"user_id": 2}, Ended.CUSTOMER),
        ({"user_id": None}, Ended.CUSTOMER),
        ({"currency": "EUR"}, Ended.CURRENCY),
        ({"voucher": "SPRING"}, Ended.VOUCHER),
    ],
)
def test_what_the_points_can_stay_for(change: dict[str, object], because: Ended | None) -> None:
    given_goods = {
        "user_id": 1,
        "currency": "USD",
        "voucher": "",
        "prices": GOODS.prices,
        "discount": 0,
        **change,
    }
    assert obstacle(CHOSEN, Goods(**given_goods)) is because  # type: ignore[arg-type]


def test_points_of_nobody_stay_for_nobody() -> None:
    nobodys = Chosen(user_id=None, amount=1, currency="USD", max_share=10_000, voucher="")
    guest = Goods(user_id=None, currency="USD", voucher="", prices=(100,), discount=0)
    assert obstacle(nobodys, guest) is Ended.CUSTOMER


@pytest.mark.parametrize(
    ("currency", "rate", "chosen", "taken"),
    [
        ("USD", (100, 100), 1234, (1234, 1234)),
        # A hundred points are a yen, and nobody pays for the half of one.
        ("JPY", (100, 1), 1250, (1200, 12)),
        # A point is two and a half fils.
        ("KWD", (2, 5), 333, (333, 832)),
        ("KWD", (1000, 1), 1999, (1000, 1)),
        ("USD", (3, 7), 44, (44, 102)),
    ],
)
def test_points_that_buy_nothing_are_not_taken(
    currency: str, rate: tuple[int, int], chosen: int, taken: tuple[int, int]
) -> None:
    config = SpendingConfig.parse({"rates": {currency: {"points": rate[0], "minor": rate[1]}}})
    allowed = limits(config, currency=currency, available=10_000, payable=10**6, owed=10**6, used=0)
    assert points_and_worth(chosen, allowed, available=10_000) == taken


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        (0, Code.INVALID),
        (-100, Code.INVALID),
        (100, Code.BELOW_MINIMUM),
        (250, Code.NOT_A_MULTIPLE),
        (900, Code.LIMIT_EXCEEDED),
        (1100, Code.NOT_ENOUGH_POINTS),
    ],
)
def test_refused_choices(chosen: int, code: Code) -> None:
    config = SpendingConfig.parse(
        {"rates": {"USD": {"points": 1, "minor": 1}}, "minimum": 200, "multiple": 100}
    )
    allowed = limits(config, currency="USD", available=1000, payable=800, owed=800, used=0)
    with pytest.raises(LoyaltyError) as refusal:
        points_and_worth(chosen, allowed, available=1000)
    assert refusal.value.code is code


def test_less_than_the_smallest_coin_is_refused() -> None:
    config = SpendingConfig.parse({"rates": {"JPY": {"points": 100, "minor": 1}}})
    allowed = limits(config, currency="JPY", available=1000, payable=800, owed=800, used=0)
    with pytest.raises(LoyaltyError) as refusal:
        points_and_worth(99, allowed, available=1000)
    assert (refusal.value.code, refusal.value.said.values) == (Code.BELOW_MINIMUM, {"count": 100})


def test_a_channel_may_do_otherwise() -> None:
    config = SpendingConfig.parse({"mode_by_channel": {"de": "price_reduction"}})
    assert config.mode_in("us") is PointsMode.PAYMENT
    assert config.mode_in("de") is PointsMode.PRICE_REDUCTION


SHARES = {"a": Share(667, 3), "b": Share(333, 1)}


@pytest.mark.parametrize(
    ("left", "points"),
    [
        ({"a": Left(3), "b": Left(1)}, 0),
        ({"a": Left(2), "b": Left(1)}, 222),
        ({"a": Left(1), "b": Left(1)}, 444),
        ({"a": Left(0), "b": Left(1)}, 667),
        # A line that staff took out of the order.
        ({"b": Left(1)}, 667),
        ({"a": Left(3), "b": Left(0)}, 333),
        # A third of the money went back by amount.
        ({"a": Left(3, Fraction(2, 3)), "b": Left(1, Fraction(2, 3))}, 333),
        # One piece, and then half of the money for the others.
        ({"a": Left(2, Fraction(1, 2)), "b": Left(1, Fraction(1, 2))}, 611),
        # Pieces that were put in later cost points to nobody.
        ({"a": Left(9), "b": Left(1)}, 0),
        ({}, 1000),
        ({"a": Left(0), "b": Left(0)}, 1000),
    ],
)
def test_what_goes_back(left: dict[str, Left], points: int) -> None:
    assert points_back(1000, SHARES, left) == points


@given(
    st.integers(1, 10**6),
    st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 9)), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_piece_by_piece_comes_to_all_of_the_points(
    points: int, lines: list[tuple[int, int]], random: object
) -> None:
    """In whatever order pieces come back: never less than before, never too much, all at last."""
    shares = {str(number): Share(*line) for number, line in enumerate(lines)}
    kept = {line: share.pieces for line, share in shares.items()}
    pieces = [line for line, share in shares.items() for _ in range(share.pieces)]
    random.shuffle(pieces)  # type: ignore[attr-defined]
    before = 0
    for line in pieces:
        kept[line] -= 1
        back = points_back(points, shares, {one: Left(left) for one, left in kept.items()})
        assert before <= back <= points
        before = back
    assert before == points
