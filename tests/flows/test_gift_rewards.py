"""Gifts that are rewards of the mall, or more points for a time."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.boosts.models import Boost
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.member_events.names import Own
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption, RedemptionStep, Reward
from saleor_loyalty.flows.gift_checks import check_gifts
from saleor_loyalty.flows.gift_rewards import give_waiting
from saleor_loyalty.flows.gifts import Given, Happening, happen, happen_many
from saleor_loyalty.flows.member_events import undo_event
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.perks import perks_of_members
from saleor_loyalty.flows.redemption_ends import cancel, issue
from saleor_loyalty.ledger.accounts import open_accounts
from saleor_loyalty.values.gift import Gift, GiftBoost
from saleor_loyalty.values.points import Unit
from saleor_loyalty.values.texts import Texts
from tests.flows import mall
from tests.flows.balances import sums
from tests.flows.perks import ladder, put_in
from tests.shop import NOON, Shop, line, paid_order

DAY = timedelta(days=1)


def happening(source: str = "1") -> Happening:
    return Happening(
        kind=Own.TASK, source=source, occurred_at=NOON, name=Texts({"en": "Three orders"})
    )


def given(member: Member, source: str = "1", **gift: Any) -> MemberEvent:
    return happen(member, happening(source), Gift(**gift), now=NOON)


def redemption_of(event: MemberEvent) -> Redemption:
    return Redemption.objects.select_related("reward").get(event=event)


def notes(redemption: Redemption) -> list[str]:
    found = RedemptionStep.objects.filter(redemption=redemption).order_by("pk")
    return list(found.values_list("note", flat=True))


def test_a_reward_is_a_redemption_for_no_points(ada: Member, shop: Shop) -> None:
    mall.reward("cake", stock=2)
    event = given(ada, points=5, reward="cake")
    redemption = redemption_of(event)
    assert (redemption.state, redemption.points, redemption.reward.taken) == ("requested", 0, 1)
    mall.deliver()
    redemption = redemption_of(event)
    assert (redemption.state, redemption.amount, redemption.currency) == ("issued", 500, "USD")
    assert redemption.valid_until == NOON + 30 * DAY
    assert redemption.code in {made.code for made in shop.made_coupons.values()}
    assert sums(ada) == (5, 0, 0, 0)


def test_told_again_it_is_one_reward(ada: Member) -> None:
    mall.reward("cake")
    first = given(ada, reward="cake")
    assert given(ada, reward="cake") == first
    assert Redemption.objects.count() == 1


def test_the_money_is_in_the_currency_of_the_last_order(ada: Member, shop: Shop) -> None:
    mall.reward("card", mall.CARD)
    act_on([paid_order(line("l1", 3000), user_id=ada.user_id, currency="JPY")], now=NOON)
    redemption = redemption_of(given(ada, reward="card"))
    assert (redemption.currency, redemption.amount) == ("JPY", 1500)


@pytest.mark.parametrize("left", [0, 1])
def test_what_is_sold_out_waits_and_holds_nothing_up(ada: Member, bob: Member, left: int) -> None:
    mall.reward("cake", stock=left)
    pairs = [
        Given(who, happening(name), Gift(points=5, reward="cake"))
        for who, name in ((ada, "1"), (bob, "2"))
    ]
    events = happen_many(pairs, now=NOON)
    assert [sums(ada), sums(bob)] == [(5, 0, 0, 0), (5, 0, 0, 0)]
    waiting = [notes(redemption_of(event)) for event in events]
    none = "None are left. You have yours as soon as there are some again."
    assert waiting == [[none if left == 0 else ""], [none]]
    assert mall.taken("cake") == left
    assert give_waiting(now=NOON + DAY) == 0
    assert [notes(redemption_of(event)) for event in events] == waiting
    Reward.objects.update(stock=5)
    assert give_waiting(now=NOON + DAY) == 2 - left
    assert mall.taken("cake") == 2
    mall.deliver(NOON + DAY)
    assert {redemption_of(event).state for event in events} == {"issued"}
    assert give_waiting(now=NOON + 2 * DAY) == 0


def test_what_is_not_offered_waits_for_its_dates(ada: Member) -> None:
    mall.reward("cake", starts_at=NOON + DAY)
    event = given(ada, reward="cake")
    assert notes(redemption_of(event)) == [
        "This is not offered now. You have yours as soon as it is."
    ]
    assert give_waiting(now=NOON + 2 * DAY) == 1


def test_a_guest_waits_for_their_account(ada: Member, programme: None) -> None:
    mall.reward("cake")
    guest = Member.objects.create(email="guest@example.com", guest=True, joined_at=NOON)
    open_accounts([guest.pk])
    event = given(guest, points=3, reward="cake")
    assert notes(redemption_of(event)) == [
        "You have this as soon as you have an account in the shop."
    ]
    merge_members(guest, ada, now=NOON, actor="test")
    assert give_waiting(now=NOON + DAY) == 1
    assert redemption_of(event).member == ada


def test_waiting_for_staff_is_not_waiting_for_stock(ada: Member) -> None:
    mall.reward("parcel", mall.PARCEL, stock=0)
    redemption = redemption_of(given(ada, reward="parcel"))
    with pytest.raises(LoyaltyError) as refusal:
        issue(redemption.public_id, code="", tracking="", note="", actor="staff:1", now=NOON)
    assert refusal.value.code is Code.INVALID
    cancel(redemption.public_id, reason="Never again", actor="staff:1", now=NOON)
    assert (mall.state_of(redemption), mall.taken("parcel")) == ("cancelled", 0)


def test_a_service_is_there_at_once(ada: Member) -> None:
    mall.reward("workshop", mall.WORKSHOP, stock=1)
    redemption = redemption_of(given(ada, reward="workshop"))
    assert (redemption.state, len(redemption.code), mall.taken("workshop")) == ("issued", 14, 1)


def test_what_a_giver_refuses_waits(ada: Member) -> None:
    mall.reward("silver", {**mall.GOLD, "tier": "silver"}, stock=1)
    ladder(silver=[], gold=[])
    event = given(put_in(ada, "gold"), points=1, reward="silver")
    redemption = redemption_of(event)
    assert (redemption.state, mall.taken("silver")) == ("requested", 0)
    assert notes(redemption) == ["You are in this tier or a higher one already."]


def test_undone_what_was_not_used_is_taken_back(ada: Member, shop: Shop) -> None:
    mall.reward("cake", stock=2)
    unused, used = given(ada, points=5, reward="cake"), given(ada, "2", reward="cake")
    mall.deliver()
    made = [shop.made_coupons[f"redemption:{redemption_of(e).public_id}"] for e in (unused, used)]
    made[1].used = True
    for event in (unused, used, unused):
        undo_event(event, now=NOON + DAY)
    assert [redemption_of(event).state for event in (unused, used)] == ["cancelled", "issued"]
    assert [one.active for one in made] == [False, True]
    assert (mall.taken("cake"), sums(ada)) == (1, (0, 0, 0, 0))


def test_undone_what_waits_is_over(ada: Member) -> None:
    mall.reward("cake", stock=0)
    event = given(ada, reward="cake")
    undo_event(event, now=NOON)
    Reward.objects.update(stock=9)
    assert give_waiting(now=NOON + DAY) == 0
    assert (mall.state_of(redemption_of(event)), mall.taken("cake")) == ("cancelled", 0)


def test_gifts_do_not_count_for_limits_of_the_mall(ada: Member) -> None:
    mall.reward("cake", limits={"per_member": 1}, points=1)
    given(ada, points=9, reward="cake")
    assert mall.get(ada, "cake").points == 1
    given(ada, "2", reward="cake")
    assert Redemption.objects.filter(points=0).count() == 2


def test_what_is_for_gifts_only_is_not_sold(ada: Member) -> None:
    mall.reward("cake", points=0, gifts_only=True)
    before = mall.everything()
    with pytest.raises(LoyaltyError) as refusal:
        mall.get(ada, "cake")
    assert (refusal.value.code, mall.everything()) == (Code.NOT_FOUND, before)
    assert redemption_of(given(ada, reward="cake")).state == "requested"


@pytest.mark.parametrize("slug", ["nothing", "mug"])
def test_what_cannot_be_given_is_refused_when_it_is_set_up(programme: None, slug: str) -> None:
    mall.reward("mug", mall.MUG)
    with pytest.raises(LoyaltyError) as refusal:
        check_gifts(Gift(reward=slug))
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "config")


def test_orders_paid_in_its_window_earn_more_and_say_why(ada: Member) -> None:
    given(ada, boost=GiftBoost(percent=300, days=1))
    ends = NOON.replace(hour=0) + 2 * DAY
    for order_id, at in (("o1", ends), ("o2", ends + timedelta(seconds=1))):
        order = paid_order(
            line("l1", 1000), order_id=order_id, user_id=ada.user_id, paid_at=at, placed_at=at
        )
        # Told of long afterwards: the moment of the payment counts.
        act_on([order], now=ends + 9 * DAY)
    awards = Award.objects.filter(unit=Unit.POINTS).order_by("order__order_id")
    assert [award.points for award in awards] == [30, 10]
    parts = awards[0].breakdown["parts"]
    assert [(part["points"], part["name"]) for part in parts] == [
        (10, {}),
        (20, {"en": "Three orders"}),
    ]


def test_a_boost_holds_from_when_it_is_given_to_the_end_of_its_last_day(ada: Member) -> None:
    event = given(ada, boost=GiftBoost(percent=200, days=2))
    boost = Boost.objects.get()
    midnight = NOON.replace(hour=0) + 3 * DAY
    assert (boost.starts_at, boost.ends_at) == (NOON, midnight)
    before, second = timedelta(microseconds=1), timedelta(seconds=1)
    found = {
        moment: perks_of_members([ada.pk], now=moment)[ada.pk].boost(Unit.POINTS, "web")
        for moment in (NOON - before, NOON, midnight - before, midnight)
    }
    percents = [one.percent if one else None for one in found.values()]
    assert percents == [None, 200, 200, None]
    assert perks_of_members([ada.pk], now=NOON)[ada.pk].boost(Unit.GROWTH, "web") is None
    undo_event(event, now=NOON + second)
    assert Boost.objects.get().ends_at == NOON + second


def test_a_boost_that_is_undone_as_it_begins_holds_no_longer(ada: Member) -> None:
    undo_event(given(ada, boost=GiftBoost(percent=200, days=2)), now=NOON)
    after = NOON + timedelta(microseconds=1)
    assert perks_of_members([ada.pk], now=after)[ada.pk].boost(Unit.POINTS, "web") is None


@pytest.mark.parametrize(("benefit", "percent"), [(150, 200), (300, 300)])
def test_the_better_of_boost_and_benefit_counts(ada: Member, benefit: int, percent: int) -> None:
    many = {"kind": "multiplier", "slug": "more", "points_percent": benefit}
    ladder(silver=[many])
    ada = put_in(ada, "silver")
    given(ada, boost=GiftBoost(percent=200, days=2))
    found = perks_of_members([ada.pk], now=NOON)[ada.pk].boost(Unit.POINTS, "web")
    assert found is not None
    assert found.percent == percent
