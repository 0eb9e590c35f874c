"""A shop that takes reviews, what ada bought there, and how tests review it."""

import io
from datetime import datetime
from typing import Any

from PIL import Image

from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.reviews.models import Review, ReviewPicture, ReviewStep
from saleor_loyalty.features.reviews.rules import revision_of
from saleor_loyalty.flows import engagement
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.review_decisions import approve
from saleor_loyalty.flows.review_pictures import upload
from saleor_loyalty.flows.reviews import Opinion, write_review
from tests.flows.events import everything
from tests.shop import NOON, line, paid_order

GIFTS = {"gift": {"points": 30}, "with_pictures": {"points": 50}}


def takes_reviews(*, enabled: bool = True, **config: Any) -> None:
    engagement.save(Subject.REVIEWS, {**GIFTS, **config}, enabled=enabled, actor="user:9", now=NOON)


def bought(member: Member, order_id: str = "o1", **more: Any) -> Any:
    """A lamp and two bulbs, received at once."""
    order = paid_order(
        line("a", 2000, product_id="lamp", product_name="Lamp"),
        line("b", 1000, quantity=2, product_id="bulb", product_name="Bulb"),
        order_id=order_id,
        **{"user_id": member.user_id, "email": member.email, "fulfilled_at": NOON, **more},
    )
    changed(order)
    return order


def changed(order: Any, now: datetime = NOON) -> None:
    act_on([order], now=now)
    # The database's clock is another one.
    OutboxEffect.objects.filter(status=WorkStatus.NEW).update(due_at=now)
    while work_outbox(now=now):
        pass


def written(
    member: Member, line_id: str = "a", *, order_id: str = "o1", now: datetime = NOON, **more: Any
) -> Review:
    opinion = Opinion(**{"rating": 5, "text": "Bright.", **more})
    return write_review(member, order_id, line_id, opinion, now=now)


def approved(review: Review, *, now: datetime = NOON) -> Review:
    return approve(review.public_id, revision=revision_of(review.digest), actor="user:9", now=now)


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 80, 20)).save(out, kind, **more)
    return out.getvalue()


def uploaded(member: Member, count: int = 1, *, now: datetime = NOON) -> Any:
    return tuple(upload(member, picture(), now=now).public_id for _ in range(count))


def steps(review: Review) -> list[tuple[str, str]]:
    found = ReviewStep.objects.filter(review=review).order_by("pk")
    return [(step.kind, step.actor) for step in found]


def all_there_is() -> list[Any]:
    tables = (Review, ReviewPicture, ReviewStep)
    return everything() + [sorted(table.objects.values_list(), key=str) for table in tables]
