"""How far somebody is with a task, from what they did. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from .config import TaskConfig
from .facts import Event, Facts
from .measures import Gain, Span


def count(config: TaskConfig, facts: Facts, span: Span, *, slug: str) -> list[Gain]:
    """What counts in that time, by time. What the task itself gave does not count for it."""
    events = tuple(event for event in facts.events if not _gave(slug, event))
    return sorted(config.counts.gains(replace(facts, events=events), span))


def total(gains: Sequence[Gain]) -> int:
    return sum(gain.amount for gain in gains)


def reached_at(goals: Sequence[int], gains: Sequence[Gain]) -> list[datetime | None]:
    """When each goal was reached; None: not yet. Goals ascend."""
    found: list[datetime | None] = []
    so_far = 0
    for gain in gains:
        so_far += gain.amount
        while len(found) < len(goals) and so_far >= goals[len(found)]:
            found.append(gain.at)
    return found + [None] * (len(goals) - len(found))


def _gave(slug: str, event: Event) -> bool:
    return event.name == "loyalty.task" and event.attributes.get("task") == slug
