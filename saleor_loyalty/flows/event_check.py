"""What each line of a file would do, without doing it: nothing is written and nothing locked."""

from base64 import b64decode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from .. import conf
from ..errors import N_, Code, LoyaltyError
from ..features.earning.counters import room
from ..features.member_events.read_lines import RawLine
from ..features.member_events.refusals import kept as kept_refusal
from ..features.member_events.rules import (
    LONGEST_KEY,
    EventFact,
    check_event,
    check_text,
    check_time,
)
from ..features.members.models import Member
from ..values.points import Unit
from .event_question import draws_of, event_question, explain_event, unknown_limits
from .terms import Catalogue

# One line of a batch as it is kept: the event, what it brings, and what is wrong with it. The
# member by their public id and never by name: what is not kept need not be erased.
Line = dict[str, Any]


def look_at(lines: Sequence[RawLine], *, now: datetime) -> list[Line]:
    """Caps and budgets count on from line to line, as they will when it is done."""
    members = _Members(lines)
    looking = _Looking(now, Catalogue.load())
    return [_look(line, members, looking) for line in lines]


def fact_of(line: Line) -> EventFact:
    return EventFact(
        line["name"],
        datetime.fromisoformat(line["occurred_at"]),
        line["attributes"],
        line["channel"],
    )


@dataclass
class _Looking:
    """`rooms` is what counters have left after the lines before."""

    now: datetime
    catalogue: Catalogue
    rooms: dict[str, int] = field(default_factory=dict)


class _Members:
    """Those whom the file names, found at once, without those who are part of another."""

    def __init__(self, lines: Sequence[RawLine]) -> None:
        emails = {line.email.lower() for line in lines if line.email}
        public_ids = {found for line in lines if (found := _uuid(line.member)) is not None}
        known = Member.objects.select_related("tier").filter(merged_into=None)
        known = known.filter(Q(user__isnull=False) | Q(guest=True))
        rows = known.filter(Q(email__in=emails) | Q(public_id__in=public_ids))
        self._by_id: dict[UUID, Member] = {}
        self._by_email: dict[str, Member] = {}
        # An account comes before a guest of the same address.
        for member in rows.order_by("guest", "pk"):
            self._by_id[member.public_id] = member
            self._by_email.setdefault(member.email, member)

    def of(self, line: RawLine) -> Member:
        if bool(line.member) == bool(line.email):
            raise LoyaltyError(
                Code.REQUIRED, N_("Give either a member or an e-mail."), field="member"
            )
        if line.member:
            public_id = _uuid(line.member)
            found = self._by_id.get(public_id) if public_id is not None else None
        else:
            found = self._by_email.get(line.email.lower())
        if found is None:
            field = "member" if line.member else "email"
            raise LoyaltyError(Code.NOT_FOUND, N_("There is no such member."), field=field)
        return found


def _look(line: RawLine, members: _Members, looking: _Looking) -> Line:
    kept: Line = {
        "line": line.number,
        "key": line.key[: LONGEST_KEY + 1],
        "member": None,
        "name": line.name,
        "occurred_at": line.occurred_at,
        "channel": line.channel,
        "attributes": {},
        "points": 0,
        "growth": 0,
        "state": "checked",
        "error": None,
    }
    try:
        fact, member = _event(line, members, looking)
        kept |= {
            "member": str(member.public_id),
            "attributes": dict(fact.attributes),
            "occurred_at": fact.occurred_at.isoformat(),
            **_would_bring(fact, member, looking),
        }
    except LoyaltyError as error:
        kept["error"] = kept_refusal(error)
    return _printable(kept)


def _event(line: RawLine, members: _Members, looking: _Looking) -> tuple[EventFact, Member]:
    if line.fault is not None:
        raise LoyaltyError(Code.INVALID, line.fault)
    check_text(line.key, "key", LONGEST_KEY)
    fact = EventFact(line.name, _moment(line.occurred_at), line.attributes, line.channel)
    check_event(fact)
    check_time(
        fact.occurred_at,
        now=looking.now,
        oldest_days=conf.event_max_age_days(),
        field="occurred_at",
    )
    return fact, members.of(line)


def _would_bring(fact: EventFact, member: Member, looking: _Looking) -> dict[str, int]:
    terms = looking.catalogue.in_force(fact.channel, fact.occurred_at)
    if terms is None:
        raise LoyaltyError(Code.PROGRAMME_NOT_ACTIVE, N_("No programme was in force then."))
    brings = {}
    for unit in Unit:
        question = event_question(fact, unit, member, terms)
        looking.rooms.update(room(unknown_limits(question, looking.rooms)))
        breakdown = explain_event(question, looking.rooms)
        for key, amount in draws_of(breakdown).items():
            looking.rooms[key] -= amount
        brings[unit.name.lower()] = breakdown.points
    return brings


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise LoyaltyError(
            Code.INVALID,
            N_("A time belongs here, like 2026-03-01T12:00:00Z."),
            field="occurred_at",
        )
    return moment


def _uuid(text: str) -> UUID | None:
    """The id of a member as the API gives it, or the UUID in it."""
    try:
        return UUID(text)
    except ValueError:
        return _uuid_in_id(text)


def _uuid_in_id(text: str) -> UUID | None:
    try:
        kind, _, public_id = b64decode(text, validate=True).decode().partition(":")
        return UUID(public_id) if kind == "LoyaltyMember" else None
    except ValueError:
        return None


def _printable(line: Line) -> Line:
    """A database keeps no NUL and no half of a character."""
    texts: Iterable[str] = ("key", "name", "occurred_at", "channel")
    clean = {
        name: "".join(char if char.isprintable() else "\ufffd" for char in line[name])[:200]
        for name in texts
    }
    return {**line, **clean}
