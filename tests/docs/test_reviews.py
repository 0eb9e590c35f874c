"""docs/reviews.md, step by step; and what it tells merchants and services to write."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from saleor_loyalty.api.review_document import ReviewDocument
from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.reviews.config import ReviewConfig
from saleor_loyalty.features.reviews.models import Review
from saleor_loyalty.flows import engagement
from saleor_loyalty.flows.review_decisions import approve, refuse, reopen
from saleor_loyalty.flows.reviews import Opinion, edit_review, withdraw_review
from tests.docs.play import block, page, story
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.reviews import bought, changed, uploaded, written
from tests.shop import NOON

TEXT = page("reviews.md")
CONFIG = json.loads(block(TEXT, "json config"))
LONG = "It is bright and warm."


def test_the_story(ada: Member) -> None:
    # What is bought earns nothing itself.
    event_rules(rates={"USD": {"points": 1, "minor": 10_000}})
    quiet = {name: value for name, value in CONFIG.items() if name != "approve_from"}
    engagement.save(Subject.REVIEWS, quiet, enabled=True, actor="user:9", now=NOON)
    order = bought(ada, fulfilled_at=None)
    received = replace(order, fulfilled_at=NOON)
    pictures = uploaded(ada)

    def mine() -> Any:
        return Review.objects.order_by("pk").last().public_id  # type: ignore[union-attr]

    def say(days: int) -> Review:
        return written(ada, text=LONG, now=NOON + timedelta(days=days))

    def says(**more: Any) -> Review:
        opinion = Opinion(**{"rating": 5, "text": LONG, "pictures": pictures, **more})
        return edit_review(ada, mine(), opinion, now=NOON)

    def a_day_after_it_came() -> Review:
        changed(received)
        return say(1)

    def back(*gone: int) -> None:
        pairs = zip(order.lines, gone, strict=True)
        lines = tuple(replace(one, refunded_quantity=pieces) for one, pieces in pairs)
        changed(replace(received, lines=lines))

    staff = {"actor": "user:9", "now": NOON}
    steps: dict[str, Callable[[], object]] = {
        "the order is paid; ada reviews the lamp": lambda: say(9),
        "it is fulfilled; a day later ada reviews the lamp": a_day_after_it_came,
        "another day later ada reviews the lamp, 5 stars": lambda: say(2),
        "the shop approves": lambda: approve(mine(), revision=None, **staff),
        "ada adds a picture": says,
        "ada makes it 2 stars": lambda: says(rating=2),
        "the shop refuses: not about the lamp": lambda: refuse(
            mine(), revision=None, reason="Not about the lamp", **staff
        ),
        "the shop opens it again": lambda: reopen(mine(), **staff),
        "one bulb goes back": lambda: back(0, 1),
        "the lamp goes back": lambda: back(1, 1),
        "ada withdraws her review": lambda: withdraw_review(ada, mine(), now=NOON),
        "ada reviews the lamp": lambda: say(2),
    }
    for step, state, points in story(TEXT, "The story"):
        try:
            steps[step]()
            found = Review.objects.get().state
        except LoyaltyError as refusal:
            found = refusal.code.value
        assert (found, str(sums(ada)[0])) == (state, points), step


def test_every_part_of_the_setting_is_told() -> None:
    config = ReviewConfig.parse(CONFIG)
    assert config.gift_for(2) == config.with_pictures
    assert set(ReviewConfig.model_fields) == set(CONFIG)
    assert set(type(config.pictures).model_fields) == set(CONFIG["pictures"])
    assert all(f"`{name}`" in TEXT for name in CONFIG)


def test_every_field_of_the_document_is_told() -> None:
    told = json.loads(block(TEXT, "json told"))
    assert ReviewDocument.read(told).rating == 4
    assert all(f"`{name}`" in TEXT or name in told for name in ReviewDocument.model_fields)
