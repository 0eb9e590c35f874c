"""What ada said of her lamp and her bulb, and what each operation about reviews takes."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.reviews.models import Review, ReviewStep
from saleor_loyalty.features.reviews.rules import revision_of
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.review_decisions import approve
from saleor_loyalty.flows.reviews import Opinion, write_review
from tests.flows.reviews import takes_reviews
from tests.shop import NOON, line, paid_order

ORDER = "o1004"
SHOWN, WAITING = UUID(int=0x51), UUID(int=0x52)
OPINION = {"rating": 4, "title": "Good", "text": "Not too loud.", "author": "Ada L."}


def review_id(public_id: UUID) -> str:
    return to_global("LoyaltyReview", public_id)


def reviews(ada: Member) -> None:
    """One of the lamp is shown, one of the bulb waits, the screw has none. They gave nothing."""
    takes_reviews(gift=None, with_pictures=None)
    order = paid_order(
        line("a", 0, product_id="lamp", product_name="Lamp"),
        line("b", 0, product_id="bulb", product_name="Bulb"),
        line("c", 0, product_id="screw", product_name="Screw"),
        order_id=ORDER,
        user_id=ada.user_id,
        email=ada.email,
        placed_at=NOON - timedelta(days=8),
        paid_at=NOON - timedelta(days=8),
        fulfilled_at=NOON - timedelta(days=6),
    )
    act_on([order], now=NOON)
    for line_id, public_id in (("a", SHOWN), ("b", WAITING)):
        opinion = Opinion(rating=5, title="Nice", text="Bright.", author="Ada")
        made = write_review(ada, ORDER, line_id, opinion, now=NOON)
        Review.objects.filter(pk=made.pk).update(public_id=public_id)
    approve(SHOWN, revision=None, actor="user:9", now=NOON)
    ReviewStep.objects.update(at=NOON)
    takes_reviews()


def _given(**variables: Any) -> Callable[[Any], dict[str, Any]]:
    return lambda _world: variables


def _read(_world: Any) -> dict[str, Any]:
    review = Review.objects.get(public_id=WAITING)
    return {"id": review_id(WAITING), "revision": revision_of(review.digest)}


PRODUCT = _given(productId="lamp", first=20, sort="BEST")
SUMMARIES = _given(productIds=["lamp", "sofa"])
CREATE = _given(
    orderId=to_global("Order", ORDER), lineId=to_global("OrderLine", "c"), input=OPINION
)
UPDATE = _given(id=review_id(SHOWN), input=OPINION)
WITHDRAW = _given(id=review_id(SHOWN))
STAFF: dict[str, Callable[[Any], dict[str, Any]]] = {
    "reviews": _given(first=20, state="PENDING", search="bright"),
    "review_approve": _read,
    "review_refuse": _given(id=review_id(SHOWN), reason="Not about the lamp"),
    "review_answer": _given(id=review_id(SHOWN), text="Thank you!"),
    "review_reopen": _given(id=review_id(SHOWN)),
}
OPERATIONS: dict[str, Callable[[Any], dict[str, Any]]] = {
    **{f"dashboard/{name}": variables for name, variables in STAFF.items()},
    "storefront/product_reviews": PRODUCT,
    "storefront/review_summaries": SUMMARIES,
    "storefront/my_reviews": _given(first=20),
    "storefront/reviewable_lines": _given(first=20),
    "storefront/review_create": CREATE,
    "storefront/review_update": UPDATE,
    "storefront/review_withdraw": WITHDRAW,
}
