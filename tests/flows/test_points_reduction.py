"""Points that make prices lower: set aside, spread, spent with the order, given back with it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.spending.config import PointsMode
from saleor_loyalty.features.spending.models import PointsReduction, ReductionStatus
from saleor_loyalty.features.spending.reduction import Ended
from saleor_loyalty.flows import points_at_checkout, points_reduction
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.quote import quote_checkout
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.accounts import account_id
from saleor_loyalty.ledger.models import Entry, Lot
from saleor_loyalty.values.money import Money
from saleor_loyalty.values.points import Unit
from tests.conftest import PROGRAMME
from tests.flows.balances import sums
from tests.flows.dying import each_death
from tests.ledger.book import differences
from tests.ledger.threads import together
from tests.shop import NOON, Shop, line, open_checkout, paid_order

LATER = NOON + timedelta(minutes=61)


def spending(**changes: object) -> None:
    config = {**PROGRAMME["config"]}
    config["spending"] = {**config["spending"], "mode": "price_reduction", **changes}
    set_up({"programmes": [{**PROGRAMME, "config": config}]}, now=NOON)


@pytest.fixture
def rich(ada: Member, shop: Shop) -> Member:
    """ada with 1,000 points and a checkout of 20.00 and 10.00, where points reduce prices."""
    spending()
    adjust_points(ada, 1000, reason="welcome", source="welcome", actor="staff", now=NOON)
    fill(shop, ada, 2000, 1000)
    return ada


def fill(
    shop: Shop, member: Member, *grosses: int, checkout_id: str = "c1", **more: object
) -> None:
    checkout = open_checkout(*grosses, checkout_id=checkout_id, user_id=member.user_id, **more)
    lines = tuple(replace(one, reducible=one.gross) for one in checkout.lines)
    shop.checkouts[checkout_id] = replace(checkout, lines=lines)


def apply(member: Member, points: int, checkout_id: str = "c1") -> PointsReduction:
    assert member.user_id is not None
    return points_reduction.apply(member.user_id, checkout_id, points, now=NOON)


def prices(shop: Shop, checkout_id: str = "c1") -> tuple[int, ...]:
    checkout = shop.checkout(checkout_id)
    assert checkout is not None
    return (*(one.gross for one in checkout.lines), checkout.total_gross)


def ordered(shop: Shop, *quantities: int, checkout_id: str = "c1", **more: object) -> OrderFact:
    """The order that the checkout becomes; its lines have so many pieces."""
    checkout = shop.checkout(checkout_id)
    assert checkout is not None
    reduction = PointsReduction.objects.filter(
        checkout_id=checkout_id, status=ReductionStatus.HELD
    ).first()
    pieces = quantities or (1,) * len(checkout.lines)
    lines = [
        line(
            one.line_id,
            one.gross,
            quantity=count,
            points_off=one.points_off,
            points_off_pieces=count if one.points_off else 0,
        )
        for one, count in zip(checkout.lines, pieces, strict=True)
    ]
    order = paid_order(
        *lines,
        user_id=checkout.user_id,
        checkout_id=checkout_id,
        fulfilled_at=NOON,
        points_off_token=str(reduction.token) if reduction else "",
        **more,
    )
    del shop.checkouts[checkout_id]
    shop.orders[order.order_id] = order
    return order


def refused(act: Callable[[], object]) -> LoyaltyError:
    """Nothing is changed by it."""
    before = (list(Entry.objects.order_by("pk").values()), reductions())
    with pytest.raises(LoyaltyError) as refusal:
        act()
    assert (list(Entry.objects.order_by("pk").values()), reductions()) == before
    return refusal.value


def reductions() -> list[tuple[int, int, str, str]]:
    rows = PointsReduction.objects.order_by("pk")
    return list(rows.values_list("points", "amount", "status", "ended_because"))


# Chosen, changed, left


def test_chosen_points_are_set_aside_and_spread(rich: Member, shop: Shop) -> None:
    reduction = apply(rich, 1000)
    assert (reduction.points, reduction.amount, reduction.currency) == (1000, 1000, "USD")
    assert prices(shop) == (1333, 667, 2000)
    assert sums(rich) == (0, 0, 1000, 0)


def test_the_same_again_changes_nothing_and_another_choice_replaces_it(
    rich: Member, shop: Shop
) -> None:
    assert apply(rich, 400) == apply(rich, 400)
    assert sums(rich) == (600, 0, 400, 0)
    assert apply(rich, 1000).points == 1000
    assert (sums(rich), prices(shop)) == ((0, 0, 1000, 0), (1333, 667, 2000))
    apply(rich, 1)
    assert (sums(rich), prices(shop)) == ((999, 0, 1, 0), (1999, 1000, 2999))
    assert [row[2:] for row in reductions()] == [
        ("released", "replaced"),
        ("released", "replaced"),
        ("held", ""),
    ]


def test_a_refused_choice_leaves_the_earlier_one(rich: Member, shop: Shop) -> None:
    apply(rich, 400)
    assert refused(lambda: apply(rich, 1001)).code is Code.NOT_ENOUGH_POINTS
    assert prices(shop) == (1733, 867, 2600)


def test_the_shopper_takes_them_off_again(rich: Member, shop: Shop) -> None:
    apply(rich, 400)
    assert points_reduction.release_checkout("c1", Ended.SHOPPER, now=NOON) == 400
    assert points_reduction.release_checkout("c1", Ended.SHOPPER, now=NOON) == 0
    assert (sums(rich), prices(shop)) == ((1000, 0, 0, 0), (2000, 1000, 3000))
    assert shop_says(shop) == ""


def test_they_come_back_when_the_time_is_over(rich: Member, shop: Shop) -> None:
    apply(rich, 400)
    assert points_reduction.release_due(now=NOON + timedelta(minutes=59), limit=9) == 0
    assert points_reduction.release_due(now=LATER, limit=9) == 1
    assert points_reduction.release_due(now=LATER, limit=9) == 0
    assert (sums(rich), prices(shop)) == ((1000, 0, 0, 0), (2000, 1000, 3000))
    assert shop_says(shop) == "The time to use these points is over: please choose them again."


def shop_says(shop: Shop) -> str:
    checkout = shop.checkout("c1")
    assert checkout is not None
    return quote_checkout(checkout, now=NOON).notice


def test_they_are_spread_anew_while_they_fit(rich: Member, shop: Shop) -> None:
    apply(rich, 1000)
    fill(shop, rich, 500, 500, 500)
    points_reduction.review_checkout("c1", now=NOON)
    assert prices(shop) == (166, 167, 167, 500)
    assert sums(rich) == (0, 0, 1000, 0)


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"user_id": None}, Ended.CUSTOMER),
        ({"user_id": 999_999}, Ended.CUSTOMER),
        ({"currency": "EUR"}, Ended.CURRENCY),
        ({"voucher": "SPRING"}, Ended.VOUCHER),
        ({"fixed_discount": 2001}, Ended.GOODS),
        ({"lines": ()}, Ended.GOODS),
        (None, Ended.GONE),
    ],
)
def test_they_come_back_when_they_cannot_stay(
    rich: Member, shop: Shop, change: dict[str, object] | None, because: Ended
) -> None:
    apply(rich, 1000)
    if change is None:
        del shop.checkouts["c1"]
    else:
        shop.checkouts["c1"] = replace(shop.checkouts["c1"], **change)
        assert sum(one.points_off for one in (shop.checkout("c1") or open_checkout()).lines) == 0
    points_reduction.review_checkout("c1", now=NOON)
    points_reduction.review_checkout("c1", now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)
    assert reductions() == [(1000, 1000, "released", because.value)]


def test_a_checkout_that_is_being_completed_keeps_them(rich: Member, shop: Shop) -> None:
    apply(rich, 400)
    shop.completing.add("c1")
    late = partial(points_reduction.release, PointsReduction.objects.get().token, Ended.TIME)
    assert refused(lambda: late(now=LATER)).code is Code.BUSY
    assert points_reduction.release_due(now=LATER, limit=9) == 0
    assert sums(rich) == (600, 0, 400, 0)


# What is refused


@pytest.mark.parametrize(
    ("points", "code"),
    [
        (0, Code.INVALID),
        (-5, Code.INVALID),
        (1001, Code.NOT_ENOUGH_POINTS),
        (50, Code.BELOW_MINIMUM),
        (150, Code.NOT_A_MULTIPLE),
        (1000, Code.LIMIT_EXCEEDED),
    ],
)
def test_the_limits_are_those_of_paying(rich: Member, points: int, code: Code) -> None:
    spending(minimum=100, multiple=100, max_share=3000)
    assert refused(lambda: apply(rich, points)).code is code


def test_shipping_costs_what_it_costs(rich: Member, shop: Shop) -> None:
    fill(shop, rich, 500, shipping_gross=1000)
    shop.checkouts["c1"] = replace(shop.checkouts["c1"], total_gross=1500)
    assert quote_checkout(shop.checkouts["c1"], now=NOON).limits.maximum == 500
    assert refused(lambda: apply(rich, 501)).code is Code.LIMIT_EXCEEDED


def test_lines_that_points_cannot_reduce_are_left_alone(rich: Member, shop: Shop) -> None:
    checkout = shop.checkouts["c1"]
    card = replace(checkout.lines[0], reducible=0, is_gift_card=True)
    shop.checkouts["c1"] = replace(checkout, lines=(card, checkout.lines[1]))
    apply(rich, 1000)
    assert prices(shop) == (2000, 0, 2000)


@pytest.mark.parametrize("checkout_id", ["c2", "c9"])
def test_another_persons_checkout_is_not_there(
    rich: Member, bob: Member, shop: Shop, checkout_id: str
) -> None:
    fill(shop, bob, 2000, checkout_id="c2")
    assert refused(lambda: apply(rich, 100, checkout_id)).code is Code.NOT_FOUND


def test_a_channel_where_points_are_a_payment(rich: Member) -> None:
    spending(mode="payment")
    assert refused(lambda: apply(rich, 100)).code is Code.INVALID
    spending(mode="payment", mode_by_channel={"web": "price_reduction"})
    assert apply(rich, 100).amount == 100


def test_a_channel_where_points_reduce_prices_takes_no_payment(rich: Member, shop: Shop) -> None:
    def pay() -> object:
        checkout = shop.checkouts["c1"]
        return points_at_checkout.hold(checkout, Money(100, "USD"), token=UUID(int=3), now=NOON)

    assert refused(pay).code is Code.INVALID
    apply(rich, 100)
    # Also where the merchant changes it between two clicks.
    spending(mode="payment")
    assert refused(pay).code is Code.INVALID
    assert sums(rich) == (900, 0, 100, 0)


def test_nor_are_prices_reduced_where_points_pay_already(rich: Member, shop: Shop) -> None:
    spending(mode="payment")
    checkout = shop.checkouts["c1"]
    points_at_checkout.hold(checkout, Money(100, "USD"), token=UUID(int=3), now=NOON)
    spending()
    assert refused(lambda: apply(rich, 100)).code is Code.INVALID
    points_at_checkout.release_checkout("c1", "removed", now=NOON)
    assert apply(rich, 100).amount == 100


def test_a_shop_that_cannot_take_it_off_gets_no_points(rich: Member, shop: Shop) -> None:
    """Its lines changed under our hands."""
    shop.reduce = lambda _: 99  # type: ignore[method-assign]
    try:
        assert refused(lambda: apply(rich, 100)).code is Code.BUSY
    finally:
        del shop.reduce  # type: ignore[method-assign]
    assert sums(rich) == (1000, 0, 0, 0)


def test_a_quote_says_what_may_be_taken_off(rich: Member, shop: Shop) -> None:
    spending(minimum=100, multiple=50, max_share=3000)
    quote = quote_checkout(shop.checkouts["c1"], now=NOON)
    assert quote.mode is PointsMode.PRICE_REDUCTION
    assert (quote.limits.minimum, quote.limits.maximum, quote.limits.step) == (100, 900, 50)
    assert quote.earn_points == 30
    apply(rich, 850)
    checkout = shop.checkout("c1")
    assert checkout is not None
    quote = quote_checkout(checkout, now=NOON)
    assert (quote.available, quote.held_points, quote.held_amount) == (150, 850, 850)
    # Another choice replaces this one.
    assert quote.limits.maximum == 900
    assert quote.earn_points == 21


# The order


def test_spent_with_the_order_once_and_what_points_took_off_earns_nothing(
    rich: Member, shop: Shop
) -> None:
    apply(rich, 1000)
    order = ordered(shop)
    assert order.total_gross == 2000
    act_on([order, order], now=NOON)
    act_on([order], now=NOON)
    assert sums(rich) == (20, 0, 0, 0)
    reduction = PointsReduction.objects.get()
    assert (reduction.status, reduction.order_id) == (ReductionStatus.CAPTURED, "o1")
    assert reduction.shares == {"l0": [667, 1], "l1": [333, 1]}
    assert points_reduction.release_due(now=LATER, limit=9) == 0
    assert not points_reduction.release(reduction.token, Ended.TIME, now=LATER)
    assert sums(rich) == (20, 0, 0, 0)


def test_an_order_made_without_the_reduction_gives_the_points_back(
    rich: Member, shop: Shop
) -> None:
    apply(rich, 400)
    order = ordered(shop)
    bare = [replace(one, points_off=0, points_off_pieces=0) for one in order.lines]
    order = replace(order, lines=tuple(bare), points_off_token="")
    act_on([order], now=NOON)
    assert sums(rich)[0] == 1000 + 26
    assert reductions() == [(400, 400, "released", "order")]


def test_an_order_is_late_and_the_time_limit_is_over(rich: Member, shop: Shop) -> None:
    apply(rich, 400)
    order = ordered(shop)
    assert points_reduction.release_due(now=LATER, limit=9) == 0
    points_reduction.review_checkout("c1", now=LATER)
    assert sums(rich) == (600, 0, 400, 0)
    act_on([order], now=LATER)
    assert sums(rich) == (626, 0, 0, 0)


def test_cancelled_before_anybody_looked(rich: Member, shop: Shop) -> None:
    apply(rich, 400)
    order = replace(ordered(shop), cancelled=True)
    act_on([order], now=NOON)
    act_on([order], now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)
    assert reductions() == [(400, 400, "released", "cancelled")]


def refund_of(order: OrderFact, *pieces: int, **more: object) -> OrderFact:
    lines = tuple(
        replace(one, refunded_quantity=count)
        for one, count in zip(order.lines, pieces, strict=True)
    )
    return replace(order, lines=lines, **more)


def test_what_goes_back_brings_its_share_of_the_points(rich: Member, shop: Shop) -> None:
    apply(rich, 1000)
    order = ordered(shop, 3, 1)
    act_on([order], now=NOON)
    after = [sums(rich)[0] - 20]
    for state in (
        refund_of(order, 1, 0),
        refund_of(order, 1, 0),
        refund_of(order, 2, 0),
        # A late fact about an earlier state takes nothing again.
        refund_of(order, 1, 0),
        refund_of(order, 2, 1),
        refund_of(order, 3, 1, fully_refunded=True),
    ):
        act_on([state], now=NOON)
        after.append(PointsReduction.objects.get().refunded_points)
    assert after == [0, 222, 222, 444, 444, 777, 1000]
    # The order's own points went back as well.
    assert sums(rich) == (1000, 0, 0, 0)
    assert differences() == []


def test_money_that_goes_back_by_amount_brings_points_in_proportion(
    rich: Member, shop: Shop
) -> None:
    apply(rich, 1000)
    order = ordered(shop)
    act_on([order], now=NOON)
    act_on([replace(order, refunded_total=500, refunded_by_amount=500)], now=NOON)
    assert PointsReduction.objects.get().refunded_points == 250
    act_on([replace(order, refunded_total=1500, refunded_by_amount=1500)], now=NOON)
    assert PointsReduction.objects.get().refunded_points == 750
    full = replace(order, refunded_total=2000, refunded_by_amount=2000, fully_refunded=True)
    act_on([full], now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)


def test_goods_that_cost_nothing_but_points(rich: Member, shop: Shop) -> None:
    fill(shop, rich, 600, 400)
    apply(rich, 1000)
    assert prices(shop) == (0, 0, 0)
    order = ordered(shop)
    act_on([order], now=NOON)
    assert sums(rich) == (0, 0, 0, 0)
    act_on([refund_of(order, 1, 0)], now=NOON)
    assert sums(rich) == (600, 0, 0, 0)
    act_on([replace(order, cancelled=True)], now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)


def test_staff_take_a_line_out_of_the_order(rich: Member, shop: Shop) -> None:
    apply(rich, 1000)
    order = ordered(shop, 2, 1)
    act_on([order], now=NOON)
    fewer = replace(order.lines[0], quantity=1, gross=667, net=667)
    act_on([replace(order, lines=(fewer, order.lines[1]), total_gross=1334)], now=NOON)
    assert PointsReduction.objects.get().refunded_points == 333
    act_on([replace(order, lines=(fewer,), total_gross=667)], now=NOON)
    assert PointsReduction.objects.get().refunded_points == 666
    act_on([replace(order, lines=(fewer,), total_gross=667, cancelled=True)], now=NOON)
    assert sums(rich)[0] == 1000


@pytest.mark.parametrize(("policy", "left"), [("extend", 500), ("forfeit", 0)])
def test_points_go_back_into_their_lots(ada: Member, shop: Shop, policy: str, left: int) -> None:
    spending(after_expiry=policy, extend_days=5)
    account = account_id(ada.pk, Unit.POINTS)
    for number, days in enumerate((1, 20)):
        credit = post.Credit(
            account_id=account,
            points=500,
            source=f"lot{number}",
            occurred_at=NOON,
            expires_at=NOON + timedelta(days=days),
        )
        post.credit(credit, now=NOON)
    fill(shop, ada, 1000)
    apply(ada, 1000)
    order = ordered(shop)
    act_on([order], now=NOON)
    late = NOON + timedelta(days=3)
    act_on([replace(order, cancelled=True)], now=late)
    remaining = Lot.objects.filter(account_id=account).values_list("remaining", flat=True)
    assert sums(ada)[0] == 500 + left
    assert 500 in list(remaining)
    post.settle_due(now=late + timedelta(days=5), limit=10)
    assert sums(ada)[0] == 500


def test_points_follow_a_member_who_was_merged(rich: Member, bob: Member, shop: Shop) -> None:
    apply(rich, 1000)
    with pytest.raises(LoyaltyError):
        merge_members(rich, bob, now=NOON, actor="staff")
    order = ordered(shop)
    act_on([order], now=NOON)
    merge_members(rich, bob, now=NOON, actor="staff")
    act_on([replace(order, cancelled=True)], now=NOON)
    assert sums(bob) == (1000, 0, 0, 0)


@pytest.mark.parametrize(
    ("currency", "rate", "grosses", "points", "taken", "left"),
    [
        ("USD", (100, 100), (1999, 501), 777, 777, (1378, 345)),
        # Yen have no cents: 250 points pay 2 yen and 50 stay.
        ("JPY", (100, 1), (999, 3), 250, 200, (997, 3)),
        # A dinar has a thousand fils.
        ("KWD", (2, 5), (1234, 4321), 401, 401, (1011, 3542)),
    ],
)
def test_currencies(
    rich: Member,
    shop: Shop,
    currency: str,
    rate: tuple[int, int],
    grosses: tuple[int, ...],
    points: int,
    taken: int,
    left: tuple[int, ...],
) -> None:
    spending(rates={currency: {"points": rate[0], "minor": rate[1]}})
    fill(shop, rich, *grosses, currency=currency)
    reduction = apply(rich, points)
    assert (reduction.points, sums(rich)) == (taken, (1000 - taken, 0, taken, 0))
    assert prices(shop) == (*left, sum(left))
    assert sum(grosses) - sum(left) == reduction.amount
    order = replace(ordered(shop), currency=currency)
    act_on([order], now=NOON)
    act_on([refund_of(order, 1, 0)], now=NOON)
    act_on([refund_of(order, 1, 1, fully_refunded=True)], now=NOON)
    assert sums(rich) == (1000, 0, 0, 0)


# At once


@pytest.mark.django_db(transaction=True)
def test_two_tabs_choose_for_one_checkout(rich: Member, shop: Shop) -> None:
    answers = together(partial(apply, rich, 600), partial(apply, rich, 800))
    assert {one.points for one in answers} == {600, 800}
    held = PointsReduction.objects.get(status=ReductionStatus.HELD)
    assert sums(rich) == (1000 - held.points, 0, held.points, 0)
    assert prices(shop)[-1] == 3000 - held.amount
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_two_checkouts_choose_the_same_points(rich: Member, shop: Shop) -> None:
    fill(shop, rich, 2000, checkout_id="c2")
    answers = together(partial(apply, rich, 800, "c1"), partial(apply, rich, 800, "c2"))
    assert Code.NOT_ENOUGH_POINTS in answers
    assert sums(rich) == (200, 0, 800, 0)
    assert PointsReduction.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("at", [NOON, LATER])
def test_the_order_against_the_time_limit(rich: Member, shop: Shop, at: datetime) -> None:
    apply(rich, 400)
    token = PointsReduction.objects.get().token
    order = ordered(shop)
    together(
        partial(act_on, [order], now=at),
        partial(points_reduction.release, token, Ended.TIME, now=at),
        partial(act_on, [order], now=at),
    )
    assert sums(rich) == (626, 0, 0, 0)
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_the_same_refund_told_by_two_workers(rich: Member, shop: Shop) -> None:
    apply(rich, 1000)
    order = ordered(shop, 3, 1)
    act_on([order], now=NOON)
    back = refund_of(order, 2, 0)
    together(*[partial(act_on, [back], now=NOON)] * 3)
    assert PointsReduction.objects.get().refunded_points == 444
    assert differences() == []


# Killed


def _chosen(_: Member, _shop: Shop) -> None:
    """Nothing was done before."""


def _ordered(rich: Member, shop: Shop) -> None:
    apply(rich, 400)
    ordered(shop)


def _spent(rich: Member, shop: Shop) -> None:
    _ordered(rich, shop)
    act_on([shop.orders["o1"]], now=NOON)
    shop.orders["o1"] = replace(shop.orders["o1"], cancelled=True)


STEPS = {
    "choose": (_chosen, lambda rich, _: apply(rich, 400), (600, 0, 400, 0)),
    "choose anew": (
        lambda rich, _: apply(rich, 100),
        lambda rich, _: apply(rich, 400),
        (600, 0, 400, 0),
    ),
    "take off": (
        lambda rich, _: apply(rich, 400),
        lambda *_: points_reduction.release_checkout("c1", Ended.SHOPPER, now=NOON),
        (1000, 0, 0, 0),
    ),
    "time limit": (
        lambda rich, _: apply(rich, 400),
        lambda *_: points_reduction.release_due(now=LATER, limit=9),
        (1000, 0, 0, 0),
    ),
    "order": (_ordered, lambda _, shop: act_on([shop.orders["o1"]], now=NOON), (626, 0, 0, 0)),
    "cancel": (_spent, lambda _, shop: act_on([shop.orders["o1"]], now=NOON), (1000, 0, 0, 0)),
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_every_statement_and_run_on(rich: Member, shop: Shop, step: str) -> None:
    before, act, after = STEPS[step]
    before(rich, shop)
    stood = (sums(rich), reductions())
    deaths = 0
    for _ in each_death(lambda: act(rich, shop)):
        deaths += 1
        assert (sums(rich), reductions()) == stood
        assert sum(row[0] for row in reductions() if row[2] == "held") == sums(rich)[2]
    assert deaths > 3
    act(rich, shop)
    act(rich, shop)
    assert sums(rich) == after
    assert differences() == []
