"""Reviews: only of what one bought and has, once a line; points when the shop shows them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.reviews.models import Review, ReviewPicture, ReviewState
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.review_decisions import answer, approve, refuse, reopen
from saleor_loyalty.flows.reviews import Opinion, edit_review, withdraw_review
from saleor_loyalty.ledger.accounts import account_id
from saleor_loyalty.ledger.models import Entry
from saleor_loyalty.values.points import Unit
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.reviews import (
    all_there_is,
    approved,
    bought,
    changed,
    steps,
    takes_reviews,
    uploaded,
    written,
)
from tests.shop import NOON, Shop

STAFF = "user:9"


@pytest.fixture(autouse=True)
def reviews(ada: Member) -> None:
    # What is bought earns nothing: 1 point for 100 dollars.
    event_rules(rates={"USD": {"points": 1, "minor": 10_000}})
    takes_reviews()


def entries(member: Member) -> list[Entry]:
    """Of points, the oldest first."""
    mine = Entry.objects.filter(account_id=account_id(member.pk, Unit.POINTS))
    return list(mine.order_by("seq"))


def refused(act: Callable[[], Any]) -> tuple[Code, str | None]:
    before = all_there_is()
    with pytest.raises(LoyaltyError) as refusal:
        act()
    assert all_there_is() == before
    return refusal.value.code, refusal.value.field


def test_points_come_when_the_shop_shows_it(ada: Member) -> None:
    bought(ada)
    review = written(ada, title="  Good ", text="Bright.\r\nAnd warm.", author="Ada L.")
    assert (review.state, review.title, review.text) == ("pending", "Good", "Bright.\nAnd warm.")
    assert (review.product_id, review.product_name, review.language_code) == ("lamp", "Lamp", "en")
    assert sums(ada) == (0, 0, 0, 0)
    approved(review)
    assert sums(ada) == (30, 0, 0, 0)
    (entry,) = entries(ada)
    assert entry.data == {"reason": "review", "event": "Lamp"}
    event = MemberEvent.objects.get()
    assert event.attributes == {"rating": 5, "pictures": 0, "product": "lamp"}
    assert steps(review) == [("written", ""), ("approved", STAFF)]


def test_pictures_give_more_and_rules_of_the_programme_on_top(ada: Member) -> None:
    on_top = {
        "kind": "bonus",
        "slug": "five",
        "points": 3,
        "when": {
            "kind": "all",
            "of": [
                {"kind": "event", "name": "loyalty.review"},
                {"kind": "attribute", "name": "rating", "operator": "at_least", "value": 5},
            ],
        },
    }
    event_rules(on_top, rates={"USD": {"points": 1, "minor": 10_000}})
    bought(ada)
    approved(written(ada, pictures=uploaded(ada, 2)))
    approved(written(ada, "b", rating=4))
    assert [(e.available, e.data) for e in entries(ada)] == [
        (53, {"reason": "review", "event": "Lamp"}),
        (30, {"reason": "review", "event": "Bulb"}),
    ]


def test_twice_is_once(ada: Member) -> None:
    bought(ada)
    pictures = uploaded(ada)
    first, again = written(ada, pictures=pictures), written(ada, pictures=pictures)
    assert first.pk == again.pk
    assert refused(lambda: written(ada, text="Dim.")) == (Code.INVALID, "lineId")
    approved(first)
    approved(first)
    assert sums(ada) == (50, 0, 0, 0)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"rating": 0}, (Code.INVALID, "rating")),
        ({"rating": 6}, (Code.INVALID, "rating")),
        ({"title": "x" * 201}, (Code.INVALID, "title")),
        ({"title": "two\nlines"}, (Code.INVALID, "title")),
        ({"text": "x" * 5_001}, (Code.INVALID, "text")),
        ({"text": "a\x00b"}, (Code.INVALID, "text")),
        ({"text": "a\u202eb"}, (Code.INVALID, "text")),
        ({"text": " short "}, (Code.INVALID, "text")),
        ({"author": "x" * 101}, (Code.INVALID, "author")),
        ({"language_code": "xx-nowhere"}, (Code.INVALID, "languageCode")),
        ({"order_id": "o9"}, (Code.NOT_FOUND, "lineId")),
        ({"line_id": "z"}, (Code.NOT_FOUND, "lineId")),
    ],
)
def test_what_is_refused(ada: Member, wrong: dict[str, Any], expected: Any) -> None:
    takes_reviews(shortest_text=6)
    bought(ada)
    assert refused(lambda: written(ada, **wrong)) == expected


def test_nobody_reviews_what_another_bought(ada: Member, bob: Member) -> None:
    bought(ada)
    review = written(ada)
    assert refused(lambda: written(bob, "b")) == (Code.NOT_FOUND, "lineId")
    for act in (
        lambda: edit_review(bob, review.public_id, Opinion(rating=1), now=NOON),
        lambda: withdraw_review(bob, review.public_id, now=NOON),
    ):
        assert refused(act) == (Code.NOT_FOUND, "id")


def test_it_is_off_until_switched_on(ada: Member) -> None:
    bought(ada)
    review = written(ada)
    takes_reviews(enabled=False)
    assert refused(lambda: written(ada, "b"))[0] is Code.NOT_FOUND
    assert refused(lambda: uploaded(ada))[0] is Code.NOT_FOUND
    approved(review)
    assert (Review.objects.get().state, sums(ada)) == ("approved", (0, 0, 0, 0))


# Days after payment and after all was handed over, and whether it can be reviewed.
@pytest.mark.parametrize(
    ("config", "received", "days", "possible"),
    [
        ({}, None, 50, False),
        ({}, 2, 2, True),
        ({}, 2, 4_000, True),
        ({"opens": {"kind": "received", "days": 3}}, 2, 4, False),
        ({"opens": {"kind": "received", "days": 3}}, 2, 5, True),
        ({"opens": {"kind": "paid", "days": 7}}, None, 6, False),
        ({"opens": {"kind": "paid", "days": 7}}, None, 7, True),
        ({"closes_after_days": 30}, 2, 31, True),
        ({"closes_after_days": 30}, 2, 32, False),
    ],
)
def test_when_a_line_may_be_reviewed(
    ada: Member, config: Any, received: int | None, days: int, possible: bool
) -> None:
    takes_reviews(**config)
    bought(ada, fulfilled_at=None if received is None else NOON + timedelta(days=received))
    at = NOON + timedelta(days=days)
    if possible:
        assert written(ada, now=at).created_at == at
        assert refused(lambda: written(ada, "b", now=NOON - timedelta(seconds=1)))
    else:
        assert refused(lambda: written(ada, now=at)) == (Code.INVALID, "lineId")


def test_what_went_back_is_not_reviewed(ada: Member) -> None:
    order = bought(ada)
    for change in (
        {"cancelled": True},
        {"fully_refunded": True},
        {"refunded_by_amount": 3000},
        {"lines": (replace(order.lines[0], refunded_quantity=1), order.lines[1])},
    ):
        changed(replace(order, **change))
        assert refused(lambda: written(ada)) == (Code.INVALID, "lineId")
    changed(replace(order, lines=(order.lines[0], replace(order.lines[1], refunded_quantity=1))))
    assert written(ada, "b").state == ReviewState.PENDING


def test_a_refund_of_the_line_takes_its_points_and_no_others(ada: Member) -> None:
    order = bought(ada)
    review, other = written(ada), written(ada, "b", pictures=uploaded(ada))
    approved(review)
    approved(other)
    assert sums(ada) == (80, 0, 0, 0)
    back = replace(order, lines=(replace(order.lines[0], refunded_quantity=1), order.lines[1]))
    for _ in range(2):
        changed(back)
        assert sums(ada) == (50, 0, 0, 0)
    assert steps(review)[-1] == ("points_taken_back", "")
    review.refresh_from_db()
    assert review.state == ReviewState.APPROVED
    # Whatever is decided from now on, it brings nothing any more.
    refuse(review.public_id, revision=None, reason="Rude", actor=STAFF, now=NOON)
    reopen(review.public_id, actor=STAFF, now=NOON)
    approve(review.public_id, revision=None, actor=STAFF, now=NOON)
    assert sums(ada) == (50, 0, 0, 0)
    withdraw_review(ada, review.public_id, now=NOON)
    assert refused(lambda: written(ada)) == (Code.INVALID, "lineId")


def test_a_shop_may_leave_the_points(ada: Member) -> None:
    takes_reviews(take_back_on_refund=False)
    order = bought(ada)
    review = written(ada)
    changed(replace(order, fully_refunded=True))
    approved(review)
    assert sums(ada) == (30, 0, 0, 0)
    changed(replace(order, cancelled=True))
    assert sums(ada) == (30, 0, 0, 0)


def test_refused_after_approval_takes_the_points_back(ada: Member) -> None:
    bought(ada)
    review = approved(written(ada))
    refuse(review.public_id, revision=None, reason="Not about the lamp", actor=STAFF, now=NOON)
    assert sums(ada) == (0, 0, 0, 0)
    review.refresh_from_db()
    assert (review.state, review.reason) == ("refused", "Not about the lamp")
    assert entries(ada)[-1].data["reason"] == "review_undone"
    reopen(review.public_id, actor=STAFF, now=NOON)
    approve(review.public_id, revision=None, actor=STAFF, now=NOON)
    assert sums(ada) == (30, 0, 0, 0)
    kinds = [kind for kind, _ in steps(review)]
    assert kinds == ["written", "approved", "refused", "reopened", "approved"]


def test_a_refusal_says_why(ada: Member) -> None:
    bought(ada)
    review = written(ada)

    def act(reason: str) -> Any:
        return refuse(review.public_id, revision=None, reason=reason, actor=STAFF, now=NOON)

    assert refused(lambda: act(" ")) == (Code.REQUIRED, "reason")
    assert refused(lambda: act("x" * 501)) == (Code.INVALID, "reason")


def test_who_decides_has_read_what_is_there(ada: Member) -> None:
    bought(ada)
    read = written(ada)
    edit_review(ada, read.public_id, Opinion(rating=1, text="Buy at shop.example"), now=NOON)
    assert refused(lambda: approved(read)) == (Code.CHANGED_MEANWHILE, "revision")


def test_an_edited_review_waits_and_keeps_its_points(ada: Member) -> None:
    bought(ada)
    review = approved(written(ada))
    later = NOON + timedelta(days=9)
    edited = edit_review(ada, review.public_id, Opinion(rating=2, text="Broke."), now=later)
    assert (edited.state, edited.rating, edited.updated_at) == ("pending", 2, later)
    assert sums(ada) == (30, 0, 0, 0)
    approved(edited, now=later)
    assert (sums(ada), len(entries(ada))) == ((30, 0, 0, 0), 1)
    # Pictures that come or go change what it is worth.
    pictures = uploaded(ada, now=later)
    more = edit_review(ada, review.public_id, Opinion(rating=2, pictures=pictures), now=later)
    approved(more, now=later)
    assert sums(ada) == (50, 0, 0, 0)
    less = edit_review(ada, review.public_id, Opinion(rating=2), now=later)
    approved(less, now=later)
    assert sums(ada) == (30, 0, 0, 0)


def test_a_withdrawn_review_gives_all_back_and_makes_room(ada: Member) -> None:
    bought(ada)
    review = approved(written(ada, pictures=uploaded(ada)))
    for _ in range(2):
        gone = withdraw_review(ada, review.public_id, now=NOON)
        assert (gone.state, gone.pictures_count, sums(ada)) == ("withdrawn", 0, (0, 0, 0, 0))
    assert ReviewPicture.objects.get().review is None
    assert refused(lambda: edit_review(ada, review.public_id, Opinion(rating=1), now=NOON)) == (
        Code.INVALID,
        "id",
    )
    assert refused(lambda: answer(review.public_id, text="!", actor=STAFF, now=NOON)) == (
        Code.INVALID,
        "id",
    )
    approved(written(ada, text="On second thought"))
    assert sums(ada) == (30, 0, 0, 0)


def test_the_shop_answers(ada: Member) -> None:
    bought(ada)
    review = written(ada)
    for text, at in (("Thank you!", NOON), ("", None)):
        answered = answer(review.public_id, text=text, actor=STAFF, now=NOON)
        assert (answered.answer, answered.answered_at) == (text, at)
    assert steps(review)[1:] == [("answered", STAFF)] * 2


def test_good_ones_may_be_shown_at_once_but_pictures_are_looked_at(ada: Member) -> None:
    takes_reviews(approve_from=4)
    bought(ada)
    bought(ada, "o2")
    assert written(ada, rating=4).state == ReviewState.APPROVED
    assert written(ada, "b", rating=3).state == ReviewState.PENDING
    with_picture = written(ada, order_id="o2", pictures=uploaded(ada))
    assert (with_picture.state, sums(ada)) == ("pending", (30, 0, 0, 0))
    edited = edit_review(ada, Review.objects.get(rating=4).public_id, Opinion(rating=1), now=NOON)
    assert edited.state == ReviewState.PENDING


def test_caps_cut_what_reviews_give(ada: Member) -> None:
    takes_reviews(caps=[{"period": "month", "points": 40}])
    bought(ada)
    first = approved(written(ada))
    approved(written(ada, "b"))
    assert sums(ada) == (40, 0, 0, 0)
    withdraw_review(ada, first.public_id, now=NOON)
    assert sums(ada) == (10, 0, 0, 0)


def test_it_is_shown_also_where_no_programme_gives_points(ada: Member) -> None:
    bought(ada)
    before_all_programmes = NOON - timedelta(days=100)
    review = approved(written(ada), now=before_all_programmes)
    assert (review.state, review.event, MemberEvent.objects.count()) == ("approved", None, 0)


def test_merged_members_keep_what_they_said(ada: Member, bob: Member) -> None:
    bought(bob)
    pictures = uploaded(bob)
    review = written(bob)
    merge_members(bob, ada, now=NOON, actor=STAFF)
    edited = edit_review(ada, review.public_id, Opinion(rating=4, pictures=pictures), now=NOON)
    approved(edited)
    assert sums(ada) == (50, 0, 0, 0)


def test_a_guest_reviews_once_they_have_an_account(shop: Shop, programme: None) -> None:
    order = bought(Member(user_id=None, email="eve@example.com"))
    assert order.user_id is None
    from saleor_loyalty.flows.members import find_or_join

    eve = find_or_join(customer(shop, "eve"), now=NOON)
    approved(written(eve))
    assert sums(eve) == (30, 0, 0, 0)
