"""What is odd about tasks that are written down or shown, before members find out."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from ..errors import N_, Marked, Message
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
from .findings import Finding, Severity, no_plan, no_programme, no_tier
from .gift_checks import gifts_in
from .task_setup import OUT_OF_REACH
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

_OFF: Mapping[Subject, Marked] = {
    Subject.CHECK_INS: N_("Check-ins are switched off: nothing of it happens."),
    Subject.REVIEWS: N_("Reviews are switched off: nothing of it happens."),
    Subject.SHARES: N_("Sharing is switched off: nothing of it happens."),
    Subject.REFERRALS: N_("Bringing friends is switched off: nothing of it happens."),
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
            text = no_programme(config.channel)
            yield Finding(Severity.ERROR, "NO_PROGRAMME", f"tasks.{slug}.channel", text)


def _counts(slug: str, config: TaskConfig, now: datetime) -> Iterator[Finding]:
    measure, place = config.counts, f"tasks.{slug}.counts"
    subject = _TOLD_BY_KIND.get(measure.reads)
    if isinstance(measure, Events):
        subject = _TOLD_BY_EVENT.get(measure.name)
        yield from _event(measure.name, place, now)
    newest = newest_version(subject) if subject is not None else None
    if subject is not None and (newest is None or not newest.enabled):
        text = Message(_OFF[subject])
        yield Finding(Severity.WARNING, "SWITCHED_OFF", place, text)


def _event(name: str, place: str, now: datetime) -> Iterator[Finding]:
    if name.startswith(PREFIX):
        if name not in set(Own):
            text = Message.of(
                N_("Nothing here brings an event %(event)s: it never happens."), event=name
            )
            yield Finding(Severity.ERROR, "UNKNOWN_EVENT", f"{place}.name", text)
    elif not MemberEvent.objects.filter(name=name, occurred_at__gte=now - _RECENT).exists():
        text = Message.of(
            N_("Nobody has told of an event %(event)s for %(days)s days."),
            event=name,
            days=_RECENT.days,
        )
        yield Finding(Severity.WARNING, "UNKNOWN_EVENT", f"{place}.name", text)


def _gate(slug: str, config: TaskConfig) -> Iterator[Finding]:
    tiers = set(Tier.objects.filter(active=True, slug__in=config.gate.tiers).values_list("slug"))
    plans = MembershipPlan.objects.filter(active=True, slug__in=config.gate.plans)
    named = (
        ("tiers", config.gate.tiers, {tier for (tier,) in tiers}, no_tier),
        ("plans", config.gate.plans, set(plans.values_list("slug", flat=True)), no_plan),
    )
    for what, wanted, there, text in named:
        for missing in sorted(wanted - there):
            yield Finding(Severity.ERROR, "NOBODY", f"tasks.{slug}.gate.{what}", text(missing))


def _series(slug: str, config: TaskConfig, tasks: Mapping[str, Task]) -> Iterator[Finding]:
    before = tasks.get(config.after) if config.after is not None else None
    place = f"tasks.{slug}.after"
    if before is not None and before.state == TaskState.ENDED:
        text = N_("%(task)s has ended: it opens only for those who have done that.")
        yield Finding(
            Severity.WARNING, "WAITS_FOR_ENDED", place, Message.of(text, task=before.slug)
        )
    if before is not None and before.state == TaskState.DRAFT:
        text = N_("%(task)s is not shown yet: nobody can do it.")
        yield Finding(
            Severity.WARNING, "WAITS_FOR_DRAFT", place, Message.of(text, task=before.slug)
        )


def _rewards(slug: str, config: TaskConfig) -> Iterator[Finding]:
    wanted = {gift.reward for gift in gifts_in(config) if gift.reward is not None}
    there = set(Reward.objects.filter(slug__in=wanted, active=True).values_list("slug", flat=True))
    for missing in sorted(wanted - there):
        text = Message.of(
            N_("The reward %(reward)s is not active: whoever is given it has to wait."),
            reward=missing,
        )
        yield Finding(Severity.WARNING, "NO_REWARD", f"tasks.{slug}.steps", text)


def _ends(slug: str, task: Task, config: TaskConfig) -> Iterator[Finding]:
    """Of a draft; one that is shown was looked at when it was activated."""
    most = config.most_between(task.starts_at, task.ends_at)
    if most is not None and config.goal > most:
        text = Message.of(OUT_OF_REACH, goal=config.goal, most=most)
        yield Finding(Severity.ERROR, "NEVER_REACHED", f"tasks.{slug}.steps", text)
