"""Checking in: once a local day of the member, with a ladder of gifts, and days made good."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F

from ..errors import N_, Code, LoyaltyError
from ..features.check_ins.calendar import in_reach, makes_up_left, was_there
from ..features.check_ins.config import CheckInConfig, MakeUp
from ..features.check_ins.models import CheckIn
from ..features.check_ins.rules import (
    follows,
    gift_of,
    opens_at,
    over_at,
    step_of,
    streak_on,
    today_in,
)
from ..features.engagement.models import Subject
from ..features.member_events.models import MemberEvent
from ..features.member_events.names import Own
from ..features.members.models import Member
from ..ledger import post
from ..ledger.accounts import account_id
from ..values.points import Unit
from ..values.voice import voice_of
from . import task_notices
from .check_in_days import kept_around, lived, since_of
from .engagement import must_run
from .gates import check_member
from .gifts import Happening, happen
from .locks import lock_counters, lock_subjects
from .member_events import awards_of
from .referral_locks import keep_members
from .zones import zone_at


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """`is_new` False: it had been done before, and nothing was given now."""

    row: CheckIn
    is_new: bool


@transaction.atomic
def check_in(member: Member, *, now: datetime) -> CheckedIn:
    """The member's day, with what it gives. Once it is had, the same again answers the same.

    Raises NOT_FOUND where the shop does not offer it, FORBIDDEN, MEMBER_CLOSED,
    PROGRAMME_NOT_ACTIVE.
    """
    config = must_run(Subject.CHECK_INS, CheckInConfig).config
    member = _in_turn(member)
    check_member(member, config.gate, now=now)
    zone = zone_at(member, config.channel, now)
    last = CheckIn.objects.filter(member=member).order_by("-day").first()
    if last is not None and opens_at(lived(last), zone, now) > now:
        return CheckedIn(last, is_new=False)
    day = today_in(zone, now)
    streak = streak_on(day, lived(last) if last is not None else None, zone)
    event = _happened(member, day, streak, config, now)
    row = CheckIn.objects.create(
        member=member,
        day=day,
        streak=streak,
        step=step_of(streak, config),
        over_at=over_at(day, zone),
        points=_points(event),
        event=event,
        at=now,
    )
    return CheckedIn(row, is_new=True)


@transaction.atomic
def make_up(member: Member, day: date, *, now: datetime) -> CheckIn:
    """Makes a missed day good for points, and the row of days whole. The same day again: the same.

    Raises NOT_FOUND where the shop does not offer it; INVALID for a day that was not missed, or
    too long ago; LIMIT_EXCEEDED, NOT_ENOUGH_POINTS, FORBIDDEN, MEMBER_CLOSED.
    """
    config = must_run(Subject.CHECK_INS, CheckInConfig).config
    if config.make_up is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("Missed days cannot be made good."), field="day")
    member = _in_turn(member)
    check_member(member, config.gate, now=now)
    known = CheckIn.objects.filter(member=member, day=day).first()
    if known is not None and known.made_up_for is not None:
        return known
    zone = zone_at(member, config.channel, now)
    _check_missed(member, day, config.make_up, zone, now)
    if config.make_up.gives:
        # Counters before accounts, and the price before the gift: it does not pay for itself.
        lock_counters()
    _pay(member, day, config.make_up.points, now)
    return _made_up(member, day, config, zone, now)


def _in_turn(member: Member) -> Member:
    """As they are now: nobody merges them until the transaction ends."""
    keep_members([member.pk])
    lock_subjects([f"check-in:{member.pk}"])
    return Member.objects.select_related("tier").get(pk=member.pk)


def _happened(
    member: Member, day: date, streak: int, config: CheckInConfig, now: datetime
) -> MemberEvent:
    happening = Happening(
        kind=Own.CHECK_IN,
        source=f"{member.pk}/{day}",
        occurred_at=now,
        about=str(streak),
        name=config.name,
        attributes={"day": day.isoformat(), "streak": streak},
        channel=config.channel,
    )
    return happen(member, happening, gift_of(streak, config), now=now)


def _points(event: MemberEvent) -> int:
    award = awards_of([event])[event.pk].get(Unit.POINTS)
    return award.points if award is not None else 0


def _check_missed(member: Member, day: date, config: MakeUp, zone: ZoneInfo, now: datetime) -> None:
    today = today_in(zone, now)
    kept = kept_around(member.pk, day)
    streak = _streak_today(member, zone, now)
    missed = day not in kept and was_there(day, kept, streak)
    if not (missed and in_reach(day, today, since_of(member, zone), config)):
        raise LoyaltyError(Code.INVALID, N_("This day cannot be made good."), field="day")
    if not makes_up_left(config, day, kept):
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            N_("No more days of this month can be made good."),
            field="day",
        )


def _streak_today(member: Member, zone: ZoneInfo, now: datetime) -> int:
    last = CheckIn.objects.filter(member=member).order_by("-day").first()
    return streak_on(today_in(zone, now), lived(last) if last is not None else None, zone)


def _pay(member: Member, day: date, points: int, now: datetime) -> None:
    if not points:
        return
    post.spend(
        account_id(member.pk, Unit.POINTS),
        points,
        source=f"check-in-make-up:{member.pk}/{day}",
        now=now,
        data={
            "reason": "check_in_make_up",
            "event": voice_of(member.language_code).day(day),
        },
    )


def _made_up(
    member: Member, day: date, config: CheckInConfig, zone: ZoneInfo, now: datetime
) -> CheckIn:
    assert config.make_up is not None, "checked by the caller"
    before = CheckIn.objects.filter(member=member, day__lt=day).order_by("-day").first()
    streak = streak_on(day, lived(before) if before is not None else None, zone)
    gives = config.make_up.gives
    event = _happened(member, day, streak, config, now) if gives else None
    row = CheckIn.objects.create(
        member=member,
        day=day,
        streak=streak,
        step=step_of(streak, config),
        over_at=over_at(day, zone),
        points=_points(event) if event is not None else 0,
        made_up_for=config.make_up.points,
        event=event,
        at=now,
    )
    # A day that gives nothing has no event to tell of it.
    task_notices.day_made_up(member.pk, now=now)
    _mend(row, zone)
    return row


def _mend(row: CheckIn, zone: ZoneInfo) -> None:
    """Days that follow are days in a row with it now. What they gave stays as it was."""
    later = CheckIn.objects.filter(member=row.member_id, day__gt=row.day).order_by("day")
    first = later.first()
    if first is None or first.streak != 1 or not follows(lived(row), first.day, zone):
        return
    next_break = later.filter(day__gt=first.day, streak=1).first()
    chain = later.filter(day__lt=next_break.day) if next_break is not None else later
    chain.update(streak=F("streak") + row.streak)
