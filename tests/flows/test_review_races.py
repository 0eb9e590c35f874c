"""Two at once: one review a line, one gift for it, nothing kept after a refund."""

from dataclasses import replace
from functools import partial

import pytest
from django.db import transaction

from saleor_loyalty.errors import Code
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.reviews.models import Review, ReviewPicture
from saleor_loyalty.features.reviews.rules import Content
from saleor_loyalty.flows.locks import lock_subjects
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.review_decisions import approve, refuse
from saleor_loyalty.flows.reviews import withdraw_review
from saleor_loyalty.flows.reviews_told import ToldReview, receive
from saleor_loyalty.ledger.audit import audit
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.reviews import bought, changed, takes_reviews, uploaded, written
from tests.ledger.threads import together
from tests.shop import NOON

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def reviews(ada):
    event_rules(rates={"USD": {"points": 1, "minor": 10_000}})
    takes_reviews(approve_from=5)


def differences():
    found = []
    audit(found.append)
    return found


def test_two_clicks_are_one_review(ada):
    bought(ada)
    first, second = together(*[partial(written, ada)] * 2)
    assert first.pk == second.pk
    assert (Review.objects.count(), sums(ada)) == (1, (30, 0, 0, 0))


def test_of_two_opinions_one_is_kept(ada):
    bought(ada)
    told = together(*(partial(written, ada, text=text) for text in ("Bright.", "Dim.")))
    assert sorted(type(one).__name__ for one in told) == ["Code", "Review"]
    assert Code.INVALID in told
    assert (Review.objects.count(), sums(ada)) == (1, (30, 0, 0, 0))


def test_two_reviews_want_the_same_picture(ada):
    bought(ada)
    pictures = uploaded(ada)
    told = together(*(partial(written, ada, line, pictures=pictures) for line in "ab"))
    assert Code.NOT_FOUND in told
    assert ReviewPicture.objects.get().review == Review.objects.get()


def test_two_of_the_staff_decide(ada):
    bought(ada)
    review = written(ada, rating=1)
    one = partial(approve, review.public_id, revision=None, actor="user:8", now=NOON)
    other = partial(
        refuse, review.public_id, revision=None, reason="Rude", actor="user:9", now=NOON
    )
    together(one, one, other, partial(withdraw_review, ada, review.public_id, now=NOON))
    review.refresh_from_db()
    assert review.state == "withdrawn"
    assert sums(ada) == (0, 0, 0, 0)
    assert MemberEvent.objects.filter(undone_at=None).count() == 0


def test_what_goes_back_while_it_is_reviewed(ada):
    order = bought(ada)
    refunded = replace(order, fully_refunded=True)

    @transaction.atomic
    def refund():
        # As the worker does it.
        lock_subjects([f"order:{order.order_id}"])
        act_on([refunded], now=NOON)

    together(partial(written, ada), partial(written, ada, "b"), refund)
    changed(refunded)
    assert sums(ada) == (0, 0, 0, 0)
    assert differences() == []


def test_two_accounts_become_one_meanwhile(ada, bob):
    bought(ada)
    together(
        partial(written, ada),
        partial(merge_members, ada, bob, now=NOON, actor="user:9"),
    )
    assert set(Review.objects.values_list("member", flat=True)) <= {bob.pk}
    assert sums(bob)[0] in (0, 30)
    assert differences() == []


def test_a_service_tells_of_the_same_at_once(ada):
    bought(ada)
    told = ToldReview(
        source="trust",
        id="1",
        changed_at=NOON,
        written_at=NOON,
        member=ada,
        product_id="lamp",
        content=Content(rating=5),
        state="approved",
    )
    reviews = together(*[partial(receive, told, now=NOON)] * 3)
    assert len({review.pk for review in reviews}) == 1
    assert (Review.objects.count(), sums(ada)) == (1, (30, 0, 0, 0))
