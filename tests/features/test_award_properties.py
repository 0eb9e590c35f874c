"""What holds for every order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.earning.config import EarningConfig
from saleor_loyalty.features.earning.rules import points_left
from saleor_loyalty.values.rate import Rate
from tests.features.awards import decide_award
from tests.shop import line, paid_order

CONFIG = EarningConfig(rates={})
rates = st.builds(Rate, st.integers(1, 500), st.integers(1, 50_000), st.booleans())


@st.composite
def orders(draw: st.DrawFn) -> OrderFact:
    lines = [
        line(f"l{index}", gross, quantity=quantity)
        for index, (gross, quantity) in enumerate(
            draw(
                st.lists(
                    st.tuples(st.integers(0, 1_000_000), st.integers(1, 20)),
                    min_size=1,
                    max_size=6,
                )
            )
        )
    ]
    return paid_order(
        *lines,
        shipping_gross=draw(st.integers(0, 5_000)),
        paid_by_points=draw(st.integers(0, 100_000)),
    )


@st.composite
def refunds(draw: st.DrawFn, order: OrderFact) -> OrderFact:
    lines = tuple(
        replace(one, refunded_quantity=draw(st.integers(one.refunded_quantity, one.quantity)))
        for one in order.lines
    )
    amount = draw(st.integers(order.refunded_by_amount, order.total_gross))
    return replace(order, lines=lines, refunded_by_amount=amount)


@given(orders(), rates)
def test_lines_hold_the_whole_award(order: OrderFact, rate: Rate) -> None:
    award = decide_award(order, CONFIG, rate)
    assert sum(one.points for one in award.lines) == award.points
    assert award.points == rate.points_floor(award.basis)
    assert 0 <= award.basis <= sum(one.gross for one in order.lines)


@given(orders(), rates, st.data())
def test_further_refunds_only_take(order: OrderFact, rate: Rate, data: st.DataObject) -> None:
    award = decide_award(order, CONFIG, rate)
    assert points_left(award, order) == award.points
    first = data.draw(refunds(order))
    second = data.draw(refunds(first))
    left = [points_left(award, one) for one in (order, first, second)]
    assert left == sorted(left, reverse=True)
    assert min(left) >= 0


@given(orders(), rates)
def test_after_everything_is_back_nothing_is_left(order: OrderFact, rate: Rate) -> None:
    award = decide_award(order, CONFIG, rate)
    by_line = replace(
        order, lines=tuple(replace(one, refunded_quantity=one.quantity) for one in order.lines)
    )
    by_amount = replace(order, refunded_by_amount=max(order.total_gross, 1))
    assert points_left(award, by_line) == 0
    assert points_left(award, by_amount) == 0
