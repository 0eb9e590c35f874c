"""What is odd about check-ins and shared links, before members find out."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db.models import Model

from ..errors import N_, Message
from ..features.check_ins.config import CheckInConfig
from ..features.engagement.models import Subject
from ..features.memberships.models import MembershipPlan
from ..features.shares.config import ShareConfig
from ..features.tiers.models import Tier
from ..values.gate import Gate
from .engagement import running
from .findings import Finding, Severity, no_plan, no_programme, no_tier
from .terms import Catalogue


def lint_visits(*, now: datetime) -> Iterator[Finding]:
    """Of what is switched on, for every programme alike."""
    catalogue = Catalogue.load()
    check_ins = running(Subject.CHECK_INS, CheckInConfig)
    if check_ins is not None:
        config = check_ins.config
        yield from _served(Subject.CHECK_INS, config.channel, catalogue, now)
        yield from _gate(Subject.CHECK_INS, config.gate)
        yield from _climbs(config)
    shares = running(Subject.SHARES, ShareConfig)
    if shares is not None:
        yield from _served(Subject.SHARES, shares.config.channel, catalogue, now)
        yield from _gate(Subject.SHARES, shares.config.gate)
        yield from _orders(shares.config)


def _served(
    subject: Subject, channel: str, catalogue: Catalogue, now: datetime
) -> Iterator[Finding]:
    if catalogue.in_force(channel, now) is None:
        text = no_programme(channel)
        yield Finding(Severity.ERROR, "NO_PROGRAMME", f"{subject.value}.channel", text)


def _gate(subject: Subject, gate: Gate) -> Iterator[Finding]:
    asked: tuple[tuple[str, type[Model], frozenset[str], Callable[[str], Message]], ...] = (
        ("UNKNOWN_TIER", Tier, gate.tiers, no_tier),
        ("UNKNOWN_PLAN", MembershipPlan, gate.plans, no_plan),
    )
    for code, table, slugs, text in asked:
        there = table._default_manager.filter(active=True, slug__in=slugs)
        for slug in sorted(slugs - set(there.values_list("slug", flat=True))):
            yield Finding(Severity.WARNING, code, f"{subject.value}.gate", text(slug))


def _climbs(config: CheckInConfig) -> Iterator[Finding]:
    if config.climb is not None and config.climb.at_most is None:
        points = (config.days[-1].points or 0) if config.days[-1] is not None else 0
        a_year_on = points + 365 * config.climb.points
        text = Message.of(
            N_("It climbs without an end: %(points)s points for one day, a year behind the last."),
            points=a_year_on,
        )
        yield Finding(Severity.WARNING, "CLIMBS_ON", "check_ins.climb", text)


def _orders(config: ShareConfig) -> Iterator[Finding]:
    if config.order is not None and config.order.days == 0:
        text = N_("Orders count at once: what comes back is taken back, also if it is spent.")
        yield Finding(Severity.NOTE, "NO_RETURN_TIME", "shares.order.days", Message(text))
