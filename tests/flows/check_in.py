"""A shop with a daily check-in, in few words."""

from datetime import date, datetime, timedelta
from typing import Any

from saleor_loyalty.features.check_ins.models import CheckIn
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.check_ins import CheckedIn, check_in
from saleor_loyalty.flows.engagement import save
from tests.shop import NOON

WEEK = [{"points": points} for points in (5, 5, 10, 10, 15, 15, 50)]
MAKE_UP = {"points": 20, "days_back": 7, "per_month": 2}


def offer(*, enabled: bool = True, **config: Any) -> None:
    """A week of days that goes round, and days made good for 20 points."""
    document = {"days": WEEK, "make_up": MAKE_UP, "channel": "web", **config}
    # Since long before anybody joined.
    since = NOON - timedelta(days=400)
    save(Subject.CHECK_INS, document, enabled=enabled, actor="user:9", now=since)


def on(day: int, hour: int = 12) -> datetime:
    """That day of March 2026, in UTC."""
    return NOON.replace(day=day, hour=hour)


def come(member: Member, *days: int) -> list[CheckedIn]:
    return [check_in(member, now=on(day)) for day in days]


def days_of(member: Member) -> list[tuple[date, int, int]]:
    """(day, streak, points)"""
    rows = CheckIn.objects.filter(member=member).order_by("day")
    return list(rows.values_list("day", "streak", "points"))


def short(member: Member) -> list[tuple[int, int]]:
    """(day of the month, streak)"""
    return [(day.day, streak) for day, streak, _ in days_of(member)]
