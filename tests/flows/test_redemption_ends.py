"""Cancelled, run out, fulfilled: by staff, by the member, by time."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption, RedemptionStep
from saleor_loyalty.flows import daily
from saleor_loyalty.flows import redemption_ends as ends
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.partner_codes import create_list, upload
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.accounts import account_id
from saleor_loyalty.values.points import Unit
from saleor_loyalty.values.texts import Texts
from tests.flows.balances import sums
from tests.flows.ladders import tier_of
from tests.flows.mall import (
    CARD,
    GOLD,
    PARCEL,
    PARTNER,
    WORKSHOP,
    again,
    deliver,
    everything,
    get,
    give,
    reward,
    state_of,
    steps,
    taken,
)
from tests.ledger.book import differences
from tests.shop import NOON, Shop


@pytest.fixture
def rich(ada: Member) -> Member:
    give(ada, 1000)
    return ada


def cancel(redemption: Redemption, reason: str = "a mistake", now: Any = NOON) -> Redemption:
    return ends.cancel(redemption.public_id, reason=reason, actor="user:9", now=now)


def refusal(act: Callable[[], object]) -> Code:
    before = everything()
    with pytest.raises(LoyaltyError) as refused:
        act()
    assert everything() == before
    return refused.value.code


@pytest.mark.parametrize("delivered", [True, False])
@pytest.mark.parametrize("gives", [None, CARD, WORKSHOP, PARCEL, GOLD])
def test_staff_cancel_what_was_not_used(
    rich: Member, shop: Shop, gives: dict[str, Any] | None, delivered: bool
) -> None:
    reward(gives=gives, stock=3)
    redemption = get(rich, currency="USD")
    if delivered:
        deliver()
    cancel(redemption)
    assert (state_of(redemption), sums(rich), taken()) == ("cancelled", (1000, 0, 0, 0), 0)
    assert not any(one.active for one in shop.made_coupons.values())
    assert not any(one.balance for one in shop.made_cards.values())
    assert tier_of(Member.objects.get(pk=rich.pk)) is None
    deliver()
    cancel(redemption)
    assert (state_of(redemption), sums(rich), taken()) == ("cancelled", (1000, 0, 0, 0), 0)
    told = RedemptionStep.objects.filter(redemption=redemption).order_by("pk").last()
    assert told is not None
    assert (told.state, told.actor, told.note) == ("cancelled", "user:9", "a mistake")
    assert differences() == []


def test_a_used_coupon_and_a_card_that_paid_are_not_given_back(rich: Member, shop: Shop) -> None:
    reward("coupon")
    reward("card", CARD)
    found = [get(rich, "coupon", key="a"), get(rich, "card", currency="USD", key="b")]
    deliver()
    for made in shop.made_coupons.values():
        made.used = True
    for card in shop.made_cards.values():
        card.balance -= 1
    for redemption in found:
        assert refusal(lambda redemption=redemption: cancel(redemption)) is Code.INVALID
    assert sums(rich) == (400, 0, 0, 0)


def test_a_reason_is_needed(rich: Member) -> None:
    reward()
    redemption = get(rich)
    assert refusal(lambda: cancel(redemption, " ")) is Code.REQUIRED
    nobody = UUID(int=1)
    assert (
        refusal(lambda: ends.cancel(nobody, reason="x", actor="user:9", now=NOON)) is Code.NOT_FOUND
    )


def test_a_partners_code_is_given_back_as_a_favour_and_is_not_given_again(rich: Member) -> None:
    codes = create_list("cinema", Texts({"en": "Cinema"}))
    upload(codes, ["ONE"], valid_until=NOON + timedelta(days=3), now=NOON)
    reward(gives=PARTNER, members_may_cancel=True)
    redemption = get(rich)
    assert refusal(lambda: ends.cancel_own(rich, redemption.public_id, now=NOON)) is Code.FORBIDDEN
    cancel(redemption)
    assert sums(rich) == (1000, 0, 0, 0)
    assert refusal(lambda: get(rich, key="k2")) is Code.LIMIT_EXCEEDED


def test_members_cancel_where_the_reward_lets_them(rich: Member, bob: Member) -> None:
    reward("yes", WORKSHOP, members_may_cancel=True)
    reward("no", WORKSHOP)
    yes, no = get(rich, "yes", key="a"), get(rich, "no", key="b")
    assert refusal(lambda: ends.cancel_own(rich, no.public_id, now=NOON)) is Code.FORBIDDEN
    assert refusal(lambda: ends.cancel_own(bob, yes.public_id, now=NOON)) is Code.NOT_FOUND
    ends.cancel_own(rich, yes.public_id, now=NOON)
    assert sums(rich) == (700, 0, 0, 0)
    ends.fulfil(no.public_id, tracking="", note="", actor="user:9", now=NOON)
    assert refusal(lambda: cancel(no)) is Code.INVALID


def test_staff_prepare_and_send_a_parcel_and_the_member_sees_each_step(rich: Member) -> None:
    reward(gives=PARCEL)
    redemption = get(rich)
    staff = {"actor": "user:9", "now": NOON}
    assert (
        refusal(
            lambda: ends.fulfil(redemption.public_id, tracking="", note="", **staff)  # type: ignore[arg-type]
        )
        is Code.INVALID
    )
    ends.issue(redemption.public_id, code="SHELF-7", tracking="", note="packed", **staff)  # type: ignore[arg-type]
    assert (
        refusal(
            lambda: ends.issue(redemption.public_id, code="", tracking="", note="", **staff)  # type: ignore[arg-type]
        )
        is Code.INVALID
    )
    ends.fulfil(redemption.public_id, tracking="DHL 1", note="sent", **staff)  # type: ignore[arg-type]
    ends.fulfil(redemption.public_id, tracking="DHL 1", note="", **staff)  # type: ignore[arg-type]
    found = again(redemption)
    assert (found.state, found.code, found.tracking) == ("fulfilled", "SHELF-7", "DHL 1")
    told = RedemptionStep.objects.filter(redemption=redemption).order_by("pk")
    assert list(told.values_list("state", "note")) == [
        ("requested", ""),
        ("issued", "packed"),
        ("fulfilled", "sent"),
    ]
    ends.fulfil(redemption.public_id, tracking="DHL 2", note="sent again", **staff)  # type: ignore[arg-type]
    assert again(redemption).tracking == "DHL 2"


def test_staff_do_not_issue_what_the_shop_makes(rich: Member) -> None:
    reward()
    redemption = get(rich)
    assert (
        refusal(
            lambda: ends.issue(
                redemption.public_id, code="X", tracking="", note="", actor="user:9", now=NOON
            )
        )
        is Code.INVALID
    )


@pytest.mark.parametrize("back", [True, False])
def test_what_runs_out_unused(rich: Member, shop: Shop, back: bool) -> None:
    reward(back_when_expired=back, limits={"per_member": 1}, stock=1)
    redemption = get(rich)
    deliver()
    last = NOON + timedelta(days=30)
    assert daily.run(now=last - timedelta(seconds=1)).redemptions_expired == 0
    assert daily.run(now=last).redemptions_expired == 1
    assert state_of(redemption) == "expired"
    assert not shop.made_coupons[f"redemption:{redemption.public_id}"].active
    if back:
        assert (sums(rich), taken()) == ((1000, 0, 0, 0), 0)
        assert get(rich, key="k2", now=last).state == "requested"
    else:
        assert (sums(rich), taken()) == ((700, 0, 0, 0), 1)
        assert refusal(lambda: get(rich, key="k2", now=last)) is Code.LIMIT_EXCEEDED
    assert daily.run(now=last).redemptions_expired == 0
    assert differences() == []


def test_what_was_used_before_its_end_is_fulfilled(rich: Member, shop: Shop) -> None:
    reward()
    redemption = get(rich)
    deliver()
    shop.made_coupons[f"redemption:{redemption.public_id}"].used = True
    daily.run(now=NOON + timedelta(days=30))
    assert (state_of(redemption), sums(rich)) == ("fulfilled", (700, 0, 0, 0))
    assert steps(redemption) == ["requested", "issued", "fulfilled"]


def test_one_the_shop_does_not_answer_for_holds_nobody_up(rich: Member, shop: Shop) -> None:
    reward("coupon")
    reward("workshop", {**WORKSHOP, "valid_days": 30})
    coupon = get(rich, "coupon", key="a")
    workshop = get(rich, "workshop", key="b")
    deliver()
    shop.failing.add("withdraw_coupon")
    daily.run(now=NOON + timedelta(days=31))
    assert (state_of(coupon), state_of(workshop)) == ("issued", "expired")


def test_points_go_back_into_their_lots_with_their_old_expiry(ada: Member) -> None:
    account = account_id(ada.pk, Unit.POINTS)
    for number, days in enumerate((2, 20)):
        credit = post.Credit(
            account_id=account,
            points=200,
            source=f"lot{number}",
            occurred_at=NOON,
            expires_at=NOON + timedelta(days=days),
        )
        post.credit(credit, now=NOON)
    reward(gives=WORKSHOP)
    redemption = get(ada)
    assert sums(ada) == (100, 0, 0, 0)
    cancel(redemption, now=NOON + timedelta(days=1))
    assert sums(ada) == (400, 0, 0, 0)
    post.settle_due(now=NOON + timedelta(days=2), limit=10)
    assert sums(ada) == (200, 0, 0, 0)
    assert differences() == []


def test_points_follow_whom_the_member_was_merged_into(rich: Member, bob: Member) -> None:
    reward(gives=WORKSHOP)
    redemption = get(rich)
    merge_members(rich, bob, now=NOON, actor="staff")
    cancel(redemption)
    assert (sums(rich), sums(bob)) == ((0, 0, 0, 0), (1000, 0, 0, 0))
    assert differences() == []


def test_a_coupon_of_a_merged_member_goes_to_the_account_that_is_left(
    rich: Member, bob: Member, shop: Shop
) -> None:
    reward()
    redemption = get(rich)
    merge_members(rich, bob, now=NOON, actor="staff")
    deliver()
    (made,) = shop.made_coupons.values()
    assert made.user_id == bob.user_id
    cancel(redemption)
    assert sums(bob) == (1000, 0, 0, 0)


def test_what_comes_back_is_what_was_paid_whatever_came_between(rich: Member) -> None:
    reward(gives=WORKSHOP)
    redemption = get(rich)
    adjust_points(rich, -700, reason="x", source="y", actor="staff", now=NOON)
    assert sums(rich) == (0, 0, 0, 0)
    cancel(redemption)
    assert sums(rich) == (300, 0, 0, 0)
