"""What orders earn, what of it matures and what goes back: decided for a batch, then written."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from .. import rows
from ..events.facts import OrderFact
from ..features.earning.counters import draw, room_under_lock
from ..features.earning.decide import Question
from ..features.earning.models import Award
from ..features.earning.qualifying import qualifying
from ..features.earning.rules import (
    Breakdown,
    content_of,
    explain,
    points_left,
)
from ..features.members.models import Member
from ..features.members.service import Person, members_of
from ..features.orders.models import OrderRecord
from ..features.orders.service import save_orders
from ..ledger import post
from ..ledger.accounts import account_ids, lock_accounts
from ..values.points import Unit
from . import members as members_flow
from .claims import take_back
from .expiry_dates import points_expire_at
from .ladder_terms import Ladders
from .occasions import earning_question, perks_at_order
from .perks import Entitlements
from .terms import Catalogue, Terms


@dataclass
class _Claim:
    """`due` is what of the award is owed back in all."""

    award: Award
    due: int
    terms: Terms


@dataclass
class OrderAwards:
    """What a batch needs to decide, and what it has decided."""

    now: datetime
    catalogue: Catalogue
    ladders: Ladders
    members: dict[str, Member]
    accounts: dict[tuple[int, Unit], int]
    records: dict[str, OrderRecord]
    # The newest revision by order and unit.
    awards: dict[tuple[str, Unit], Award]
    # Members who were none before.
    joined: set[int]
    new_awards: list[Award] = field(default_factory=list)
    credits: list[post.Credit] = field(default_factory=list)
    claims: list[_Claim] = field(default_factory=list)
    matured: list[tuple[Award, datetime]] = field(default_factory=list)
    growth_moved: set[int] = field(default_factory=set)
    # What caps and budgets have left, locked; what this batch draws on them.
    rooms: dict[str, int] = field(default_factory=dict)
    drawn: dict[str, int] = field(default_factory=dict)

    @cached_property
    def members_by_id(self) -> dict[int, Member]:
        return {member.pk: member for member in self.members.values()}

    @cached_property
    def entitlements(self) -> Entitlements:
        return Entitlements.load({member_id for member_id, _ in self.accounts})

    def room(self, question: Question) -> dict[str, int]:
        """Counters are locked when the first order of the batch needs them."""
        unlocked = [limit for limit in question.limits() if limit.key not in self.rooms]
        self.rooms.update(room_under_lock(unlocked))
        return self.rooms

    def draw(self, award: Breakdown) -> None:
        for part in award.parts:
            for key, amount in part.draws.items():
                self.rooms[key] -= amount
                self.drawn[key] = self.drawn.get(key, 0) + amount


def gather(orders: list[OrderFact], catalogue: Catalogue, now: datetime) -> OrderAwards:
    people = members_of(person for person in map(_person, orders) if person is not None)
    members = members_flow.welcome(people, now=now)
    records = save_orders(
        orders,
        members={o.order_id: _member_id(o, members) for o in orders},
        qualifying={o.order_id: _qualifying(o, catalogue) for o in orders},
    )
    awards: dict[tuple[str, Unit], Award] = {}
    found = Award.objects.select_related("order").defer("order__snapshot")
    known = found.filter(order__in=list(records.values()))
    order_ids = {record.pk: order_id for order_id, record in records.items()}
    for award in known.order_by("revision"):
        assert award.order_id is not None, "found by their orders"
        awards[order_ids[award.order_id], Unit(award.unit)] = award
    holders = {member.pk for member in members.values()} | {a.member_id for a in awards.values()}
    joined = {members[identity].pk for identity in people.joined if identity in members}
    return OrderAwards(
        now, catalogue, Ladders.load(), members, account_ids(holders), records, awards, joined
    )


def _qualifying(order: OrderFact, catalogue: Catalogue) -> tuple[int, int]:
    terms = catalogue.in_force(order.channel, order.paid_at) if order.paid_at else None
    return qualifying(order, terms.config.earning if terms is not None else None)


def _person(order: OrderFact) -> Person | None:
    """Nobody joins by an order that is not paid: an abandoned order is no reason to keep data."""
    if order.paid_at is None:
        return None
    return Person(order.user_id, order.email, order.placed_at, order.language_code)


def _member(order: OrderFact, members: dict[str, Member]) -> Member | None:
    person = _person(order)
    return members.get(person.identity) if person else None


def _member_id(order: OrderFact, members: dict[str, Member]) -> int | None:
    member = _member(order, members)
    return member.pk if member else None


def decide(order: OrderFact, work: OrderAwards) -> None:
    for unit in Unit:
        award = work.awards.get((order.order_id, unit))
        if award is None:
            award = _award_first(order, unit, work)
        elif _edited(order, award):
            _claim(award, award.points, work)
            award = _award_again(order, award, work)
        if award is None:
            continue
        if not order.untouched:
            left = points_left(Breakdown.from_json(award.breakdown), order)
            _claim(award, award.points - left, work)
        _mature(order, award, work)


def _edited(order: OrderFact, award: Award) -> bool:
    content = [list(line) for line in content_of(order)]
    return [list(line) for line in award.breakdown["content"]] != content


def _award_first(order: OrderFact, unit: Unit, work: OrderAwards) -> Award | None:
    member = _member(order, work.members)
    if member is None or order.paid_at is None or order.cancelled:
        return None
    terms = work.catalogue.in_force(order.channel, order.paid_at)
    if terms is None:
        return None
    return _award(order, unit, member.pk, terms, 1, work)


def _award_again(order: OrderFact, earlier: Award, work: OrderAwards) -> Award | None:
    terms = work.catalogue.version(earlier.programme_version_id, order.paid_at)
    return _award(order, Unit(earlier.unit), earlier.member_id, terms, earlier.revision + 1, work)


def _award(
    order: OrderFact, unit: Unit, member_id: int, terms: Terms, revision: int, work: OrderAwards
) -> Award | None:
    if order.paid_at is None or not terms.config.earning.may_earn(unit, order.currency):
        return None
    perks = perks_at_order(work.entitlements, member_id, order, order.paid_at)
    member = work.members_by_id.get(member_id)
    question = earning_question(order, order.paid_at, unit, member, terms, perks)
    breakdown = explain(order, replace(question, room=work.room(question)))
    work.draw(breakdown)
    credit = _credit(order, unit, member_id, terms, breakdown, revision, work)
    award = Award(
        key=credit.key,
        order=work.records[order.order_id],
        revision=revision,
        unit=unit.value,
        member_id=member_id,
        programme_version_id=terms.version_id,
        occurred_at=order.paid_at,
        points=breakdown.points,
        waiting=credit.pending and credit.matures_at is None,
        breakdown=breakdown.to_json(),
    )
    work.new_awards.append(award)
    if breakdown.points:
        work.credits.append(credit)
        _note_growth(award, work)
    return award


def _credit(
    order: OrderFact,
    unit: Unit,
    member_id: int,
    terms: Terms,
    breakdown: Breakdown,
    revision: int,
    work: OrderAwards,
) -> post.Credit:
    assert order.paid_at is not None, "only a paid order is awarded"
    matures_at = terms.config.earning.maturity.matures_at(order.paid_at, order.fulfilled_at)
    expires_at = (
        points_expire_at(terms, order.paid_at, lambda: work.members_by_id.get(member_id))
        if unit is Unit.POINTS
        else None
    )
    return post.Credit(
        account_id=work.accounts[member_id, unit],
        points=breakdown.points,
        source=f"order:{order.order_id}/award/{unit.name.lower()}/{revision}",
        occurred_at=order.paid_at,
        data={"reason": "order", "order": order.number},
        pending=matures_at is None or matures_at > work.now,
        matures_at=matures_at,
        expires_at=expires_at,
        worth=_worth(order.currency, terms) if unit is Unit.POINTS else None,
    )


def _worth(currency: str, terms: Terms) -> post.Worth | None:
    rate = terms.config.spending.rates.get(currency)
    return post.Worth(rate.points, rate.minor, currency) if rate else None


def _claim(award: Award, due: int, work: OrderAwards) -> None:
    """Never less than before: a late fact about an earlier state gives nothing back."""
    if due > award.taken_back:
        terms = work.catalogue.version(award.programme_version_id)
        work.claims.append(_Claim(award, due, terms))
        _note_growth(award, work)


def _mature(order: OrderFact, award: Award, work: OrderAwards) -> None:
    if not award.waiting or order.fulfilled_at is None or order.paid_at is None:
        return
    maturity = work.catalogue.version(award.programme_version_id).config.earning.maturity
    at = maturity.matures_at(order.paid_at, order.fulfilled_at)
    if at is not None:
        work.matured.append((award, at))
        _note_growth(award, work)


def _note_growth(award: Award, work: OrderAwards) -> None:
    if award.unit == Unit.GROWTH:
        work.growth_moved.add(award.member_id)


def write(work: OrderAwards, more_accounts: set[int]) -> None:
    """`more_accounts` are those that something else will touch: all are locked in one order."""
    rows.insert(work.new_awards, returning=["id"])
    draw(work.drawn)
    if work.claims or work.matured or more_accounts:
        lock_accounts({*_touched(work), *more_accounts})
    post.credit_many(work.credits, now=work.now)
    for claim in work.claims:
        award = claim.award
        take_back(
            award,
            claim.due,
            account_id=work.accounts[award.member_id, Unit(award.unit)],
            terms=claim.terms,
            reason=_refunded(award),
            now=work.now,
        )
    for award, at in work.matured:
        post.mature(
            work.accounts[award.member_id, Unit(award.unit)], award.key, at=at, now=work.now
        )
    waiting_no_more = [award.pk for award, _ in work.matured]
    if waiting_no_more:
        Award.objects.filter(pk__in=waiting_no_more).update(waiting=False)


def _touched(work: OrderAwards) -> Iterable[int]:
    awards = [claim.award for claim in work.claims] + [award for award, _ in work.matured]
    accounts = {work.accounts[award.member_id, Unit(award.unit)] for award in awards}
    return accounts | {credit.account_id for credit in work.credits}


def _refunded(award: Award) -> dict[str, str]:
    return {"reason": "order_refunded", "order": award.order.number if award.order else ""}
