"""Products for points, and for points and money: checkout, order, refunds."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption
from saleor_loyalty.flows import daily
from saleor_loyalty.flows import redemption_ends as ends
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.redemption_orders import review_checkout
from tests.flows.balances import sums
from tests.flows.mall import (
    MUG,
    MUG_AND_CASH,
    again,
    everything,
    get,
    give,
    reward,
    state_of,
    steps,
    taken,
)
from tests.ledger.book import differences
from tests.shop import NOON, Shop, line, open_checkout, paid_order


@pytest.fixture
def rich(ada: Member, shop: Shop) -> Member:
    """With a checkout over 30 dollars, and points that bring no more by orders."""
    give(ada, 1000)
    shop.checkouts["c1"] = open_checkout(3000, user_id=ada.user_id)
    return ada


def order_of(redemption: Redemption, **more: Any) -> OrderFact:
    """The order made of the checkout, not paid yet. It earns nothing."""
    gross = more.pop("gross", redemption.amount)
    quantity = more.pop("quantity", redemption.quantity)
    given: dict[str, Any] = {
        "user_id": None,
        "email": "",
        "checkout_id": "c1",
        "paid_at": None,
        "currency": redemption.currency,
        **more,
    }
    mark = str(redemption.public_id)
    lines = (
        line("a", 3000),
        line("r", gross, quantity=quantity, reward=mark, variant_id="V-mug"),
    )
    return paid_order(*given.pop("lines", lines), **given)


def mug(member: Member, shop: Shop, *, quantity: int = 1, **config: Any) -> Redemption:
    config = {"gives": MUG_AND_CASH, "stock": 5, **config}
    reward(**config)
    return get(member, quantity=quantity, checkout_id="c1")


def test_the_line_is_in_the_checkout_and_the_points_are_set_aside(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop, quantity=2)
    (found,) = (one for one in shop.checkouts["c1"].lines if one.reward)
    assert (found.quantity, found.gross, found.variant_id) == (2, 998, "V-mug")
    assert found.reward == str(redemption.public_id)
    assert (redemption.points, redemption.amount, redemption.currency) == (600, 998, "USD")
    assert (sums(rich), taken()) == ((400, 0, 600, 0), 2)
    assert get(rich, quantity=2, checkout_id="c1") == redemption
    assert len(shop.checkouts["c1"].lines) == 2


def test_paid_by_the_order_and_fulfilled_with_it(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop)
    order = order_of(redemption)
    act_on([order], now=NOON)
    assert (state_of(redemption), sums(rich)) == ("reserved", (700, 0, 300, 0))
    act_on([replace(order, paid_at=NOON)], now=NOON)
    assert (state_of(redemption), sums(rich)) == ("issued", (700, 0, 0, 0))
    act_on([replace(order, paid_at=NOON, fulfilled_at=NOON)], now=NOON)
    act_on([replace(order, paid_at=NOON, fulfilled_at=NOON)], now=NOON)
    assert steps(redemption) == ["reserved", "issued", "fulfilled"]
    daily.run(now=NOON + timedelta(days=9))
    assert (state_of(redemption), sums(rich)) == ("fulfilled", (700, 0, 0, 0))
    assert differences() == []


def test_points_alone(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop, gives=MUG)
    (found,) = (one for one in shop.checkouts["c1"].lines if one.reward)
    assert (found.gross, redemption.amount) == (0, 0)
    act_on([order_of(redemption, paid_at=NOON)], now=NOON)
    assert (state_of(redemption), sums(rich)) == ("issued", (700, 0, 0, 0))


@pytest.mark.parametrize("happens", ["line", "checkout", "user", "member", "staff", "time"])
def test_points_come_back_when_the_line_or_the_checkout_goes(
    rich: Member, bob: Member, shop: Shop, happens: str
) -> None:
    redemption = mug(rich, shop)
    review_checkout("c1", now=NOON)
    assert state_of(redemption) == "reserved"
    now = NOON
    match happens:
        case "line":
            shop.remove_reward_line("c1", str(redemption.public_id))
        case "checkout":
            del shop.checkouts["c1"]
        case "user":
            shop.checkouts["c1"] = replace(shop.checkouts["c1"], user_id=bob.user_id)
        case "member":
            ends.cancel_own(rich, redemption.public_id, now=NOON)
        case "staff":
            ends.cancel(redemption.public_id, reason="sorry", actor="user:9", now=NOON)
        case "time":
            now = NOON + timedelta(minutes=60)
            assert daily.run(now=now - timedelta(seconds=1)).redemptions_released == 0
            assert daily.run(now=now).redemptions_released == 1
    review_checkout("c1", now=now)
    assert state_of(redemption) == ("expired" if happens == "time" else "cancelled")
    assert (sums(rich), taken()) == ((1000, 0, 0, 0), 0)
    checkout = shop.checkouts.get("c1")
    assert checkout is None or not any(one.reward for one in checkout.lines)
    assert differences() == []


def test_what_an_order_was_made_with_is_not_released(rich: Member, shop: Shop) -> None:
    """Also before its fact has arrived, and however long it waits for its money."""
    redemption = mug(rich, shop)
    order = order_of(redemption)
    shop.orders["o1"] = order
    del shop.checkouts["c1"]
    review_checkout("c1", now=NOON)
    later = NOON + timedelta(days=3)
    assert daily.run(now=later).redemptions_released == 0
    assert (state_of(redemption), sums(rich)) == ("reserved", (700, 0, 300, 0))
    before = everything()
    with pytest.raises(LoyaltyError) as refusal:
        ends.cancel_own(rich, redemption.public_id, now=later)
    assert refusal.value.code is Code.INVALID
    assert everything() == before
    act_on([order], now=later)
    assert daily.run(now=later).redemptions_released == 0
    act_on([replace(order, paid_at=later)], now=later)
    assert (state_of(redemption), sums(rich)) == ("issued", (700, 0, 0, 0))


def test_a_checkout_that_is_being_completed_is_looked_at_again(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop)
    shop.completing.add("c1")
    later = NOON + timedelta(hours=2)
    assert daily.run(now=later).redemptions_released == 0
    assert state_of(redemption) == "reserved"
    shop.completing.clear()
    assert daily.run(now=later).redemptions_released == 1


def test_an_order_that_is_never_paid(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop)
    order = order_of(redemption)
    act_on([order], now=NOON)
    act_on([replace(order, cancelled=True)], now=NOON)
    act_on([replace(order, cancelled=True)], now=NOON)
    assert (state_of(redemption), sums(rich), taken()) == ("cancelled", (1000, 0, 0, 0), 0)


def test_known_only_after_it_was_paid_and_cancelled(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop)
    act_on([order_of(redemption, paid_at=NOON, cancelled=True)], now=NOON)
    assert (state_of(redemption), sums(rich), taken()) == ("cancelled", (1000, 0, 0, 0), 0)
    assert differences() == []


def test_fewer_pieces_were_bought_than_set_aside(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop, quantity=3)
    assert (sums(rich), taken()) == ((100, 0, 900, 0), 3)
    act_on([order_of(redemption, quantity=2, gross=998, paid_at=NOON)], now=NOON)
    assert (sums(rich), taken()) == ((400, 0, 0, 0), 2)
    found = again(redemption)
    assert (found.quantity, found.points, found.amount) == (2, 600, 998)
    act_on([order_of(redemption, quantity=2, gross=998, paid_at=NOON, cancelled=True)], now=NOON)
    assert (sums(rich), taken()) == ((1000, 0, 0, 0), 0)
    assert differences() == []


def test_staff_take_the_line_off_the_order(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop)
    order = order_of(redemption, paid_at=NOON)
    act_on([order], now=NOON)
    act_on([replace(order, lines=order.lines[:1])], now=NOON)
    assert (state_of(redemption), sums(rich), taken()) == ("cancelled", (1000, 0, 0, 0), 0)


ROUNDING = [
    # currency, cash a piece, points a piece, pieces; (pieces back, money back by amount): points
    ("USD", 499, 333, 3, [((1, 0), 333), ((2, 0), 666), ((3, 0), 999)]),
    ("USD", 1999, 301, 2, [((0, 1), 0), ((0, 1999), 301), ((0, 3997), 601), ((0, 3998), 602)]),
    ("USD", 1, 7, 1, [((0, 1), 7)]),
    ("JPY", 500, 333, 1, [((0, 1), 0), ((0, 166), 110), ((0, 333), 221), ((0, 500), 333)]),
    ("JPY", 333, 100, 3, [((0, 333), 100), ((1, 333), 200), ((1, 666), 300)]),
    ("KWD", 1500, 250, 2, [((0, 1), 0), ((0, 1001), 166), ((1, 500), 333), ((2, 0), 500)]),
]


@pytest.mark.parametrize(("currency", "cash", "points", "pieces", "told"), ROUNDING)
def test_points_and_cash_go_back_in_proportion_and_to_the_last_point(
    rich: Member,
    shop: Shop,
    currency: str,
    cash: int,
    points: int,
    pieces: int,
    told: list[tuple[tuple[int, int], int]],
) -> None:
    """Minor units: cents, yen, fils. Nothing but the mugs is in the order."""
    shop.checkouts["c1"] = open_checkout(user_id=rich.user_id, currency=currency)
    gives = {**MUG, "cash": {currency: cash}}
    redemption = mug(rich, shop, quantity=pieces, gives=gives, points=points)
    assert shop.checkouts["c1"].total_gross == cash * pieces
    mark = str(redemption.public_id)
    sold = line("r", cash * pieces, quantity=pieces, reward=mark)
    order = order_of(redemption, lines=(sold,), paid_at=NOON)
    act_on([order], now=NOON)
    left = 1000 - points * pieces
    assert sums(rich) == (left, 0, 0, 0)
    for (pieces_back, money_back), points_back in told:
        changed = replace(
            order,
            lines=(replace(sold, refunded_quantity=pieces_back),),
            refunded_by_amount=money_back,
        )
        act_on([changed], now=NOON)
        act_on([changed], now=NOON)
        assert (pieces_back, money_back, sums(rich)) == (
            pieces_back,
            money_back,
            (left + points_back, 0, 0, 0),
        )
    act_on([order], now=NOON)
    assert sums(rich) == (left + told[-1][1], 0, 0, 0)
    assert differences() == []


def test_everything_back_at_once(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop, quantity=2)
    order = order_of(redemption, paid_at=NOON)
    act_on([order], now=NOON)
    act_on([replace(order, fully_refunded=True, refunded_total=3998)], now=NOON)
    assert (state_of(redemption), sums(rich), taken()) == ("cancelled", (1000, 0, 0, 0), 0)


def test_a_favour_of_staff_and_a_refund_give_back_once(rich: Member, shop: Shop) -> None:
    redemption = mug(rich, shop)
    order = order_of(redemption, paid_at=NOON)
    act_on([order], now=NOON)
    ends.cancel(redemption.public_id, reason="broken", actor="user:9", now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)
    act_on([replace(order, fully_refunded=True)], now=NOON)
    assert (sums(rich), taken()) == ((1000, 0, 0, 0), 0)


def test_a_line_whose_redemption_never_came_to_be_is_taken_off(rich: Member, shop: Shop) -> None:
    """As a shop of its own would keep it when we die between its step and ours."""
    mark = "00000000-0000-7000-8000-00000000dead"
    shop.add_reward_line("c1", "V-mug", 1, 0, mark=mark)
    shop.add_reward_line("c1", "V-group", 1, 0, mark="group:g1")
    review_checkout("c1", now=NOON)
    assert [one.reward for one in shop.checkouts["c1"].lines] == ["", "group:g1"]


def test_points_run_out_in_the_same_moment_as_the_line_comes(rich: Member, shop: Shop) -> None:
    """Refused in our ledger after the shop has done its part: its line goes with the next look."""
    reward(gives=MUG)
    adds = shop.add_reward_line

    def and_spends(*given: Any, **named: Any) -> str:
        found = adds(*given, **named)
        give(rich, -900, "meanwhile")
        return found

    shop.add_reward_line = and_spends  # type: ignore[method-assign]
    with pytest.raises(LoyaltyError) as refusal:
        get(rich, checkout_id="c1")
    assert refusal.value.code is Code.NOT_ENOUGH_POINTS
    assert (sums(rich), taken()) == ((1000, 0, 0, 0), 0)
    review_checkout("c1", now=NOON)
    assert [one.reward for one in shop.checkouts["c1"].lines] == [""]
    del shop.__dict__["add_reward_line"]
