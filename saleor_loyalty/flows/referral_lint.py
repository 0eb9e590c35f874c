"""What is odd about bringing friends, as it is set up."""

from collections.abc import Callable, Iterator
from datetime import datetime

from ..errors import N_, Message
from ..features.memberships.models import MembershipPlan
from ..features.referrals.config import ReferralsConfig, Signal, When
from ..features.tiers.models import Tier
from .findings import Finding, Severity, no_plan, no_programme, no_tier
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
        text = no_programme(config.channel)
        yield Finding(Severity.ERROR, "NO_PROGRAMME", "referrals.channel", text)


def _never_reached(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    most = config.caps.ever
    for friends in sorted(config.milestones):
        if most is not None and friends > most:
            text = Message.of(
                N_("Friends count up to the cap of %(most)s: nobody comes to %(friends)s."),
                most=most,
                friends=friends,
            )
            place = f"referrals.milestones.{friends}"
            yield Finding(Severity.ERROR, "NEVER_REACHED", place, text)


def _unguarded(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    """Where it is given at once, there is no order yet to compare."""
    guards = {Signal.DEVICE, Signal.EMAIL}
    at_once = config.welcome is not None and config.welcome_when is When.AT_ONCE
    if at_once and not guards <= config.signals:
        text = N_("The welcome gift is given at once: compare devices and e-mails as well.")
        yield Finding(Severity.WARNING, "WELCOME_UNGUARDED", "referrals.signals", Message(text))


def _kept_in_any_case(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    if not (config.returns.days or config.take_back_days):
        text = N_(
            "Who buys and returns keeps the gifts: give it a time before or after the reward."
        )
        yield Finding(
            Severity.WARNING, "NOTHING_TAKEN_BACK", "referrals.take_back_days", Message(text)
        )


def _forgotten_too_soon(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    if config.signals and config.trace_days < config.returns.days:
        text = N_("What is compared is forgotten before the friend's order is safe.")
        yield Finding(Severity.WARNING, "FORGOTTEN_TOO_SOON", "referrals.trace_days", Message(text))


def _unknown(config: ReferralsConfig, _now: datetime) -> Iterator[Finding]:
    for code, model, named, text in (
        ("UNKNOWN_TIER", Tier, config.gate.tiers, no_tier),
        ("UNKNOWN_PLAN", MembershipPlan, config.gate.plans, no_plan),
    ):
        known = set(model.objects.filter(slug__in=named).values_list("slug", flat=True))
        for slug in sorted(named - known):
            yield Finding(Severity.WARNING, code, "referrals.gate", text(slug))


_CHECKS: tuple[Callable[[ReferralsConfig, datetime], Iterator[Finding]], ...] = (
    _no_programme,
    _never_reached,
    _unguarded,
    _kept_in_any_case,
    _forgotten_too_soon,
    _unknown,
)
