"""What the rules may know about an order's moment and its member."""

from dataclasses import replace
from datetime import datetime, timedelta

from .. import conf
from ..events.facts import OrderFact
from ..features.earning.conditions import Occasion
from ..features.earning.counters import room
from ..features.earning.decide import MemberMultiplier, Question
from ..features.earning.rules import Breakdown, explain, question_of
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..values.points import Unit
from .perks import Entitlements, Perks
from .terms import Terms
from .zones import zone_of


def earning_question(
    order: OrderFact,
    at: datetime,
    unit: Unit,
    member: Member | None,
    terms: Terms,
    perks: Perks | None = None,
) -> Question:
    """What the order would earn, without the room in caps and budgets.

    `perks` are the member's at that moment; see `perks_at_order`.
    """
    occasion = occasion_of(order, at, member, terms)
    worth = terms.config.spending.rates.get(order.currency)
    asked = question_of(
        order,
        terms.config.earning,
        owner=terms.programme,
        unit=unit,
        occasion=occasion,
        member_id=member.pk if member is not None else 0,
        worth=worth.rate if worth is not None else None,
        multiplier=_multiplier(perks, unit, order.channel) if perks is not None else None,
    )
    basis = sum(line.basis for line in asked.lines)
    return replace(asked, occasion=replace(occasion, basis=basis))


def would_earn(
    order: OrderFact, at: datetime, unit: Unit, member: Member | None, terms: Terms
) -> Breakdown | None:
    """The award if it were made now: nothing is locked and nothing promised. None: no sense."""
    if not terms.config.earning.may_earn(unit, order.currency):
        return None
    perks = None
    if member is not None:
        perks = perks_at_order(Entitlements.load([member.pk]), member.pk, order, at)
    question = earning_question(order, at, unit, member, terms, perks)
    return explain(order, replace(question, room=room(question.limits())))


def perks_at_order(
    entitlements: Entitlements, member_id: int, order: OrderFact, at: datetime
) -> Perks:
    """What the member had when they paid, with plans that hold in the order that buys them.

    A plan begins in the moment of the payment; any other that begins then comes too late.
    """
    bought = frozenset(line.variant_id for line in order.lines)
    just_before = at - timedelta(microseconds=1)
    return entitlements.of(member_id, now=just_before, bought_variants=bought)


def _multiplier(perks: Perks, unit: Unit, channel: str) -> MemberMultiplier | None:
    boost = perks.boost(unit, channel)
    if boost is None:
        return None
    return MemberMultiplier(boost.holder, boost.percent, boost.name.root)


def occasion_of(order: OrderFact, at: datetime, member: Member | None, terms: Terms) -> Occasion:
    """The order at its moment. What costs a query is asked only where some rule wants it."""
    return Occasion(
        at=at,
        zone=terms.config.zone,
        member_zone=zone_of(member, terms),
        channel=order.channel,
        currency=order.currency,
        country=order.country,
        order_number=_order_number(order, at, member) if terms.wants_order_number else 0,
        tier=member.tier.slug if member is not None and member.tier is not None else None,
        segments=_segments(member) if terms.wants_segments else frozenset(),
        customer_groups=frozenset(order.customer_groups),
        birthday=member.birthday if member is not None else None,
    )


def _order_number(order: OrderFact, at: datetime, member: Member | None) -> int:
    """By the time of payment, not of arrival: a fact that comes late does not change the count."""
    if member is None:
        return 1
    earlier = OrderRecord.objects.filter(member=member, paid_at__lt=at)
    return earlier.exclude(order_id=order.order_id).count() + 1


def _segments(member: Member | None) -> frozenset[str]:
    return conf.segments_of(member.pk) if member is not None else frozenset()
