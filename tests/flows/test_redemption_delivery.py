"""The shop goes away: what it could not make is made later, or the points go back."""

from datetime import timedelta

import pytest

from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import RedemptionStep
from saleor_loyalty.flows import daily, redemption_delivery
from saleor_loyalty.flows.outbox import replay, work_outbox
from tests.flows.balances import sums
from tests.flows.mall import CARD, again, deliver, get, give, reward, state_of, steps, taken
from tests.ledger.book import differences
from tests.shop import NOON, Shop

NIGHT = NOON + timedelta(days=1)


@pytest.fixture
def rich(ada: Member) -> Member:
    give(ada, 1000)
    return ada


def give_up() -> None:
    """As often as it takes until the effect is dead."""
    while OutboxEffect.objects.filter(status=WorkStatus.NEW, kind="redemption").exists():
        deliver()


def test_the_shop_is_away_for_a_while(rich: Member, shop: Shop) -> None:
    reward()
    redemption = get(rich)
    shop.failing.add("make_coupon")
    OutboxEffect.objects.update(due_at=NOON)
    deliver_once()
    assert (state_of(redemption), sums(rich)) == ("requested", (700, 0, 0, 0))
    shop.failing.clear()
    deliver()
    assert (state_of(redemption), sums(rich)) == ("issued", (700, 0, 0, 0))


def deliver_once() -> None:
    work_outbox(now=NOON)
    (effect,) = OutboxEffect.objects.filter(kind="redemption")
    assert effect.status == WorkStatus.NEW
    assert "the shop is closed" in effect.error


def test_one_that_cannot_be_made_holds_nobody_up(rich: Member, shop: Shop) -> None:
    reward("card", CARD)
    reward("coupon")
    card = get(rich, "card", currency="USD", key="a")
    coupon = get(rich, "coupon", key="b")
    shop.failing.add("make_gift_card")
    give_up()
    assert (state_of(card), state_of(coupon)) == ("requested", "issued")


@pytest.mark.parametrize("gives", [None, CARD], ids=["coupon", "gift_card"])
def test_what_was_never_made_is_given_back_at_night(
    rich: Member, shop: Shop, gives: dict[str, object] | None
) -> None:
    reward(gives=gives, stock=5)
    redemption = get(rich, currency="USD")
    shop.failing |= {"make_coupon", "make_gift_card"}
    give_up()
    assert (sums(rich), taken()) == ((700, 0, 0, 0), 1)
    assert daily.run(now=NIGHT).redemptions_given_up == 1
    assert (state_of(redemption), sums(rich), taken()) == ("cancelled", (1000, 0, 0, 0), 0)
    told = RedemptionStep.objects.filter(redemption=redemption).order_by("pk").last()
    assert told is not None
    assert told.note == "The shop could not make this."
    assert daily.run(now=NIGHT + timedelta(days=1)).redemptions_given_up == 0
    assert (sums(rich), taken()) == ((1000, 0, 0, 0), 0)
    assert differences() == []


@pytest.mark.parametrize("gives", [None, CARD], ids=["coupon", "gift_card"])
@pytest.mark.parametrize("used", [False, True])
def test_the_answer_was_lost_but_the_thing_was_made(
    rich: Member, shop: Shop, gives: dict[str, object] | None, used: bool
) -> None:
    """Unused it is taken back with the points; used it stays, and its code is known at last."""
    reward(gives=gives)
    redemption = get(rich, currency="USD")
    dies_after(shop, "make_coupon", "make_gift_card")
    give_up()
    del shop.__dict__["make_coupon"], shop.__dict__["make_gift_card"]
    made = [*shop.made_coupons.values(), *shop.made_cards.values()]
    assert len(made) == 1
    if used and gives is None:
        shop.made_coupons[f"redemption:{redemption.public_id}"].used = True
    elif used:
        shop.made_cards[f"redemption:{redemption.public_id}"].balance -= 1
    assert redemption_delivery.sweep(now=NIGHT) == 1
    if used:
        assert (state_of(redemption), sums(rich)) == ("issued", (700, 0, 0, 0))
        assert again(redemption).code == made[0].code
    else:
        assert (state_of(redemption), sums(rich)) == ("cancelled", (1000, 0, 0, 0))
        assert not any(one.active for one in shop.made_coupons.values())
        assert not any(one.balance for one in shop.made_cards.values())
    assert differences() == []


def dies_after(shop: Shop, *methods: str) -> None:
    """The shop does it, and its answer never arrives."""
    for method in methods:
        does = getattr(shop, method)

        def dying(*given: object, does: object = does, **named: object) -> str:
            does(*given, **named)  # type: ignore[operator]
            raise RuntimeError("the line went dead")

        setattr(shop, method, dying)


def test_the_shop_is_still_away_at_night(rich: Member, shop: Shop) -> None:
    reward()
    redemption = get(rich)
    shop.failing |= {"make_coupon", "withdraw_coupon"}
    give_up()
    assert redemption_delivery.sweep(now=NIGHT) == 0
    assert (state_of(redemption), sums(rich)) == ("requested", (700, 0, 0, 0))
    shop.failing.clear()
    assert redemption_delivery.sweep(now=NIGHT) == 1
    assert (state_of(redemption), sums(rich)) == ("cancelled", (1000, 0, 0, 0))


def test_staff_put_it_back_in_line_before_the_night(rich: Member, shop: Shop) -> None:
    reward()
    redemption = get(rich)
    shop.failing.add("make_coupon")
    give_up()
    shop.failing.clear()
    replay(OutboxEffect.objects.get(kind="redemption").pk, now=NOON)
    deliver()
    assert redemption_delivery.sweep(now=NIGHT) == 0
    assert (state_of(redemption), sums(rich)) == ("issued", (700, 0, 0, 0))


def test_a_replay_after_the_sweep_makes_nothing(rich: Member, shop: Shop) -> None:
    reward()
    redemption = get(rich)
    shop.failing.add("make_coupon")
    give_up()
    assert redemption_delivery.sweep(now=NIGHT) == 1
    shop.failing.clear()
    replay(OutboxEffect.objects.get(kind="redemption").pk, now=NOON)
    deliver()
    assert shop.made_coupons == {}
    assert (state_of(redemption), steps(redemption)) == ("cancelled", ["requested", "cancelled"])


def test_nobody_is_left_to_have_it(rich: Member) -> None:
    reward(stock=1)
    redemption = get(rich)
    Member.objects.filter(pk=rich.pk).update(user_id=None)
    deliver()
    assert (state_of(redemption), sums(rich), taken()) == ("cancelled", (1000, 0, 0, 0), 0)
