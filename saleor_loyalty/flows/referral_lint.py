"""What is odd about bringing friends, as it is set up."""

from collections.abc import Callable, Iterator
from datetime import datetime

from ..features.memberships.models import MembershipPlan
from ..features.referrals.config import ReferralsConfig, Signal, When
from ..features.tiers.models import Tier
from .findings import Finding, Severity
from .referral_terms import running
from .terms import Catalogue


def lint_referrals(*, now: datetime) -> list[Finding]:
    """Of what is switched on, for every programme alike."""
    setting = running()
    if setting is None:
        return []
    return [one for check in _CHECKS for one in check(setting.config, now)]


def _no_programme(config: ReferralsConfig, now: datetime) -> Iterator[Finding]:
    if Catalogue.load().in_force(config.channel, now) is None:
        where = f"channel {config.channel}" if config.channel else "shops without channels"
        text = f"No programme serves {where}: nothing can be given."
        yield Finding(Severity.ERROR, "NO_PROGRAMME", "referrals.channel", text)


def _never_reached(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    most = config.caps.ever
    for friends in sorted(config.milestones):
        if most is not None and friends > most:
            text = f"Friends count up to the cap of {most}: nobody comes to {friends}."
            place = f"referrals.milestones.{friends}"
            yield Finding(Severity.ERROR, "NEVER_REACHED", place, text)


def _unguarded(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    """Where it is given at once, there is no order yet to compare."""
    guards = {Signal.DEVICE, Signal.EMAIL}
    at_once = config.welcome is not None and config.welcome_when is When.AT_ONCE
    if at_once and not guards <= config.signals:
        text = "The welcome gift is given at once: compare devices and e-mails as well."
        yield Finding(Severity.WARNING, "WELCOME_UNGUARDED", "referrals.signals", text)


def _kept_in_any_case(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    if not (config.returns.days or config.take_back_days):
        text = "Who buys and returns keeps the gifts: give it a time before or after the reward."
        yield Finding(Severity.WARNING, "NOTHING_TAKEN_BACK", "referrals.take_back_days", text)


def _forgotten_too_soon(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    if config.signals and config.trace_days < config.returns.days:
        text = "What is compared is forgotten before the friend's order is safe."
        yield Finding(Severity.WARNING, "FORGOTTEN_TOO_SOON", "referrals.trace_days", text)


def _unknown(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    for kind, model, named in (
        ("tier", Tier, config.gate.tiers),
        ("plan", MembershipPlan, config.gate.plans),
    ):
        known = set(model.objects.filter(slug__in=named).values_list("slug", flat=True))
        for slug in sorted(named - known):
            code, text = f"UNKNOWN_{kind.upper()}", f"There is no {kind} {slug}."
            yield Finding(Severity.WARNING, code, "referrals.gate", text)


_CHECKS: tuple[Callable[[ReferralsConfig, datetime], Iterator[Finding]], ...] = (
    _no_programme,
    _never_reached,
    _unguarded,
    _kept_in_any_case,
    _forgotten_too_soon,
    _unknown,
)
