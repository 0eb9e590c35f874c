"""What an event would earn, as a question to the one engine behind awards, checks and previews."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from .. import conf
from ..features.earning.caps import Limit
from ..features.earning.conditions import Occasion
from ..features.earning.decide import Question, decide
from ..features.earning.rule_config import BonusRule, Rule
from ..features.earning.rules import Breakdown
from ..features.member_events.rules import EventFact
from ..features.members.models import Member
from ..ledger import post
from ..values.points import Unit
from .terms import Terms
from .zones import zone_of


def event_question(
    fact: EventFact,
    unit: Unit,
    member: Member,
    terms: Terms,
    own: tuple[BonusRule, ...] = (),
) -> Question:
    """Without the room in caps and budgets. Only rules that name an event are asked: a bonus for
    orders on Tuesdays is none for everything that happens on a Tuesday. `own` are what an event of
    ours gives beside them.
    """
    earning = terms.config.earning
    rules = (*own, *(rule for rule in earning.rules if _names_an_event(rule)))
    worth = worth_of_points(terms)
    return Question(
        owner=terms.programme,
        config=earning.model_copy(update={"rules": rules}),
        unit=unit,
        occasion=_occasion(fact, member, terms, worth.currency if worth else ""),
        member_id=member.pk,
        worth=terms.config.spending.rates[worth.currency].rate if worth else None,
    )


def explain_event(question: Question, room: dict[str, int]) -> Breakdown:
    """The award of an event under all rules: it has no lines and no money."""
    decision = decide(replace(question, room=room))
    # Programmes do not know them: what they are called stays with the award.
    names = {rule.slug: rule.name.root for rule in question.config.rules if rule.slug[0] == "@"}
    return Breakdown(
        currency=question.occasion.currency,
        rate_points=0,
        rate_minor=0,
        basis=0,
        points=decision.points,
        lines=(),
        content=(),
        parts=tuple(replace(part, name=names.get(part.rule, {})) for part in decision.parts),
        passed_over=decision.passed_over,
    )


def worth_of_points(terms: Terms) -> post.Worth | None:
    """Events come without a currency: they have the programme's, where points pay in just one."""
    rates = terms.config.spending.rates
    if len(rates) != 1:
        return None
    ((currency, rate),) = rates.items()
    return post.Worth(rate.points, rate.minor, currency)


def draws_of(breakdown: Breakdown) -> dict[str, int]:
    """What the award draws on each counter, by key."""
    drawn: dict[str, int] = {}
    for part in breakdown.parts:
        for key, amount in part.draws.items():
            drawn[key] = drawn.get(key, 0) + amount
    return drawn


def matures_at(occurred_at: datetime, terms: Terms) -> datetime:
    """An event has nothing to be delivered: it is fulfilled when it happens."""
    at = terms.config.earning.maturity.matures_at(occurred_at, occurred_at)
    assert at is not None, "both of its moments are known"
    return at


def unknown_limits(question: Question, rooms: Iterable[str]) -> list[Limit]:
    """Those whose counters have not been looked at yet."""
    known = set(rooms)
    return [limit for limit in question.limits() if limit.key not in known]


def _names_an_event(rule: Rule) -> bool:
    return rule.when is not None and "event" in rule.when.kinds()


def _occasion(fact: EventFact, member: Member, terms: Terms, currency: str) -> Occasion:
    return Occasion(
        at=fact.occurred_at,
        zone=terms.config.zone,
        member_zone=zone_of(member, terms),
        channel=fact.channel,
        currency=currency,
        tier=member.tier.slug if member.tier is not None else None,
        segments=conf.segments_of(member.pk) if terms.wants_segments else frozenset(),
        birthday=member.birthday,
        event=fact.name,
        attributes=fact.attributes,
    )
