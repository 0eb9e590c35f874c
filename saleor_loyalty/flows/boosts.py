"""More points for some time, given to one member: effective in every order paid meanwhile."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Greatest

from .. import rows
from ..features.boosts.models import Boost
from ..features.member_events.models import MemberEvent
from ..features.members.models import Member
from ..values.days import days_on
from ..values.gift import GiftBoost
from ..values.source_key import key_of
from ..values.texts import Texts
from .membership_spans import shop_zone


def give(wanted: Sequence[tuple[MemberEvent, GiftBoost, Texts]], *, now: datetime) -> None:
    """From `now` on, one for each event; the texts are what it was given for."""
    if not wanted:
        return
    zone = shop_zone(now=now)
    rows.insert(
        Boost(
            key=_key(event),
            member=event.member,
            percent=boost.percent,
            name=name.root,
            starts_at=now,
            ends_at=days_on(now, boost.days, zone),
        )
        for event, boost, name in wanted
    )


def end(event: MemberEvent, *, now: datetime) -> None:
    """What the event brought holds no longer. Orders paid meanwhile keep what they earned."""
    # No window is empty: one that is ended as it begins holds for the shortest time there is.
    shortest = F("starts_at") + timedelta(microseconds=1)
    running = Boost.objects.filter(key=_key(event), ends_at__gt=now)
    running.update(ends_at=Greatest(shortest, now), ended_by=event.source)


def running(member: Member, *, now: datetime) -> list[Boost]:
    """The one that ends first comes first."""
    mine = Boost.objects.filter(member=member, starts_at__lte=now, ends_at__gt=now)
    return list(mine.order_by("ends_at", "pk"))


def move(from_member: int, to_member: int) -> None:
    Boost.objects.filter(member=from_member).update(member=to_member)


def _key(event: MemberEvent) -> UUID:
    return key_of(f"boost:{event.source}")
