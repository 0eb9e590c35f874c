"""Reviews: what a product page shows, the caller's own, and all of them for staff."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import graphene

from ...errors import N_, Code, LoyaltyError
from ...features.engagement.models import Subject
from ...features.reviews.config import ReviewConfig
from ...features.reviews.models import Review
from ...features.reviews.read import Place, Sort, page_of, stars_of
from ...features.reviews.rules import LONGEST_LANGUAGE
from ...flows.engagement import running
from ...flows.review_lines import Bought, waiting_lines
from ...flows.review_lists import LONGEST_SEARCH, filtered
from ..context import request_of, viewer_of
from ..errors import refusing
from ..ids import uuid_of
from ..inputs import optional_text
from ..members import TYPE as MEMBER
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..reviews import WHOLE, caller, review_id, staff_view
from ..scalars import LoyaltyDateTime
from ..types.connection import connection_of
from ..types.review import (
    LoyaltyReview,
    LoyaltyReviewableLine,
    LoyaltyReviewSort,
    LoyaltyReviewState,
    LoyaltyReviewSummary,
    ReviewView,
    SummaryView,
)
from ..viewer import Permission, require

LoyaltyReviewConnection = connection_of(LoyaltyReview)

_MOST_PRODUCTS = 100
_LONGEST_ID = 100
_LONGEST_SOURCE = 50


class ReviewQueries(graphene.ObjectType):
    loyalty_product_reviews = graphene.Field(
        LoyaltyReviewConnection,
        product_id=graphene.ID(required=True, description="The shop's id."),
        sort=LoyaltyReviewSort(description="Without it: NEWEST."),
        with_pictures=graphene.Boolean(description="Those with pictures alone."),
        language_code=graphene.String(description="Those in exactly this language alone."),
        **arguments(),
        description="What is shown of a product.",
    )
    loyalty_review_summaries = graphene.List(
        graphene.NonNull(LoyaltyReviewSummary),
        product_ids=graphene.List(
            graphene.NonNull(graphene.ID),
            required=True,
            description="The shop's ids, at most 100.",
        ),
        description="What the reviews of products come to, in the order they were asked for.",
    )
    loyalty_my_reviews = graphene.Field(
        LoyaltyReviewConnection,
        **arguments(),
        description="The caller's own, newest first. Needs a logged-in customer.",
    )
    loyalty_reviewable_lines = graphene.List(
        graphene.NonNull(LoyaltyReviewableLine),
        first=graphene.Int(required=True, description="How many, at most 100."),
        description="What the caller can review, of their newest 50 orders. Needs a logged-in "
        "customer.",
    )
    loyalty_reviews = graphene.Field(
        LoyaltyReviewConnection,
        state=LoyaltyReviewState(),
        product_id=graphene.ID(description="The shop's id."),
        member_id=graphene.ID(),
        rating=graphene.Int(),
        with_pictures=graphene.Boolean(),
        source=graphene.String(description="The service that keeps it; empty: written here."),
        search=graphene.String(
            description="In title, text or author, in any case. At most 100 characters."
        ),
        since=LoyaltyDateTime(description="Written from then on."),
        until=LoyaltyDateTime(description="Written before then."),
        **arguments(),
        description="All reviews, newest first. Needs MANAGE_MEMBERS.",
    )
    loyalty_review = graphene.Field(
        LoyaltyReview,
        id=graphene.ID(required=True),
        description="One review. Null: there is none. Needs MANAGE_MEMBERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_product_reviews(
        _root: None,
        _info: Any,
        product_id: str,
        first: int,
        after: str | None = None,
        sort: str | None = None,
        with_pictures: bool | None = None,
        language_code: str | None = None,
    ) -> Slice[ReviewView]:
        size, place = check_size(first), key_in(after, Place.parse)
        product = _product(product_id, field="productId")
        spoken = optional_text(language_code, field="languageCode", longest=LONGEST_LANGUAGE)

        def fetch(limit: int) -> list[ReviewView]:
            found = page_of(
                product,
                sort=Sort(sort or Sort.NEWEST),
                after=place,
                limit=limit,
                language_code=spoken.replace("_", "-").lower(),
                with_pictures=bool(with_pictures),
            )
            return [ReviewView(review) for review in found]

        return slice_of(fetch, lambda view: Place.of(view.review), first=size, after=after)

    @staticmethod
    @refusing
    def resolve_loyalty_review_summaries(
        _root: None, _info: Any, product_ids: list[str]
    ) -> list[SummaryView]:
        if len(product_ids) > _MOST_PRODUCTS:
            raise LoyaltyError(
                Code.LIMIT_EXCEEDED,
                N_("Ask for 1 to %(most)s."),
                field="productIds",
                most=_MOST_PRODUCTS,
            )
        wanted = [_product(one, field="productIds") for one in product_ids]
        found = stars_of(wanted)
        return [SummaryView(product_id, found[product_id]) for product_id in wanted]

    @staticmethod
    @refusing
    def resolve_loyalty_my_reviews(
        _root: None, info: Any, first: int, after: str | None = None
    ) -> Slice[ReviewView]:
        member = caller(info)
        if member is None:
            return slice_of(lambda _limit: [], _key, first=check_size(first), after=after)
        mine = filtered(member=member.pk, before=key_in(after, UUID))
        return _page(mine, lambda review: ReviewView(review, own=True), first, after)

    @staticmethod
    @refusing
    def resolve_loyalty_reviewable_lines(_root: None, info: Any, first: int) -> list[Bought]:
        size, member = check_size(first), caller(info)
        on = running(Subject.REVIEWS, ReviewConfig)
        if member is None or on is None:
            return []
        return waiting_lines(member, on.config, at=request_of(info).now)[:size]

    @staticmethod
    @refusing
    def resolve_loyalty_reviews(
        _root: None, info: Any, first: int, after: str | None = None, **given: Any
    ) -> Slice[ReviewView]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        found = filtered(before=key_in(after, UUID), **_wanted(given))
        return _page(
            found.select_related("member__tier"),
            lambda review: ReviewView(review, own=True, staff=True),
            first,
            after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_review(_root: None, info: Any, id: str) -> ReviewView | None:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        found = Review.objects.filter(public_id=review_id(id)).first()
        return staff_view(found) if found is not None else None


def _page(
    found: Any, view: Callable[[Review], ReviewView], first: int, after: str | None
) -> Slice[ReviewView]:
    rows = found.select_related("event").prefetch_related(*WHOLE)
    return slice_of(
        lambda limit: [view(review) for review in rows[:limit]],
        _key,
        first=check_size(first),
        after=after,
    )


def _key(view: ReviewView) -> UUID:
    return view.review.public_id


def _wanted(given: dict[str, Any]) -> dict[str, Any]:
    member_id, product_id = given.pop("member_id", None), given.pop("product_id", None)
    source: str | None = given.pop("source", None)
    since: datetime | None = given.get("since")
    until: datetime | None = given.get("until")
    if since is not None and until is not None and until < since:
        raise LoyaltyError(Code.INVALID, N_("The end lies before the beginning."), field="until")
    return {
        **given,
        "member_public_id": uuid_of(member_id, MEMBER, field="memberId") if member_id else None,
        "product_id": _product(product_id, field="productId") if product_id else None,
        # Empty is an answer of its own.
        "source": source and optional_text(source, field="source", longest=_LONGEST_SOURCE),
        "search": optional_text(given.get("search"), field="search", longest=LONGEST_SEARCH),
    }


def _product(product_id: str, *, field: str) -> str:
    """As the shop names it. Raises INVALID."""
    if not product_id or len(product_id) > _LONGEST_ID or not product_id.isprintable():
        raise LoyaltyError(Code.INVALID, N_("There is no such product."), field=field)
    return product_id
