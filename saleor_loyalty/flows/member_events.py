"""An event of a member: recorded, awarded, taken back. Ours, or one that a merchant names.

Not by way of the inbox: whoever tells of it waits to hear what it brought, and the event's own row
is the fact that is kept. Either the event and all it brings are there, or neither.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from .. import conf
from ..errors import Code, LoyaltyError
from ..features.earning.counters import draw, room_under_lock
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
from ..ledger import post
from ..ledger.accounts import account_ids
from ..values.points import Unit
from ..values.source_key import key_of
from . import tiers
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
    about: str = "",
    own: tuple[BonusRule, ...] | None = None,
) -> MemberEvent:
    """The event with its awards, under the rules of the moment it happened.

    `own` is for events of ours (`flows.gifts`): what they give beside the programme's rules.

    `source` told again with the same data answers as the first time, also when it has been undone
    or has become too old meanwhile. Raises SOURCE_KEY_CONFLICT for other data; INVALID, REQUIRED
    or LIMIT_EXCEEDED for what an event cannot be; MEMBER_CLOSED; PROGRAMME_NOT_ACTIVE where no
    programme was in force.
    """
    fact = EventFact(name, occurred_at, dict(attributes), channel)
    check_event(fact, ours=own is not None)
    lock_subjects([f"event:{source}"])
    known = MemberEvent.objects.filter(key=key_of(f"event:{source}")).first()
    if known is not None:
        return _same(known, fact, member)
    check_time(occurred_at, now=now, oldest_days=conf.event_max_age_days(), field="occurredAt")
    _check_open(member)
    catalogue = Catalogue.load()
    terms = catalogue.in_force(channel, occurred_at)
    if terms is None:
        raise LoyaltyError(Code.PROGRAMME_NOT_ACTIVE, "No programme was in force then.")
    if catalogue.has_limits:
        lock_counters()
    event = MemberEvent.objects.create(
        key=key_of(f"event:{source}"),
        digest=fact.digest,
        source=source,
        name=name,
        member=member,
        channel=channel,
        occurred_at=occurred_at,
        attributes=fact.attributes,
        batch=batch,
    )
    _award(event, fact, terms, own or (), about, now)
    return event


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
    _take_back(event, awards, now)
    event.undone_at = now
    event.save(update_fields=["undone_at"])
    touched = {event.member_id, *(award.member_id for award in awards)}
    tiers.reevaluate_many(touched, now=now, changed=_CHANGED)
    return event


def awards_of(events: Sequence[MemberEvent]) -> dict[int, dict[Unit, Award]]:
    """What each event brought, by the event's primary key."""
    found: dict[int, dict[Unit, Award]] = {event.pk: {} for event in events}
    for award in Award.objects.filter(event__in=list(found)):
        assert award.event_id is not None, "found by their events"
        found[award.event_id][Unit(award.unit)] = award
    return found


def _same(known: MemberEvent, fact: EventFact, member: Member) -> MemberEvent:
    """A member who has become part of another is still who they were."""
    same_person = _whole(known.member) == _whole(member)
    if known.digest != fact.digest or not same_person:
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT,
            "This key belongs to another event.",
            field="sourceKey",
        )
    return known


def _whole(member: Member) -> Member:
    while member.merged_into is not None:
        member = member.merged_into
    return member


def _check_open(member: Member) -> None:
    if member.merged_into_id is not None or (member.user_id is None and not member.guest):
        raise LoyaltyError(Code.MEMBER_CLOSED, "This member's account is closed.")


def _award(
    event: MemberEvent,
    fact: EventFact,
    terms: Terms,
    own: tuple[BonusRule, ...],
    about: str,
    now: datetime,
) -> None:
    accounts = account_ids([event.member_id])
    credits = []
    awards = []
    # Counters in the order of units, as orders take them.
    for unit in Unit:
        question = event_question(fact, unit, event.member, terms, own)
        breakdown = explain_event(question, room_under_lock(question.limits()))
        if not breakdown.parts:
            continue
        draw(draws_of(breakdown))
        credit = _credit(event, unit, accounts[event.member_id, unit], breakdown, terms, about, now)
        awards.append(_award_row(event, unit, credit, breakdown, terms))
        if breakdown.points:
            credits.append(credit)
    Award.objects.bulk_create(awards)
    post.credit_many(credits, now=now)
    tiers.reevaluate_many([event.member_id], now=now, changed=_CHANGED)


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
    about: str,
    now: datetime,
) -> post.Credit:
    usable_at = matures_at(event.occurred_at, terms)
    is_points = unit is Unit.POINTS
    return post.Credit(
        account_id=account,
        points=breakdown.points,
        source=f"event:{event.pk}/award/{unit.name.lower()}",
        occurred_at=event.occurred_at,
        data=_reason(event, about),
        pending=usable_at > now,
        matures_at=usable_at,
        expires_at=points_expire_at(terms, event.occurred_at, lambda: event.member)
        if is_points
        else None,
        worth=worth_of_points(terms) if is_points else None,
    )


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
