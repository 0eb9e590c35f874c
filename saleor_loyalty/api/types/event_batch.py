"""A file of events, as an answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import graphene

from ...features.member_events.models import BatchState, EventBatch
from ...features.member_events.refusals import said
from ...flows import event_batches
from ...values.voice import voice_of
from ..errors import LoyaltyErrorType, refusing
from ..ids import to_global
from ..language import language_of
from ..members import TYPE as MEMBER
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .connection import connection_of

TYPE = "LoyaltyEventBatch"

Line = dict[str, Any]

LoyaltyEventBatchState = graphene.Enum(
    "LoyaltyEventBatchState",
    [(state.name, state.value) for state in BatchState],
    description=lambda value: None if value is None else f"{BatchState(value.value).label}.",
)


class LoyaltyEventBatchLine(graphene.ObjectType):
    """One line: what it would do or has done, or what is wrong with it."""

    line = graphene.Int(required=True, description="Its number in the file, from 1.")
    key = graphene.String(required=True)
    name = graphene.String(required=True)
    member_id = graphene.ID(description="Null where the line names nobody we know.")
    points = LoyaltyInteger(
        required=True, description="What it would bring as things stood; once done, what it has."
    )
    growth = LoyaltyInteger(required=True, description="The same in growth.")
    error = graphene.Field(
        LoyaltyErrorType, description="Such a line brings nothing, and holds up no other."
    )

    @staticmethod
    def resolve_member_id(line: Line, _info: object) -> str | None:
        return to_global(MEMBER, line["member"]) if line["member"] else None

    @staticmethod
    def resolve_error(line: Line, info: Any) -> LoyaltyErrorType | None:
        error = line["error"]
        if error is None:
            return None
        return LoyaltyErrorType(
            field=error["field"] or None,
            message=voice_of(language_of(info)).message(said(error)),
            code=error["code"],
        )


LoyaltyEventBatchLineConnection = connection_of(LoyaltyEventBatchLine)


class LoyaltyEventBatch(graphene.ObjectType):
    """A file of events: looked at first, done line by line, undone as one."""

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    state = LoyaltyEventBatchState(required=True)
    lines = graphene.Int(required=True, description="How many there are.")
    done = graphene.Int(required=True, description="So many have been done.")
    refused = graphene.Int(required=True, description="So many were passed over with an error.")
    faulty = graphene.Int(required=True, description="So many have an error.")
    points = LoyaltyInteger(
        required=True, description="What all lines bring: as looked at, or as done."
    )
    growth = LoyaltyInteger(required=True, description="The same in growth.")
    undone = graphene.Int(required=True, description="So many events were taken back.")
    actor = graphene.String(required=True, description="Who looked at it: user:5, app:2.")
    created_at = LoyaltyDateTime(required=True)
    items = graphene.Field(
        LoyaltyEventBatchLineConnection,
        required=True,
        only_errors=graphene.Boolean(description="Only lines with an error."),
        **arguments(),
        description="Its lines, in the order of the file.",
    )
    report = graphene.String(
        required=True, description="All lines as CSV that is safe to open in a spreadsheet."
    )

    @staticmethod
    def resolve_id(batch: EventBatch, _info: object) -> str:
        return to_global(TYPE, batch.public_id)

    @staticmethod
    def resolve_faulty(batch: EventBatch, _info: object) -> int:
        return sum(line["error"] is not None for line in batch.content)

    @staticmethod
    def resolve_points(batch: EventBatch, _info: object) -> int:
        return sum(line["points"] for line in batch.content)

    @staticmethod
    def resolve_growth(batch: EventBatch, _info: object) -> int:
        return sum(line["growth"] for line in batch.content)

    @staticmethod
    def resolve_undone(batch: EventBatch, _info: object) -> int:
        return batch.events.filter(undone_at__isnull=False).count()

    @staticmethod
    def resolve_created_at(batch: EventBatch, _info: object) -> datetime:
        created_at: datetime = batch.created_at
        return created_at

    @staticmethod
    @refusing
    def resolve_items(
        batch: EventBatch,
        _info: object,
        first: int,
        after: str | None = None,
        only_errors: bool = False,
    ) -> Slice[Line]:
        last_seen = key_in(after, int) or 0

        def fetch(limit: int) -> Sequence[Line]:
            found = [
                line
                for line in batch.content
                if line["line"] > last_seen and (line["error"] is not None or not only_errors)
            ]
            return found[:limit]

        return slice_of(fetch, lambda line: line["line"], first=check_size(first), after=after)

    @staticmethod
    def resolve_report(batch: EventBatch, info: Any) -> str:
        return event_batches.report(batch, voice_of(language_of(info)).message)
