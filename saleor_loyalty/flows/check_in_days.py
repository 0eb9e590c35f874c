"""A member's days as they are: how they stand today, a month of them, what is still to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Min

from ..errors import N_, NN_, Message
from ..features.check_ins.calendar import (
    CalendarDay,
    Kept,
    Month,
    calendar_of,
    makes_up_left,
)
from ..features.check_ins.config import CheckInConfig
from ..features.check_ins.models import CheckIn
from ..features.check_ins.rules import (
    Lived,
    follows,
    gift_of,
    opens_at,
    step_of,
    streak_on,
    today_in,
)
from ..features.engagement.models import EngagementVersion, Subject
from ..features.members.models import Member
from ..values.gift import Gift
from .engagement import running
from .gates import lets_in
from .ways import Way, WayKind, WayState
from .zones import zone_at

_MOST_IN_A_MONTH = 31


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands now. `member` None: a customer who has not joined yet."""

    member: Member | None
    config: CheckInConfig
    zone: ZoneInfo
    now: datetime
    last: Lived | None
    # By its gate.
    may: bool

    @property
    def today(self) -> date:
        return today_in(self.zone, self.now)

    @property
    def opens_at(self) -> datetime:
        """From when on they can check in: now where they can."""
        return opens_at(self.last, self.zone, self.now)

    @property
    def is_open(self) -> bool:
        return self.may and self.opens_at == self.now

    @property
    def checked_today(self) -> bool:
        return self.last is not None and self.last.day >= self.today

    @property
    def streak(self) -> int:
        """Days in a row that a check-in today or tomorrow goes on with; 0 once it is broken."""
        if self.last is None:
            return 0
        alive = self.checked_today or follows(self.last, self.today, self.zone)
        return self.last.streak if alive else 0

    @property
    def next_streak(self) -> int:
        """With the next check-in."""
        return self.streak + 1

    @property
    def streak_today(self) -> int:
        """Today's, were it checked."""
        if self.last is not None and self.checked_today:
            return self.last.streak - (self.last.day - self.today).days
        return streak_on(self.today, self.last, self.zone)

    @property
    def next_gift(self) -> Gift | None:
        return gift_of(self.next_streak, self.config)

    def month(self, first: date) -> list[CalendarDay]:
        """Every day of the month that begins with `first`."""
        member = self.member
        return calendar_of(
            Month(
                first=first,
                today=self.today,
                since=since_of(member, self.zone) if member is not None else self.today,
                streak=self.streak_today,
                checked=self.checked_today,
                kept=kept_around(member.pk, first) if member is not None else {},
                config=self.config,
                can=self.is_open,
            )
        )

    @property
    def make_ups_left(self) -> int:
        """Of the days of this month."""
        kept = kept_around(self.member.pk, self.today) if self.member is not None else {}
        return makes_up_left(self.config.make_up, self.today, kept)


def standing(member: Member | None, *, now: datetime) -> Standing | None:
    """None where the shop does not offer it."""
    setting = running(Subject.CHECK_INS, CheckInConfig)
    if setting is None:
        return None
    config = setting.config
    last = CheckIn.objects.filter(member=member).order_by("-day").first() if member else None
    return Standing(
        member,
        config,
        zone_at(member, config.channel, now),
        now,
        lived(last) if last is not None else None,
        config.gate.is_open or (member is not None and lets_in(config.gate, member.pk, now=now)),
    )


def ways(member: Member, now: datetime) -> Iterable[Way]:
    found = standing(member, now=now)
    if found is None or not found.may:
        return
    config = found.config
    yield Way(
        kind=WayKind.CHECK_IN,
        name=config.name if config.name.root else Message(N_("Check in every day")),
        text=_told(found.streak) if not config.description.root else config.description,
        gift=found.next_gift,
        progress=step_of(found.streak, config) if found.streak else 0,
        goal=len(config.days),
        state=WayState.OPEN if found.is_open else WayState.NOT_YET,
        until=None if found.is_open else found.opens_at,
    )


def lived(row: CheckIn) -> Lived:
    return Lived(row.day, row.over_at, row.streak)


def since_of(member: Member, zone: ZoneInfo) -> date:
    """The first day that the member could have checked in, or did under another account."""
    offered = EngagementVersion.objects.filter(subject=Subject.CHECK_INS, enabled=True)
    first: datetime | None = offered.aggregate(first=Min("created_at"))["first"]
    could = max(member.joined_at, first) if first is not None else member.joined_at
    did: date | None = member.check_ins.aggregate(first=Min("day"))["first"]
    since = today_in(zone, could)
    return min(since, did) if did is not None else since


def kept_around(member_id: int, day: date) -> dict[date, Kept]:
    """The days of that calendar month, and the next one after them."""
    rows = CheckIn.objects.filter(member=member_id, day__gte=day.replace(day=1)).order_by("day")
    return {
        row.day: Kept(row.streak, row.points, row.made_up_for is not None)
        for row in rows[: _MOST_IN_A_MONTH + 1]
    }


def _told(streak: int) -> Message:
    if not streak:
        return Message()
    return Message(NN_("%(count)s day in a row", "%(count)s days in a row"), {"count": streak})
