"""Reviews as an answer to storefronts, to whoever wrote them, and to staff."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import graphene

from ...features.reviews.models import Review, ReviewPicture, ReviewState, ReviewStep
from ...features.reviews.read import Sort
from ...features.reviews.rules import average, revision_of
from ...flows.review_lines import Bought
from ...flows.review_outlook import gift_ahead, reviewed_line
from ...values.gift import Gift
from ...values.points import Unit
from ..ids import to_global
from ..language import language_of
from ..members import MemberView, view_of
from ..scalars import LoyaltyDateTime, LoyaltyDecimal, LoyaltyInteger
from .gift import LoyaltyGift
from .member import LoyaltyMember
from .reviewed_line import LoyaltyReviewedLine, ReviewedLineView

TYPE, PICTURE = "LoyaltyReview", "LoyaltyReviewPicture"

_STATES = {
    "pending": "Waits for the shop to decide.",
    "approved": "Shown.",
    "refused": "Not shown; the member reads why, and may change it.",
    "withdrawn": "Taken away by whoever wrote it.",
}
_SORTS = {
    "newest": "The newest first.",
    "best": "Those with the most stars first, of these the newest.",
    "worst": "Those with the fewest stars first, of these the newest.",
}

LoyaltyReviewState = graphene.Enum(
    "LoyaltyReviewState",
    [(state.name, state.value) for state in ReviewState],
    description=lambda value: None if value is None else _STATES[value.value],
)
LoyaltyReviewSort = graphene.Enum(
    "LoyaltyReviewSort",
    [(sort.name, sort.value) for sort in Sort],
    description=lambda value: None if value is None else _SORTS[value.value],
)


@dataclass(frozen=True, slots=True)
class ReviewView:
    """`own`: for whoever wrote it; `staff`: for who decides. Others see what is shown."""

    review: Review
    own: bool = False
    staff: bool = False


@dataclass(frozen=True, slots=True)
class SummaryView:
    product_id: str
    by_rating: Mapping[int, int]

    @property
    def count(self) -> int:
        return sum(self.by_rating.values())

    @property
    def average(self) -> Decimal | None:
        return average(self.by_rating)

    @property
    def stars(self) -> list[dict[str, int]]:
        return [
            {"rating": rating, "count": self.by_rating[rating]}
            for rating in sorted(self.by_rating, reverse=True)
        ]


class LoyaltyReviewStars(graphene.ObjectType):
    """How many reviews have so many stars."""

    rating = graphene.Int(required=True, description="1 to 5.")
    count = graphene.Int(required=True)


class LoyaltyReviewSummary(graphene.ObjectType):
    """What the reviews of a product come to, of those that are shown."""

    product_id = graphene.ID(required=True)
    count = graphene.Int(required=True)
    average = LoyaltyDecimal(
        description='Of the stars: sum by count, two digits, half up: "4.67". Null without any.'
    )
    stars = graphene.List(
        graphene.NonNull(LoyaltyReviewStars), required=True, description="5 stars first."
    )


class LoyaltyReviewPicture(graphene.ObjectType):
    """A picture of a review."""

    id = graphene.ID(required=True)
    url = graphene.String(required=True, description="As the shop's storage serves it.")
    content_type = graphene.String(required=True)
    width = graphene.Int(required=True, description="In pixels.")
    height = graphene.Int(required=True, description="In pixels.")

    @staticmethod
    def resolve_id(picture: ReviewPicture, _info: Any) -> str:
        return to_global(PICTURE, picture.public_id)

    @staticmethod
    def resolve_url(picture: ReviewPicture, _info: Any) -> str:
        return picture.file.url


class LoyaltyReviewStep(graphene.ObjectType):
    """What somebody did about a review. Never changed."""

    kind = graphene.String(
        required=True,
        description="written, edited, approved, refused, answered, reopened, withdrawn or "
        "points_taken_back.",
    )
    actor = graphene.String(
        required=True, description="user:…, app:… or source:…; empty: the member, or the rules."
    )
    note = graphene.String(required=True)
    at = LoyaltyDateTime(required=True)


class LoyaltyReview(graphene.ObjectType):
    """What somebody says of something they bought."""

    id = graphene.ID(required=True)
    product_id = graphene.ID(required=True, description="The shop's id.")
    variant_id = graphene.ID(description="The shop's id. Null where it is not known.")
    rating = graphene.Int(required=True, description="1 to 5 stars.")
    title = graphene.String(required=True, description="May be empty.")
    text = graphene.String(required=True, description="Plain text, with line breaks. May be empty.")
    language_code = graphene.String(required=True, description="Of title and text.")
    author = graphene.String(
        required=True, description="As the member wants to be called. Empty: not at all."
    )
    pictures = graphene.List(graphene.NonNull(LoyaltyReviewPicture), required=True)
    pictures_count = graphene.Int(
        required=True,
        description="With those of a review that is kept elsewhere, which are not here.",
    )
    answer = graphene.String(required=True, description="Of the shop. May be empty.")
    answered_at = LoyaltyDateTime()
    created_at = LoyaltyDateTime(required=True)
    updated_at = LoyaltyDateTime(required=True)
    state = graphene.Field(
        LoyaltyReviewState, description="Null for all but its author and staff, as what follows."
    )
    reason = graphene.String(description="Why it was refused. May be empty.")
    revision = graphene.String(description="Of what it says: who decides names what they read.")
    points = LoyaltyInteger(description="What it has brought and was not taken back.")
    product_name = graphene.String(description="As it was called when it was bought.")
    order_id = graphene.ID(description="The shop's id.")
    line_id = graphene.ID(description="The shop's id.")
    source = graphene.String(
        description="The service that keeps it; empty: it was written here. Null for all but staff."
    )
    member = graphene.Field(LoyaltyMember, description="Null for all but staff.")
    steps = graphene.List(
        graphene.NonNull(LoyaltyReviewStep),
        description="The first one first. Null for all but staff.",
    )
    bought = graphene.Field(
        LoyaltyReviewedLine,
        description="What was bought. Null for all but staff, and where it is not known any more. "
        "One statement a review: for a page of one.",
    )
    gift = graphene.Field(
        LoyaltyGift,
        description="What showing it now would give, before the caps. Null for all but staff, and "
        "where it gives nothing (more). Some statements a review: for a page of one.",
    )

    @staticmethod
    def resolve_id(view: ReviewView, _info: Any) -> str:
        return to_global(TYPE, view.review.public_id)

    @staticmethod
    def resolve_product_id(view: ReviewView, _info: Any) -> str:
        return view.review.product_id

    @staticmethod
    def resolve_variant_id(view: ReviewView, _info: Any) -> str | None:
        return view.review.variant_id or None

    @staticmethod
    def resolve_rating(view: ReviewView, _info: Any) -> int:
        return view.review.rating

    @staticmethod
    def resolve_title(view: ReviewView, _info: Any) -> str:
        return view.review.title

    @staticmethod
    def resolve_text(view: ReviewView, _info: Any) -> str:
        return view.review.text

    @staticmethod
    def resolve_language_code(view: ReviewView, _info: Any) -> str:
        return view.review.language_code

    @staticmethod
    def resolve_author(view: ReviewView, _info: Any) -> str:
        return view.review.author

    @staticmethod
    def resolve_pictures(view: ReviewView, _info: Any) -> list[ReviewPicture]:
        # Sorted here: the rows of a whole page were read with one statement.
        return sorted(view.review.pictures.all(), key=lambda picture: picture.position)

    @staticmethod
    def resolve_pictures_count(view: ReviewView, _info: Any) -> int:
        return view.review.pictures_count

    @staticmethod
    def resolve_answer(view: ReviewView, _info: Any) -> str:
        return view.review.answer

    @staticmethod
    def resolve_answered_at(view: ReviewView, _info: Any) -> datetime | None:
        return view.review.answered_at

    @staticmethod
    def resolve_created_at(view: ReviewView, _info: Any) -> datetime:
        return view.review.created_at

    @staticmethod
    def resolve_updated_at(view: ReviewView, _info: Any) -> datetime:
        return view.review.updated_at

    @staticmethod
    def resolve_state(view: ReviewView, _info: Any) -> str | None:
        return view.review.state if view.own else None

    @staticmethod
    def resolve_reason(view: ReviewView, _info: Any) -> str | None:
        return view.review.reason if view.own else None

    @staticmethod
    def resolve_revision(view: ReviewView, _info: Any) -> str | None:
        return revision_of(view.review.digest) if view.own else None

    @staticmethod
    def resolve_points(view: ReviewView, _info: Any) -> int | None:
        return points_of(view.review) if view.own else None

    @staticmethod
    def resolve_product_name(view: ReviewView, _info: Any) -> str | None:
        return view.review.product_name if view.own else None

    @staticmethod
    def resolve_order_id(view: ReviewView, _info: Any) -> str | None:
        return to_global("Order", view.review.order_id) if view.own else None

    @staticmethod
    def resolve_line_id(view: ReviewView, _info: Any) -> str | None:
        return to_global("OrderLine", view.review.line_id) if view.own else None

    @staticmethod
    def resolve_source(view: ReviewView, _info: Any) -> str | None:
        return view.review.source if view.staff else None

    @staticmethod
    def resolve_member(view: ReviewView, _info: Any) -> MemberView | None:
        return view_of(view.review.member) if view.staff else None

    @staticmethod
    def resolve_steps(view: ReviewView, _info: Any) -> list[ReviewStep] | None:
        if not view.staff:
            return None
        return sorted(view.review.steps.all(), key=lambda step: step.pk)

    @staticmethod
    def resolve_bought(view: ReviewView, info: Any) -> ReviewedLineView | None:
        found = reviewed_line(view.review) if view.staff else None
        return ReviewedLineView(found, language_of(info)) if found is not None else None

    @staticmethod
    def resolve_gift(view: ReviewView, _info: Any) -> Gift | None:
        return gift_ahead(view.review) if view.staff else None


class LoyaltyReviewableLine(graphene.ObjectType):
    """A line of an order that the caller may review now."""

    order_id = graphene.ID(required=True, description="The shop's id.")
    order_number = graphene.String(required=True)
    line_id = graphene.ID(required=True, description="The shop's id.")
    product_id = graphene.ID(required=True, description="The shop's id.")
    variant_id = graphene.ID(description="The shop's id. Null where it is not known.")
    product_name = graphene.String(required=True)
    until = LoyaltyDateTime(description="From then on it is too late. Null: never.")

    @staticmethod
    def resolve_order_id(bought: Bought, _info: Any) -> str:
        return to_global("Order", bought.order.order_id)

    @staticmethod
    def resolve_order_number(bought: Bought, _info: Any) -> str:
        return bought.order.number

    @staticmethod
    def resolve_line_id(bought: Bought, _info: Any) -> str:
        return to_global("OrderLine", bought.line.line_id)

    @staticmethod
    def resolve_product_id(bought: Bought, _info: Any) -> str:
        return bought.line.product_id

    @staticmethod
    def resolve_variant_id(bought: Bought, _info: Any) -> str | None:
        return bought.line.variant_id or None

    @staticmethod
    def resolve_product_name(bought: Bought, _info: Any) -> str:
        return bought.line.product_name

    @staticmethod
    def resolve_until(bought: Bought, _info: Any) -> datetime | None:
        return bought.closes_at


def points_of(review: Review) -> int:
    if review.event is None:
        return 0
    awards = [award for award in review.event.awards.all() if award.unit == Unit.POINTS]
    return sum(award.points - award.taken_back for award in awards)
