"""The way in: one row a fact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from .. import rows
from ..values.identity import new_public_id
from ..values.source_key import key_of
from .models import InboxFact


@dataclass(frozen=True, slots=True)
class NewFact:
    """`source` None is a nudge, "look at this again", and always new."""

    kind: str
    subject: str
    occurred_at: datetime
    source: str | None = None
    payload: dict[str, Any] | None = None

    @property
    def key(self) -> UUID:
        return key_of(f"fact:{self.source}") if self.source else new_public_id()


def record(fact: NewFact) -> None:
    """One INSERT; a fact whose source is known already is not written again."""
    record_many([fact])


def record_many(facts: Iterable[NewFact]) -> None:
    rows.insert(
        (
            InboxFact(
                key=fact.key,
                kind=fact.kind,
                subject=fact.subject,
                payload=fact.payload,
                occurred_at=fact.occurred_at,
                due_at=fact.occurred_at,
            )
            for fact in facts
        ),
        unique="key",
    )


def as_statement(facts: Iterable[NewFact]) -> tuple[str, dict[str, Any]]:
    """What `record_many` does for facts without payload, to be sent in a message of one's own."""
    told = [(fact.key, fact.kind, fact.subject, fact.occurred_at) for fact in facts]
    keys, kinds, subjects, times = map(list, zip(*told, strict=True)) if told else ([],) * 4
    sql = (
        "INSERT INTO saleor_loyalty_inboxfact (key, kind, subject, occurred_at, due_at)"
        " SELECT key, kind, subject, at, at FROM unnest(%(keys)s::uuid[], %(kinds)s::text[],"
        " %(subjects)s::text[], %(times)s::timestamptz[]) AS facts (key, kind, subject, at)"
        " ON CONFLICT (key) DO NOTHING"
    )
    return sql, {"keys": keys, "kinds": kinds, "subjects": subjects, "times": times}
