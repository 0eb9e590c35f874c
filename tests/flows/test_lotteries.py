"""Tickets for points, numbers without gaps, the frozen list, prizes, points back."""

from datetime import timedelta
from functools import partial

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.lottery.draw import digest_of_tickets, draw
from saleor_loyalty.features.lottery.models import (
    Lottery,
    LotteryState,
    LotteryTicket,
    LotteryWin,
    WinState,
)
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import lotteries as flow
from saleor_loyalty.flows.lottery_draw import advance, draw_lottery, give_waiting, hand_over
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.ledger import post
from saleor_loyalty.ledger.accounts import account_id
from saleor_loyalty.ledger.models import Entry
from saleor_loyalty.values.points import Unit
from tests.flows.balances import sums
from tests.flows.lottery import BIKE, CLOSES, COUPON, POINTS, SEED, a_lottery, buy, rich
from tests.ledger.threads import together
from tests.shop import NOON, Shop

# Effects are due by the clock of the database.
MUCH_LATER = NOON + timedelta(days=3_650)


def numbers(member: Member) -> list[int]:
    tickets = LotteryTicket.objects.filter(member=member).order_by("number")
    return list(tickets.values_list("number", flat=True))


def refusal(act: object, *arguments: object, **named: object) -> Code:
    with pytest.raises(LoyaltyError) as refused:
        act(*arguments, **named)  # type: ignore[operator]
    return refused.value.code


def test_tickets_cost_points_and_are_numbered_without_gaps(ada: Member, bob: Member) -> None:
    a_lottery()
    rich(ada)
    rich(bob)
    buy(ada, 2)
    buy(bob, 1)
    buy(ada, 3, "k2")
    assert (numbers(ada), numbers(bob)) == ([1, 2, 4, 5, 6], [3])
    assert (sums(ada), sums(bob)) == ((500, 0, 0, 0), (900, 0, 0, 0))
    assert Lottery.objects.get().tickets_sold == 6


def test_the_same_purchase_again_is_the_same_tickets(ada: Member) -> None:
    a_lottery()
    rich(ada)
    first = buy(ada, 2)
    assert buy(ada, 2) == first
    assert refusal(buy, ada, 3) is Code.SOURCE_KEY_CONFLICT
    flow.close_lottery("spring")
    assert buy(ada, 2) == first
    assert sums(ada) == (800, 0, 0, 0)


def test_what_is_refused_changes_nothing(ada: Member, bob: Member) -> None:
    a_lottery(most_per_member=3, most_tickets=4)
    rich(ada, 1000)
    rich(bob, 50)
    buy(ada, 2)
    before = list(Entry.objects.values())
    assert refusal(buy, ada, 2, "k2") is Code.LIMIT_EXCEEDED
    assert refusal(buy, bob, 1) is Code.NOT_ENOUGH_POINTS
    assert refusal(buy, bob, 3) is Code.LIMIT_EXCEEDED
    assert refusal(buy, bob, 0) is Code.INVALID
    assert refusal(buy, bob, 1, "k", "winter") is Code.NOT_FOUND
    later = partial(flow.buy_tickets, ada, "spring", 1, source_key="k3")
    assert refusal(later, now=CLOSES) is Code.PROGRAMME_NOT_ACTIVE
    assert refusal(later, now=NOON - timedelta(seconds=1)) is Code.PROGRAMME_NOT_ACTIVE
    assert list(Entry.objects.values()) == before
    assert (Lottery.objects.get().tickets_sold, numbers(ada), numbers(bob)) == (2, [1, 2], [])


def test_a_gate_lets_in_whom_it_names(ada: Member) -> None:
    a_lottery(gate={"tiers": ["gold"]})
    rich(ada)
    assert refusal(buy, ada, 1) is Code.FORBIDDEN
    a_lottery(slug="summer", on_sale=False)
    assert refusal(buy, ada, 1, "k1", "summer") is Code.INVALID
    assert (sums(ada), numbers(ada)) == ((1000, 0, 0, 0), [])


def test_free_tickets_and_those_of_rewards(ada: Member) -> None:
    a_lottery(ticket_points=0)
    buy(ada, 2)
    rich(ada)
    account = account_id(ada.pk, Unit.POINTS)
    spent = post.spend(account, 50, source="redemption:1", now=NOON)
    paid = {"points": 50, "account_id": account, "spend_seq": spent.seq}
    given = partial(flow.give_tickets, ada, "spring", 3, source="redemption:1", now=NOON, **paid)
    assert given() == given()
    assert numbers(ada) == [1, 2, 3, 4, 5]
    assert [ticket.points for ticket in given()] == [17, 17, 16]
    flow.cancel_lottery("spring")
    work_outbox(now=MUCH_LATER)
    assert sums(ada) == (1000, 0, 0, 0)


def test_the_promise_stands_and_a_draft_alone_is_edited(ada: Member) -> None:
    lottery = a_lottery()
    assert lottery.commitment == "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd"
    assert flow.open_lottery("spring", seed=bytes(32), now=NOON).seed == SEED.hex()
    edit = partial(flow.edit_lottery, "spring", lottery.config, opens_at=NOON, closes_at=CLOSES)
    assert refusal(edit) is Code.INVALID
    assert refusal(draw_lottery, "spring", now=NOON) is Code.INVALID
    assert Lottery.objects.get().state == LotteryState.OPEN


