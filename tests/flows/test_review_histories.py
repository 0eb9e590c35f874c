"""Random histories of one review, against a model that only knows what the page says."""

import random
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.db import transaction

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.reviews.models import Review
from saleor_loyalty.flows.review_decisions import approve, refuse, reopen
from saleor_loyalty.flows.reviews import Opinion, edit_review, withdraw_review
from saleor_loyalty.ledger.audit import audit
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.reviews import all_there_is, bought, changed, takes_reviews, uploaded, written
from tests.shop import NOON

ACTS = ("write", "write", "edit", "edit", "approve", "approve", "refuse", "reopen", "withdraw")


@dataclass
class Model:
    """`given` is what the present review has brought, 0, 30 or 50; None: there is no review."""

    state: str | None = None
    pictures: bool = False
    given: int = 0
    refunded: bool = False

    def act(self, what: str, pictures: bool) -> bool:
        """Whether it may be done."""
        if what == "refund":
            self.refunded, self.given = True, 0
            return True
        if what == "write":
            return self._write(pictures)
        if self.state is None or (what, self.state) in {
            ("approve", "refused"),
        }:
            return False
        return bool(getattr(self, what)(pictures))

    def _write(self, pictures: bool) -> bool:
        if self.refunded or self.state is not None:
            return False
        self.state, self.pictures, self.given = "pending", pictures, 0
        return True

    def edit(self, pictures: bool) -> bool:
        self.state, self.pictures = "pending", pictures
        return True

    def approve(self, _pictures: bool) -> bool:
        worth = 50 if self.pictures else 30
        if self.state == "pending" and self.given != worth:
            self.given = 0 if self.refunded else worth
        self.state = "approved"
        return True

    def refuse(self, _pictures: bool) -> bool:
        self.state, self.given = "refused", 0
        return True

    def reopen(self, _pictures: bool) -> bool:
        self.state = "pending"
        return True

    def withdraw(self, _pictures: bool) -> bool:
        self.state, self.given = None, 0
        return True


@pytest.mark.parametrize("seed", range(12))
def test_it_comes_out_as_the_page_says(ada: Member, seed: int) -> None:
    event_rules(rates={"USD": {"points": 1, "minor": 10_000}})
    takes_reviews()
    chance, model, order = random.Random(seed), Model(), bought(ada)
    with_picture = uploaded(ada)
    acts = [chance.choice(ACTS) for _ in range(25)]
    if seed % 2:
        acts.insert(chance.randrange(25), "refund")
    for number, what in enumerate(acts):
        pictures = chance.random() < 0.5
        opinion = Opinion(
            rating=chance.randint(1, 5),
            text=f"Opinion {number}",
            pictures=with_picture if pictures else (),
        )
        before = all_there_is()
        try:
            with transaction.atomic():
                _do(what, ada, order, opinion)
            done = True
        except LoyaltyError:
            done = False
            assert all_there_is() == before, what
        assert done is model.act(what, pictures), (number, what)
        assert sums(ada) == (model.given, 0, 0, 0), (number, what)
        present = Review.objects.exclude(state="withdrawn").first()
        assert (present.state if present else None) == model.state, (number, what)
    found: list[Any] = []
    audit(found.append)
    assert found == []


def _do(what: str, ada: Member, order: Any, opinion: Opinion) -> None:
    if what == "refund":
        changed(replace(order, fully_refunded=True))
        return
    if what == "write":
        fields = ("rating", "text", "pictures")
        written(ada, **{name: getattr(opinion, name) for name in fields})
        return
    present = Review.objects.exclude(state="withdrawn").first()
    if present is None:
        raise LoyaltyError("NOT_FOUND", "There is none.")  # type: ignore[arg-type]
    public_id, staff = present.public_id, {"actor": "user:9", "now": NOON}
    if what == "edit":
        edit_review(ada, public_id, opinion, now=NOON)
    elif what == "withdraw":
        withdraw_review(ada, public_id, now=NOON)
    elif what == "approve":
        approve(public_id, revision=None, **staff)
    elif what == "refuse":
        refuse(public_id, revision=None, reason=opinion.text, **staff)
    else:
        reopen(public_id, **staff)
