"""What the sandbox's shop makes of rewards: each thing once, and taken back where it can be."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import Coupon
from sandbox.host import SandboxHost
from sandbox.shop import till
from sandbox.shop.models import Coupon as Made
from sandbox.shop.models import GiftCard

SHOP = SandboxHost()
NOBODY = "5d3c1b1e-0000-4000-8000-000000000000"


@pytest.fixture
def user(db):
    return User.objects.create(username="ada@example.com", email="ada@example.com")


@pytest.fixture
def checkout(user):
    return str(till.open_checkout(user, {"night-bus": 1}).pk)


def ordered(checkout):
    return str(till.complete(checkout, now=timezone.now()).pk)


def test_a_coupon_is_made_once_and_taken_back_unless_it_was_used(user):
    coupon = Coupon(kind="fixed", currency="USD", value=500, valid_until=timezone.now())
    code = SHOP.make_coupon(user.pk, coupon, source="one")
    assert SHOP.make_coupon(user.pk, coupon, source="one") == code
    assert Made.objects.get().terms["value"] == 500
    assert SHOP.withdraw_coupon("one")
    assert SHOP.withdraw_coupon("never made")
    assert not Made.objects.get().active
    SHOP.make_coupon(user.pk, coupon, source="two")
    Made.objects.filter(source="two").update(used=True)
    assert not SHOP.withdraw_coupon("two")
    assert Made.objects.get(source="two").active


def test_a_card_is_emptied_unless_something_was_paid_with_it(user):
    card = {"amount": 2500, "currency": "USD", "valid_until": None}
    code = SHOP.make_gift_card(user.pk, source="one", **card)
    assert SHOP.make_gift_card(user.pk, source="one", **card) == code
    assert (SHOP.withdraw_gift_card("one"), SHOP.withdraw_gift_card("none")) == (2500, None)
    assert GiftCard.objects.get().balance == 0
    SHOP.make_gift_card(user.pk, source="two", **card)
    GiftCard.objects.filter(source="two").update(balance=2400)
    assert SHOP.withdraw_gift_card("two") == 0
    assert GiftCard.objects.get(source="two").balance == 2400


def test_a_line_has_its_own_price_and_is_owed_once_it_is_ordered(checkout):
    for _ in range(2):
        SHOP.add_reward_line(checkout, "night-bus", 2, 499, mark="m")
    found = SHOP.checkout(checkout)
    assert [(one.reward, one.gross) for one in found.lines] == [("", 1799), ("m", 998)]
    assert found.total_gross == 2797
    assert SHOP.remove_reward_line(checkout, "m")
    assert SHOP.checkout(checkout).total_gross == 1799
    SHOP.add_reward_line(checkout, "night-bus", 1, 0, mark="m")
    order = ordered(checkout)
    assert [one.reward for one in SHOP.order(order).lines] == ["", "m"]
    assert not SHOP.remove_reward_line(checkout, "m")
    assert SHOP.remove_reward_line(NOBODY, "m")


@pytest.mark.parametrize(
    ("place", "variant"), [(NOBODY, "night-bus"), ("none", "night-bus"), (None, "nothing")]
)
def test_a_line_without_a_place_or_a_product_is_refused(checkout, place, variant):
    with pytest.raises(LoyaltyError) as refused:
        SHOP.add_reward_line(place or checkout, variant, 1, 0, mark="m")
    assert refused.value.code is Code.NOT_FOUND
    assert SHOP.checkout(checkout).total_gross == 1799


def test_an_order_is_cancelled_and_paid_back_once(checkout):
    order = ordered(checkout)
    SHOP.order_confirm(order)
    for _ in range(2):
        SHOP.order_cancel(order, "not full")
    assert SHOP.request_refund(order, "not full")
    assert not SHOP.request_refund(order, "not full")
    fact = SHOP.order(order)
    assert (fact.cancelled, fact.fully_refunded, fact.refunded_total) == (True, True, 1799)
    with pytest.raises(LoyaltyError) as refused:
        SHOP.order_confirm(order)
    assert refused.value.code is Code.INVALID


def test_a_parcel_that_has_left_is_not_cancelled(checkout):
    order = ordered(checkout)
    till.fulfil(order, now=timezone.now())
    before = SHOP.order(order)
    with pytest.raises(LoyaltyError) as refused:
        SHOP.order_cancel(order, "late")
    assert (refused.value.code, SHOP.order(order)) == (Code.INVALID, before)


def test_orders_that_are_not_there(db):
    for order in (NOBODY, "nothing"):
        for act in (SHOP.order_confirm, lambda one: SHOP.order_cancel(one, "x")):
            with pytest.raises(LoyaltyError) as refused:
                act(order)
            assert refused.value.code is Code.NOT_FOUND
    assert SHOP.order(NOBODY) is None