def test_the_frozen_list_is_drawn_and_each_prize_given_once(
    ada: Member, bob: Member, shop: Shop
) -> None:
    a_lottery(BIKE, POINTS, COUPON)
    rich(ada)
    rich(bob)
    buy(ada, 3)
    buy(bob, 3)
    closed = flow.close_lottery("spring")
    ids = flow.ticket_ids(closed)
    assert closed.tickets_digest == digest_of_tickets(ids)
    draw_lottery("spring", now=CLOSES)
    draw_lottery("spring", now=CLOSES)
    promised = [("bike", 1, None), ("points", 2, None), ("coupon", 1, None)]
    pools = flow.config_of(closed).pools
    assert [(pool.slug, pool.stock, pool.odds) for pool in pools] == promised
    expected = [(win.prize, win.number, win.place + 1) for win in draw(SEED, ids, pools)]
    wins = LotteryWin.objects.order_by("pk")
    assert list(wins.values_list("prize", "number", "ticket__number")) == expected
    assert len(expected) == 4
    for _ in range(2):
        work_outbox(now=MUCH_LATER)
    assert sums(ada)[0] + sums(bob)[0] == 2 * 1000 - 6 * 100 + 2 * 500
    (coupon,) = shop.made_coupons.values()
    assert (coupon.coupon.value, coupon.coupon.currency) == (500, "USD")
    assert coupon.coupon.valid_until == CLOSES + timedelta(days=30)
    due = LotteryWin.objects.get(state=WinState.DUE)
    assert due.prize == "bike"
    hand = partial(hand_over, "spring", "bike", 0, note="by post", now=CLOSES)
    hand(code="", actor="user:9")
    assert hand(code="other", actor="user:8").given_by == "user:9"


def test_a_list_that_was_tampered_with_is_not_drawn(ada: Member) -> None:
    a_lottery()
    rich(ada)
    buy(ada, 2)
    flow.close_lottery("spring")
    LotteryTicket.objects.filter(number=2).delete()
    assert refusal(draw_lottery, "spring", now=CLOSES) is Code.CHANGED_MEANWHILE
    assert not LotteryWin.objects.exists()


def test_the_daily_run_closes_and_draws(ada: Member) -> None:
    a_lottery(POINTS, draws_itself=True)
    rich(ada)
    buy(ada, 3)
    assert advance(now=CLOSES - timedelta(seconds=1), limit=10) == 0
    assert advance(now=CLOSES, limit=10) == 2
    assert advance(now=CLOSES, limit=10) == 0
    assert Lottery.objects.get().state == LotteryState.DRAWN
    assert give_waiting(now=CLOSES) == 0
    assert give_waiting(now=CLOSES + timedelta(hours=1)) == 2
    assert give_waiting(now=CLOSES + timedelta(hours=1)) == 0
    work_outbox(now=MUCH_LATER)
    assert sums(ada) == (1700, 0, 0, 0)


def test_called_off_all_points_go_back_into_their_lots(ada: Member, bob: Member) -> None:
    a_lottery()
    rich(ada)
    rich(bob)
    buy(ada, 2)
    buy(ada, 1, "k2")
    buy(bob, 4)
    flow.close_lottery("spring")
    for _ in range(2):
        assert flow.cancel_lottery("spring").state == LotteryState.CANCELLED
        work_outbox(now=MUCH_LATER)
    assert (sums(ada), sums(bob)) == ((1000, 0, 0, 0), (1000, 0, 0, 0))
    assert not LotteryTicket.objects.filter(refunded=False).exists()
    assert refusal(draw_lottery, "spring", now=CLOSES) is Code.INVALID
    assert refusal(buy, ada, 1, "k9") is Code.PROGRAMME_NOT_ACTIVE


def test_a_coupon_waits_for_its_host(ada: Member, shop: Shop) -> None:
    a_lottery(COUPON)
    rich(ada)
    buy(ada, 1)
    flow.close_lottery("spring")
    draw_lottery("spring", now=CLOSES)
    shop.failing.add("make_coupon")
    work_outbox(now=MUCH_LATER)
    assert give_waiting(now=CLOSES + timedelta(hours=2)) == 0
    shop.failing.clear()
    assert give_waiting(now=CLOSES + timedelta(hours=2)) == 1
    work_outbox(now=MUCH_LATER)
    assert LotteryWin.objects.get().code == "C-lottery-prize:spring/coupon/0"
    assert len(shop.made_coupons) == 1


@pytest.mark.django_db(transaction=True)
def test_two_at_once_get_the_last_ticket_once(ada: Member, bob: Member) -> None:
    a_lottery(most_tickets=1)
    rich(ada)
    rich(bob)
    answers = together(partial(buy, ada, 1), partial(buy, bob, 1))
    assert sorted(type(answer).__name__ for answer in answers) == ["Code", "list"]
    assert Code.LIMIT_EXCEEDED in answers
    assert {sums(ada)[0], sums(bob)[0]} == {900, 1000}
    assert LotteryTicket.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_click_twice_at_once(ada: Member) -> None:
    a_lottery()
    rich(ada)
    first, second = together(partial(buy, ada, 2), partial(buy, ada, 2))
    assert first == second
    assert sums(ada) == (800, 0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_buying_against_calling_off_leaves_nobody_without_points(ada: Member) -> None:
    a_lottery()
    rich(ada)
    together(partial(buy, ada, 2), partial(flow.cancel_lottery, "spring"))
    work_outbox(now=MUCH_LATER)
    assert sums(ada) == (1000, 0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_draws_at_once_are_one(ada: Member) -> None:
    a_lottery(POINTS)
    rich(ada)
    buy(ada, 3)
    flow.close_lottery("spring")
    act = partial(draw_lottery, "spring", now=CLOSES)
    together(act, act)
    together(partial(work_outbox, now=MUCH_LATER), partial(work_outbox, now=MUCH_LATER))
    assert LotteryWin.objects.filter(state=WinState.GIVEN).count() == 2
    assert sums(ada) == (1700, 0, 0, 0)
