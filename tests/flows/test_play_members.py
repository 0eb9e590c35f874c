"""One person's two accounts: what they play with is theirs, and what they are owed reaches them."""

from saleor_loyalty.features.flash_sales.models import FlashSaleClaim
from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.features.lottery.models import LotteryTicket
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.flash_sale_claims import price_for
from saleor_loyalty.flows.group_buy_orders import orders_changed
from saleor_loyalty.flows.lotteries import cancel_lottery, close_lottery
from saleor_loyalty.flows.lottery_draw import draw_lottery
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.ledger.audit import audit
from tests.flows.balances import sums
from tests.flows.groups import an_offer, counts, deliver, join, lead, order_of
from tests.flows.lottery import POINTS, a_lottery, buy, rich
from tests.flows.test_flash_sales import a_sale
from tests.shop import NOON, Shop


def merged(ada: Member, bob: Member) -> None:
    merge_members(bob, ada, now=NOON, actor="staff")
    bob.refresh_from_db()


def test_points_of_a_cancelled_lottery_follow_the_member(ada: Member, bob: Member) -> None:
    a_lottery()
    rich(bob)
    buy(bob, 3)
    merged(ada, bob)
    assert (sums(ada), sums(bob)) == ((700, 0, 0, 0), (0, 0, 0, 0))
    cancel_lottery("spring")
    deliver()
    assert (sums(ada), sums(bob)) == ((1000, 0, 0, 0), (0, 0, 0, 0))
    assert audit(lambda difference: None).differences == 0


def test_a_prize_reaches_who_the_winner_is_now(ada: Member, bob: Member) -> None:
    a_lottery(POINTS)
    rich(bob, 100)
    buy(bob, 1)
    close_lottery("spring")
    draw_lottery("spring", now=NOON)
    merged(ada, bob)
    deliver()
    assert (sums(ada), sums(bob)) == ((500, 0, 0, 0), (0, 0, 0, 0))
    assert LotteryTicket.objects.get().member_id == ada.pk


def test_seats_and_pieces_are_theirs(ada: Member, bob: Member, shop: Shop) -> None:
    an_offer()
    a_sale(quota=2, per_member=1)
    lead(bob)
    price_for(bob, "v1", "USD", 1, "c1", now=NOON)
    merged(ada, bob)
    assert Group.objects.get().leader_id == ada.pk
    assert Seat.objects.get().member_id == ada.pk
    assert FlashSaleClaim.objects.get().member_id == ada.pk
    assert price_for(ada, "v1", "USD", 1, "c2", now=NOON) is None


def test_two_seats_in_one_group_stay_two(ada: Member, bob: Member) -> None:
    an_offer()
    first, second = lead(ada), join(bob)
    merged(ada, bob)
    assert [seat.member_id for seat in Seat.objects.order_by("pk")] == [ada.pk, bob.pk]
    orders_changed([order_of(first), order_of(second)], now=NOON)
    assert counts() == ("full", 2, 2)
