"""An event of a member: recorded, awarded, taken back. Ours, or one that a merchant names.

Not by way of the inbox: whoever tells of it waits to hear what it brought, and the event's own row
is the fact that is kept. Either the event and all it brings are there, or neither.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from .. import conf, rows
from ..errors import N_, Code, LoyaltyError
from ..features.earning.counters import draw, room_under_lock
from ..features.earning.decide import Question
from ..features.earning.models import Award
from ..features.earning.rule_config import BonusRule
from ..features.earning.rules import Breakdown
from ..features.member_events.models import EventBatch, MemberEvent
from ..features.member_events.names import PREFIX, Own
from ..features.member_events.rules import (
    LONGEST_KEY,
    Attributes,
    EventFact,
    check_event,
    check_text,
    check_time,
)
from ..features.members.models import Member
from ..features.members.service import whole
from ..ledger import post
from ..ledger.accounts import account_ids
from ..values.points import Unit
from ..values.source_key import key_of
from . import boosts, gift_rewards, task_notices, tiers
from .claims import take_back
from .event_question import (
    draws_of,
    event_question,
    explain_event,
    matures_at,
    worth_of_points,
)
from .expiry_dates import points_expire_at
from .locks import lock_counters, lock_subjects
from .terms import Catalogue, Terms

# What of the facts that tiers look at an event may change.
_CHANGED = frozenset({"activity", "growth", "points"})


def api_source(key: str) -> str:
    """The name of an event told of one by one, apart from those of batches."""
    check_text(key, "sourceKey", LONGEST_KEY)
    return f"api:{key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event that is told of. `source` names it once and for all; `own` are what an event of
    ours gives beside the programme's rules, `points_until` when its points end instead of when the
    programme says, `about` what stands beside its reason.
    """

    member: Member
    fact: EventFact
    source: str
    about: str = ""
    batch: EventBatch | None = None
    own: tuple[BonusRule, ...] | None = None
    points_until: datetime | None = None

    @property
    def key(self) -> UUID:
        return key_of(f"event:{self.source}")


Beside = Callable[[Sequence[MemberEvent]], None]


@transaction.atomic
def record_event(
    member: Member,
    name: str,
    *,
    source: str,
    occurred_at: datetime,
    attributes: Attributes,
    channel: str = "",
    now: datetime,
    batch: EventBatch | None = None,
) -> MemberEvent:
    """The event with its awards, under the rules of the moment it happened.

    `source` told again with the same data answers as the first time, also when it has been undone
    or has become too old meanwhile. Raises SOURCE_KEY_CONFLICT for other data; INVALID, REQUIRED
    or LIMIT_EXCEEDED for what an event cannot be; MEMBER_CLOSED; PROGRAMME_NOT_ACTIVE where no
    programme was in force.
    """
    fact = EventFact(name, occurred_at, dict(attributes), channel)
    (event,) = record_many([Told(member=member, fact=fact, source=source, batch=batch)], now=now)
    return event


@transaction.atomic
def record_many(
    told: Sequence[Told], *, now: datetime, beside: Beside | None = None
) -> list[MemberEvent]:
    """Several at once, in their order, each source once: all of them or, where one is refused as
    by `record_event`, none.

    `beside` gives what is no points for those that are new, before any account is locked.
    """
    for one in told:
        check_event(one.fact, ours=one.own is not None)
    lock_subjects(f"event:{one.source}" for one in told)
    known = _known([one.key for one in told])
    fresh = [one for one in told if one.key not in known]
    for one in fresh:
        check_time(
            one.fact.occurred_at,
            now=now,
            oldest_days=conf.event_max_age_days(),
            field="occurredAt",
        )
        _check_open(one.member)
    work = _Work(Catalogue.load(), now)
    terms = [work.terms_of(one) for one in fresh]
    if work.catalogue.has_limits:
        lock_counters()
    made = [_event(one) for one in fresh]
    rows.insert(made, returning=["id"])
    if beside is not None and made:
        beside(made)
    work.award(list(zip(made, fresh, terms, strict=True)))
    task_notices.events_changed(made)
    by_key = {event.key: event for event in made}
    return [by_key.get(one.key) or _same(known[one.key], one) for one in told]


@transaction.atomic
def undo_event(event: MemberEvent, *, now: datetime) -> MemberEvent:
    """Takes back all that the event brought, also what has been spent. Twice is once."""
    lock_subjects([f"event:{event.source}"])
    event = MemberEvent.objects.get(pk=event.pk)
    if event.undone_at is not None:
        return event
    awards = list(
        Award.objects.filter(event=event).order_by("unit").select_for_update(of=("self",))
    )
    lock_counters()
    gift_rewards.take_back(event, now=now)
    boosts.end(event, now=now)
    _take_back(event, awards, now)
    event.undone_at = now
    event.save(update_fields=["undone_at"])
    touched = {event.member_id, *(award.member_id for award in awards)}
    tiers.reevaluate_many(touched, now=now, changed=_CHANGED)
    task_notices.events_changed([event])
    return event


def awards_of(events: Sequence[MemberEvent]) -> dict[int, dict[Unit, Award]]:
    """What each event brought, by the event's primary key."""
    found: dict[int, dict[Unit, Award]] = {event.pk: {} for event in events}
    for award in Award.objects.filter(event__in=list(found)):
        assert award.event_id is not None, "found by their events"
        found[award.event_id][Unit(award.unit)] = award
    return found


