"""Days that are kept, and a night's run of them, in few words."""

from datetime import UTC, date, datetime
from typing import Any

from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.occasions.models import OccasionGift
from saleor_loyalty.flows import engagement
from saleor_loyalty.flows.occasion_days import find_due
from saleor_loyalty.flows.occasion_gifts import give_due
from tests.shop import NOON

BIRTHDAY = {"gift": {"points": 50}}


def keep(*, enabled: bool = True, now: datetime = NOON, **occasions: Any) -> None:
    engagement.save(Subject.OCCASIONS, occasions, enabled=enabled, actor="staff:1", now=now)


def at(text: str) -> datetime:
    """In UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def born(member: Member, birthday: str, *, zone: str = "", joined: str = "2020-01-01") -> Member:
    member.birthday, member.time_zone = date.fromisoformat(birthday), zone
    member.joined_at = at(joined)
    member.save(update_fields=["birthday", "time_zone", "joined_at"])
    return member


def night(now: datetime) -> int:
    """One run: how many gifts it gave."""
    find_due(now=now)
    return give_due(now=now)


def gifts(member: Member) -> list[tuple[str, str, int]]:
    """(occasion, year it is for, which anniversary), of those that were given."""
    mine = OccasionGift.objects.filter(member=member, given_at__isnull=False).order_by("pk")
    return list(mine.values_list("occasion", "period", "years"))
