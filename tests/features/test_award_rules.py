"""What an order earns and what refunds leave of it: the worked numbers."""

from dataclasses import replace

import pytest

from saleor_loyalty.features.earning.config import EarningConfig
from saleor_loyalty.features.earning.rules import Breakdown, points_left
from saleor_loyalty.values.rate import Rate
from tests.features.awards import decide_award
from tests.shop import line, paid_order

DOLLAR = Rate(1, 100)
CONFIG = EarningConfig(rates={})


def config(**changes: object) -> EarningConfig:
    return EarningConfig.model_validate({"rates": {}, **changes})


def shares(award: Breakdown) -> list[int]:
    return [one.points for one in award.lines]


def test_the_worked_refund() -> None:
    order = paid_order(line("a", 1999), line("b", 500), line("c", 1))
    award = decide_award(order, CONFIG, DOLLAR)
    assert (award.basis, award.points, shares(award)) == (2500, 25, [20, 5, 0])

    line_back = replace(
        order, lines=(order.lines[0], replace(order.lines[1], refunded_quantity=1), order.lines[2])
    )
    assert points_left(award, line_back) == 20
    assert points_left(award, replace(line_back, refunded_by_amount=1000)) == 10
    assert points_left(award, replace(line_back, refunded_by_amount=2000)) == 0


@pytest.mark.parametrize(
    ("rate", "currency", "gross", "points"),
    [
        (Rate(1, 100), "USD", 4999, 49),
        (Rate(1, 700), "CNY", 34993, 49),
        (Rate(1, 150), "JPY", 7498, 49),
        # 10 points for every whole 2 dollars
        (Rate(10, 200, whole_steps=True), "USD", 700, 30),
        (Rate(10, 200), "USD", 700, 35),
        (Rate(1, 1000), "KWD", 12_345, 12),
        (Rate(1, 100), "USD", 99, 0),
        (Rate(1, 100), "USD", 0, 0),
    ],
)
def test_rates(rate: Rate, currency: str, gross: int, points: int) -> None:
    order = paid_order(line("a", gross), currency=currency)
    assert decide_award(order, CONFIG, rate).points == points


def test_a_line_refunded_in_part_keeps_its_share() -> None:
    order = paid_order(line("a", 3000, quantity=3))
    award = decide_award(order, CONFIG, DOLLAR)
    one_back = replace(order, lines=(replace(order.lines[0], refunded_quantity=1),))
    assert (award.points, points_left(award, one_back)) == (30, 20)


def test_fractions_are_floored_once() -> None:
    # 10 points over three equal lines: 4 + 3 + 3; a third of each kept is 10/3, not 1 + 1 + 1.
    lines = [line(name, 340, quantity=3) for name in "abc"]
    order = paid_order(*lines)
    award = decide_award(order, CONFIG, DOLLAR)
    assert (award.points, shares(award)) == (10, [4, 3, 3])
    kept = replace(order, lines=tuple(replace(one, refunded_quantity=2) for one in lines))
    assert points_left(award, kept) == 3


def test_what_points_and_gift_cards_paid_earns_nothing() -> None:
    order = paid_order(
        line("a", 6000),
        line("b", 4000),
        shipping_gross=1000,
        paid_by_points=1100,
        paid_by_gift_card=2200,
    )
    award = decide_award(order, CONFIG, DOLLAR)
    # 33 of 110 dollars were paid otherwise: 18 of line a, 12 of line b, 3 of shipping.
    assert [one.money for one in award.lines] == [4200, 2800]
    assert award.points == 70


def test_all_paid_otherwise_earns_nothing() -> None:
    order = paid_order(line("a", 6000), paid_by_points=9000)
    assert decide_award(order, CONFIG, DOLLAR).points == 0


def test_net_basis() -> None:
    order = paid_order(line("a", 12_300, net=10_000), paid_by_points=6_150)
    award = decide_award(order, config(basis="net"), DOLLAR)
    assert (award.basis, award.points) == (5_000, 50)


def test_shipping_earns_only_where_it_counts() -> None:
    order = paid_order(line("a", 1000), shipping_gross=500)
    with_shipping = decide_award(order, config(include_shipping=True), DOLLAR)
    assert decide_award(order, CONFIG, DOLLAR).points == 10
    assert (with_shipping.points, shares(with_shipping)) == (15, [10, 5])
    assert points_left(with_shipping, replace(order, refunded_shipping=500)) == 10


def test_a_shipping_refund_takes_nothing_from_the_lines() -> None:
    order = paid_order(line("a", 1000), shipping_gross=500)
    award = decide_award(order, CONFIG, DOLLAR)
    assert points_left(award, replace(order, refunded_shipping=500)) == 10


@pytest.mark.parametrize(
    ("change", "rules", "reason"),
    [
        ({"is_gift_card": True}, {}, "gift_card"),
        ({"on_sale": True}, {"sale_items_earn": False}, "sale"),
        ({"product_id": "p"}, {"excluded_products": ["p"]}, "product"),
        ({"category_ids": ("c", "d")}, {"excluded_categories": ["d"]}, "category"),
        ({"collection_ids": ("k",)}, {"excluded_collections": ["k"]}, "collection"),
    ],
)
def test_exclusions(change: dict[str, object], rules: dict[str, object], reason: str) -> None:
    order = paid_order(line("a", 1000, **change), line("b", 2000))
    award = decide_award(order, config(**rules), DOLLAR)
    assert (award.points, award.lines[0].excluded) == (20, reason)


def test_an_excluded_customer_group_earns_nothing() -> None:
    order = paid_order(line("a", 1000), customer_groups=("staff",))
    award = decide_award(order, config(excluded_customer_groups=["staff"]), DOLLAR)
    assert award.points == 0


@pytest.mark.parametrize("change", [{"cancelled": True}, {"fully_refunded": True}])
def test_nothing_is_left_of_a_cancelled_or_refunded_order(change: dict[str, bool]) -> None:
    order = paid_order(line("a", 1000))
    award = decide_award(order, CONFIG, DOLLAR)
    assert points_left(award, replace(order, **change)) == 0


def test_a_breakdown_survives_being_stored() -> None:
    order = paid_order(line("a", 1999, product_name="Tea"), line("b", 500))
    award = decide_award(order, CONFIG, DOLLAR)
    assert Breakdown.from_json(award.to_json()) == award
