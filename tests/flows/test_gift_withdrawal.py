"""What a benefit gave is taken back by staff: worth nothing, never given again, and told why."""

from datetime import timedelta
from uuid import uuid4

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.benefits.models import BenefitGift, GiftState
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.benefit_gifts import gifts_of, give_again, give_due
from saleor_loyalty.flows.gift_withdrawal import withdraw
from saleor_loyalty.flows.outbox import work_outbox
from tests.flows.balances import sums
from tests.flows.perks import ladder, put_in
from tests.shop import NOON, Shop

COUPON = {"kind": "coupons", "coupons": [{"amount": {"USD": 500}}]}
POINTS = {"kind": "birthday_gift", "points": 100}


@pytest.fixture
def gift(ada: Member) -> BenefitGift:
    ladder(silver=[], gold=[COUPON])
    put_in(ada, "gold")
    give_due(now=NOON)
    return BenefitGift.objects.get()


def deliver() -> None:
    work_outbox(now=NOON.replace(year=2100))


def back(gift: BenefitGift, reason: str = "a mistake") -> BenefitGift:
    return withdraw(gift.public_id, reason=reason, actor="staff:1", now=NOON)


def refusal(gift: BenefitGift, reason: str = "a mistake") -> tuple[Code, str | None]:
    with pytest.raises(LoyaltyError) as refused:
        back(gift, reason)
    return refused.value.code, refused.value.field


def told(gift: BenefitGift) -> tuple[str, str, str, object]:
    gift.refresh_from_db()
    return gift.state, gift.withdrawn_by, gift.withdrawn_because, gift.withdrawn_at


def test_its_coupon_is_worth_nothing_and_staff_are_told_why(
    gift: BenefitGift, ada: Member, shop: Shop
) -> None:
    deliver()
    for reason in ("a mistake", "something else"):
        back(gift, reason)
    assert told(gift) == (GiftState.WITHDRAWN, "staff:1", "a mistake", NOON)
    assert not next(iter(shop.made_coupons.values())).active
    assert not gifts_of(ada).exists()
    assert (give_again(now=NOON), BenefitGift.objects.count()) == (0, 1)
    assert give_due(now=NOON + timedelta(days=31)) == 1


def test_one_that_is_not_made_yet_never_is(gift: BenefitGift, shop: Shop) -> None:
    back(gift)
    deliver()
    assert (told(gift)[0], gift.code, shop.coupons) == (GiftState.WITHDRAWN, "", {})


def test_what_was_used_stays(gift: BenefitGift, shop: Shop) -> None:
    deliver()
    next(iter(shop.made_coupons.values())).used = True
    assert refusal(gift) == (Code.INVALID, "id")
    assert told(gift) == (GiftState.GIVEN, "", "", None)


def test_what_is_refused_changes_nothing(gift: BenefitGift, ada: Member) -> None:
    assert refusal(gift, " ") == (Code.REQUIRED, "reason")
    assert refusal(gift, "x" * 501) == (Code.INVALID, "reason")
    assert refusal(BenefitGift(public_id=uuid4())) == (Code.NOT_FOUND, "id")
    assert told(gift) == (GiftState.DUE, "", "", None)
    BenefitGift.objects.update(holder="reward:cinema")
    assert refusal(gift) == (Code.INVALID, "id")
    BenefitGift.objects.update(holder="tier:gold", points=100, amount=0)
    assert refusal(gift) == (Code.INVALID, "id")
    assert (told(gift)[0], sums(ada)[0]) == (GiftState.DUE, 0)
