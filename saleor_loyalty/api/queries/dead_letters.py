"""What was given up, for staff to look at."""

from typing import Any
from uuid import UUID

import graphene
from django.db.models import Q, QuerySet

from ...events.models import InboxFact, OutboxEffect
from ...flows import inbox, outbox
from ..context import viewer_of
from ..errors import refusing
from ..inputs import optional_text, text
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..types.connection import connection_of
from ..types.dead_letter import Letter, LoyaltyDeadLetter, LoyaltyDirection
from ..viewer import Permission, require

LoyaltyDeadLetterConnection = connection_of(LoyaltyDeadLetter)


class DeadLetterQueries(graphene.ObjectType):
    loyalty_dead_letters = graphene.Field(
        LoyaltyDeadLetterConnection,
        direction=LoyaltyDirection(required=True),
        kind=graphene.String(description="Only of this kind: order, reprice, …"),
        search=graphene.String(
            description="Whom it is about begins with it (order:, member:5), or what went wrong "
            "has it in it."
        ),
        **arguments(),
        description="What could not be acted on, newest first. Needs MANAGE_ORDERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_dead_letters(
        _root: None,
        info: Any,
        direction: str,
        first: int,
        after: str | None = None,
        kind: str | None = None,
        search: str | None = None,
    ) -> Slice[Letter]:
        require(viewer_of(info), Permission.MANAGE_ORDERS)
        dead: Any = inbox.dead_facts() if direction == "IN" else outbox.dead_effects()
        if kind is not None:
            dead = dead.filter(kind=text(kind, field="kind", longest=64))
        wanted = optional_text(search, field="search", longest=100)
        if wanted:
            dead = dead.filter(Q(subject__startswith=wanted) | Q(error__icontains=wanted))
        found = _after(dead, key_in(after, UUID))
        return slice_of(
            lambda limit: list(found[:limit]),
            lambda letter: letter.key,
            first=check_size(first),
            after=after,
        )


def _after(
    rows: QuerySet[InboxFact] | QuerySet[OutboxEffect], key: UUID | None
) -> QuerySet[InboxFact] | QuerySet[OutboxEffect]:
    """The row of the cursor may be alive again by now; it is still where it was."""
    if key is None:
        return rows
    return rows.filter(id__lt=rows.model._default_manager.filter(key=key).values("id"))
