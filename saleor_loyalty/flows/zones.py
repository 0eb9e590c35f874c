"""Whose midnight counts."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..features.members.models import Member
from .terms import Catalogue, Terms

_UTC = ZoneInfo("UTC")


def zone_of(member: Member | None, terms: Terms) -> ZoneInfo:
    """The member's own time zone where they have told it, else the programme's."""
    return _own(member) or terms.config.zone


def zone_at(member: Member | None, channel: str, at: datetime) -> ZoneInfo:
    """The same where the terms are wanted for nothing else."""
    own = _own(member)
    if own is not None:
        return own
    terms = Catalogue.without_campaigns().in_force(channel, at)
    return terms.config.zone if terms is not None else _UTC


def _own(member: Member | None) -> ZoneInfo | None:
    if member is None or not member.time_zone:
        return None
    try:
        return ZoneInfo(member.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # Zones go: what was one when it was told may have left the database of zones.
        return None
