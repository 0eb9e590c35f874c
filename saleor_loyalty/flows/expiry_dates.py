"""When points that are earned now will be gone."""

from collections.abc import Callable
from datetime import datetime

from ..features.earning.expiry_config import ExpiryClock
from ..features.members.models import Member
from .terms import Terms
from .zones import zone_of


def points_expire_at(
    terms: Terms, earned_at: datetime, member: Callable[[], Member | None]
) -> datetime | None:
    """`member` is asked only where the midnight is the member's own."""
    expiry, zone = terms.config.earning.expiry, terms.config.zone
    if expiry.months is not None and expiry.clock is ExpiryClock.MEMBER:
        zone = zone_of(member(), terms)
    return expiry.expires_at(earned_at, zone)
