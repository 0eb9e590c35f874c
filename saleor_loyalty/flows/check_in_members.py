"""One person's two accounts: the days and the links of both are theirs."""

from itertools import pairwise

from ..features.check_ins.models import CheckIn
from ..features.shares.models import ShareLink, ShareVisit


def move(from_member: int, to_member: int) -> None:
    """Each day, page and visitor once. Inside a transaction."""
    theirs = CheckIn.objects.filter(member=to_member)
    mine = CheckIn.objects.filter(member=from_member).exclude(day__in=theirs.values("day"))
    if mine.update(member=to_member):
        _count_again(to_member)
    pages = ShareLink.objects.filter(member=to_member).values("page")
    links = ShareLink.objects.filter(member=from_member)
    links.exclude(page__in=pages).update(member=to_member)
    visitors = ShareVisit.objects.filter(member=to_member).values("visitor")
    visits = ShareVisit.objects.filter(member=from_member)
    visits.exclude(visitor__in=visitors).update(member=to_member)


def _count_again(member_id: int) -> None:
    """After two rows of days have become one."""
    rows = list(CheckIn.objects.filter(member=member_id).order_by("day"))
    changed = []
    for before, row in pairwise(rows):
        # A row that went on across a day that was none goes on.
        goes_on = row.streak > 1 or (row.day - before.day).days == 1
        streak = before.streak + 1 if goes_on else 1
        if row.streak != streak:
            row.streak = streak
            changed.append(row)
    CheckIn.objects.bulk_update(changed, ["streak"])
