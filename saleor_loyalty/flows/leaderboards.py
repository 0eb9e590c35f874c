"""Who is how far with a task: those who agreed to be seen, under the names they chose."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.tasks.models import LeaderboardName, TaskRun
from ..features.tasks.names import checked_name
from .task_notices import profile_changed
from .task_terms import Tasks, TaskTerms, Zones
from .terms import Catalogue


@dataclass(frozen=True, slots=True)
class Place:
    """`rank` 1 is the first; who is equally far has the same, and is `tied`. `name` None: the
    caller's own place, of who has not agreed to be seen. `member` is for staff alone.
    """

    rank: int
    tied: bool
    name: str | None
    progress: int
    member: UUID
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """`mine` is the caller's own place, wherever it is. None: nothing done yet."""

    task: TaskTerms
    period: str
    places: tuple[Place, ...]
    mine: Place | None


@transaction.atomic
def agree(member: Member, name: str, *, now: datetime) -> LeaderboardName:
    """The member is seen under that name from now on; again: under the new one.

    Raises INVALID for what cannot be a name, or is somebody's; MEMBER_CLOSED.
    """
    if member.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))
    wanted = checked_name(name)
    try:
        with transaction.atomic():
            agreed, _ = LeaderboardName.objects.update_or_create(
                member=member,
                defaults={"name": wanted},
                create_defaults={"name": wanted, "agreed_at": now},
            )
    except IntegrityError as error:
        raise LoyaltyError(
            Code.INVALID, N_("Somebody else has this name."), field="name"
        ) from error
    profile_changed(member.pk, now=now)
    return agreed


@transaction.atomic
def withdraw(member: Member, *, now: datetime) -> bool:
    """The member is seen no more, at once and on every leaderboard. Again: False."""
    deleted, _ = LeaderboardName.objects.filter(member=member).delete()
    if deleted:
        profile_changed(member.pk, now=now)
    return bool(deleted)


def leaderboard(
    slug: str, *, period: str | None, member: Member | None, first: int, now: datetime
) -> Leaderboard | None:
    """The `first` of one period: of the present one where none is named. None: there is none."""
    task = next((one for one in Tasks.load().all if one.slug == slug), None)
    if task is None or not task.config.leaderboard:
        return None
    named = period if period is not None else _present(task, member, now)
    seen = _seen(task, named)
    columns = ("member__public_id", "member__leaderboard_name__name", "progress")
    top = list(seen.order_by("-progress", "pk").values_list(*columns)[: first + 1])
    places: list[Place] = []
    for number, (who, name, progress) in enumerate(top[:first]):
        same = number > 0 and top[number - 1][2] == progress
        tied = same or (number + 1 < len(top) and top[number + 1][2] == progress)
        rank = places[-1].rank if same else number + 1
        mine = member is not None and who == member.public_id
        places.append(Place(rank, tied, name, progress, who, mine))
    return Leaderboard(task, named, tuple(places), _own(task, named, member))


def _seen(task: TaskTerms, period: str) -> QuerySet[TaskRun]:
    """Whose account is deleted is seen no more."""
    runs = TaskRun.objects.filter(task=task.task_id, period=period, progress__gt=0)
    there = Q(member__user__isnull=False) | Q(member__guest=True)
    return runs.filter(there, member__leaderboard_name__isnull=False)


def _own(task: TaskTerms, period: str, member: Member | None) -> Place | None:
    if member is None:
        return None
    mine = TaskRun.objects.filter(task=task.task_id, period=period, member=member, progress__gt=0)
    found = mine.values_list("progress", "member__leaderboard_name__name").first()
    if found is None:
        return None
    progress, name = found
    others = _seen(task, period).filter(progress__gte=progress).exclude(member=member)
    counted = others.aggregate(
        before=Count("pk", filter=Q(progress__gt=progress)),
        same=Count("pk", filter=Q(progress=progress)),
    )
    rank, tied = counted["before"] + 1, counted["same"] > 0
    return Place(rank, tied, name, progress, member.public_id, mine=True)


def _present(task: TaskTerms, member: Member | None, now: datetime) -> str:
    """By the member's own clock where the task goes by it; else by the programme's."""
    at = min(max(now, task.starts_at), task.ends_at)
    zones = Zones(Catalogue.without_campaigns(), now)
    zone = zones.of(task.config, member) if member is not None else zones.of_programme(task.config)
    return task.config.window.period(at, task.starts_at, zone).name


def shown_name(member: Member) -> str | None:
    """Under which they agreed to be seen."""
    return LeaderboardName.objects.filter(member=member).values_list("name", flat=True).first()
