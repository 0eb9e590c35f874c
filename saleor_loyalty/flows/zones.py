"""Whose midnight counts."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..features.members.models import Member
from .terms import Terms


def zone_of(member: Member | None, terms: Terms) -> ZoneInfo:
    """The member's own time zone where they have told it, else the programme's."""
    if member is None or not member.time_zone:
        return terms.config.zone
    try:
        return ZoneInfo(member.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # Zones go: what was one when it was told may have left the database of zones.
        return terms.config.zone