def _known(keys: Sequence[UUID]) -> dict[UUID, MemberEvent]:
    found = MemberEvent.objects.select_related("member").filter(key__in=keys)
    return {event.key: event for event in found}


def _event(one: Told) -> MemberEvent:
    return MemberEvent(
        key=one.key,
        digest=one.fact.digest,
        source=one.source,
        name=one.fact.name,
        member=one.member,
        channel=one.fact.channel,
        occurred_at=one.fact.occurred_at,
        attributes=one.fact.attributes,
        batch=one.batch,
    )


def _same(known: MemberEvent, told: Told) -> MemberEvent:
    """A member who has become part of another is still who they were."""
    same_person = whole(known.member) == whole(told.member)
    if known.digest != told.fact.digest or not same_person:
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT,
            N_("This key belongs to another event."),
            field="sourceKey",
        )
    return known


def _check_open(member: Member) -> None:
    if member.merged_into_id is not None or (member.user_id is None and not member.guest):
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member's account is closed."))


@dataclass
class _Work:
    """What a batch needs to decide, and what it has decided."""

    catalogue: Catalogue
    now: datetime
    # What caps and budgets have left, locked.
    rooms: dict[str, int] = field(default_factory=dict)
    drawn: dict[str, int] = field(default_factory=dict)
    awards: list[Award] = field(default_factory=list)
    credits: list[post.Credit] = field(default_factory=list)

    def terms_of(self, one: Told) -> Terms:
        terms = self.catalogue.in_force(one.fact.channel, one.fact.occurred_at)
        if terms is None:
            raise LoyaltyError(Code.PROGRAMME_NOT_ACTIVE, N_("No programme was in force then."))
        return terms

    def award(self, told: Sequence[tuple[MemberEvent, Told, Terms]]) -> None:
        accounts = account_ids({event.member_id for event, _, _ in told})
        for event, one, terms in told:
            # Counters in the order of units, as orders take them.
            for unit in Unit:
                self._decide(event, unit, accounts[event.member_id, unit], one, terms)
        draw(self.drawn)
        rows.insert(self.awards)
        post.credit_many(self.credits, now=self.now)
        members = {event.member_id for event, _, _ in told}
        tiers.reevaluate_many(members, now=self.now, changed=_CHANGED)

    def _decide(
        self, event: MemberEvent, unit: Unit, account: int, one: Told, terms: Terms
    ) -> None:
        question = event_question(one.fact, unit, one.member, terms, one.own or ())
        breakdown = explain_event(question, self._room(question))
        if not breakdown.parts:
            return
        for key, amount in draws_of(breakdown).items():
            self.rooms[key] -= amount
            self.drawn[key] = self.drawn.get(key, 0) + amount
        credit = _credit(event, unit, account, breakdown, terms, one, self.now)
        self.awards.append(_award_row(event, unit, credit, breakdown, terms))
        if breakdown.points:
            self.credits.append(credit)

    def _room(self, question: Question) -> dict[str, int]:
        unlocked = [limit for limit in question.limits() if limit.key not in self.rooms]
        self.rooms.update(room_under_lock(unlocked))
        return self.rooms


def _award_row(
    event: MemberEvent, unit: Unit, credit: post.Credit, breakdown: Breakdown, terms: Terms
) -> Award:
    return Award(
        key=credit.key,
        event=event,
        unit=unit.value,
        member_id=event.member_id,
        programme_version_id=terms.version_id,
        occurred_at=event.occurred_at,
        points=breakdown.points,
        breakdown=breakdown.to_json(),
    )


def _credit(
    event: MemberEvent,
    unit: Unit,
    account: int,
    breakdown: Breakdown,
    terms: Terms,
    told: Told,
    now: datetime,
) -> post.Credit:
    usable_at = matures_at(event.occurred_at, terms)
    is_points = unit is Unit.POINTS
    return post.Credit(
        account_id=account,
        points=breakdown.points,
        source=f"event:{event.pk}/award/{unit.name.lower()}",
        occurred_at=event.occurred_at,
        data=_reason(event, told.about),
        pending=usable_at > now,
        matures_at=usable_at,
        expires_at=_expires_at(event, terms, told) if is_points else None,
        worth=worth_of_points(terms) if is_points else None,
    )


def _expires_at(event: MemberEvent, terms: Terms, told: Told) -> datetime | None:
    if told.points_until is not None:
        return told.points_until
    return points_expire_at(terms, event.occurred_at, lambda: told.member)


def _reason(event: MemberEvent, about: str) -> dict[str, str]:
    if not event.name.startswith(PREFIX):
        return {"reason": "event", "event": event.name}
    reason = {"reason": Own(event.name).word}
    return {**reason, "event": about} if about else reason


def _take_back(event: MemberEvent, awards: list[Award], now: datetime) -> None:
    catalogue = Catalogue.load()
    accounts = account_ids({award.member_id for award in awards})
    for award in awards:
        if award.taken_back < award.points:
            take_back(
                award,
                award.points,
                account_id=accounts[award.member_id, Unit(award.unit)],
                terms=catalogue.version(award.programme_version_id),
                reason=_undone(event),
                now=now,
            )


def _undone(event: MemberEvent) -> dict[str, str]:
    if not event.name.startswith(PREFIX):
        return {"reason": "event_undone", "event": event.name}
    return {"reason": f"{Own(event.name).word}_undone"}
