"""Friends that members bring: from the code to the reward, and back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import Referral, ReferralCode, Trace
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.referrals import count_visit, join, make_code
from saleor_loyalty.ledger.models import Entry
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.referrals import (
    DAY,
    back,
    bring,
    buys,
    code_of,
    gifts,
    got,
    order_of,
    programme,
    somebody,
    state,
    time_passes,
    told,
)
from tests.shop import NOON, Shop


def refusal(act: object, *arguments: object, **named: object) -> Code:
    with pytest.raises(LoyaltyError) as refused:
        act(*arguments, **named)  # type: ignore[operator]
    return refused.value.code


def test_both_have_theirs_once_the_order_can_go_back_no_more(ada: Member, bob: Member) -> None:
    programme()
    referral = bring(ada, bob)
    assert (got(ada), got(bob), state(referral)) == (0, 50, ("registered", ""))
    buys(bob)
    assert (got(ada), got(bob), state(referral)) == (0, 50, ("ordered", f"o{bob.pk}"))
    time_passes(NOON + 14 * DAY - timedelta(seconds=1))
    assert (got(ada), got(bob), referral.state) == (0, 50, "ordered")
    time_passes(NOON + 14 * DAY)
    assert (got(ada), got(bob), state(referral)[0]) == (200, 150, "rewarded")
    assert gifts(referral) == {"friend": True, "referrer": True, "welcome": True}
    time_passes(NOON + 15 * DAY)
    assert (got(ada), got(bob)) == (200, 150)


def test_history_says_for_whom_and_nothing_else(ada: Member, bob: Member) -> None:
    programme(returns={"days": 0, "since": "payment"})
    bring(ada, bob)
    buys(bob)
    told_why = [one.data for one in Entry.objects.all() if one.data.get("event")]
    assert sorted(told_why, key=str) == [
        {"event": "A***", "reason": "referred"},
        {"event": "A***", "reason": "referred"},
        {"event": "B***", "reason": "referral"},
    ]


@pytest.mark.parametrize(
    ("since", "fulfilled", "due"),
    [
        ("payment", None, 14),
        ("payment", 3, 14),
        ("fulfilment", None, None),
        ("fulfilment", 3, 17),
    ],
)
def test_when_it_is_due(
    ada: Member, bob: Member, since: str, fulfilled: int | None, due: int | None
) -> None:
    programme(returns={"days": 14, "since": since})
    referral = bring(ada, bob)
    at = None if fulfilled is None else NOON + fulfilled * DAY
    buys(bob, fulfilled_at=at)
    referral.refresh_from_db()
    assert referral.due_at == (None if due is None else NOON + due * DAY)


@pytest.mark.parametrize(
    ("gross", "more", "counts"),
    [
        (2000, {}, True),
        (1999, {}, False),
        (9999, {"currency": "EUR"}, False),
        (2500, {"refunded_by_amount": 501}, False),
        (2500, {"refunded_by_amount": 500}, True),
        (2500, {"cancelled": True}, False),
        (2500, {"paid_at": None}, False),
    ],
)
def test_which_order_counts(
    ada: Member, bob: Member, gross: int, more: dict[str, object], counts: bool
) -> None:
    programme()
    referral = bring(ada, bob)
    told(order_of(bob, gross, **more), now=NOON)
    assert state(referral)[0] == ("ordered" if counts else "registered")


def test_a_small_order_is_passed_over_and_a_later_one_counts(ada: Member, bob: Member) -> None:
    programme()
    referral = bring(ada, bob)
    buys(bob, 500, order_id="o1")
    buys(bob, 2500, order_id="o2", at=NOON + DAY)
    buys(bob, 3000, order_id="o3", at=NOON + 2 * DAY)
    assert state(referral) == ("ordered", "o2")


def test_a_refund_before_its_time_waits_for_another_order(ada: Member, bob: Member) -> None:
    programme(welcome_when="first_order")
    referral = bring(ada, bob)
    assert gifts(referral) == {}
    first = buys(bob)
    assert (gifts(referral), got(bob)) == ({"welcome": True}, 50)
    back(first, at=NOON + DAY)
    assert (gifts(referral), got(bob)) == ({"welcome": False}, 0)
    assert state(referral) == ("registered", "")
    time_passes(NOON + 20 * DAY)
    assert referral.state == "registered"
    buys(bob, order_id="second", at=NOON + 20 * DAY)
    assert (state(referral), got(bob)) == (("ordered", "second"), 50)
    time_passes(NOON + 34 * DAY)
    assert (got(ada), got(bob)) == (200, 150)


@pytest.mark.parametrize(("days", "kept"), [(30, False), (31, True)])
def test_what_was_given_goes_back_with_the_order_within_the_time(
    ada: Member, bob: Member, days: int, kept: bool
) -> None:
    programme(milestones={"1": {"points": 1000}})
    referral = bring(ada, bob)
    order = buys(bob)
    time_passes(NOON + 14 * DAY)
    assert (got(ada), got(bob)) == (1200, 150)
    back(order, at=NOON + (14 + days) * DAY)
    assert (got(ada), got(bob)) == ((1200, 150) if kept else (0, 50))
    assert state(referral)[0] == ("rewarded" if kept else "refused")
    assert sums(ada)[0] == got(ada)


def test_part_of_the_order_may_go_back_after_the_reward(ada: Member, bob: Member) -> None:
    programme()
    referral = bring(ada, bob)
    order = buys(bob)
    time_passes(NOON + 14 * DAY)
    told(replace(order, refunded_by_amount=2400, fingerprint="part"), now=NOON + 15 * DAY)
    assert (state(referral)[0], got(ada), got(bob)) == ("rewarded", 200, 150)


def test_the_third_friend_brings_a_milestone_and_takes_it_along(ada: Member) -> None:
    programme()
    orders = []
    for name in ("bob", "cleo", "dan"):
        friend = somebody(name)
        bring(ada, friend)
        orders.append(buys(friend))
    time_passes(NOON + 14 * DAY)
    assert got(ada) == 1600
    # Any of the three: two are left.
    back(orders[0], at=NOON + 15 * DAY)
    assert got(ada) == 400
    eve = somebody("eve")
    bring(ada, eve, now=NOON)
    buys(eve)
    time_passes(NOON + 16 * DAY)
    assert got(ada) == 1600
    assert Entry.objects.filter(data__reason="referral_milestone").count() == 2


def test_who_brought_the_referrer_has_something_too(ada: Member, bob: Member) -> None:
    programme(levels=2, second={"points": 20}, milestones={})
    cleo = somebody("cleo")
    bring(ada, bob)
    bring(bob, cleo)
    buys(cleo)
    time_passes(NOON + 14 * DAY)
    assert (got(ada), got(bob), got(cleo)) == (20, 250, 150)


@pytest.mark.parametrize(
    ("caps", "expected"),
    [
        ({"ever": 2}, 400),
        ({"month": 1}, 400),
        ({"month": 1, "ever": 1}, 200),
        ({}, 600 + 1000),
    ],
)
def test_caps(ada: Member, caps: dict[str, int], expected: int) -> None:
    """Two friends in March, one in April; the friends have theirs in any case."""
    programme(caps=caps, returns={"days": 0, "since": "payment"})
    for name, at in (("bob", NOON), ("cleo", NOON + DAY), ("dan", NOON + 22 * DAY)):
        friend = somebody(name, now=at)
        bring(ada, friend, now=at)
        buys(friend, at=at)
        assert got(friend) == 150
    assert got(ada) == expected


def test_the_month_is_the_programmes(ada: Member, bob: Member) -> None:
    programme(caps={"month": 1}, returns={"days": 0, "since": "payment"})
    cleo = somebody("cleo")
    # 31 March 23:30 and 1 April 00:30 in UTC, which is the zone of this programme.
    late = NOON + 21 * DAY + timedelta(hours=11, minutes=30)
    for friend, at in ((bob, late), (cleo, late + timedelta(hours=1))):
        bring(ada, friend, now=NOON)
        buys(friend, at=at)
    assert got(ada) == 400


def test_one_code_a_member_that_is_typed_in_any_way(ada: Member, bob: Member) -> None:
    programme()
    code = make_code(ada, now=NOON)
    assert make_code(ada, now=NOON + DAY).code == code.code
    typed = f" {code.code[:4].lower()}-{code.code[4:].lower()} "
    assert join(bob, typed, now=NOON).referrer == ada
    assert count_visit(typed.upper()).pk == code.pk
    assert ReferralCode.objects.get().visits == 1
    assert set(code.code) <= set("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")


def test_the_same_code_again_is_the_same_friend(ada: Member, bob: Member) -> None:
    programme()
    first = bring(ada, bob)
    assert (bring(ada, bob, now=NOON + 40 * DAY).pk, got(bob)) == (first.pk, 50)


def test_nobody_is_brought_twice(ada: Member, bob: Member) -> None:
    programme()
    cleo = somebody("cleo")
    bring(ada, cleo)
    assert refusal(bring, bob, cleo) is Code.INVALID
    assert (Referral.objects.count(), got(cleo)) == (1, 50)


def test_nobody_brings_themselves(ada: Member) -> None:
    programme()
    assert refusal(bring, ada, ada) is Code.INVALID
    assert not Referral.objects.exists()


def test_nobody_is_brought_by_whom_they_brought(ada: Member, bob: Member) -> None:
    programme()
    cleo = somebody("cleo")
    bring(ada, bob)
    bring(bob, cleo)
    assert refusal(bring, bob, ada) is Code.FORBIDDEN
    assert refusal(bring, cleo, ada) is Code.FORBIDDEN
    assert Referral.objects.count() == 2


def test_who_has_bought_before_is_no_friend(ada: Member, bob: Member) -> None:
    programme()
    buys(bob)
    assert refusal(bring, ada, bob, now=NOON + DAY) is Code.FORBIDDEN
    assert got(bob) == 0


def test_who_has_bought_as_a_guest_is_no_friend_proven_or_not(ada: Member, shop: Shop) -> None:
    programme()
    told(order_of(ada, order_id="o9", user_id=None, email="eve@example.com"))
    eve = somebody("eve2")
    Member.objects.filter(pk=eve.pk).update(email="eve@example.com")
    eve.refresh_from_db()
    assert refusal(bring, ada, eve, now=NOON + DAY) is Code.FORBIDDEN


@pytest.mark.parametrize(("days", "may"), [(30, True), (31, False)])
def test_how_old_an_account_may_be(ada: Member, shop: Shop, days: int, may: bool) -> None:
    programme()
    user_id = customer(shop, "eve")
    shop.customers[user_id] = replace(shop.customers[user_id], since=NOON - days * DAY)
    eve = find_or_join(user_id, now=NOON)
    if may:
        assert bring(ada, eve).friend == eve
    else:
        assert refusal(bring, ada, eve) is Code.FORBIDDEN


def test_so_many_may_use_one_code_in_a_month(ada: Member, bob: Member) -> None:
    programme(most_new=1)
    bring(ada, bob)
    cleo = somebody("cleo", now=NOON + 29 * DAY)
    assert refusal(bring, ada, cleo, now=NOON + 29 * DAY) is Code.LIMIT_EXCEEDED
    assert bring(ada, cleo, now=NOON + 30 * DAY).state == "registered"


def test_a_gate_and_a_closed_account(ada: Member, bob: Member) -> None:
    programme(gate={"tiers": ["gold"]})
    assert refusal(make_code, ada, now=NOON) is Code.FORBIDDEN
    programme(now=NOON + DAY)
    code = code_of(ada)
    Member.objects.filter(pk=ada.pk).update(user=None)
    assert refusal(join, bob, code, now=NOON) is Code.NOT_FOUND
    assert refusal(join, bob, "NOSUCHCODE", now=NOON) is Code.NOT_FOUND


def test_switched_off_nobody_new_comes_and_who_is_on_the_way_gets_theirs(
    ada: Member, bob: Member
) -> None:
    programme()
    code = code_of(ada)
    referral = bring(ada, bob)
    programme(enabled=False, referrer={"points": 1}, now=NOON + DAY)
    assert refusal(join, somebody("cleo"), code, now=NOON + DAY) is Code.NOT_FOUND
    assert refusal(count_visit, code) is Code.NOT_FOUND
    buys(bob, at=NOON + DAY)
    time_passes(NOON + 15 * DAY)
    assert (got(ada), got(bob), state(referral)[0]) == (200, 150, "rewarded")


def test_a_referrer_who_has_left_has_nothing_and_the_friend_theirs(
    ada: Member, bob: Member
) -> None:
    programme()
    referral = bring(ada, bob)
    buys(bob)
    Member.objects.filter(pk=ada.pk).update(user=None)
    time_passes(NOON + 14 * DAY)
    assert (state(referral)[0], gifts(referral)) == ("rewarded", {"friend": True, "welcome": True})


def test_nothing_happens_without_a_setting(ada: Member, shop: Shop) -> None:
    buys(ada)
    assert refusal(make_code, ada, now=NOON) is Code.NOT_FOUND
    assert not OutboxEffect.objects.filter(kind="referral").exists()
    assert not Trace.objects.exists()
