"""Trials, cancelling, what staff give and end, and reminders before it ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import override_settings

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.config import Term
from saleor_loyalty.features.memberships.models import (
    Membership,
    MembershipPurchase,
    MembershipReminder,
)
from saleor_loyalty.flows import daily
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.membership_plans import archive_plan
from saleor_loyalty.flows.membership_reminders import RenewalReminder, due_reminders
from saleor_loyalty.flows.memberships import (
    begin_trial,
    cancel,
    end,
    give,
    memberships_of_many,
    resume,
    tell_of_ends,
    trials_among,
)
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.outbox import work_outbox
from tests.conftest import customer
from tests.flows.plans import LIFE, MONTH, YEAR, buy, membership, order_of, plan, span
from tests.ledger.threads import together
from tests.shop import NOON, Shop, line, paid_order

DAY = timedelta(days=1)
TRIAL = "2026-03-10T12:00/2026-03-25T00:00"
told: list[RenewalReminder] = []


def tell(reminder: RenewalReminder) -> None:
    told.append(reminder)


def is_trial(found: Membership) -> bool:
    return trials_among([found]) == {found.pk}


def everything() -> list[Any]:
    tables = (Membership, MembershipPurchase, OutboxEffect)
    return [sorted(table.objects.values_list(), key=str) for table in tables]


def refused(code: Code, act: Callable[..., Any], *given: Any, **more: Any) -> str:
    before = everything()
    with pytest.raises(LoyaltyError) as refusal:
        act(*given, **more)
    assert refusal.value.code == code
    assert everything() == before
    return refusal.value.message


def test_a_trial_is_given_once_a_member_and_plan(ada: Member, bob: Member) -> None:
    plan()
    plan("vip", trial_days=7, variants={})
    begun = begin_trial(ada, "plus", now=NOON)
    assert (span(ada), is_trial(begun)) == (TRIAL, True)
    refused(Code.LIMIT_EXCEEDED, begin_trial, ada, "plus", now=NOON)
    refused(Code.LIMIT_EXCEEDED, begin_trial, ada, "plus", now=NOON + 99 * DAY)
    begin_trial(ada, "vip", now=NOON)
    begin_trial(bob, "plus", now=NOON)
    assert (span(ada, "vip"), span(bob)) == ("2026-03-10T12:00/2026-03-18T00:00", TRIAL)


def test_who_had_it_needs_no_trial(ada: Member) -> None:
    plan()
    buy(ada, MONTH)
    refused(Code.LIMIT_EXCEEDED, begin_trial, ada, "plus", now=NOON + 99 * DAY)
    act_on([order_of(ada, MONTH, cancelled=True)], now=NOON + DAY)
    assert not is_trial(membership(ada))
    refused(Code.LIMIT_EXCEEDED, begin_trial, ada, "plus", now=NOON + 99 * DAY)


def test_what_cannot_be_tried(ada: Member, bob: Member) -> None:
    plan(trial_days=None)
    plan("vip", trial_days=7)
    archive_plan("vip")
    refused(Code.INVALID, begin_trial, ada, "plus", now=NOON)
    refused(Code.NOT_FOUND, begin_trial, ada, "vip", now=NOON)
    refused(Code.NOT_FOUND, begin_trial, ada, "gone", now=NOON)
    merge_members(bob, ada, now=NOON, actor="user:9")
    bob.refresh_from_db()
    refused(Code.MEMBER_CLOSED, begin_trial, bob, "plus", now=NOON)


def test_who_buys_in_the_trial_loses_no_day(ada: Member) -> None:
    plan()
    begin_trial(ada, "plus", now=NOON)
    buy(ada, MONTH, at=NOON + 3 * DAY)
    assert span(ada) == "2026-03-10T12:00/2026-04-25T00:00"
    assert not is_trial(membership(ada))
    act_on([order_of(ada, MONTH, at=NOON + 3 * DAY, cancelled=True)], now=NOON + 4 * DAY)
    assert (span(ada), is_trial(membership(ada))) == (TRIAL, True)


@pytest.mark.django_db(transaction=True)
def test_a_trial_begun_twice_at_once_is_begun_once(ada: Member) -> None:
    plan()
    begun = together(*[lambda: begin_trial(ada, "plus", now=NOON).pk] * 3)
    assert sorted(map(str, begun)) == sorted(
        [str(membership(ada).pk), Code.LIMIT_EXCEEDED, Code.LIMIT_EXCEEDED]
    )
    assert MembershipPurchase.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_orders_at_once_both_count(ada: Member) -> None:
    plan()
    orders = [order_of(ada, MONTH, order_id=f"o{number}") for number in range(4)]
    together(*(lambda order=order: act_on([order], now=NOON) for order in orders))
    assert span(ada) == "2026-03-10T12:00/2026-07-11T00:00"
    assert Membership.objects.count() == 1


def test_cancelled_it_runs_to_its_end(ada: Member) -> None:
    plan()
    buy(ada)
    before = span(ada)
    assert cancel(membership(ada), now=NOON + DAY).cancelled_at == NOON + DAY
    assert cancel(membership(ada), now=NOON + 2 * DAY).cancelled_at == NOON + DAY
    assert span(ada) == before
    assert resume(membership(ada), now=NOON + 3 * DAY).cancelled_at is None
    assert resume(membership(ada), now=NOON + 3 * DAY).cancelled_at is None
    assert span(ada) == before


def test_who_buys_again_has_not_cancelled(ada: Member) -> None:
    plan()
    buy(ada, MONTH)
    cancel(membership(ada), now=NOON + DAY)
    act_on([order_of(ada, MONTH)], now=NOON + 2 * DAY)
    assert membership(ada).cancelled_at == NOON + DAY
    buy(ada, MONTH, order_id="o2", at=NOON + 3 * DAY)
    assert membership(ada).cancelled_at is None


def test_what_is_over_cannot_be_cancelled(ada: Member) -> None:
    plan()
    buy(ada, MONTH)
    over = membership(ada)
    for act in (cancel, resume):
        assert refused(Code.INVALID, act, over, now=NOON + 60 * DAY) == "This membership is over."


def test_those_a_member_has_and_had(ada: Member) -> None:
    for slug, variant in (("plus", YEAR), ("vip", "V-vip"), ("gone", "V-gone"), ("life", LIFE)):
        plan(slug, variants={variant: {"lifetime": True} if slug == "life" else {"months": 1}})
        buy(ada, variant, order_id=slug)
    act_on([order_of(ada, "V-gone", order_id="gone", cancelled=True)], now=NOON)
    buy(ada, "V-vip", order_id="again")
    assert [one.plan.slug for one in memberships_of_many([ada.pk])[ada.pk]] == [
        "life",
        "vip",
        "plus",
    ]


def test_staff_give_and_prolong_it(ada: Member) -> None:
    plan()
    given = {"reason": "Sorry", "actor": "user:9", "now": NOON}
    for _ in range(2):
        give(ada, "plus", Term(months=1), source="gift:1", **given)
        assert span(ada) == "2026-03-10T12:00/2026-04-11T00:00"
    give(ada, "plus", Term(days=10), source="gift:2", **given)
    assert span(ada) == "2026-03-10T12:00/2026-04-21T00:00"
    assert not is_trial(membership(ada))
    first = MembershipPurchase.objects.get(source="gift:1")
    assert (first.reason, first.actor, first.fee) == ("Sorry", "user:9", 0)
    more = {**given, "source": "gift:1"}
    refused(Code.SOURCE_KEY_CONFLICT, give, ada, "plus", Term(months=2), **more)
    refused(Code.REQUIRED, give, ada, "plus", Term(months=1), **{**more, "reason": " "})
    refused(Code.NOT_FOUND, give, ada, "gone", Term(months=1), **more)
    give(ada, "plus", Term(lifetime=True), source="gift:3", **given)
    assert span(ada) == "2026-03-10T12:00/"


def test_staff_end_it_whatever_was_paid(ada: Member) -> None:
    plan()
    buy(ada)
    buy(ada, YEAR, order_id="o2")
    act = {"reason": "Resold it", "actor": "user:9"}
    ended = end(membership(ada), **act, now=NOON + DAY)
    assert (span(ada), ended.ends_at) == ("2026-03-10T12:00/2026-03-11T12:00", NOON + DAY)
    rows = MembershipPurchase.objects.values_list("ended_by", "ended_reason", "fee")
    assert set(rows) == {("user:9", "Resold it", 9900)}
    refused(Code.INVALID, end, membership(ada), **act, now=NOON + DAY)
    # The same facts again, and a refund, bring nothing back; a new order does.
    act_on([order_of(ada), order_of(ada, YEAR, order_id="o2", cancelled=True)], now=NOON + 2 * DAY)
    assert span(ada) == "2026-03-10T12:00/2026-03-11T12:00"
    buy(ada, MONTH, order_id="o3", at=NOON + 3 * DAY)
    assert span(ada) == "2026-03-13T12:00/2026-04-14T00:00"
    refused(Code.REQUIRED, end, membership(ada), reason="", actor="user:9", now=NOON + 4 * DAY)


def remind(after: timedelta) -> list[tuple[str, int]]:
    """Who is reminded anew of how many days."""
    known = set(MembershipReminder.objects.values_list("pk", flat=True))
    due_reminders(now=NOON + after)
    found = MembershipReminder.objects.exclude(pk__in=known).order_by("pk")
    return [(one.membership.member.email, one.days_before) for one in found]


def test_each_reminder_once(ada: Member, bob: Member) -> None:
    """It ends on the midnight before 11 April: 31.5 days after noon of 10 March."""
    plan()
    buy(ada, MONTH)
    assert remind(timedelta(days=1.4)) == []
    assert remind(timedelta(days=1.5)) == [("ada@example.com", 30)]
    assert remind(timedelta(days=2)) == []
    assert remind(timedelta(days=24.5)) == [("ada@example.com", 7)]
    # A day was missed; the nearest stands for it.
    buy(bob, MONTH, order_id="o2")
    assert remind(timedelta(days=30.6)) == [("ada@example.com", 1), ("bob@example.com", 1)]
    assert remind(timedelta(days=31.5)) == []


def test_who_renews_is_reminded_of_the_new_end(ada: Member) -> None:
    plan()
    buy(ada, MONTH)
    assert remind(2 * DAY) == [("ada@example.com", 30)]
    buy(ada, MONTH, order_id="o2", at=NOON + 3 * DAY)
    assert remind(20 * DAY) == []
    assert remind(40 * DAY) == [("ada@example.com", 30)]


def test_who_has_just_bought_is_not_told_to(ada: Member) -> None:
    """The day of that reminder was over when they bought it."""
    plan()
    begin_trial(ada, "plus", now=NOON)
    assert remind(timedelta(hours=1)) == []
    assert remind(timedelta(days=7.5)) == [("ada@example.com", 7)]
    buy(ada, MONTH, at=NOON + 8 * DAY)
    assert remind(8 * DAY) == []
    assert remind(15.5 * DAY) == [("ada@example.com", 30)]


def test_who_is_not_reminded(ada: Member, bob: Member, shop: Shop) -> None:
    plan()
    plan("life", variants={LIFE + "2": {"lifetime": True}})
    plan("silent", variants={"V-silent": {"months": 1}}, remind_days_before=[])
    plan("archived", variants={"V-archived": {"months": 1}})
    buy(ada, MONTH)
    buy(ada, LIFE + "2", order_id="o2")
    buy(ada, "V-silent", order_id="o3")
    buy(ada, "V-archived", order_id="o4")
    archive_plan("archived")
    cancel(membership(ada), now=NOON)
    assert remind(2 * DAY) == []
    resume(membership(ada), now=NOON + 2 * DAY)
    assert remind(2 * DAY) == [("ada@example.com", 30)]


@override_settings(SALEOR_LOYALTY_ON_RENEWAL_REMINDER=f"{__name__}.tell")
def test_the_merchants_function_is_told(ada: Member) -> None:
    told.clear()
    Member.objects.filter(pk=ada.pk).update(language_code="de-at")
    plan()
    buy(ada, MONTH)
    daily.run(now=NOON + 2 * DAY)
    work_outbox(now=NOON + 2 * DAY)
    (reminder,) = told
    assert reminder == RenewalReminder(
        id=MembershipReminder.objects.get().pk,
        member=ada.public_id,
        user_id=ada.user_id,
        email="ada@example.com",
        language_code="de-at",
        plan="plus",
        plan_name="Plus-Mitgliedschaft",
        ends_at=membership(ada).ends_at,
        days_before=30,
        renewal_url="https://shop.example/plus",
    )


@override_settings(SALEOR_LOYALTY_ON_RENEWAL_REMINDER=f"{__name__}.tell")
@pytest.mark.parametrize("renews", [True, False])
def test_who_has_decided_meanwhile_is_not_told(ada: Member, renews: bool) -> None:
    told.clear()
    plan()
    buy(ada, MONTH)
    due_reminders(now=NOON + 2 * DAY)
    if renews:
        buy(ada, MONTH, order_id="o2", at=NOON + 2 * DAY)
    else:
        cancel(membership(ada), now=NOON + 2 * DAY)
    work_outbox(now=NOON + 2 * DAY)
    assert told == []


def test_an_end_that_time_alone_brings_is_told_once(ada: Member) -> None:
    plan()
    buy(ada, MONTH)
    before = OutboxEffect.objects.filter(kind="reprice").count()
    tell_of_ends(now=NOON + 31 * DAY)
    assert OutboxEffect.objects.filter(kind="reprice").count() == before
    for _ in range(3):
        tell_of_ends(now=NOON + 32 * DAY)
    assert OutboxEffect.objects.filter(kind="reprice").count() == before + 1


def test_the_nightly_run_does_both(ada: Member) -> None:
    plan()
    buy(ada, MONTH)
    report = daily.run(now=NOON + 2 * DAY)
    assert (report.renewal_reminders, report.memberships_ended) == (1, 0)
    report = daily.run(now=NOON + 32 * DAY)
    assert (report.renewal_reminders, report.memberships_ended) == (0, 1)


def test_a_reminder_for_a_guest(shop: Shop, programme: None) -> None:
    plan()
    order = paid_order(line("m", 990, variant_id=MONTH), user_id=None, email="eve@example.com")
    act_on([order], now=NOON)
    assert remind(2 * DAY) == [("eve@example.com", 30)]
    customer(shop, "eve")
    act_on([replace(order, cancelled=True)], now=NOON + 3 * DAY)
    assert remind(4 * DAY) == []
