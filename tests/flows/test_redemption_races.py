"""Several connections at once: the last piece, the limits, the points, the same click twice."""

from functools import partial
from typing import Any

import pytest
from django.db import transaction

from saleor_loyalty.errors import Code
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption
from saleor_loyalty.flows import redemption_delivery
from saleor_loyalty.flows import redemption_ends as ends
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.partner_codes import create_list, upload
from saleor_loyalty.values.texts import Texts
from tests.flows.balances import sums
from tests.flows.mall import (
    MUG_AND_CASH,
    PARTNER,
    WORKSHOP,
    again,
    deliver,
    get,
    give,
    reward,
    state_of,
    taken,
)
from tests.flows.test_redemption_orders import order_of
from tests.ledger.book import differences
from tests.ledger.threads import together
from tests.shop import NOON, Shop, open_checkout

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def rich(ada: Member, bob: Member) -> list[Member]:
    give(ada, 1000, "a")
    give(bob, 1000, "b")
    return [ada, bob]


def clicks(members: list[Member], times: int = 3, **wish: Any) -> list[Any]:
    return together(
        *[
            partial(get, member, key=f"k{number}", **wish)
            for number in range(times)
            for member in members
        ]
    )


def made(answers: list[Any]) -> list[Redemption]:
    return [one for one in answers if isinstance(one, Redemption)]


def refusals(answers: list[Any]) -> set[Code]:
    return {one for one in answers if not isinstance(one, Redemption)}


def test_the_last_piece_is_taken_once(rich: list[Member]) -> None:
    reward(gives=WORKSHOP, stock=1)
    answers = clicks(rich)
    assert (len(made(answers)), refusals(answers)) == (1, {Code.LIMIT_EXCEEDED})
    assert taken() == 1
    assert sum(sums(member)[0] for member in rich) == 1700
    assert differences() == []


def test_no_more_than_the_stock(rich: list[Member]) -> None:
    reward(gives=WORKSHOP, stock=4, points=10)
    answers = clicks(rich, 4)
    assert (len(made(answers)), refusals(answers)) == (4, {Code.LIMIT_EXCEEDED})
    assert taken() == Redemption.objects.count() == 4
    assert sum(sums(member)[0] for member in rich) == 1960


def test_a_member_has_no_more_than_their_limit(rich: list[Member]) -> None:
    reward(gives=WORKSHOP, points=10, limits={"per_member": 2})
    answers = clicks(rich, 4)
    assert (len(made(answers)), refusals(answers)) == (4, {Code.LIMIT_EXCEEDED})
    assert [sums(member)[0] for member in rich] == [980, 980]


def test_all_together_have_no_more_than_the_period_allows(rich: list[Member]) -> None:
    reward(gives=WORKSHOP, points=10, limits={"per_period": {"times": 3, "per": "day"}})
    answers = clicks(rich, 4)
    assert (len(made(answers)), refusals(answers)) == (3, {Code.LIMIT_EXCEEDED})


def test_points_are_spent_once(rich: list[Member]) -> None:
    """Six hundred each, a thousand there: one of both rewards."""
    reward("a", WORKSHOP, points=600)
    reward("b", WORKSHOP, points=600)
    ada = rich[0]
    answers = together(partial(get, ada, "a", key="a"), partial(get, ada, "b", key="b"))
    assert (len(made(answers)), refusals(answers)) == (1, {Code.NOT_ENOUGH_POINTS})
    assert sums(ada) == (400, 0, 0, 0)
    assert taken("a") + taken("b") == 1


def test_the_same_click_is_one_redemption(rich: list[Member]) -> None:
    reward()
    ada = rich[0]
    answers = together(*[partial(get, ada, key="k")] * 5)
    assert len({one.pk for one in made(answers)}) == 1
    assert len(made(answers)) == 5
    assert (sums(ada), taken()) == ((700, 0, 0, 0), 1)
    assert differences() == []


def test_one_partner_code_goes_to_one_member(rich: list[Member]) -> None:
    codes = create_list("cinema", Texts({"en": "Cinema"}))
    upload(codes, ["ONE", "TWO"], valid_until=None, now=NOON)
    reward(gives=PARTNER, points=10)
    answers = clicks(rich, 3)
    assert sorted(one.code for one in made(answers)) == ["ONE", "TWO"]
    assert refusals(answers) == {Code.LIMIT_EXCEEDED}
    assert taken() == 2


def test_cancelled_while_it_is_made(rich: list[Member], shop: Shop) -> None:
    """Whoever comes first: the points are back, and the member has nothing that works."""
    ada = rich[0]
    reward()
    for number in range(4):
        redemption = get(ada, key=f"k{number}")
        together(
            partial(_deliver, redemption),
            partial(ends.cancel, redemption.public_id, reason="x", actor="user:9", now=NOON),
        )
        assert state_of(redemption) == "cancelled"
    assert not any(one.active for one in shop.made_coupons.values())
    assert (sums(ada), taken()) == ((1000, 0, 0, 0), 0)
    assert differences() == []


def _deliver(redemption: Redemption) -> None:
    with transaction.atomic():
        redemption_delivery.deliver(redemption.pk, now=NOON)


def test_two_cancel_at_once(rich: list[Member]) -> None:
    ada = rich[0]
    reward(gives=WORKSHOP, stock=1, members_may_cancel=True)
    redemption = get(ada)
    together(
        partial(ends.cancel, redemption.public_id, reason="x", actor="user:9", now=NOON),
        partial(ends.cancel, redemption.public_id, reason="y", actor="user:8", now=NOON),
        partial(ends.cancel_own, ada, redemption.public_id, now=NOON),
    )
    assert (state_of(redemption), sums(ada), taken()) == ("cancelled", (1000, 0, 0, 0), 0)
    assert differences() == []


def test_cancelled_or_fulfilled_but_not_both(rich: list[Member]) -> None:
    ada = rich[0]
    reward(gives=WORKSHOP, points=100)
    for number in range(4):
        before = sums(ada)[0]
        redemption = get(ada, key=f"k{number}")
        together(
            partial(ends.cancel, redemption.public_id, reason="x", actor="user:9", now=NOON),
            partial(_fulfil, redemption),
        )
        back = before if state_of(redemption) == "cancelled" else before - 100
        assert (state_of(redemption) in ("cancelled", "fulfilled"), sums(ada)[0]) == (True, back)


def _fulfil(redemption: Redemption) -> None:
    ends.fulfil(redemption.public_id, tracking="", note="", actor="user:9", now=NOON)


def test_the_order_against_the_time_limit(rich: list[Member], shop: Shop) -> None:
    """The order is there: whoever looks first, the points pay for it."""
    ada = rich[0]
    reward(gives=MUG_AND_CASH)
    for number in range(3):
        shop.checkouts["c1"] = open_checkout(3000, user_id=ada.user_id)
        redemption = get(ada, key=f"k{number}", checkout_id="c1")
        order = order_of(redemption, order_id=f"o{number}", paid_at=NOON)
        shop.orders[order.order_id] = order
        later = again(redemption).valid_until
        assert later is not None
        together(partial(act_on, [order], now=NOON), partial(ends.release_due, now=later))
        assert state_of(redemption) == "issued"
    assert sums(ada) == (100, 0, 0, 0)
    assert differences() == []


def test_two_workers_deliver_each_once(rich: list[Member], shop: Shop) -> None:
    reward()
    for member in rich:
        for number in range(3):
            get(member, key=f"k{number}")
    together(deliver, deliver)
    deliver()
    assert {one.state for one in Redemption.objects.all()} == {"issued"}
    assert len(shop.made_coupons) == 6
