"""One person's two accounts, and codes that are given at the till."""

from datetime import timedelta

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import (
    Referral,
    ReferralCheckout,
    ReferralCode,
    Trace,
)
from saleor_loyalty.flows.members import find_or_join, merge_members
from saleor_loyalty.flows.referral_orders import forget
from saleor_loyalty.flows.referrals import give_at_checkout, join
from tests.conftest import customer
from tests.flows.referrals import (
    DAY,
    bring,
    buys,
    code_of,
    deliver,
    gifts,
    got,
    order_of,
    programme,
    somebody,
    state,
    time_passes,
    told,
)
from tests.shop import NOON, Shop, open_checkout


def merge(source: Member, target: Member) -> None:
    merge_members(source, target, now=NOON + 20 * DAY, actor="user:9")
    deliver(NOON + 20 * DAY)


@pytest.mark.parametrize("which", ["friend into referrer", "referrer into friend"])
def test_one_person_after_all(ada: Member, bob: Member, which: str) -> None:
    """They were rewarded for bringing themselves: all of it goes back."""
    programme(milestones={"1": {"points": 1000}})
    referral = bring(ada, bob)
    buys(bob)
    time_passes(NOON + 14 * DAY)
    assert (got(ada), got(bob)) == (1200, 150)
    source, target = (bob, ada) if which.startswith("friend") else (ada, bob)
    merge(source, target)
    assert (state(referral)[0], referral.reason) == ("refused", "self")
    assert (got(ada), got(bob)) == (0, 0)
    assert not any(gifts(referral).values())
    target.refresh_from_db()
    with pytest.raises(LoyaltyError) as refused:
        join(target, ReferralCode.objects.get().code, now=NOON + 20 * DAY)
    assert refused.value.code is Code.INVALID


def test_who_was_brought_twice_was_brought_once(ada: Member, bob: Member) -> None:
    programme()
    old, new = somebody("cleo"), somebody("cleo2")
    first, second = bring(ada, old), bring(bob, new)
    buys(old, at=NOON)
    buys(new, at=NOON)
    time_passes(NOON + 14 * DAY)
    assert (got(ada), got(bob)) == (200, 200)
    merge(new, old)
    assert (state(first)[0], state(second)[0], second.reason) == ("rewarded", "refused", "twice")
    assert (got(ada), got(bob), got(old)) == (200, 0, 150)


def test_friends_and_code_and_marks_move_along(ada: Member, bob: Member) -> None:
    programme(milestones={"2": {"points": 1000}})
    cleo, dan, eve = (somebody(name) for name in ("cleo", "dan", "eve"))
    code = code_of(bob)
    for referrer, friend in ((ada, cleo), (bob, dan), (bob, eve)):
        bring(referrer, friend)
        buys(friend, address=f"{friend.email} 1")
    buys(bob, address="Long Road 5")
    merge(bob, ada)
    assert code_of(ada) != code
    time_passes(NOON + 20 * DAY)
    assert (got(ada), Referral.objects.filter(referrer=ada, counted=True).count()) == (1600, 3)
    assert Trace.objects.filter(member=ada, kind="address").count() == 1
    # The old code is theirs still.
    zoe = somebody("zoe", now=NOON + 20 * DAY)
    assert join(zoe, code, now=NOON + 20 * DAY).referrer == ada


def test_a_milestone_reached_by_both_stays_reached_once(ada: Member, bob: Member) -> None:
    programme(milestones={"1": {"points": 1000}})
    for referrer, name in ((ada, "cleo"), (bob, "dan")):
        friend = somebody(name)
        bring(referrer, friend)
        buys(friend)
    time_passes(NOON + 14 * DAY)
    merge(bob, ada)
    eve = somebody("eve", now=NOON + 20 * DAY)
    bring(ada, eve, now=NOON + 20 * DAY)
    buys(eve, at=NOON + 20 * DAY)
    time_passes(NOON + 34 * DAY)
    assert (got(ada), got(bob)) == (1600, 1000)


# At the till


def checkout(shop: Shop, user_id: int | None, checkout_id: str = "c1") -> str:
    shop.checkouts[checkout_id] = open_checkout(2500, checkout_id=checkout_id, user_id=user_id)
    return checkout_id


