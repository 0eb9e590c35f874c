"""What an event earns under all rules, with its explanation. Pure: values in, values out.

The one engine behind awards, quotes and previews. Rules are taken in the order of their priority
(highest first), then of their slug, never in the order they are written down.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from ...values.points import Unit
from ...values.rate import Rate
from ...values.share import share_out
from .basis import BasisLine
from .caps import Limit, cap_limits, cut, draws, limits_of, shared_limits
from .conditions import Item, Occasion
from .config import EarningConfig
from .rule_config import (
    BaseRule,
    BonusRule,
    GroupMode,
    MultiplierRule,
    RuleConfig,
    Stacking,
    Units,
)


@dataclass(frozen=True, slots=True)
class Part:
    """What one rule brought. `rule` "" is the programme's own rate. `shares` are by line.

    `counted` is what was counted before rounding: the basis at a rate in minor units, the base
    award of a multiplier in points. `cut` points were not given because of the limit `cut_by`.
    `draws` are what the part used of counters, by their key. `name`, by language, is kept for what
    is no rule of a programme and may be called otherwise by now.
    """

    rule: str
    kind: str
    points: int
    shares: tuple[int, ...]
    rate: tuple[int, int] | None = None
    percent: int | None = None
    counted: int = 0
    cut: int = 0
    cut_by: str = ""
    draws: Mapping[str, int] = field(default_factory=dict)
    name: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MemberMultiplier:
    """What the member has beside all rules: `percent` of the base award in all, and from whom."""

    holder: str
    percent: int
    name: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A rule that brought nothing, and the first condition that failed."""

    rule: str
    why: str
    failed: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    points: int
    shares: tuple[int, ...]
    parts: tuple[Part, ...]
    passed_over: tuple[PassedOver, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: which event, whose, under which rules, with how much room in caps.

    `items` stand beside `lines`; an event without lines has none. `worth` is what points cost in
    the occasion's currency, for budgets in money. `room` is what counters have left, by key; one
    that is missing has not been used yet. `multiplier` stands last among the rules.
    """

    owner: str
    config: EarningConfig
    unit: Unit
    occasion: Occasion
    lines: tuple[BasisLine, ...] = ()
    items: tuple[Item, ...] = ()
    member_id: int = 0
    worth: Rate | None = None
    room: Mapping[str, int] = field(default_factory=dict)
    multiplier: MemberMultiplier | None = None

    def rules(self) -> list[RuleConfig]:
        wanted = (Units.BOTH, Units.POINTS if self.unit is Unit.POINTS else Units.GROWTH)
        mine = [rule for rule in self.config.rules if rule.units in wanted]
        return sorted(mine, key=lambda rule: (-rule.priority, rule.slug))

    def limits(self) -> list[Limit]:
        """Every limit that may matter, so that a caller can lock their counters first."""
        found = self.own_limits()
        for rule in self.rules():
            found += self.limits_of(rule)
        return [limit for limit in found if limit.lasts]

    def limits_of(self, rule: RuleConfig) -> list[Limit]:
        found = limits_of(self.owner, rule, self.unit, self.occasion, self.member_id)
        shared = self.config.budgets.get(rule.shared_budget)
        if shared is not None:
            currency = self.occasion.currency
            found += shared_limits(self.owner, rule.shared_budget, shared, self.unit, currency)
        return found

    def own_limits(self) -> list[Limit]:
        return list(
            cap_limits(f"{self.owner}/", self.config.caps, self.unit, self.occasion, self.member_id)
        )


def decide(question: Question) -> Decision:
    """Base, multipliers and bonuses; the best of each group; then caps and budgets."""
    passed: list[PassedOver] = []
    parts = _base_parts(question, passed)
    base = _sum_shares(parts, len(question.lines))
    extras = _extras(question, base, passed)
    extras = _best_of_groups(question, extras, passed)
    kept = _within_limits(question, parts + extras)
    shares = tuple(_sum_shares(kept, len(question.lines)))
    return Decision(
        points=sum(part.points for part in kept),
        shares=shares,
        parts=tuple(part for part in kept if part.points or part.cut or part.kind == "base"),
        passed_over=tuple(passed),
    )


def _base_parts(question: Question, passed: list[PassedOver]) -> list[Part]:
    """Each line earns at one rate: the first base rule that holds for it, else the programme's."""
    left = set(range(len(question.lines)))
    parts = []
    for rule in question.rules():
        if not isinstance(rule, BaseRule):
            continue
        rate = rule.rates.get(question.occasion.currency)
        holds = [index for index in _holding(question, rule) if index in left]
        if rate is None or not holds:
            passed.append(_passed(question, rule))
            continue
        left.difference_update(holds)
        parts.append(_at_rate(question, rule.slug, rate.rate, holds))
    own = question.config.rate_for(question.unit, question.occasion)
    if own is not None and left:
        parts.insert(0, _at_rate(question, "", own, sorted(left)))
    return parts


def _at_rate(question: Question, slug: str, rate: Rate, indexes: list[int]) -> Part:
    weights = _only(indexes, [line.basis for line in question.lines])
    points = rate.points_floor(sum(weights))
    shares = share_out(points, weights)
    return Part(
        slug,
        "base",
        points,
        tuple(shares),
        rate=(rate.points, rate.minor),
        counted=sum(weights),
    )


def _extras(question: Question, base: list[int], passed: list[PassedOver]) -> list[Part]:
    """Multipliers on the base award, then bonuses."""
    parts: list[Part] = []
    grown = list(base)
    for rule in question.rules():
        if isinstance(rule, MultiplierRule):
            weights = _only(_holding(question, rule), grown)
            part = _multiplied(rule.slug, rule.percent, weights)
            if part.points and question.config.stacking is Stacking.MULTIPLY:
                grown = [have + more for have, more in zip(grown, part.shares, strict=True)]
        elif isinstance(rule, BonusRule):
            part = _bonus(question, rule)
        else:
            continue
        if part.points:
            parts.append(part)
        else:
            passed.append(_passed(question, rule))
    mine = question.multiplier
    if mine is not None:
        part = replace(_multiplied(mine.holder, mine.percent, grown), name=mine.name)
        parts += [part] if part.points else []
    return parts


def _multiplied(rule: str, percent: int, weights: list[int]) -> Part:
    points = int(Fraction(sum(weights) * (percent - 100), 100))
    shares = share_out(points, weights) if points else [0] * len(weights)
    return Part(rule, "multiplier", points, tuple(shares), percent=percent, counted=sum(weights))


def _bonus(question: Question, rule: BonusRule) -> Part:
    """Shared over the lines it holds for; an order that earns nothing there brings no bonus."""
    if not question.lines:
        holds = rule.when is None or rule.when.holds(question.occasion, None)
        return Part(rule.slug, "bonus", rule.points if holds else 0, ())
    weights = _only(_holding(question, rule), [line.basis for line in question.lines])
    if not sum(weights):
        return Part(rule.slug, "bonus", 0, (0,) * len(weights))
    return Part(rule.slug, "bonus", rule.points, tuple(share_out(rule.points, weights)))


def _best_of_groups(question: Question, parts: list[Part], passed: list[PassedOver]) -> list[Part]:
    groups = {rule.slug: rule.group for rule in question.config.rules}
    best: dict[str, Part] = {}
    kept = []
    for part in parts:
        group = groups.get(part.rule, "")
        if not group or question.config.groups.get(group, GroupMode.ALL) is GroupMode.ALL:
            kept.append(part)
        elif group not in best or part.points > best[group].points:
            if group in best:
                passed.append(PassedOver(best[group].rule, "group"))
            best[group] = part
        else:
            passed.append(PassedOver(part.rule, "group"))
    order = {rule.slug: index for index, rule in enumerate(question.rules())}
    # What the member has beside the rules stays behind them.
    return sorted([*kept, *best.values()], key=lambda part: order.get(part.rule, len(order)))


def _within_limits(question: Question, parts: list[Part]) -> list[Part]:
    """The first parts meet the limits first: the base, then by priority."""
    rules = {rule.slug: rule for rule in question.config.rules}
    shared = question.own_limits()
    room = dict(question.room)
    kept = []
    for part in parts:
        rule = rules.get(part.rule)
        limits = shared + (question.limits_of(rule) if rule is not None else [])
        kept.append(_limited(question, part, limits, room))
    return kept


def _limited(question: Question, part: Part, limits: list[Limit], room: dict[str, int]) -> Part:
    """The part as far as there is room, which it then takes up."""
    points, cut_by = cut(part.points, limits, room, question.worth)
    drawn = draws(points, limits, question.worth)
    for limit in limits:
        room[limit.key] = room.get(limit.key, limit.most) - drawn[limit.key]
    lasting = {limit.key for limit in limits if limit.lasts}
    return replace(
        part,
        points=points,
        shares=tuple(share_out(points, part.shares)) if part.shares else (),
        cut=part.points - points,
        cut_by=cut_by,
        draws={key: amount for key, amount in drawn.items() if key in lasting and amount},
    )


def _holding(question: Question, rule: RuleConfig) -> list[int]:
    """The lines a rule holds for, by index."""
    return [
        index
        for index, item in enumerate(question.items)
        if rule.when is None or rule.when.holds(question.occasion, item)
    ]


def _passed(question: Question, rule: RuleConfig) -> PassedOver:
    items: list[Item | None] = [*question.items] or [None]
    if rule.when is not None and not any(
        rule.when.holds(question.occasion, item) for item in items
    ):
        failed = rule.when.first_failure(question.occasion, items[0])
        return PassedOver(rule.slug, "condition", failed.to_json() if failed else {})
    if isinstance(rule, BaseRule) and question.occasion.currency not in rule.rates:
        return PassedOver(rule.slug, "currency")
    return PassedOver(rule.slug, "nothing_earned")


def _only(indexes: list[int], weights: list[int]) -> list[int]:
    """The weights of some lines, and nothing for the others."""
    wanted = set(indexes)
    return [weight if index in wanted else 0 for index, weight in enumerate(weights)]


def _sum_shares(parts: list[Part], lines: int) -> list[int]:
    return [sum(part.shares[index] for part in parts) for index in range(lines)]
