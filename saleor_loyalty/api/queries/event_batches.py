"""Files of events, for staff."""

from typing import Any
from uuid import UUID

import graphene

from ...features.member_events.models import EventBatch
from ..context import viewer_of
from ..errors import refusing
from ..ids import uuid_of
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..types.connection import connection_of
from ..types.event_batch import TYPE, LoyaltyEventBatch
from ..viewer import Permission, require

LoyaltyEventBatchConnection = connection_of(LoyaltyEventBatch)


class EventBatchQueries(graphene.ObjectType):
    loyalty_event_batch = graphene.Field(
        LoyaltyEventBatch,
        id=graphene.ID(required=True),
        description="One file of events with its progress. Needs MANAGE_POINTS.",
    )
    loyalty_event_batches = graphene.Field(
        LoyaltyEventBatchConnection,
        **arguments(),
        description="Files of events, newest first. Needs MANAGE_POINTS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_event_batch(_root: None, info: Any, id: str) -> EventBatch | None:
        require(viewer_of(info), Permission.MANAGE_POINTS)
        return EventBatch.objects.filter(public_id=uuid_of(id, TYPE)).first()

    @staticmethod
    @refusing
    def resolve_loyalty_event_batches(
        _root: None, info: Any, first: int, after: str | None = None
    ) -> Slice[EventBatch]:
        require(viewer_of(info), Permission.MANAGE_POINTS)
        last_seen = key_in(after, UUID)
        # The lines may be megabytes: only where they are asked for.
        found = EventBatch.objects.defer("content").order_by("-public_id")
        if last_seen is not None:
            found = found.filter(public_id__lt=last_seen)
        return slice_of(
            lambda limit: list(found[:limit]),
            lambda batch: batch.public_id,
            first=check_size(first),
            after=after,
        )
