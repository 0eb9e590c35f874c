"""Tasks as staff run them. What members were promised never changes once a task is shown."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from ..errors import N_, Code, LoyaltyError
from ..features.tasks.config import TaskConfig
from ..features.tasks.models import Task, TaskRun, TaskRunState, TaskState
from ..values.slug import checked_slug
from . import task_catch_up
from .gift_checks import check_gifts
from .locks import lock_subjects
from .terms import Catalogue

OUT_OF_REACH = N_("%(goal)s can never be reached until its end: at most %(most)s.")


@transaction.atomic
def create_task(
    slug: str,
    config: Any,
    *,
    position: int = 0,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> Task:
    """As a draft. Raises INVALID naming each place at fault, also for a slug that is taken."""
    _one_at_a_time()
    document = _parsed(checked_slug(slug), config)
    _check_dates(starts_at, ends_at)
    task = Task(
        slug=slug,
        position=position,
        config=document.to_json(),
        starts_at=starts_at,
        ends_at=ends_at,
    )
    try:
        with transaction.atomic():
            task.save()
    except IntegrityError as error:
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug") from error
    return task


@transaction.atomic
def update_task(
    slug: str,
    config: Any,
    *,
    position: int,
    starts_at: datetime | None,
    ends_at: datetime | None,
) -> Task:
    """Of a draft everything; of one that is shown texts, gate, leaderboard and place, and its end
    to a later one. Raises NOT_FOUND, INVALID.
    """
    _one_at_a_time()
    task = _locked(slug)
    document = _parsed(slug, config)
    _check_dates(starts_at, ends_at)
    if task.state == TaskState.ENDED:
        raise LoyaltyError(Code.INVALID, N_("It has ended already."), field="id")
    if task.state == TaskState.ACTIVE:
        _check_promise(task, document, starts_at, ends_at)
        _end_later(task, ends_at)
    else:
        task.starts_at = starts_at
    task.config, task.position, task.ends_at = document.to_json(), position, ends_at
    task.save()
    return task


@transaction.atomic
def activate_task(slug: str, *, now: datetime) -> Task:
    """Shows it. What happened since its beginning counts; of one that repeats, since the beginning
    of the present period. Without a beginning: from now on.

    Once active, again changes nothing. Raises NOT_FOUND, INVALID, PROGRAMME_NOT_ACTIVE.
    """
    _one_at_a_time()
    task = _locked(slug)
    if task.state == TaskState.ACTIVE:
        return task
    if task.state == TaskState.ENDED:
        raise LoyaltyError(Code.INVALID, N_("It has ended already."), field="id")
    if task.ends_at is not None and task.ends_at <= now:
        raise LoyaltyError(Code.INVALID, N_("It would be over already."), field="endsAt")
    task.starts_at = _beginning(task, now)
    _check_reachable(task)
    task.state = TaskState.ACTIVE
    task.save(update_fields=["state", "starts_at", "updated_at"])
    task_catch_up.begin(slug)
    return task


@transaction.atomic
def end_task(slug: str, *, now: datetime) -> Task:
    """What happens from now on does not count; what was reached stays. Again changes nothing."""
    _one_at_a_time()
    task = _locked(slug)
    if task.state == TaskState.ENDED:
        return task
    if task.state == TaskState.ACTIVE:
        task.ends_at = min(task.ends_at, now) if task.ends_at is not None else now
        later = Q(ends_at__isnull=True) | Q(ends_at__gt=task.ends_at)
        task.runs.filter(later, state=TaskRunState.RUNNING).update(ends_at=task.ends_at)
    task.state = TaskState.ENDED
    task.save(update_fields=["state", "ends_at", "updated_at"])
    return task


def end_due(*, now: datetime, limit: int) -> int:
    """Runs whose time is over are lost, up to `limit` of them; how many.

    Whatever was known of has been looked at; a fact that comes late still finds its run.
    """
    over = TaskRun.objects.filter(state=TaskRunState.RUNNING, ends_at__lte=now).order_by("ends_at")
    ids = list(over.values_list("pk", flat=True)[:limit])
    runs = TaskRun.objects.filter(pk__in=ids, state=TaskRunState.RUNNING)
    return runs.update(state=TaskRunState.LOST)


def _one_at_a_time() -> None:
    """So that no two together make a circle."""
    lock_subjects(["task-setup"])


def _locked(slug: str) -> Task:
    task = Task.objects.select_for_update(no_key=True).filter(slug=slug).first()
    if task is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such task."), field="id")
    return task


def _parsed(slug: str, config: Any) -> TaskConfig:
    document = TaskConfig.parse(config)
    check_gifts(document)
    _check_series(slug, document)
    return document


def _check_series(slug: str, config: TaskConfig) -> None:
    """Each waits for one that is there, and none for itself in the end."""
    waits = {task.slug: task.config.get("after") for task in Task.objects.all()}
    if config.after is not None and config.after != slug and config.after not in waits:
        raise LoyaltyError(
            Code.INVALID,
            N_("There is no task %(task)s."),
            field="config",
            task=config.after,
        )
    waits[slug] = config.after
    passed, at = {slug}, config.after
    while at is not None:
        if at in passed:
            raise LoyaltyError(
                Code.INVALID, N_("%(task)s would wait for itself."), field="config", task=at
            )
        passed.add(at)
        at = waits.get(at)


def _check_dates(starts_at: datetime | None, ends_at: datetime | None) -> None:
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        raise LoyaltyError(
            Code.INVALID, N_("The end must lie after the beginning."), field="endsAt"
        )


def _check_promise(
    task: Task, config: TaskConfig, starts_at: datetime | None, ends_at: datetime | None
) -> None:
    if config.promise != TaskConfig.of_document(task.config).promise:
        raise LoyaltyError(
            Code.INVALID,
            N_(
                "Of a task that is shown only name, description, gate and leaderboard change: "
                "end it and make another."
            ),
            field="config",
        )
    if starts_at not in (None, task.starts_at):
        raise LoyaltyError(Code.INVALID, N_("It has begun."), field="startsAt")
    sooner = ends_at is not None and (task.ends_at is None or ends_at < task.ends_at)
    if sooner:
        raise LoyaltyError(
            Code.INVALID, N_("Its end can only be put off; end it instead."), field="endsAt"
        )


def _end_later(task: Task, ends_at: datetime | None) -> None:
    """For those on their way who would have had to be done by the task's old end."""
    config = TaskConfig.of_document(task.config)
    if config.window.ends_with_task:
        running = task.runs.filter(state=TaskRunState.RUNNING, ends_at=task.ends_at)
        running.update(ends_at=ends_at)


def _beginning(task: Task, now: datetime) -> datetime:
    begins = task.starts_at or now
    config = TaskConfig.of_document(task.config)
    terms = Catalogue.load().in_force(config.channel, now)
    if terms is None:
        raise LoyaltyError(
            Code.PROGRAMME_NOT_ACTIVE,
            N_("No programme is in force for its channel."),
            field="config",
        )
    if begins < now and config.window.repeats:
        return config.window.period(now, begins, terms.config.zone).begins
    return begins


def _check_reachable(task: Task) -> None:
    config = TaskConfig.of_document(task.config)
    most = config.most_between(task.starts_at, task.ends_at)
    if most is not None and config.goal > most:
        raise LoyaltyError(
            Code.INVALID,
            OUT_OF_REACH,
            field="config",
            goal=config.goal,
            most=most,
        )
