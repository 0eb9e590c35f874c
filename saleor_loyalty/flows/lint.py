"""What is odd about a programme, before members find out. Nothing is written, nothing refused."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from itertools import chain

from django.db.models import Count, Q

from ..errors import N_, Marked, Message
from ..features.earning.caps import Limit, all_budget_limits
from ..features.earning.conditions import ConditionBase
from ..features.earning.conditions.when import Dates
from ..features.earning.config import EarningConfig
from ..features.earning.contradictions import Literal, alternatives, contradictions, why_all_fail
from ..features.earning.counters import room
from ..features.earning.rule_config import (
    BaseRule,
    Budget,
    GroupMode,
    MultiplierRule,
    RuleConfig,
    Stacking,
    Units,
)
from ..features.orders.models import OrderRecord
from ..features.tiers.models import Tier
from ..values.points import Unit
from .campaign_terms import CampaignTerms, with_campaigns
from .findings import Finding, Severity, no_tier
from .gate_lint import lint_gates
from .occasion_lint import lint_engagements
from .referral_lint import lint_referrals
from .sale_lint import lint_sales
from .task_lint import lint_tasks
from .terms import Catalogue, Terms
from .visit_lint import lint_visits

DEFAULT_STACK_PERCENT = 500
_RECENT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class _Subject:
    """`earning` has the rules of the campaigns that run or will run, too."""

    terms: Terms
    earning: EarningConfig
    now: datetime
    most_percent: int
    # How many members each active tier has, by slug.
    tiers: Mapping[str, int]

    def place_of(self, rule: RuleConfig) -> str:
        campaign, joined, own = rule.slug.rpartition(".")
        return f"campaigns.{campaign}.rules.{own}" if joined else f"earning.rules.{own}"


def lint(
    version_id: int, *, now: datetime, most_percent: int = DEFAULT_STACK_PERCENT
) -> list[Finding]:
    """Errors first. `most_percent` of the base award is what multipliers may come to together."""
    catalogue = Catalogue.load()
    terms = catalogue.version(version_id)
    campaigns = [one for one in catalogue.campaigns_of(terms.programme) if _ahead(one, now)]
    subject = _Subject(
        terms=terms,
        earning=with_campaigns(terms.config.earning, campaigns),
        now=now,
        most_percent=most_percent,
        tiers=_tiers(),
    )
    found = [finding for check in _CHECKS for finding in check(subject)]
    found += lint_sales()
    found += lint_referrals(now=now)
    found += lint_tasks(now=now)
    found += lint_engagements(now=now)
    found += lint_visits(now=now)
    found += lint_gates(now=now)
    rank = list(Severity)
    return sorted(found, key=lambda one: (rank.index(one.severity), one.place, one.code))


def _ahead(campaign: CampaignTerms, now: datetime) -> bool:
    return campaign.ends_at is None or campaign.ends_at > now


def _tiers() -> dict[str, int]:
    counted = Tier.objects.filter(active=True).annotate(
        count=Count("members", filter=Q(members__merged_into=None))
    )
    return dict(counted.values_list("slug", "count"))


def _never(subject: _Subject) -> Iterator[Finding]:
    for rule in subject.earning.rules:
        why = _why_never(rule, subject)
        if why is not None:
            text = Message.of(N_("This rule can never apply: %(why)s."), why=why)
            yield Finding(Severity.ERROR, "NEVER_APPLIES", subject.place_of(rule), text)


def _why_never(rule: RuleConfig, subject: _Subject) -> Message | None:
    if rule.when is None:
        return None
    # A bonus needs a basis, a multiplier an award to multiply.
    needs_rate = isinstance(rule, MultiplierRule)

    def why(way: list[Literal]) -> Message | None:
        impossible = (reason for one in way if (reason := _impossible(one, subject)))
        without_rate = _no_rate(way, subject) if needs_rate else None
        return next(chain(contradictions(way), impossible), without_rate)

    return why_all_fail(rule.when, why)


def _impossible(literal: Literal, subject: _Subject) -> Message | None:
    """Why one condition cannot hold in this programme from now on."""
    condition, wanted = literal
    if not wanted:
        return None
    named = frozenset(getattr(condition, "any_of", ()))
    kind = getattr(condition, "kind", "")
    if isinstance(condition, Dates):
        over = condition.until is not None and condition.until <= subject.now
        return Message(N_("its dates are past")) if over else None
    if kind == "tier" and not named & set(subject.tiers):
        return Message.of(N_("there is no tier %(tier)s"), tier=min(named))
    if kind == "channel" and subject.terms.channels and not named & subject.terms.channels:
        return Message.of(
            N_("the programme does not serve the channel %(channel)s"), channel=min(named)
        )
    return None


def _no_rate(way: list[Literal], subject: _Subject) -> Message | None:
    named = [_named_currencies(one) for one, holds in way if holds]
    known = _currencies(subject.earning)
    if all(currencies is None or currencies & known for currencies in named):
        return None
    return Message(N_("no currency it is for has a rate"))


def _named_currencies(condition: ConditionBase) -> frozenset[str] | None:
    if getattr(condition, "kind", "") == "currency":
        return frozenset(getattr(condition, "any_of", ()))
    amounts = getattr(condition, "amounts", None)
    return frozenset(amounts) if amounts is not None else None


def _currencies(earning: EarningConfig) -> frozenset[str]:
    """Those in which anything earns by money."""
    of_rules = [frozenset(rule.rates) for rule in earning.rules if isinstance(rule, BaseRule)]
    dated = frozenset(rate.currency for rate in earning.dated_rates)
    return frozenset().union(earning.rates, earning.growth_rates, dated, *of_rules)


def _unknown_tiers(subject: _Subject) -> Iterator[Finding]:
    for rule in subject.earning.rules:
        for slug in sorted(_tiers_named(rule) - set(subject.tiers)):
            place = subject.place_of(rule)
            yield Finding(Severity.WARNING, "UNKNOWN_TIER", place, no_tier(slug))


def _empty_tiers(subject: _Subject) -> Iterator[Finding]:
    for slug in sorted(slug for slug, members in subject.tiers.items() if not members):
        text = Message.of(N_("The tier %(tier)s has no members."), tier=slug)
        yield Finding(Severity.NOTE, "EMPTY_TIER", f"tiers.{slug}", text)


def _tiers_named(rule: RuleConfig) -> frozenset[str]:
    ways = alternatives(rule.when) if rule.when is not None else []
    return frozenset(
        slug
        for way in ways
        for condition, _ in way
        if getattr(condition, "kind", "") == "tier"
        for slug in getattr(condition, "any_of", ())
    )


_STACKED: Mapping[Units, Marked] = {
    Units.POINTS: N_(
        "Multipliers of points may come to %(total)s percent of the base award together; "
        "the limit is %(most)s percent."
    ),
    Units.GROWTH: N_(
        "Multipliers of growth may come to %(total)s percent of the base award together; "
        "the limit is %(most)s percent."
    ),
}


def _stacked(subject: _Subject) -> Iterator[Finding]:
    """An upper limit: as if every multiplier that may apply applied at once."""
    for unit in (Units.POINTS, Units.GROWTH):
        percents = _stacking_percents(subject, unit)
        if subject.earning.stacking is Stacking.MULTIPLY:
            total = reduce(lambda have, percent: have * percent // 100, percents, 100)
        else:
            total = 100 + sum(percent - 100 for percent in percents)
        if total > subject.most_percent:
            text = Message.of(_STACKED[unit], total=total, most=subject.most_percent)
            yield Finding(Severity.WARNING, "STACKS_TOO_HIGH", "earning.rules", text)


def _stacking_percents(subject: _Subject, unit: Units) -> list[int]:
    alone: list[int] = []
    best: dict[str, int] = {}
    for rule in subject.earning.rules:
        if not isinstance(rule, MultiplierRule) or rule.units not in (unit, Units.BOTH):
            continue
        if _why_never(rule, subject) is not None:
            continue
        if subject.earning.groups.get(rule.group) is GroupMode.BEST:
            best[rule.group] = max(best.get(rule.group, 0), rule.percent)
        else:
            alone.append(rule.percent)
    return alone + list(best.values())


def _spent(subject: _Subject) -> Iterator[Finding]:
    owner, earning = subject.terms.programme, subject.earning
    budgets = [
        (subject.place_of(rule), f"{owner}/{rule.slug}", rule.budget) for rule in earning.rules
    ]
    budgets += [
        (_place_of_budget(name), f"{owner}/+{name}", earning.budgets[name])
        for name in earning.budgets
    ]
    for place, name, budget in budgets:
        if budget is None:
            continue
        for unit, limit in spent_limits(name, budget):
            text = Message.of(_spent_text(unit, limit.currency), currency=limit.currency)
            yield Finding(Severity.WARNING, "BUDGET_SPENT", f"{place}.budget", text)


def _spent_text(unit: Unit, currency: str) -> Marked:
    if currency:
        return N_("This budget in %(currency)s is used up.")
    if unit is Unit.POINTS:
        return N_("This budget of points is used up.")
    return N_("This budget of growth is used up.")


def spent_limits(name: str, budget: Budget) -> Iterator[tuple[Unit, Limit]]:
    for unit in Unit:
        limits = all_budget_limits(name, budget, unit)
        left = room(limits)
        yield from ((unit, limit) for limit in limits if left[limit.key] <= 0)


def _place_of_budget(name: str) -> str:
    kind, joined, slug = name.partition(":")
    return f"campaigns.{slug}" if joined else f"earning.budgets.{kind}"


def _rates(subject: _Subject) -> Iterator[Finding]:
    earning, spending = subject.earning, subject.terms.config.spending
    lasting = set(earning.rates)
    for currency in sorted(set(spending.rates) - _currencies(earning)):
        text = Message.of(
            N_("Points pay in %(currency)s, and nothing in %(currency)s earns any."),
            currency=currency,
        )
        yield Finding(Severity.NOTE, "NO_EARNING_RATE", f"earning.rates.{currency}", text)
    for currency in sorted(lasting - set(spending.rates) if spending.rates else set()):
        text = Message.of(
            N_("Orders in %(currency)s earn points, which do not pay in %(currency)s."),
            currency=currency,
        )
        yield Finding(Severity.NOTE, "NO_SPENDING_RATE", f"spending.rates.{currency}", text)
    for dated in earning.dated_rates:
        if dated.currency not in lasting:
            text = Message.of(
                N_("Outside of its dates %(currency)s has no rate."), currency=dated.currency
            )
            place = f"earning.dated_rates.{dated.currency}"
            yield Finding(Severity.NOTE, "NO_LASTING_RATE", place, text)


def _modes(subject: _Subject) -> Iterator[Finding]:
    served = subject.terms.channels
    for channel in sorted(subject.terms.config.spending.mode_by_channel):
        if served and channel not in served:
            text = Message.of(
                N_("The programme does not serve the channel %(channel)s."), channel=channel
            )
            place = f"spending.mode_by_channel.{channel}"
            yield Finding(Severity.WARNING, "CHANNEL_NOT_SERVED", place, text)


def _orders_without_rate(subject: _Subject) -> Iterator[Finding]:
    """Of the channels the programme serves now, or is to serve."""
    recent = OrderRecord.objects.filter(paid_at__gte=subject.now - _RECENT)
    used = recent.values_list("channel", "currency").distinct().order_by("channel", "currency")
    catalogue = Catalogue.load()
    for channel, currency in used:
        if currency in _currencies(subject.earning):
            continue
        terms = catalogue.in_force(channel, subject.now)
        serves = terms.programme if terms is not None else None
        if channel in subject.terms.channels or serves == subject.terms.programme:
            text = Message.of(
                N_("Orders of the channel %(channel)s in %(currency)s have no rate."),
                channel=channel,
                currency=currency,
            )
            yield Finding(Severity.WARNING, "NO_RATE", f"earning.rates.{currency}", text)


_CHECKS: tuple[Callable[[_Subject], Iterator[Finding]], ...] = (
    _never,
    _unknown_tiers,
    _empty_tiers,
    _stacked,
    _spent,
    _rates,
    _modes,
    _orders_without_rate,
)