def test_a_new_customers_first_order(ada: Member, shop: Shop) -> None:
    programme()
    user_id = customer(shop, "eve")
    give_at_checkout(checkout(shop, user_id), code_of(ada).lower(), user_id=user_id, now=NOON)
    eve = find_or_join(user_id, now=NOON)
    buys(eve, checkout_id="c1", at=NOON + timedelta(hours=1))
    referral = Referral.objects.get()
    assert (referral.how, state(referral), got(eve)) == ("checkout", ("ordered", f"o{eve.pk}"), 50)
    time_passes(NOON + 15 * DAY)
    assert (got(ada), got(eve)) == (200, 150)


def guest_order(ada: Member, shop: Shop, email: str = "eve@example.com") -> None:
    give_at_checkout(checkout(shop, None), code_of(ada), user_id=None, now=NOON)
    told(order_of(ada, order_id="g1", user_id=None, email=email, checkout_id="c1"))


def test_a_guest_is_waited_for_until_there_is_an_account(ada: Member, shop: Shop) -> None:
    programme()
    guest_order(ada, shop)
    assert not Referral.objects.exists()
    waiting = ReferralCheckout.objects.get()
    assert (waiting.order_id, waiting.settled_at) == ("g1", None)
    eve = find_or_join(customer(shop, "eve"), now=NOON + 20 * DAY)
    deliver(NOON + 20 * DAY)
    referral = Referral.objects.get()
    assert (referral.friend, state(referral)) == (eve, ("rewarded", "g1"))
    assert (got(ada), got(eve)) == (200, 150)


def test_a_guest_who_never_comes_back_is_forgotten(ada: Member, shop: Shop) -> None:
    programme()
    guest_order(ada, shop)
    give_at_checkout(checkout(shop, None, "c2"), code_of(ada), user_id=None, now=NOON)
    assert forget(now=NOON + 91 * DAY) == 1
    assert forget(now=NOON + 366 * DAY) == 1


def test_who_has_bought_before_is_no_friend_at_the_till(ada: Member, shop: Shop) -> None:
    programme()
    eve = somebody("eve")
    buys(eve, order_id="first", at=NOON)
    give_at_checkout(checkout(shop, eve.user_id), code_of(ada), user_id=eve.user_id, now=NOON)
    buys(eve, checkout_id="c1", at=NOON + DAY)
    row = ReferralCheckout.objects.get()
    assert (row.why_not, Referral.objects.count()) == ("This is for new customers.", 0)


def test_ones_own_code_at_the_till(ada: Member, shop: Shop) -> None:
    programme()
    code = code_of(ada)
    with pytest.raises(LoyaltyError) as refused:
        give_at_checkout(checkout(shop, ada.user_id), code, user_id=ada.user_id, now=NOON)
    assert refused.value.code is Code.INVALID
    # As a guest nobody knows; by the account it comes out.
    guest_order(ada, shop, email=ada.email)
    find_or_join(ada.user_id or 0, now=NOON)
    deliver(NOON)
    assert ReferralCheckout.objects.get().why_not == "This is your own code."
    assert (got(ada), Referral.objects.count()) == (0, 0)


def test_nobody_is_at_anothers_checkout(ada: Member, bob: Member, shop: Shop) -> None:
    programme()
    code = code_of(ada)
    checkout(shop, bob.user_id)
    for user_id in (None, ada.user_id):
        with pytest.raises(LoyaltyError) as refused:
            give_at_checkout("c1", code, user_id=user_id, now=NOON)
        assert refused.value.code is Code.NOT_FOUND
    give_at_checkout("c1", code, user_id=None, trusted=True, now=NOON)
    assert ReferralCheckout.objects.count() == 1


def test_the_last_code_of_a_checkout_counts(ada: Member, bob: Member, shop: Shop) -> None:
    programme()
    eve = somebody("eve")
    for referrer in (ada, bob):
        give_at_checkout(
            checkout(shop, eve.user_id), code_of(referrer), user_id=eve.user_id, now=NOON
        )
    buys(eve, checkout_id="c1")
    assert Referral.objects.get().referrer == bob
