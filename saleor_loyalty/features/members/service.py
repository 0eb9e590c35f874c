"""Writing members."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from ...ledger.accounts import open_accounts
from .models import Member


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a fact is about: a customer of the host, or a guest by e-mail."""

    user_id: int | None
    email: str
    since: datetime
    language_code: str = "en"

    @property
    def identity(self) -> str:
        return f"user:{self.user_id}" if self.user_id is not None else f"guest:{self.email.lower()}"


@dataclass(frozen=True, slots=True)
class Found:
    """`members` by `Person.identity`; `joined` are those made just now."""

    members: dict[str, Member]
    joined: frozenset[str]


def members_of(people: Iterable[Person]) -> Found:
    """The member of each person, joined if need be.

    A person without account and e-mail is nobody and has no member.
    """
    wanted = {
        person.identity: person
        for person in people
        if person.user_id is not None or person.email.strip()
    }
    found = _find(wanted.values())
    missing = [person for identity, person in wanted.items() if identity not in found]
    if missing:
        _join(missing)
        found = _find(wanted.values())
    return Found(found, frozenset(person.identity for person in missing))


def whole(member: Member) -> Member:
    """The member, or who they have become part of."""
    while member.merged_into is not None:
        member = member.merged_into
    return member


def holder_of(member_id: int) -> Member:
    """The member, or who they have become part of."""
    return whole(Member.objects.get(pk=member_id))


def _find(people: Iterable[Person]) -> dict[str, Member]:
    user_ids = [person.user_id for person in people if person.user_id is not None]
    emails = [person.email.lower() for person in people if person.user_id is None]
    members = Member.objects.select_related("tier").filter(
        Q(user_id__in=user_ids) | Q(guest=True, email__in=emails)
    )
    return {
        f"guest:{member.email}" if member.guest else f"user:{member.user_id}": member
        for member in members
    }


@transaction.atomic
def _join(people: Sequence[Person]) -> None:
    # Two workers may meet the same new person at once: the unique constraints let one win.
    Member.objects.bulk_create(
        (
            Member(
                user_id=person.user_id,
                guest=person.user_id is None,
                email=person.email.lower(),
                language_code=person.language_code or "en",
                joined_at=person.since,
            )
            for person in people
        ),
        ignore_conflicts=True,
    )
    open_accounts(member.pk for member in _find(people).values())
