"""What is an order that counts, a case, a code."""

from typing import Any
from uuid import UUID

import pytest

from saleor_loyalty.features.referrals.rules import (
    counts,
    goods_left,
    next_milestone,
    plain_code,
    short_name,
    signals_of,
    together,
    unseen,
    went_back,
)
from tests.shop import line, paid_order

A, B, C = (UUID(int=number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ({}, 3000),
        ({"refunded_by_amount": 2999}, 1),
        ({"refunded_by_amount": 5000}, 0),
        ({"cancelled": True}, 0),
        ({"fully_refunded": True}, 0),
        ({"shipping_gross": 500, "refunded_shipping": 500}, 3000),
    ],
)
def test_goods_left(more: dict[str, Any], left: int) -> None:
    order = paid_order(
        line("a", 1000), line("b", 2000, quantity=2), line("c", 9000, is_gift_card=True), **more
    )
    assert goods_left(order) == left
    assert went_back(order) == (left == 0)


def test_pieces_that_went_back_are_not_left() -> None:
    order = paid_order(line("a", 1000), line("b", 2000, quantity=3, refunded_quantity=1))
    assert goods_left(order) == 1000 + 1333


@pytest.mark.parametrize(
    ("minimum", "currency", "does"),
    [
        ({}, "USD", True),
        ({}, "EUR", True),
        ({"USD": 1000}, "USD", True),
        ({"USD": 1001}, "USD", False),
        ({"USD": 0}, "USD", True),
        ({"USD": 1000}, "EUR", False),
        ({"USD": 1000, "EUR": 1}, "EUR", True),
    ],
)
def test_which_order_counts(minimum: dict[str, int], currency: str, does: bool) -> None:
    assert counts(paid_order(line("a", 1000), currency=currency), minimum) == does


def test_nothing_for_nothing() -> None:
    assert not counts(paid_order(line("a", 0)), {})
    assert not counts(paid_order(line("a", 1000), paid_at=None), {})


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([], {}),
        ([(("phone", A), 1)], {"phone": ["referrer"]}),
        ([(("phone", B), 1)], {}),
        ([(("phone", A), 5)], {}),
        ([(("phone", A), 5), (("phone", A), 6)], {"phone": ["friends"]}),
        # Twice one friend is one friend; two kinds do not add up.
        ([(("phone", A), 5), (("phone", A), 5)], {}),
        ([(("phone", A), 5), (("address", C), 6)], {}),
        (
            [(("phone", A), 1), (("phone", A), 5), (("phone", A), 6), (("address", C), 2)],
            {"address": ["referrer"], "phone": ["friends", "referrer"]},
        ),
    ],
)
def test_what_they_have_in_common(others: Any, found: dict[str, list[str]]) -> None:
    """Member 1 is the referrer, 2 who brought that one, 5 and 6 are friends."""
    mine = [("phone", A), ("address", C)]
    referrers = frozenset({1, 2})
    assert signals_of(mine, others, referrers=referrers, alike_friends=2) == found


def test_what_nobody_has_looked_at() -> None:
    seen = {"phone": ["referrer"]}
    assert not unseen({}, seen)
    assert not unseen({"phone": ["referrer"]}, seen)
    assert unseen({"phone": ["friends"]}, seen)
    assert unseen({"email": ["referrer"]}, seen)
    assert together({"phone": ["friends"], "email": ["referrer"]}, seen) == {
        "email": ["referrer"],
        "phone": ["friends", "referrer"],
    }


@pytest.mark.parametrize("typed", ["ABCD2345", "abcd2345", " abcd-2345 ", "AbCd 2345"])
def test_a_code_in_any_way(typed: str) -> None:
    assert plain_code(typed) == "ABCD2345"


def test_names_are_shortened() -> None:
    assert [short_name(one) for one in ("ada@example.com", "Éva@x.hu", "")] == [
        "A***",
        "É***",
        "***",
    ]


@pytest.mark.parametrize(
    ("friends", "ahead"), [(0, 3), (2, 3), (3, 10), (9, 10), (10, None), (11, None)]
)
def test_the_next_milestone(friends: int, ahead: int | None) -> None:
    assert next_milestone([10, 3], friends) == ahead
