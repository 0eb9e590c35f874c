"""When points end, who is told before, what becomes of them, and how they live longer."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import override_settings

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.earning.expiry_config import Expiry, ExpiryEnd
from saleor_loyalty.features.expiry.models import ExpiryConversion, ExpiryReminder
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import daily, expiry
from saleor_loyalty.flows.expiry_reminders import Reminder
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.flows.terms import ProgrammeConfig
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.ledger.models import Entry, EntryKind, Lot
from tests.conftest import PROGRAMME
from tests.flows.balances import sums
from tests.shop import NOON, Shop, line, paid_order

Extend = Callable[..., Any]

# An order of NOON expires then under the programme of the tests: 12 months.
THE_END = datetime(2027, 3, 11, tzinfo=UTC)
COUPONS = {"points_rate": {"USD": {"points": 10, "minor": 7}}, "minimum": 20, "valid_days": 14}


def programme(*, zone: str = "UTC", begins: str = "2026-01-01T00:00:00Z", **rules: Any) -> None:
    config = {**PROGRAMME["config"], "time_zone": zone}
    config["earning"] = {**config["earning"], "expiry": rules}
    document = {**PROGRAMME, "valid_from": begins, "config": config}
    set_up({"programmes": [document]}, now=NOON)


def earn(member: Member, points: int, *, at: datetime = NOON, order_id: str = "o1") -> None:
    order = paid_order(
        line("a", points * 100),
        order_id=order_id,
        user_id=member.user_id,
        email=member.email,
        placed_at=at,
        paid_at=at,
        fulfilled_at=at,
    )
    act_on([order], now=at)


def ends(member: Member) -> list[datetime | None]:
    lots = Lot.objects.filter(account_id__in=member.accounts.filter(unit=1).values("pk"))
    return list(lots.order_by("seq").values_list("expires_at", flat=True))


def days(number: float) -> timedelta:
    return timedelta(days=number)


def audited() -> list[Any]:
    found: list[Any] = []
    audit(found.append)
    return found


@pytest.mark.parametrize(
    ("months", "end_of", "zone", "earned", "expected"),
    [
        # Leap days: the last day of a shorter month stands for those it lacks.
        (12, "day", "UTC", "2024-02-29T12:00+00:00", "2025-03-01T00:00+00:00"),
        (48, "day", "UTC", "2024-02-29T12:00+00:00", "2028-03-01T00:00+00:00"),
        (12, "month", "UTC", "2023-02-28T12:00+00:00", "2024-03-01T00:00+00:00"),
        (1, "day", "UTC", "2026-01-31T23:59+00:00", "2026-03-01T00:00+00:00"),
        (1, "month", "UTC", "2026-01-31T23:59+00:00", "2026-03-01T00:00+00:00"),
        (1, "year", "UTC", "2026-12-31T23:59+00:00", "2028-01-01T00:00+00:00"),
        # Clocks: earned in winter, gone in summer, at the local midnight of then.
        (6, "day", "Europe/Berlin", "2026-01-15T12:00+00:00", "2026-07-15T22:00+00:00"),
        (6, "day", "Europe/Berlin", "2026-07-15T12:00+00:00", "2027-01-15T23:00+00:00"),
        # The day after the last one begins at one o'clock there: clocks were put forward.
        (1, "day", "Africa/Cairo", "2026-03-23T12:00+00:00", "2026-04-23T22:00+00:00"),
        # It is tomorrow already, or yesterday still.
        (1, "day", "Asia/Tokyo", "2026-03-31T20:00+00:00", "2026-05-01T15:00+00:00"),
        (1, "day", "America/Los_Angeles", "2026-04-01T05:00+00:00", "2026-05-01T07:00+00:00"),
    ],
)
def test_the_last_day_ends_at_midnight(
    months: int, end_of: str, zone: str, earned: str, expected: str
) -> None:
    found = Expiry(months=months, end_of=ExpiryEnd(end_of)).expires_at(
        datetime.fromisoformat(earned), ZoneInfo(zone)
    )
    assert found == datetime.fromisoformat(expected)


def test_the_midnight_is_the_members_own_where_the_programme_says_so(
    ada: Member, bob: Member
) -> None:
    programme(months=1, clock="member", zone="Europe/Berlin")
    Member.objects.filter(pk=ada.pk).update(time_zone="Asia/Tokyo")
    Member.objects.filter(pk=bob.pk).update(time_zone="Moon/Base")
    earn(ada, 10)
    earn(bob, 10, order_id="o2")
    assert ends(ada) == [datetime(2026, 4, 10, 15, tzinfo=UTC)]
    assert ends(bob) == [datetime(2026, 4, 10, 22, tzinfo=UTC)]


@pytest.mark.parametrize("end_of", list(ExpiryEnd))
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/New_York"])
def test_silence_lasts_as_long_as_points_would(zone: str, end_of: ExpiryEnd) -> None:
    """Both say the same of every day around a leap day and the changes of the clocks."""
    rule = Expiry(months=13, inactivity_months=13, end_of=end_of)
    now = datetime(2025, 3, 31, 11, 30, tzinfo=UTC)
    since = rule.inactive_since(now, ZoneInfo(zone))
    assert since is not None
    for hours in range(-24 * 500, 24, 7):
        heard = now + timedelta(hours=hours)
        end = rule.expires_at(heard, ZoneInfo(zone))
        assert end is not None
        assert (end <= now) == (heard < since)


def test_who_is_silent_for_too_long_loses_everything_that_is_free(ada: Member, bob: Member) -> None:
    programme(inactivity_months=3)
    earn(ada, 10)
    adjust_points(ada, 5, reason="Hello", source="a", actor="", now=NOON)
    earn(bob, 10, order_id="o2")
    adjust_points(bob, -1, reason="Spent", source="b", actor="", now=NOON + days(1))
    last_day = datetime(2026, 6, 10, 23, 59, tzinfo=UTC)
    assert daily.run(now=last_day).inactive_ended == 0
    assert daily.run(now=last_day + timedelta(minutes=1)).inactive_ended == 1
    assert (sums(ada)[0], sums(bob)[0]) == (0, 9)
    entries = Entry.objects.filter(kind=EntryKind.EXPIRE).values_list("data", flat=True)
    assert list(entries) == [{"reason": "inactive"}] * 2
    assert daily.run(now=last_day + days(2)).inactive_ended == 1
    assert audited() == []


def test_a_rule_about_silence_looks_only_forward(ada: Member) -> None:
    """Who was silent before it came has its months from the first day of it on."""
    earn(ada, 10)
    programme(begins="2026-08-01T00:00:00Z", months=36, inactivity_months=3)
    assert daily.run(now=datetime(2026, 8, 2, tzinfo=UTC)).inactive_ended == 0
    assert daily.run(now=datetime(2026, 11, 1, tzinfo=UTC)).inactive_ended == 0
    assert daily.run(now=datetime(2026, 11, 3, tzinfo=UTC)).inactive_ended == 1


def test_the_most_patient_programme_decides(ada: Member) -> None:
    programme(inactivity_months=3)
    earn(ada, 10)
    config = {**PROGRAMME["config"]}
    config["earning"] = {**config["earning"], "expiry": {"inactivity_months": 6}}
    other = {**PROGRAMME, "slug": "other", "channels": ["other"], "config": config}
    set_up({"programmes": [other]}, now=NOON)
    assert expiry.silent_since(now=NOON + days(300)) == datetime(2026, 7, 4, tzinfo=UTC)
    assert daily.run(now=NOON + days(100)).inactive_ended == 0
    assert daily.run(now=NOON + days(200)).inactive_ended == 1


def test_a_campaign_of_kindness_then_the_end(ada: Member) -> None:
    earn(ada, 10)
    earn(ada, 20, at=NOON + days(40), order_id="o2")
    until = THE_END + days(100)
    told = {"reason": "We moved house", "source": "kind", "actor": "user:9"}
    first = expiry.extend(ada, until=until, before=THE_END + days(1), now=NOON + days(50), **told)
    again = expiry.extend(ada, until=until, before=THE_END + days(1), now=NOON + days(90), **told)
    assert again == first
    assert ends(ada) == [until, THE_END + days(40)]
    data = Entry.objects.get(account_id=first.account_id, seq=first.seq).data
    assert (data["reason"], data["text"], data["points"]) == ("extended", "We moved house", 10)
    daily.run(now=until - timedelta(seconds=1))
    assert sums(ada)[0] == 10
    daily.run(now=until)
    assert sums(ada)[0] == 0
    assert audited() == []


def test_one_award_may_live_for_good(ada: Member) -> None:
    earn(ada, 10)
    earn(ada, 20, order_id="o2")
    points = ada.accounts.get(unit=1)
    key = Entry.objects.get(account_id=points.pk, kind=EntryKind.EARN, available=20).key
    told = {"reason": "Sorry", "actor": "user:9", "now": NOON}
    expiry.extend_lot(ada, key, until=None, source="one", **told)
    assert ends(ada) == [THE_END, None]
    spent = adjust_points(ada, -1, reason="x", source="x", actor="", now=NOON)
    with pytest.raises(LoyaltyError) as refused:
        expiry.extend_lot(ada, spent.key, until=None, source="two", **told)
    assert refused.value.code is Code.NOT_FOUND


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"until": NOON}, "until"),
        ({"until": NOON + days(40_000)}, "until"),
        ({"reason": " "}, "reason"),
        ({"until": NOON + days(1)}, None),
    ],
)
def test_what_is_no_extension_is_refused(ada: Member, given: dict[str, Any], field: str) -> None:
    earn(ada, 10)
    before = ends(ada)
    wanted = {"until": None, "reason": "Sorry", "source": "s", "actor": "", "now": NOON, **given}
    with pytest.raises(LoyaltyError) as refused:
        expiry.extend(ada, **wanted)
    assert refused.value.field == field
    assert field is None or ends(ada) == before


# Reminders

TOLD: list[Reminder] = []


def tell(reminder: Reminder) -> None:
    TOLD.append(reminder)


def reminders() -> list[tuple[int, int]]:
    """(days before, points), in the order they were made."""
    return list(ExpiryReminder.objects.order_by("pk").values_list("days_before", "points"))


def test_each_reminder_comes_once_and_on_its_day(ada: Member, bob: Member) -> None:
    earn(ada, 30)
    earn(ada, 12, order_id="o2")
    adjust_points(bob, 5, reason="No end", source="n", actor="", now=NOON)
    assert daily.run(now=THE_END - days(30) - timedelta(seconds=1)).reminders == 0
    for _ in range(2):
        daily.run(now=THE_END - days(30))
    assert reminders() == [(30, 42)]
    adjust_points(ada, -2, reason="Spent", source="s", actor="", now=THE_END - days(20))
    for before in (29, 8, 7, 6, 1, 0.5, 0, -1):
        daily.run(now=THE_END - days(before))
    assert reminders() == [(30, 42), (7, 40), (1, 40)]
    assert set(ExpiryReminder.objects.values_list("expires_at", flat=True)) == {THE_END}


def test_a_run_that_was_missed_is_made_up_for_once(ada: Member) -> None:
    earn(ada, 30)
    daily.run(now=THE_END - days(5))
    daily.run(now=THE_END - days(4))
    assert reminders() == [(7, 30)]


def test_what_lives_longer_is_reminded_of_again(ada: Member) -> None:
    earn(ada, 30)
    daily.run(now=THE_END - days(7))
    told = {"reason": "Kind", "source": "k", "actor": ""}
    expiry.extend(ada, until=THE_END + days(60), now=THE_END - days(6), **told)
    daily.run(now=THE_END - days(1))
    daily.run(now=THE_END + days(53))
    assert reminders() == [(7, 30), (7, 30)]


def test_a_programme_may_choose_its_days_or_say_nothing(ada: Member) -> None:
    programme(months=12, reminders_days_before=[3])
    earn(ada, 30)
    programme(months=12, reminders_days_before=[])
    earn(ada, 12, order_id="o2", at=NOON + days(1))
    for before in range(40, -2, -1):
        daily.run(now=THE_END - days(before))
    assert reminders() == [(3, 30)]


def test_the_merchants_own_function_is_told(ada: Member) -> None:
    earn(ada, 30)
    daily.run(now=THE_END - days(7))
    TOLD.clear()
    with override_settings(SALEOR_LOYALTY_ON_REMINDER="tests.flows.test_expiry.tell"):
        for _ in range(2):
            work_outbox(now=THE_END)
    (told,) = TOLD
    assert (told.member, told.user_id, told.email) == (ada.public_id, ada.user_id, ada.email)
    assert (told.points, told.expires_at, told.days_before) == (30, THE_END, 7)


# Coupons


def coupons(shop: Shop) -> list[tuple[int, int, str, datetime | None]]:
    return list(shop.coupons.values())


def test_what_expires_becomes_one_coupon(ada: Member, shop: Shop) -> None:
    programme(months=12, conversion=COUPONS)
    earn(ada, 30)
    earn(ada, 15, order_id="o2")
    for _ in range(3):
        daily.run(now=THE_END)
        work_outbox(now=THE_END)
    # 45 points at 7 cents for 10, rounded down.
    assert coupons(shop) == [(ada.user_id, 31, "USD", THE_END + days(14))]
    conversion = ExpiryConversion.objects.get()
    assert (conversion.member, conversion.points, conversion.value) == (ada, 45, 31)
    assert conversion.code in shop.coupons


def test_points_that_a_purchase_found_expired_become_one_too(ada: Member, shop: Shop) -> None:
    """The sweep need not have been the first to see it."""
    programme(months=12, conversion=COUPONS)
    earn(ada, 30)
    earn(ada, 10, order_id="o2", at=THE_END)
    adjust_points(ada, -1, reason="x", source="x", actor="", now=THE_END)
    assert daily.run(now=THE_END + days(1)).conversions == 1
    work_outbox(now=THE_END + days(1))
    assert [coupon[1] for coupon in coupons(shop)] == [21]


def test_too_few_become_nothing_and_each_moment_stands_for_itself(ada: Member, shop: Shop) -> None:
    programme(months=12, conversion=COUPONS)
    earn(ada, 19)
    earn(ada, 19, order_id="o2", at=NOON + days(1))
    earn(ada, 20, order_id="o3", at=NOON + days(2))
    assert daily.run(now=THE_END + days(2)).conversions == 1
    work_outbox(now=THE_END + days(2))
    assert [coupon[1] for coupon in coupons(shop)] == [14]


def test_the_version_that_made_the_award_decides(ada: Member, shop: Shop) -> None:
    programme(months=12, conversion=COUPONS)
    earn(ada, 30)
    programme(months=12)
    earn(ada, 40, order_id="o2", at=NOON + days(1))
    daily.run(now=THE_END + days(1))
    work_outbox(now=THE_END + days(1))
    assert [coupon[1] for coupon in coupons(shop)] == [21]


def test_a_coupon_is_in_the_currency_the_points_were_earned_in(ada: Member, shop: Shop) -> None:
    rates = {"JPY": {"points": 1, "minor": 1}, "USD": {"points": 10, "minor": 7}}
    programme(months=12, conversion={**COUPONS, "points_rate": rates})
    earn(ada, 30)
    daily.run(now=THE_END)
    work_outbox(now=THE_END)
    assert [coupon[1:3] for coupon in coupons(shop)] == [(21, "USD")]


def test_silence_is_converted_too(ada: Member, shop: Shop) -> None:
    programme(inactivity_months=3, conversion=COUPONS)
    earn(ada, 30)
    adjust_points(ada, 10, reason="Hello", source="a", actor="", now=NOON)
    daily.run(now=NOON + days(200))
    work_outbox(now=NOON + days(200))
    assert sum(coupon[1] for coupon in coupons(shop)) == 28


def test_a_host_that_fails_is_asked_again_and_gives_one_coupon(ada: Member, shop: Shop) -> None:
    programme(months=12, conversion=COUPONS)
    earn(ada, 30)
    shop.no_coupons = True
    daily.run(now=THE_END)
    work_outbox(now=THE_END)
    effect = OutboxEffect.objects.get(kind="expiry_coupon")
    assert (effect.status, effect.attempts) == (WorkStatus.NEW, 1)
    assert ExpiryConversion.objects.get().code == ""
    shop.no_coupons = False
    for hour in (1, 2):
        work_outbox(now=THE_END + timedelta(hours=hour))
    assert len(shop.coupons) == 1
    assert ExpiryConversion.objects.get().code


def test_whoever_the_member_became_gets_the_coupon(ada: Member, bob: Member, shop: Shop) -> None:
    programme(months=12, conversion=COUPONS)
    earn(ada, 30)
    daily.run(now=THE_END)
    merge_members(ada, bob, now=THE_END, actor="staff")
    work_outbox(now=THE_END)
    assert [coupon[0] for coupon in coupons(shop)] == [bob.user_id]
    assert ExpiryConversion.objects.get().member == bob


@pytest.mark.parametrize(
    "fault",
    [
        {"months": 0},
        {"inactivity_months": 0},
        {"clock": "moon"},
        {"reminders_days_before": [7, 7]},
        {"reminders_days_before": [0]},
        {"conversion": {"points_rate": {}}},
        {"conversion": {"points_rate": {"XXL": {"points": 1, "minor": 1}}}},
    ],
)
def test_a_rule_without_sense_is_refused_with_its_place(fault: dict[str, Any]) -> None:
    with pytest.raises(LoyaltyError) as refused:
        ProgrammeConfig.parse({"earning": {"rates": {}, "expiry": fault}})
    assert f"earning.expiry.{next(iter(fault))}" in refused.value.message


def test_the_example_of_the_docs_is_a_rule() -> None:
    text = (Path(__file__).parents[2] / "docs" / "expiry.md").read_text()
    example = text.partition("```json\n")[2].partition("```")[0]
    config = ProgrammeConfig.parse({"earning": {"rates": {}, "expiry": json.loads(example)}})
    assert config.earning.expiry.inactivity_months == 18


def test_a_step_that_came_to_its_end_is_not_done_again(ada: Member) -> None:
    programme(inactivity_months=3)
    earn(ada, 10)
    assert daily.run(now=NOON + days(200)).inactive_ended == 1
    adjust_points(ada, 5, reason="Late", source="a", actor="", now=NOON)
    later = NOON + days(200) + timedelta(minutes=15)
    assert daily.run(now=later).inactive_ended == 0
    assert daily.run(now=later + days(1)).inactive_ended == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_give_one_coupon_and_one_reminder(ada: Member, shop: Shop) -> None:
    programme(months=12, conversion=COUPONS)
    earn(ada, 30)
    earn(ada, 40, order_id="o2", at=NOON + days(20))
    together = Barrier(2)

    def work() -> None:
        together.wait(60)
        daily.run(now=THE_END)
        work_outbox(now=THE_END)
        connection.close()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    work_outbox(now=THE_END)
    assert [coupon[1] for coupon in coupons(shop)] == [21]
    assert ExpiryConversion.objects.get().code in shop.coupons
    assert reminders() == [(30, 40)]
    assert OutboxEffect.objects.filter(kind="expiry_reminder").count() == 1
