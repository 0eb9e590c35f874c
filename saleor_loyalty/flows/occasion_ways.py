"""What a member's days will bring them, among their ways to earn. Reads only."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import F, Min, Q

from ..errors import N_, Message
from ..features.engagement.models import Subject
from ..features.members.models import Member
from ..features.occasions.config import Anniversary, Birthday, OccasionConfig, OccasionsConfig, On
from ..features.occasions.models import OccasionGift
from ..features.occasions.slots import own_day
from ..features.orders.models import OrderRecord
from ..values.days import midnight
from ..values.gift import Gift
from .engagement import running
from .gates import lets_in
from .occasion_gifts import NAMES
from .ways import Way, WayKind, WayState, Wording
from .zones import zone_at

_KINDS = {
    "birthday": WayKind.BIRTHDAY,
    "joined": WayKind.JOINED_ANNIVERSARY,
    "first_purchase": WayKind.PURCHASE_ANNIVERSARY,
    "welcome": WayKind.WELCOME,
    "first_order": WayKind.FIRST_ORDER,
}
# Nobody is told of what is further away.
_LONGEST_AHEAD = 100


def ways(member: Member, now: datetime) -> Iterable[Way]:
    setting = running(Subject.OCCASIONS, OccasionsConfig)
    if setting is None:
        return
    config = setting.config
    had = {(one.occasion, one.period): one for one in OccasionGift.objects.filter(member=member)}
    paid = _first_paid(member) if config.first_purchase or config.first_order else None
    if config.welcome is not None:
        yield from _once("welcome", config.welcome, config.welcome.gift, had)
    if config.first_order is not None and lets_in(config.first_order.gate, member.pk, now=now):
        yield from _first_order(config, had, paid)
    zone = zone_at(member, config.channel, now)
    own = {"birthday": member.birthday, "joined": member.joined_at.astimezone(zone).date()}
    if paid is not None:
        own["first_purchase"] = paid.astimezone(zone).date()
    for occasion in ("birthday", "joined", "first_purchase"):
        kept = getattr(config, occasion)
        if kept is not None and lets_in(kept.gate, member.pk, now=now):
            yield from _yearly(occasion, kept, own.get(occasion), had, zone, now)


Had = dict[tuple[str, str], OccasionGift]


def _first_paid(member: Member) -> datetime | None:
    kept = Q(total=0) | Q(refunded__lt=F("total"))
    paid = OrderRecord.objects.filter(kept, member=member, paid_at__isnull=False)
    first: datetime | None = paid.aggregate(first=Min("paid_at"))["first"]
    return first


def _once(occasion: str, kept: OccasionConfig, gift: Gift, had: Had) -> Iterator[Way]:
    one = had.get((occasion, ""))
    if one is None or one.taken_back_at is not None:
        return
    state = WayState.DONE if one.given_at is not None else WayState.WAITING
    until = None if one.given_at is not None else one.due_at
    yield _way(occasion, kept, gift, state, until)


def _first_order(config: OccasionsConfig, had: Had, paid: datetime | None) -> Iterator[Way]:
    kept = config.first_order
    assert kept is not None, "the caller has looked"
    if ("first_order", "") in had:
        yield from _once("first_order", kept, kept.gift, had)
    elif paid is None:
        yield _way("first_order", kept, kept.gift, WayState.OPEN, None)


def _yearly(
    occasion: str,
    kept: Birthday | Anniversary,
    own: date | None,
    had: Had,
    zone: ZoneInfo,
    now: datetime,
) -> Iterator[Way]:
    if own is None:
        # Only a birthday is there to be told.
        if isinstance(kept, Birthday):
            text = Message(N_("Tell us when your birthday is."))
            yield _way(occasion, kept, kept.gift, WayState.OPEN, None, text)
        return
    today = now.astimezone(zone).date()
    for year in range(today.year, today.year + _LONGEST_AHEAD):
        begins, last = _span(own, year, kept)
        gift = kept.gift if isinstance(kept, Birthday) else _of_year(kept, year - own.year)
        is_over = last + timedelta(days=kept.late_days) < today
        if gift is None or is_over or _had(occasion, year, had, midnight(begins, zone)):
            continue
        state = WayState.WAITING if begins <= today else WayState.NOT_YET
        yield _way(occasion, kept, gift, state, midnight(begins, zone))
        return


def _had(occasion: str, year: int, had: Had, begins: datetime) -> bool:
    """Also one so near that there is none this time: a birthday that was changed."""
    near = begins - timedelta(days=300)
    of = [one for (kind, _), one in had.items() if kind == occasion]
    return any(one.period == str(year) or one.due_at > near for one in of)


def _of_year(kept: Anniversary, years: int) -> Gift | None:
    return kept.gift_of(years) if years >= 1 else None


def _span(own: date, year: int, kept: Birthday | Anniversary) -> tuple[date, date]:
    """The day it is given on, and the last that is theirs."""
    if isinstance(kept, Birthday) and kept.on is On.MONTH:
        first = date(year, own.month, 1)
        return first, first + timedelta(days=monthrange(year, own.month)[1] - 1)
    day = own_day(own, year)
    before = kept.days_before if isinstance(kept, Birthday) else 0
    return day - timedelta(days=before), day


def _way(
    occasion: str,
    kept: OccasionConfig,
    gift: Gift,
    state: WayState,
    until: datetime | None,
    text: Wording = Message(),  # noqa: B008 - a value that never changes
) -> Way:
    return Way(
        kind=_KINDS[occasion],
        name=kept.name if kept.name.root else Message(NAMES[occasion]),
        text=text,
        gift=gift,
        state=state,
        until=until,
    )
