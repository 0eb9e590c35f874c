"""Coupons of a period and gifts for birthdays: each once, whatever the nightly run goes through."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.benefits.models import BenefitGift, GiftState
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.flows import benefit_gifts
from saleor_loyalty.flows.benefit_gifts import give_again, give_due
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.values.identity import new_public_id
from tests.flows.balances import sums
from tests.flows.perks import join_plan, ladder, plan, put_in
from tests.ledger.threads import together
from tests.shop import NOON, Shop

FIVE = {"amount": {"USD": 500, "EUR": 450}, "minimum": {"USD": 3000}}
TWO_A_MONTH = {"kind": "coupons", "coupons": [{**FIVE, "count": 2}]}
POINTS = {"kind": "birthday_gift", "points": 100}
DAY = timedelta(days=1)


@pytest.fixture
def gold(ada: Member) -> Member:
    ladder(silver=[], gold=[TWO_A_MONTH])
    return put_in(ada, "gold")


def birthday(member: Member, day: date | None, gift: dict[str, Any] = POINTS) -> Member:
    ladder(silver=[], gold=[gift])
    member.birthday = day
    member.joined_at = NOON.replace(year=2020)
    member.save()
    return put_in(member, "gold")


def gifts(member: Member) -> list[tuple[str, int]]:
    mine = BenefitGift.objects.filter(member=member).order_by("id")
    return list(mine.values_list("period", "number"))


def deliver() -> None:
    work_outbox(now=NOON.replace(year=2100))


def test_a_months_coupons_are_made_by_the_shop(shop: Shop, gold: Member, bob: Member) -> None:
    assert give_due(now=NOON) == 2
    assert {one.state for one in BenefitGift.objects.all()} == {GiftState.DUE}
    deliver()
    april = datetime(2026, 4, 1, tzinfo=UTC)
    assert list(shop.coupons.values()) == [(gold.user_id, 450, "EUR", april)] * 2
    # The least of EUR is not told; coupons without a name of their own are called as the tier.
    assert {minimum for minimum, _ in shop.coupon_terms.values()} == {0}
    assert {name["de"] for _, name in shop.coupon_terms.values()} == {"Gold-Stufe"}
    given = BenefitGift.objects.filter(member=gold, state=GiftState.GIVEN)
    assert set(given.values_list("code", flat=True)) == set(shop.coupons)
    assert gifts(bob) == []


def test_once_however_often_and_late_the_run_is(shop: Shop, gold: Member) -> None:
    assert [give_due(now=NOON), give_due(now=NOON), give_again(now=NOON)] == [2, 0, 0]
    assert [give_due(now=NOON + 5 * DAY), give_again(now=NOON + 20 * DAY)] == [0, 0]
    deliver()
    deliver()
    assert len(shop.coupons) == 2
    # Twenty days late in April: April's, and no more.
    assert give_due(now=datetime(2026, 4, 20, tzinfo=UTC)) == 2
    assert gifts(gold) == [("2026-03", 0), ("2026-03", 1), ("2026-04", 0), ("2026-04", 1)]


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_give_once(gold: Member, bob: Member) -> None:
    put_in(bob, "gold")
    assert sum(together(*(lambda: give_again(now=NOON) for _ in range(3)))) == 4
    effects = OutboxEffect.objects.filter(kind="benefit_coupon")
    assert BenefitGift.objects.count() == effects.count() == 4


def test_in_the_currency_of_the_last_order(shop: Shop, gold: Member) -> None:
    for number, currency in enumerate(["EUR", "USD", "JPY"]):
        at = NOON - (3 - number) * DAY
        OrderRecord.objects.create(
            order_id=f"o{number}",
            member=gold,
            currency=currency,
            placed_at=at,
            paid_at=at,
            snapshot={},
        )
    give_due(now=NOON)
    deliver()
    assert {one[1:3] for one in shop.coupons.values()} == {(500, "USD")}
    assert {minimum for minimum, _ in shop.coupon_terms.values()} == {3000}


def test_who_moves_up_is_given_what_they_have_not_had(gold: Member) -> None:
    five_a_month = {"kind": "coupons", "coupons": [{**FIVE, "count": 5}]}
    ladder(silver=[TWO_A_MONTH], gold=[five_a_month])
    put_in(gold, "silver")
    assert give_due(now=NOON) == 2
    put_in(gold, "gold")
    assert give_again(now=NOON + DAY) == 3
    assert gifts(gold) == [("2026-03", number) for number in range(5)]


def test_a_plan_gives_its_own_beside_the_tier(gold: Member) -> None:
    join_plan(gold, plan("plus", [{**TWO_A_MONTH, "each": "quarter"}]), days=30)
    assert give_due(now=NOON) == 4
    assert give_due(now=NOON + 30 * DAY) == 2
    slugs = BenefitGift.objects.values_list("slug", "period").distinct().order_by("slug", "period")
    assert list(slugs) == [
        ("coupons", "2026-03"),
        ("coupons", "2026-04"),
        ("plus.coupons", "2026-Q1"),
    ]


def test_valid_for_some_days_on_the_ladders_clock(ada: Member) -> None:
    ladder(gold=[{"kind": "coupons", "coupons": [{**FIVE, "valid_days": 10}]}])
    put_in(ada, "gold")
    give_due(now=NOON)
    assert BenefitGift.objects.get().valid_until == datetime(2026, 3, 21, tzinfo=UTC)


def test_nobody_is_left_to_have_it(shop: Shop, gold: Member) -> None:
    give_due(now=NOON)
    Member.objects.filter(pk=gold.pk).update(user=None)
    deliver()
    assert shop.coupons == {}
    assert give_due(now=NOON + 31 * DAY) == 0


def test_a_shop_that_fails_makes_it_later(shop: Shop, gold: Member) -> None:
    give_due(now=NOON)
    shop.no_coupons = True
    deliver()
    assert BenefitGift.objects.filter(state=GiftState.DUE).count() == 2
    shop.no_coupons = False
    work_outbox(now=NOON.replace(year=2101))
    assert BenefitGift.objects.filter(state=GiftState.GIVEN).count() == 2


def test_points_on_the_birthday(ada: Member) -> None:
    birthday(ada, date(1990, 3, 10), {**POINTS, "valid_days": 30})
    midnight = datetime(2026, 3, 10, tzinfo=UTC)
    assert give_due(now=midnight - timedelta(seconds=1)) == 0
    assert give_due(now=midnight) == 1
    assert sums(ada) == (100, 0, 0, 0)
    gift = BenefitGift.objects.get()
    assert (gift.state, gift.points, gift.period) == (GiftState.GIVEN, 100, "2026")
    assert gift.valid_until == datetime(2026, 4, 10, tzinfo=UTC)
    assert [give_again(now=midnight + number * DAY) for number in range(10)] == [0] * 10
    assert give_due(now=midnight.replace(year=2027)) == 1
    assert not OutboxEffect.objects.filter(kind="benefit_coupon").exists()


@pytest.mark.parametrize(("late", "given"), [(0, 1), (1, 1), (7, 1), (8, 0)])
def test_a_run_that_is_days_late(ada: Member, late: int, given: int) -> None:
    birthday(ada, date(1990, 3, 10))
    assert give_due(now=NOON + late * DAY) == given


@pytest.mark.parametrize(
    ("year", "day", "given"),
    [
        (2026, date(2026, 2, 28), 0),
        (2026, date(2026, 3, 1), 1),
        (2028, date(2028, 2, 28), 0),
        (2028, date(2028, 2, 29), 1),
        (2100, date(2100, 3, 1), 1),
    ],
)
def test_born_on_a_leap_day(ada: Member, year: int, day: date, given: int) -> None:
    birthday(ada, date(2000, 2, 29))
    assert give_due(now=datetime(year, day.month, day.day, tzinfo=UTC)) == given


def test_a_coupon_days_before_the_birthday(shop: Shop, ada: Member) -> None:
    gift = {"kind": "birthday_gift", "coupon": {"amount": {"USD": 1000}}, "days_before": 14}
    birthday(ada, date(1990, 1, 5), {**gift, "name": {"en": "Happy birthday"}, "valid_days": 30})
    assert give_due(now=datetime(2026, 12, 21, tzinfo=UTC)) == 0
    assert give_due(now=datetime(2026, 12, 22, tzinfo=UTC)) == 1
    deliver()
    end = datetime(2027, 1, 22, tzinfo=UTC)
    assert list(shop.coupons.values()) == [(ada.user_id, 1000, "USD", end)]
    assert [name for _, name in shop.coupon_terms.values()] == [{"en": "Happy birthday"}]
    assert gifts(ada) == [("2027", 0)]
    assert give_due(now=datetime(2027, 1, 5, tzinfo=UTC)) == 0


def test_a_birthday_that_is_changed_brings_no_second_gift(ada: Member) -> None:
    birthday(ada, date(1990, 3, 10))
    assert give_due(now=NOON) == 1
    Member.objects.update(birthday=date(1990, 4, 10))
    assert give_due(now=NOON + 31 * DAY) == 0
    # Not in the next year's first days either.
    Member.objects.update(birthday=date(1990, 1, 1))
    assert give_due(now=datetime(2027, 1, 1, tzinfo=UTC)) == 0
    Member.objects.update(birthday=date(1990, 3, 10))
    assert give_due(now=datetime(2027, 3, 10, tzinfo=UTC)) == 1


def test_who_joined_after_the_birthday_waits_a_year(ada: Member) -> None:
    birthday(ada, date(1990, 3, 9))
    Member.objects.update(joined_at=NOON)
    assert give_due(now=NOON) == 0
    assert give_due(now=NOON.replace(year=2027)) == 1


def test_a_guest_is_given_points_and_no_coupon(ada: Member) -> None:
    birthday(ada, date(1990, 3, 10))
    Member.objects.update(user=None, guest=True)
    assert give_due(now=NOON) == 1
    BenefitGift.objects.all().delete()
    birthday(ada, date(1990, 3, 10), {"kind": "birthday_gift", "coupon": FIVE})
    Member.objects.update(user=None, guest=True)
    assert give_again(now=NOON + DAY) == 0


def test_members_by_pages(gold: Member, bob: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benefit_gifts, "_PAGE", 1)
    put_in(bob, "gold")
    assert give_due(now=NOON) == 4


def test_the_gifts_of_two_accounts_of_one_person_are_theirs(
    shop: Shop, gold: Member, bob: Member
) -> None:
    put_in(bob, "gold")
    give_due(now=NOON)
    BenefitGift.objects.filter(member=gold, number=1).delete()
    benefit_gifts.move(bob.pk, gold.pk)
    assert gifts(bob) == []
    assert sorted(gifts(gold)) == [("2026-03", 0), ("2026-03", 1), ("2026-03", 1000)]
    assert give_again(now=NOON) == 2
    # A third account of theirs.
    benefit_gifts.move(bob.pk, gold.pk)
    assert [number for _, number in sorted(gifts(gold))] == [0, 1, 1000, 2000, 2001]
    assert give_again(now=NOON) == 2


def test_who_waited_under_two_accounts_waits_once(gold: Member, bob: Member) -> None:
    for member in (gold, bob):
        BenefitGift.objects.create(
            public_id=new_public_id(),
            member=member,
            holder="tier:gold",
            kind="partner_codes",
            slug="cinema",
            period="ever",
            state=GiftState.NOTHING_LEFT,
            due_at=NOON,
        )
    benefit_gifts.move(bob.pk, gold.pk)
    states = BenefitGift.objects.values_list("member", "state")
    assert set(states) == {(gold.pk, "nothing_left"), (bob.pk, "withdrawn")}
