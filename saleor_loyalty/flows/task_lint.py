"""What is odd about tasks that are written down or shown, before members find out."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from ..features.engagement.models import Subject
from ..features.member_events.models import MemberEvent
from ..features.member_events.names import PREFIX, Own
from ..features.memberships.models import MembershipPlan
from ..features.rewards.models import Reward
from ..features.tasks.config import TaskConfig
from ..features.tasks.measures import Reads
from ..features.tasks.measures.events import Events
from ..features.tasks.models import Task, TaskState
from ..features.tiers.models import Tier
from .engagement import newest_version
from .findings import Finding, Severity
from .gift_checks import gifts_in
from .terms import Catalogue

_RECENT = timedelta(days=90)
# Which setting tells of what is counted.
_TOLD_BY_EVENT: Mapping[str, Subject] = {
    Own.CHECK_IN: Subject.CHECK_INS,
    Own.REVIEW: Subject.REVIEWS,
    Own.SHARE_VISIT: Subject.SHARES,
    Own.SHARE_ORDER: Subject.SHARES,
    Own.REFERRAL: Subject.REFERRALS,
}
_TOLD_BY_KIND: Mapping[Reads, Subject] = {
    Reads.CHECK_INS: Subject.CHECK_INS,
    Reads.FRIENDS: Subject.REFERRALS,
}


def lint_tasks(*, now: datetime) -> Iterator[Finding]:
    """Of all that have not ended, for every programme alike."""
    tasks = {task.slug: task for task in Task.objects.order_by("slug")}
    catalogue = Catalogue.load()
    for slug, task in tasks.items():
        if task.state == TaskState.ENDED:
            continue
        config = TaskConfig.of_document(task.config)
        yield from _counts(slug, config, now)
        yield from _gate(slug, config)
        yield from _series(slug, config, tasks)
        yield from _rewards(slug, config)
        yield from _ends(slug, task, config)
        if catalogue.in_force(config.channel, now) is None:
            text = "No programme is in force for its channel: nothing can be given."
            yield Finding(Severity.ERROR, "NO_PROGRAMME", f"tasks.{slug}.channel", text)


def _counts(slug: str, config: TaskConfig, now: datetime) -> Iterator[Finding]:
    measure, place = config.counts, f"tasks.{slug}.counts"
    subject = _TOLD_BY_KIND.get(measure.reads)
    if isinstance(measure, Events):
        subject = _TOLD_BY_EVENT.get(measure.name)
        yield from _event(measure.name, place, now)
    newest = newest_version(subject) if subject is not None else None
    if subject is not None and (newest is None or not newest.enabled):
        text = f"{subject.label.capitalize()} is switched off: nothing of it happens."
        yield Finding(Severity.WARNING, "SWITCHED_OFF", place, text)


def _event(name: str, place: str, now: datetime) -> Iterator[Finding]:
    if name.startswith(PREFIX):
        if name not in set(Own):
            text = f"There is no event {name} of our own: it never happens."
            yield Finding(Severity.ERROR, "UNKNOWN_EVENT", f"{place}.name", text)
    elif not MemberEvent.objects.filter(name=name, occurred_at__gte=now - _RECENT).exists():
        text = f"Nobody has told of an event {name} for {_RECENT.days} days."
        yield Finding(Severity.WARNING, "UNKNOWN_EVENT", f"{place}.name", text)


def _gate(slug: str, config: TaskConfig) -> Iterator[Finding]:
    tiers = set(Tier.objects.filter(active=True, slug__in=config.gate.tiers).values_list("slug"))
    plans = MembershipPlan.objects.filter(active=True, slug__in=config.gate.plans)
    named = (
        ("tiers", config.gate.tiers, {tier for (tier,) in tiers}),
        ("plans", config.gate.plans, set(plans.values_list("slug", flat=True))),
    )
    for what, wanted, there in named:
        for missing in sorted(wanted - there):
            text = f"There is no {what[:-1]} {missing}."
            yield Finding(Severity.ERROR, "NOBODY", f"tasks.{slug}.gate.{what}", text)


def _series(slug: str, config: TaskConfig, tasks: Mapping[str, Task]) -> Iterator[Finding]:
    before = tasks.get(config.after) if config.after is not None else None
    place = f"tasks.{slug}.after"
    if before is not None and before.state == TaskState.ENDED:
        text = f"{before.slug} has ended: it opens only for those who have done that."
        yield Finding(Severity.WARNING, "WAITS_FOR_ENDED", place, text)
    if before is not None and before.state == TaskState.DRAFT:
        text = f"{before.slug} is not shown yet: nobody can do it."
        yield Finding(Severity.WARNING, "WAITS_FOR_DRAFT", place, text)


def _rewards(slug: str, config: TaskConfig) -> Iterator[Finding]:
    wanted = {gift.reward for gift in gifts_in(config) if gift.reward is not None}
    there = set(Reward.objects.filter(slug__in=wanted, active=True).values_list("slug", flat=True))
    for missing in sorted(wanted - there):
        text = f"The reward {missing} is not offered: what is given waits until it is."
        yield Finding(Severity.WARNING, "NO_REWARD", f"tasks.{slug}.steps", text)


def _ends(slug: str, task: Task, config: TaskConfig) -> Iterator[Finding]:
    """Of a draft; one that is shown was looked at when it was activated."""
    most = config.most_between(task.starts_at, task.ends_at)
    if most is not None and config.goal > most:
        text = f"{config.goal} can never be reached until its end, at most {most}."
        yield Finding(Severity.ERROR, "NEVER_REACHED", f"tasks.{slug}.steps", text)
