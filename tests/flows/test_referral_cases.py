"""Abuse stories, each ended: what looks like one person waits for staff, who decide."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.features.referrals.models import Referral, ReferralState, Trace
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.referral_cases import approve, refuse
from saleor_loyalty.flows.referral_orders import forget
from saleor_loyalty.flows.referral_page import page_of
from saleor_loyalty.flows.referrals import make_code
from tests.flows.balances import sums
from tests.flows.referrals import (
    DAY,
    back,
    bring,
    buys,
    gifts,
    got,
    order_of,
    programme,
    somebody,
    state,
    time_passes,
    told,
)
from tests.shop import NOON

HOME, PHONE = "Tęczowa 7", "+48 501 234 567"


def lets_pass(referral: Referral, **more: object) -> Referral:
    return approve(
        referral.public_id, "They are sisters", actor="user:9", now=more.get("now", NOON)
    )  # type: ignore[arg-type]


def ends(referral: Referral, now: datetime = NOON) -> Referral:
    return refuse(referral.public_id, "One person", actor="user:9", now=now)


def with_email(member: Member, email: str) -> Member:
    Member.objects.filter(pk=member.pk).update(email=email)
    member.refresh_from_db()
    return member


def test_a_look_alike_e_mail(ada: Member, bob: Member) -> None:
    programme()
    with_email(ada, "ada.lovelace@gmail.com")
    with_email(bob, "adalovelace+2@googlemail.com")
    referral = bring(ada, bob)
    assert state(referral) == ("held", "")
    assert (referral.signals, got(bob)) == ({"email": ["referrer"]}, 0)
    buys(bob)
    time_passes(NOON + 20 * DAY)
    assert (state(referral)[0], got(ada), got(bob)) == ("held", 0, 0)
    ends(referral)
    time_passes(NOON + 40 * DAY)
    assert (state(referral)[0], referral.reason, got(ada), got(bob)) == (
        "refused",
        "One person",
        0,
        0,
    )


@pytest.mark.parametrize(
    ("mine", "yours"),
    [
        ({"address": "Tęczowa 7"}, {"address": "teczowa  7"}),
        ({"address": "10 Main Street"}, {"address": "Main St. 10"}),
        ({"phone": "+48 501 234 567"}, {"phone": "501234567"}),
        ({"phone": "0048501234567"}, {"phone": "+48-501-234-567"}),
    ],
)
def test_the_same_address_or_phone(
    ada: Member, bob: Member, mine: dict[str, str], yours: dict[str, str]
) -> None:
    programme()
    buys(ada, **mine)
    referral = bring(ada, bob)
    buys(bob, **yours)
    (kind,) = mine
    assert state(referral)[0] == "held"
    assert referral.signals == {kind: ["referrer"]}
    # The welcome gift was there before anybody could know: staff who end it take it back.
    assert got(bob) == 50
    ends(referral)
    assert (got(ada), got(bob), sums(bob)[0]) == (0, 0, 0)


def test_the_same_device(ada: Member, bob: Member) -> None:
    programme()
    make_code(ada, device_id="browser-1", now=NOON)
    referral = bring(ada, bob, device_id="browser-1")
    assert (state(referral)[0], referral.signals) == ("held", {"device": ["referrer"]})


def test_strangers_are_no_case(ada: Member, bob: Member) -> None:
    programme()
    buys(ada, address=HOME, phone=PHONE)
    referral = bring(ada, bob, device_id="browser-2")
    buys(bob, address="Tęczowa 9", phone="+48 501 234 568")
    assert (state(referral)[0], referral.signals) == ("ordered", {})


def test_what_the_merchant_does_not_look_at_is_no_case(ada: Member, bob: Member) -> None:
    programme(signals=["phone"])
    buys(ada, address=HOME)
    referral = bring(ada, bob)
    buys(bob, address=HOME)
    assert state(referral)[0] == "ordered"


def test_many_accounts_at_one_address(ada: Member) -> None:
    """Two flatmates may both come; from the third on staff look."""
    programme(milestones={})
    referrals = []
    for name in ("bob", "cleo", "dan", "eve"):
        friend = somebody(name)
        referrals.append(bring(ada, friend))
        buys(friend, address=HOME)
    assert [state(one)[0] for one in referrals] == ["ordered", "ordered", "held", "held"]
    assert referrals[2].signals == {"address": ["friends"]}
    # Those before are looked at again when they are due.
    time_passes(NOON + 14 * DAY)
    assert [state(one)[0] for one in referrals] == ["held"] * 4
    assert got(ada) == 0


def test_one_who_brings_a_second_account_to_bring_a_third(ada: Member, bob: Member) -> None:
    """With two levels who brought the referrer is compared as well."""
    programme(levels=2, second={"points": 20})
    buys(ada, address=HOME)
    bring(ada, bob)
    cleo = somebody("cleo")
    referral = bring(bob, cleo)
    buys(cleo, address=HOME)
    assert state(referral)[0] == "held"


def test_staff_let_it_pass_and_all_that_waited_is_given(ada: Member, bob: Member) -> None:
    programme()
    make_code(ada, device_id="d1", now=NOON)
    referral = bring(ada, bob, device_id="d1")
    buys(bob)
    assert (got(bob), state(referral)[0]) == (0, "held")
    lets_pass(referral, now=NOON + DAY)
    assert (got(bob), state(referral)) == (50, ("ordered", f"o{bob.pk}"))
    lets_pass(referral, now=NOON + DAY)
    assert got(bob) == 50
    time_passes(NOON + 14 * DAY)
    assert (got(ada), got(bob), state(referral)[0]) == (200, 150, "rewarded")


def test_let_pass_late_it_is_rewarded_at_once(ada: Member, bob: Member) -> None:
    programme()
    make_code(ada, device_id="d1", now=NOON)
    referral = bring(ada, bob, device_id="d1")
    buys(bob)
    lets_pass(referral, now=NOON + 20 * DAY)
    assert (got(ada), got(bob), state(referral)[0]) == (200, 150, "rewarded")


def test_something_new_is_looked_at_again(ada: Member, bob: Member) -> None:
    programme()
    buys(ada, address=HOME)
    make_code(ada, device_id="d1", now=NOON)
    referral = bring(ada, bob, device_id="d1")
    lets_pass(referral)
    buys(bob, address=HOME)
    assert state(referral)[0] == "held"
    assert referral.signals == {"address": ["referrer"], "device": ["referrer"]}
    assert not referral.cleared


def test_staff_end_what_was_rewarded_and_all_goes_back(ada: Member, bob: Member) -> None:
    programme(milestones={"1": {"points": 1000}}, levels=2, second={"points": 20})
    zoe = somebody("zoe")
    bring(zoe, ada)
    referral = bring(ada, bob)
    buys(bob)
    time_passes(NOON + 14 * DAY)
    assert (got(zoe), got(ada), got(bob)) == (20, 1250, 150)
    ends(referral, now=NOON + 15 * DAY)
    ends(referral, now=NOON + 16 * DAY)
    assert (got(zoe), got(ada), got(bob)) == (0, 50, 0)
    assert not any(gifts(referral).values())


def test_points_that_were_spent_meanwhile_are_owed(ada: Member, bob: Member) -> None:
    programme()
    referral = bring(ada, bob)
    adjust_points(bob, -50, reason="Spent", source="s1", actor="user:9", now=NOON)
    ends(referral)
    assert sums(bob) == (0, 0, 0, 50)


def test_bought_returned_and_bought_again(ada: Member, bob: Member) -> None:
    """Nothing is given twice, however often an order goes back before its time."""
    programme(welcome_when="first_order")
    referral = bring(ada, bob)
    for number in range(3):
        order = buys(bob, order_id=f"o{number}", at=NOON + number * DAY)
        back(order, at=NOON + number * DAY)
    assert (got(ada), got(bob), sums(bob)[0], state(referral)) == (0, 0, 0, ("registered", ""))
    buys(bob, order_id="o9", at=NOON + 9 * DAY)
    time_passes(NOON + 23 * DAY)
    assert (got(ada), got(bob)) == (200, 150)


def test_a_gift_card_for_oneself_is_no_order(ada: Member, bob: Member) -> None:
    programme()
    referral = bring(ada, bob)
    order = order_of(bob)
    told(replace(order, lines=tuple(replace(one, is_gift_card=True) for one in order.lines)))
    assert state(referral)[0] == "registered"


@pytest.mark.parametrize("act", [approve, refuse])
def test_a_reason_is_needed(ada: Member, bob: Member, act: Callable[..., Referral]) -> None:
    programme()
    referral = bring(ada, bob)
    with pytest.raises(LoyaltyError) as refused:
        act(referral.public_id, " ", actor="user:9", now=NOON)
    assert refused.value.code is Code.REQUIRED
    assert state(referral)[0] == "registered"


def test_what_is_no_case_is_not_let_pass(ada: Member, bob: Member) -> None:
    programme()
    referral = bring(ada, bob)
    with pytest.raises(LoyaltyError) as refused:
        lets_pass(referral)
    assert refused.value.code is Code.INVALID
    assert not referral.cleared


def test_the_member_sees_only_that_it_is_looked_at(ada: Member, bob: Member) -> None:
    programme()
    make_code(ada, device_id="d1", now=NOON)
    bring(ada, bob, device_id="d1")
    page = page_of(ada, now=NOON)
    assert page is not None
    assert (page.by_state[ReferralState.HELD], page.rewarded) == (1, 0)


def test_what_is_compared_is_forgotten(ada: Member, bob: Member) -> None:
    programme(trace_days=10)
    buys(ada, address=HOME, phone=PHONE)
    assert set(Trace.objects.values_list("kind", flat=True)) == {"address", "phone"}
    # Nobody reads an address in what is kept.
    assert "address_digests" in OrderRecord.objects.get().snapshot
    assert OrderRecord.objects.get().snapshot["address_digests"] == []
    assert forget(now=NOON + 10 * DAY) == 0
    assert forget(now=NOON + 11 * DAY) == 2
    assert not Trace.objects.exists()
