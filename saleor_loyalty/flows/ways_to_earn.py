"""Everything a member can do to earn, in one list."""

from collections.abc import Sequence
from datetime import datetime

from ..features.members.models import Member
from . import check_in_days, occasion_ways, referral_page, review_ways, share_ways, task_members
from .ways import Way, Ways

# A feature that gives something is one line here, in the order that members read.
WAYS: Sequence[Ways] = (
    check_in_days.ways,
    review_ways.ways,
    share_ways.ways,
    referral_page.ways,
    task_members.ways,
    occasion_ways.ways,
)


def ways_to_earn(member: Member, *, now: datetime) -> list[Way]:
    """What is switched on now, with what it gives and how far the member is."""
    return [way for ways in WAYS for way in ways(member, now)]
