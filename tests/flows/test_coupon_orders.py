"""Coupons for points: an order uses them, and the shop may give them back."""

from datetime import timedelta
from itertools import permutations

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption
from saleor_loyalty.flows import redemption_ends as ends
from saleor_loyalty.flows.order_changed import act_on
from tests.flows.balances import sums
from tests.flows.mall import again, deliver, get, give, reward, state_of, steps
from tests.shop import NOON, Shop, line, paid_order


@pytest.fixture
def coupon(ada: Member) -> Redemption:
    give(ada, 1000)
    reward()
    redemption = get(ada)
    deliver()
    return again(redemption)


def order(order_id: str, *codes: str) -> OrderFact:
    """Somebody's, that earns the member nothing."""
    return paid_order(
        line("a", 3000), order_id=order_id, user_id=None, email="", coupons=codes, paid_at=None
    )


def standing(redemption: Redemption) -> tuple[str, str]:
    found = again(redemption)
    return found.state, found.order_id


def test_an_order_that_uses_it_ends_it(coupon: Redemption, ada: Member) -> None:
    for _ in range(2):
        act_on([order("o1", coupon.code), order("o2", "another")], now=NOON)
    assert (standing(coupon), again(coupon).ended_at) == (("fulfilled", "o1"), NOON)
    assert steps(coupon) == ["requested", "issued", "fulfilled"]
    with pytest.raises(LoyaltyError) as refused:
        ends.cancel(coupon.public_id, reason="a favour", actor="staff", now=NOON)
    assert refused.value.code is Code.INVALID
    assert (standing(coupon), sums(ada)[0]) == (("fulfilled", "o1"), 700)


def test_what_the_shop_gives_back_can_be_used_or_cancelled_again(
    coupon: Redemption, ada: Member
) -> None:
    act_on([order("o1", coupon.code)], now=NOON)
    for _ in range(2):
        act_on([order("o1")], now=NOON)
    assert (standing(coupon), again(coupon).ended_at) == (("issued", ""), None)
    assert steps(coupon) == ["requested", "issued", "fulfilled", "issued"]
    ends.cancel(coupon.public_id, reason="a favour", actor="staff", now=NOON)
    assert (state_of(coupon), sums(ada)[0]) == ("cancelled", 1000)


def test_what_has_run_out_meanwhile_ends_with_the_day(coupon: Redemption, ada: Member) -> None:
    Redemption.objects.update(valid_until=NOON + timedelta(days=1))
    act_on([order("o1", coupon.code)], now=NOON)
    late = NOON + timedelta(days=2)
    assert ends.expire_due(now=late) == 0
    act_on([order("o1")], now=late)
    assert ends.expire_due(now=late) == 1
    assert (state_of(coupon), sums(ada)[0]) == ("expired", 1000)


@pytest.mark.parametrize("batch", [True, False])
@pytest.mark.parametrize("places", list(permutations(range(2))))
def test_one_order_gives_it_back_and_another_uses_it(
    coupon: Redemption, batch: bool, places: tuple[int, ...]
) -> None:
    act_on([order("o1", coupon.code)], now=NOON)
    facts = [[order("o1"), order("o2", coupon.code)][place] for place in places]
    for part in [facts] if batch else [[fact] for fact in facts]:
        act_on(part, now=NOON)
    # The other order's fact comes once more, as facts do: the last word is how things stand.
    act_on([order("o2", coupon.code)], now=NOON)
    assert standing(coupon) == ("fulfilled", "o2")


def test_what_staff_have_said_stays(coupon: Redemption) -> None:
    ends.fulfil(coupon.public_id, tracking="", note="shown at the till", actor="staff", now=NOON)
    act_on([order("o1", coupon.code)], now=NOON)
    act_on([order("o1")], now=NOON)
    assert standing(coupon) == ("fulfilled", "")


def test_a_code_that_had_ended_is_told_of(
    coupon: Redemption, ada: Member, caplog: pytest.LogCaptureFixture
) -> None:
    ends.cancel(coupon.public_id, reason="a mistake", actor="staff", now=NOON)
    act_on([order("o1", coupon.code)], now=NOON)
    assert "o1 used the coupon" in caplog.text
    assert (state_of(coupon), sums(ada)[0]) == ("cancelled", 1000)


def test_a_parcel_with_the_same_code_is_none_of_its_business(
    ada: Member, shop: Shop, coupon: Redemption
) -> None:
    """Codes of other kinds are other things."""
    Redemption.objects.update(kind="service")
    act_on([order("o1", coupon.code)], now=NOON)
    assert state_of(coupon) == "issued"
