"""What is given, to whom, and once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.boosts.models import Boost
from saleor_loyalty.features.engagement.models import EngagementVersion
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.occasions.models import OccasionGift
from saleor_loyalty.features.programme.models import Programme
from saleor_loyalty.features.rewards.models import Redemption
from saleor_loyalty.flows import daily
from saleor_loyalty.flows.members import find_or_join, merge_members
from saleor_loyalty.flows.occasion_days import find_due
from saleor_loyalty.flows.occasion_gifts import give_due
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.ledger.accounts import open_accounts
from saleor_loyalty.ledger.models import Entry
from saleor_loyalty.values.source_key import key_of
from tests.conftest import customer
from tests.flows import mall
from tests.flows.balances import sums
from tests.flows.occasions import BIRTHDAY, at, born, gifts, keep, night
from tests.flows.perks import join_plan, ladder, plan, put_in
from tests.shop import NOON, Shop, line, paid_order

DAY = timedelta(days=1)


def test_a_birthday_gives_all_that_a_gift_has(ada: Member) -> None:
    mall.reward("cake")
    gift = {"points": 50, "growth": 7, "reward": "cake", "boost": {"percent": 200, "days": 3}}
    keep(birthday={"gift": gift, "name": {"en": "Your day", "de": "Dein Tag"}})
    born(ada, "1990-03-10")
    assert night(NOON) == 1
    assert sums(ada) == (50, 0, 0, 0)
    redemption = Redemption.objects.get()
    assert redemption.event == OccasionGift.objects.get().event
    assert Boost.objects.get().name == {"en": "Your day", "de": "Dein Tag"}
    assert Entry.objects.get(available=50).data == {"reason": "birthday"}


def test_switched_off_nothing_is_promised(ada: Member) -> None:
    keep(birthday=BIRTHDAY, enabled=False)
    born(ada, "1990-03-10")
    assert (night(NOON), OccasionGift.objects.count()) == (0, 0)


def test_what_was_promised_is_given_as_it_was_promised(ada: Member) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-03-10")
    find_due(now=NOON)
    keep(birthday={"gift": {"points": 1}})
    keep(enabled=False)
    assert give_due(now=NOON + 40 * DAY) == 1
    assert sums(ada)[0] == 50


def test_without_a_programme_it_waits_for_one(ada: Member) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-03-10")
    Programme.objects.update(active=False)
    assert night(NOON) == 0
    Programme.objects.update(active=True)
    assert night(NOON) == 1


@pytest.mark.parametrize(
    ("gate", "given"),
    [
        ({"tiers": ["gold"]}, 1),
        ({"plans": ["plus"]}, 1),
        ({"tiers": ["gold"], "plans": ["plus"]}, 2),
        ({"tiers": ["silver"]}, 0),
        ({"segments": ["born"]}, 1),
        ({"segments": ["nobody"]}, 0),
    ],
)
def test_for_those_it_is_for(
    ada: Member, bob: Member, settings: Any, gate: dict[str, Any], given: int
) -> None:
    settings.SALEOR_LOYALTY_SEGMENTS = f"{__name__}.segments"
    ladder(silver=[], gold=[])
    for member in (ada, bob):
        born(member, "1990-03-10")
    put_in(ada, "gold")
    join_plan(bob, plan("plus", []))
    keep(birthday={**BIRTHDAY, "gate": gate})
    assert night(NOON) == given
    assert OccasionGift.objects.count() == given


def segments(member_id: int) -> list[str]:
    first = Member.objects.order_by("pk").values_list("pk", flat=True)[0]
    return ["born"] if member_id == first else []


def test_who_comes_to_be_one_of_them_while_it_is_their_day_has_it(ada: Member) -> None:
    ladder(silver=[], gold=[])
    born(ada, "1990-03-10")
    keep(birthday={**BIRTHDAY, "gate": {"tiers": ["gold"]}})
    assert night(NOON) == 0
    put_in(ada, "gold")
    assert night(NOON + DAY) == 1


def test_closed_and_merged_members_have_none(ada: Member, bob: Member) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-03-10"), born(bob, "1990-03-10")
    find_due(now=NOON)
    merge_members(bob, ada, now=NOON, actor="test")
    assert give_due(now=NOON) == 1
    Member.objects.filter(pk=ada.pk).update(user=None)
    OccasionGift.objects.all().delete()
    assert night(NOON) == 0


def test_a_closed_member_is_passed_over_after_the_promise(ada: Member) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-03-10")
    find_due(now=NOON)
    Member.objects.update(user=None)
    assert (give_due(now=NOON), gifts(ada)) == (0, [])


def test_merged_who_was_given_one_has_no_second(ada: Member, bob: Member) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-03-10")
    assert night(NOON) == 1
    born(bob, "1990-03-12")
    merge_members(ada, bob, now=NOON, actor="test")
    assert night(NOON + 2 * DAY) == 0
    assert gifts(bob) == [("birthday", "2026", 36)]


def test_a_guest_has_points(ada: Member, programme: None) -> None:
    keep(birthday=BIRTHDAY)
    Member.objects.filter(pk=ada.pk).update(user=None, guest=True)
    born(Member.objects.get(pk=ada.pk), "1990-03-10")
    assert night(NOON) == 1


def test_one_that_is_refused_holds_nobody_up(ada: Member, bob: Member) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-03-10"), born(bob, "1990-03-10")
    find_due(now=NOON)
    # Another event has the name that ada's would have.
    gift = OccasionGift.objects.get(member=ada)
    MemberEvent.objects.create(
        key=key_of(f"event:birthday:{gift.pk}"),
        digest=1,
        source="x",
        name="x",
        member=bob,
        occurred_at=NOON,
    )
    assert give_due(now=NOON) == 1
    assert (gifts(ada), len(gifts(bob))) == ([], 1)


def test_the_daily_run_keeps_days(ada: Member) -> None:
    keep(birthday=BIRTHDAY)
    born(ada, "1990-03-10")
    report = daily.run(now=NOON)
    assert (report.occasions_due, report.occasion_gifts) == (1, 1)
    again = daily.run(now=NOON + timedelta(hours=1))
    assert (again.occasions_due, again.occasion_gifts) == (0, 0)


def test_who_registers_is_welcomed_once(shop: Shop, programme: None) -> None:
    keep(welcome={"gift": {"points": 20}})
    user_id = customer(shop, "cleo")
    member = find_or_join(user_id, now=NOON)
    mall.deliver()
    find_or_join(user_id, now=NOON)
    mall.deliver()
    assert (sums(member), gifts(member)) == ((20, 0, 0, 0), [("welcome", "", 0)])


def test_who_joins_by_an_order_is_welcomed_and_a_guest_is_not(shop: Shop, programme: None) -> None:
    keep(welcome={"gift": {"points": 20}})
    user_id = customer(shop, "cleo")
    act_on([paid_order(line("l1", 100), user_id=user_id)], now=NOON)
    act_on(
        [paid_order(line("l1", 100), user_id=None, email="g@example.com", order_id="o2")], now=NOON
    )
    long_ago = at("2025-01-01")
    other = customer(shop, "dan")
    act_on(
        [paid_order(line("l1", 1), order_id="o3", user_id=other, placed_at=long_ago, paid_at=NOON)],
        now=NOON,
    )
    mall.deliver()
    assert list(OccasionGift.objects.values_list("member__user", flat=True)) == [user_id]


def first(ada: Member, order_id: str = "o1", **more: Any) -> OrderFact:
    return paid_order(line("l1", 5000), order_id=order_id, user_id=ada.user_id, **more)


def test_the_first_order_at_its_payment(ada: Member) -> None:
    keep(first_order={"gift": {"points": 20}, "when": "paid"})
    act_on([first(ada)], now=NOON)
    mall.deliver()
    assert sums(ada) == (20, 50, 0, 0)
    act_on([first(ada, "o2", paid_at=NOON + DAY, placed_at=NOON + DAY)], now=NOON + DAY)
    mall.deliver(NOON + DAY)
    assert gifts(ada) == [("first_order", "", 0)]


def test_the_first_order_once_its_return_time_is_over(ada: Member) -> None:
    keep(first_order={"gift": {"points": 20}, "return_days": 14})
    act_on([first(ada)], now=NOON)
    mall.deliver()
    assert OccasionGift.objects.count() == 0
    act_on([first(ada, fulfilled_at=NOON + DAY)], now=NOON + DAY)
    mall.deliver(NOON + DAY)
    assert give_due(now=NOON + 15 * DAY - timedelta(seconds=1)) == 0
    assert give_due(now=NOON + 15 * DAY) == 1


def refunded(order: OrderFact) -> OrderFact:
    lines = tuple(replace(one, refunded_quantity=one.quantity) for one in order.lines)
    return replace(order, lines=lines, fully_refunded=True, refunded_total=order.total_gross)


@pytest.mark.parametrize("how", ["refunded", "cancelled"])
def test_an_order_that_goes_takes_its_gift_along(ada: Member, shop: Shop, how: str) -> None:
    mall.reward("cake")
    gift = {"points": 20, "reward": "cake", "boost": {"percent": 200, "days": 9}}
    keep(first_order={"gift": gift, "when": "paid"})
    order = first(ada)
    act_on([order], now=NOON)
    mall.deliver()
    assert sums(ada)[0] == 20
    gone = refunded(order) if how == "refunded" else replace(order, cancelled=True)
    for _ in range(2):
        act_on([gone], now=NOON + DAY)
        mall.deliver(NOON + DAY)
    assert sums(ada) == (0, 0, 0, 0)
    assert Redemption.objects.get().state == "cancelled"
    assert Boost.objects.get().ends_at == NOON + DAY
    # Who has had it does not have it again.
    act_on([first(ada, "o2", paid_at=NOON + 2 * DAY)], now=NOON + 2 * DAY)
    mall.deliver(NOON + 2 * DAY)
    assert (sums(ada)[0], OccasionGift.objects.count()) == (0, 1)


def test_given_back_before_the_gift_the_next_order_is_the_first(ada: Member) -> None:
    keep(first_order={"gift": {"points": 20}, "return_days": 14})
    order = first(ada, fulfilled_at=NOON)
    act_on([order], now=NOON)
    act_on([refunded(order)], now=NOON + DAY)
    later = NOON + 3 * DAY
    act_on([first(ada, "o2", paid_at=later, placed_at=later, fulfilled_at=later)], now=later)
    assert give_due(now=NOON + 14 * DAY) == 0
    assert give_due(now=NOON + 17 * DAY) == 1
    assert OccasionGift.objects.get().order_id == "o2"


@pytest.mark.parametrize(("refund", "points"), [(999, 20), (1000, 20), (1001, 0)])
def test_what_is_kept_of_it_must_be_enough(ada: Member, refund: int, points: int) -> None:
    keep(first_order={"gift": {"points": 20}, "when": "paid", "minimum": {"USD": 4000}})
    order = first(ada)
    act_on([order], now=NOON)
    mall.deliver()
    act_on([replace(order, refunded_by_amount=refund, refunded_total=refund)], now=NOON)
    mall.deliver()
    assert sums(ada)[0] == points


def test_orders_of_long_ago_are_no_first_orders(ada: Member) -> None:
    keep(first_order={"gift": {"points": 20}, "when": "paid"})
    act_on([first(ada, paid_at=NOON - 9 * DAY, placed_at=NOON - 9 * DAY)], now=NOON)
    act_on([first(ada, "o2")], now=NOON)
    assert OccasionGift.objects.count() == 0


FAULTS: dict[str, dict[str, Any]] = {
    "nothing given": {"birthday": {"gift": {}}},
    "no gift": {"birthday": {}},
    "month and days before": {"birthday": {**BIRTHDAY, "on": "month", "days_before": 3}},
    "a year that is none": {"joined": {"years": {"0": {"points": 1}}}},
    "no gift in any year": {"joined": {}},
    "a boost that takes": {"birthday": {"gift": {"boost": {"percent": 100, "days": 1}}}},
    "a reward that is none": {"birthday": {"gift": {"reward": "nothing"}}},
    "a reward in a list of years": {"joined": {"years": {"5": {"reward": "nothing"}}}},
    "unknown": {"easter": BIRTHDAY},
    "late for ever": {"birthday": {**BIRTHDAY, "late_days": 61}},
    "unknown money": {"first_order": {"gift": {"points": 1}, "minimum": {"XXQ": 1}}},
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_makes_no_sense_is_refused(programme: None, name: str) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        keep(**FAULTS[name])
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "config")
    assert not EngagementVersion.objects.exists()


def test_a_night_takes_few_statements_for_many(
    ada: Member, django_assert_max_num_queries: Any
) -> None:
    mall.reward("cake")
    given = {"birthday": at("1990-03-10").date(), "joined_at": at("2020-01-01"), "guest": True}
    many = [Member(email=f"{number}@example.com", **given) for number in range(200)]
    open_accounts(one.pk for one in Member.objects.bulk_create(many))
    keep(birthday={"gift": {"points": 5, "reward": "cake", "boost": {"percent": 200, "days": 1}}})
    with django_assert_max_num_queries(80):
        count = night(NOON)
    assert count == 200
