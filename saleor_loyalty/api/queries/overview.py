"""How the programme stands."""

from datetime import date
from functools import cached_property
from typing import Any

import graphene

from ...features.figures.models import Measure
from ...flows import overview
from ...flows.figures import By, Span
from ..context import request_of, viewer_of
from ..errors import refusing
from ..inputs import optional_text
from ..language import language_of
from ..scalars import LoyaltyDate, LoyaltyInteger
from ..types.overview import (
    LoyaltyFigures,
    LoyaltyFiguresBy,
    LoyaltyOutstanding,
    LoyaltyTierCount,
    SpanView,
    span_view,
    together,
)
from ..viewer import Permission, require


class Asked:
    """What an overview is asked about; figures are worked out once, where one is wanted."""

    def __init__(self, info: Any, since: date, until: date, by: By, **only: str | None) -> None:
        self.since = since
        self.until = until
        self.now = request_of(info).now
        self.language_code = language_of(info)
        self._by = by
        self._only = only

    @cached_property
    def spans(self) -> list[Span]:
        return overview.chart(
            self.since,
            self.until,
            self._by,
            channel=self._only["channel"],
            currency=self._only["currency"],
            now=self.now,
        )

    @cached_property
    def total(self) -> SpanView:
        return together(self.spans, self.language_code)


class LoyaltyOverview(graphene.ObjectType):
    """The figures of a programme's first page."""

    total = graphene.Field(LoyaltyFigures, required=True, description="Of all the days asked for.")
    chart = graphene.List(
        graphene.NonNull(LoyaltyFigures), required=True, description="Oldest first, without gaps."
    )
    redemption_rate = graphene.Int(
        description="What was spent of what was issued in these days, in hundredths of a percent,"
        " rounded down. None where nothing was issued."
    )
    outstanding = graphene.Field(LoyaltyOutstanding, required=True, description="As it is now.")
    members = LoyaltyInteger(required=True, description="As many as there are now.")
    members_joined = LoyaltyInteger(required=True, description="On the days asked for.")
    tiers = graphene.List(
        graphene.NonNull(LoyaltyTierCount),
        required=True,
        description="From the highest down, those without a tier last.",
    )

    @staticmethod
    @refusing
    def resolve_chart(asked: Asked, _info: Any) -> list[SpanView]:
        return [span_view(span, asked.language_code) for span in asked.spans]

    @staticmethod
    def resolve_redemption_rate(asked: Asked, _info: Any) -> int | None:
        issued = asked.total.of(Measure.ISSUED)
        return max(-asked.total.of(Measure.SPENT), 0) * 10_000 // issued if issued > 0 else None

    @staticmethod
    def resolve_outstanding(_asked: Asked, _info: Any) -> overview.Outstanding:
        return overview.outstanding()

    @staticmethod
    def resolve_members(_asked: Asked, _info: Any) -> int:
        return overview.members()

    @staticmethod
    def resolve_members_joined(asked: Asked, _info: Any) -> int:
        return overview.members_joined(asked.since, asked.until, now=asked.now)

    @staticmethod
    def resolve_tiers(_asked: Asked, _info: Any) -> list[overview.TierCount]:
        return overview.members_by_tier()


class OverviewQueries(graphene.ObjectType):
    loyalty_overview = graphene.Field(
        LoyaltyOverview,
        since=LoyaltyDate(required=True),
        until=LoyaltyDate(required=True, description="This day included."),
        by=LoyaltyFiguresBy(default_value=By.DAY.value, description="How days are put together."),
        channel=graphene.String(description="Slug: only what orders of it brought and cost."),
        currency=graphene.String(description="Only points that were worth money in it."),
        description="How the programme stands, with what came and went on these days of the"
        " shop's time zone. Needs MANAGE_POINTS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_overview(
        _root: None,
        info: Any,
        since: date,
        until: date,
        by: str,
        channel: str | None = None,
        currency: str | None = None,
    ) -> Asked:
        require(viewer_of(info), Permission.MANAGE_POINTS)
        asked = Asked(
            info,
            since,
            until,
            By(by),
            channel=optional_text(channel, field="channel", longest=255) or None,
            currency=optional_text(currency, field="currency", longest=3) or None,
        )
        # Refused as a whole, not field by field.
        _ = asked.spans
        return asked
