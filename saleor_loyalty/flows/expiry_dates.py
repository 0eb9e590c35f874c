"""When points that are earned now will be gone."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..features.earning.expiry_config import ExpiryClock
from ..features.members.models import Member
from .terms import Terms


def points_expire_at(
    terms: Terms, earned_at: datetime, member: Callable[[], Member | None]
) -> datetime | None:
    """`member` is asked only where the midnight is the member's own."""
    expiry, zone = terms.config.earning.expiry, terms.config.zone
    if expiry.months is not None and expiry.clock is ExpiryClock.MEMBER:
        zone = zone_of(member(), zone)
    return expiry.expires_at(earned_at, zone)


def zone_of(member: Member | None, otherwise: ZoneInfo) -> ZoneInfo:
    if member is None:
        return otherwise
    try:
        return ZoneInfo(member.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return otherwise
