"""Redeeming: what comes of it for each kind, and that a refusal changes nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.host import Coupon
from saleor_loyalty.features.benefits.models import PartnerCode
from saleor_loyalty.features.lottery.models import LotteryTicket
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption, Reward
from saleor_loyalty.features.tiers.models import TierGrant
from saleor_loyalty.flows.lotteries import create_lottery, open_lottery
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.partner_codes import create_list, upload
from saleor_loyalty.flows.reward_offers import offers_of
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.values.texts import Texts
from tests.conftest import LADDER
from tests.flows.balances import sums
from tests.flows.ladders import set_ladder, tier_of
from tests.flows.mall import (
    CARD,
    COUPON,
    GOLD,
    MUG,
    PARCEL,
    PARTNER,
    PERCENT,
    SHIPPING,
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
from tests.shop import NOON, Shop, open_checkout


@pytest.fixture
def rich(ada: Member) -> Member:
    give(ada, 1000)
    return ada


def refused(act: Callable[[], object]) -> tuple[Code, str]:
    """Its code and message; nothing has changed."""
    before = everything()
    with pytest.raises(LoyaltyError) as refusal:
        act()
    assert everything() == before
    return refusal.value.code, refusal.value.message


def test_a_coupon_is_made_by_the_shop_and_bound_to_the_member(rich: Member, shop: Shop) -> None:
    reward(stock=5)
    redemption = get(rich)
    assert (state_of(redemption), sums(rich), taken()) == ("requested", (700, 0, 0, 0), 1)
    assert shop.made_coupons == {}
    deliver()
    source = f"redemption:{redemption.public_id}"
    made = shop.made_coupons[source]
    assert (made.user_id, again(redemption).code) == (rich.user_id, made.code)
    assert made.coupon == Coupon(
        kind="fixed",
        currency="USD",
        value=500,
        valid_until=NOON + timedelta(days=30),
        name={"en": "gift"},
    )
    assert steps(redemption) == ["requested", "issued"]
    deliver()
    assert len(shop.made_coupons) == 1
    assert differences() == []


def test_percent_and_free_shipping(rich: Member, shop: Shop) -> None:
    reward("percent", {**PERCENT, "minimum": {"JPY": 900}, "categories": ["c1"]})
    reward("shipping", SHIPPING)
    get(rich, "percent", currency="JPY", key="a")
    get(rich, "shipping", key="b")
    deliver()
    percent, shipping = (made.coupon for made in shop.made_coupons.values())
    assert percent == Coupon(
        kind="percent",
        currency="JPY",
        value=1500,
        minimum=900,
        category_ids=("c1",),
        name={"en": "percent"},
    )
    assert shipping == Coupon(
        kind="free_shipping", currency="USD", minimum=2000, name={"en": "shipping"}
    )


def test_a_gift_card_in_the_currency_that_was_chosen(rich: Member, shop: Shop) -> None:
    reward(gives=CARD)
    assert refused(lambda: get(rich))[0] is Code.REQUIRED
    assert refused(lambda: get(rich, currency="EUR"))[0] is Code.CURRENCY_NOT_SUPPORTED
    redemption = get(rich, currency="JPY")
    deliver()
    (card,) = shop.made_cards.values()
    assert (card.user_id, card.amount, card.currency) == (rich.user_id, 1500, "JPY")
    assert again(redemption).code == card.code
    assert (again(redemption).amount, again(redemption).currency) == (1500, "JPY")


def test_a_service_has_a_code_at_once(rich: Member) -> None:
    reward(gives=WORKSHOP)
    redemption = get(rich)
    assert redemption.state == "issued"
    assert len(redemption.code) == 14
    assert redemption.valid_until == NOON + timedelta(days=90)
    assert get(rich).code == redemption.code
    assert steps(redemption) == ["requested", "issued"]


def test_a_parcel_waits_for_staff(rich: Member, shop: Shop) -> None:
    reward(gives=PARCEL)
    redemption = get(rich)
    deliver()
    assert (redemption.state, redemption.code) == ("requested", "")


def test_a_tier_for_some_months(rich: Member) -> None:
    reward(gives=GOLD)
    redemption = get(rich)
    assert (redemption.state, tier_of(rich)) == ("fulfilled", "gold")
    grant = TierGrant.objects.get(member=rich)
    assert grant.public_id == redemption.public_id
    assert f"{grant.ends_at:%Y-%m-%d}" == "2026-06-11"
    rich = Member.objects.get(pk=rich.pk)
    assert refused(lambda: get(rich, key="k2")) == (
        Code.INVALID,
        "You are in this tier or a higher one already.",
    )


def test_partner_codes_come_from_their_list_each_once(rich: Member, bob: Member) -> None:
    give(bob, 1000, "b")
    codes = create_list("cinema", Texts({"en": "Cinema"}))
    upload(codes, ["ONE", "OLD"], valid_until=NOON + timedelta(days=9), now=NOON)
    reward(gives=PARTNER)
    assert get(rich).code == "ONE"
    later = NOON + timedelta(days=10)
    assert refused(lambda: get(bob, now=later)) == (Code.LIMIT_EXCEEDED, "None are left.")
    assert get(bob).code == "OLD"
    assert again(Redemption.objects.get(code="OLD")).valid_until == NOON + timedelta(days=9)
    assert refused(lambda: get(bob, key="k2"))[0] is Code.LIMIT_EXCEEDED
    assert PartnerCode.objects.filter(gift=None).count() == 0


def test_tickets_of_a_lottery(rich: Member) -> None:
    config = {
        "name": {"en": "Spring"},
        "ticket_points": 0,
        "on_sale": False,
        "prizes": [{"kind": "by_hand", "slug": "bike", "stock": 1}],
    }
    create_lottery("spring", config, opens_at=NOON, closes_at=NOON + timedelta(days=1))
    gives = {"kind": "lottery_ticket", "lottery": "spring", "tickets": 2}
    reward(gives=gives, points=51)
    assert refused(lambda: get(rich))[0] is Code.PROGRAMME_NOT_ACTIVE
    open_lottery("spring", seed=bytes(32), now=NOON)
    redemption = get(rich, quantity=2)
    assert get(rich, quantity=2) == redemption
    assert redemption.state == "fulfilled"
    found = LotteryTicket.objects.filter(member=rich).order_by("number")
    assert list(found.values_list("number", "points")) == [(1, 26), (2, 26), (3, 25), (4, 25)]
    assert sums(rich) == (898, 0, 0, 0)


def test_the_same_key_is_one_redemption_and_another_wish_is_refused(rich: Member) -> None:
    reward()
    reward("other")
    first = get(rich)
    assert get(rich) == first
    assert (sums(rich)[0], taken()) == (700, 1)
    code, _ = refused(lambda: get(rich, "other"))
    assert code is Code.SOURCE_KEY_CONFLICT
    assert get(rich, key="k2") != first
    assert (sums(rich)[0], taken()) == (400, 2)


REFUSALS: dict[str, tuple[dict[str, Any], dict[str, Any], Code, str]] = {
    "too few points": (
        {"points": 1120},
        {},
        Code.NOT_ENOUGH_POINTS,
        "You are 120 points short.",
    ),
    "not shown": ({"active": False}, {}, Code.NOT_FOUND, "This reward is not offered now."),
    "not yet": ({"starts_at": NOON + timedelta(days=1)}, {}, Code.NOT_FOUND, ""),
    "over": ({"ends_at": NOON}, {}, Code.NOT_FOUND, ""),
    "none left": ({"stock": 0}, {}, Code.LIMIT_EXCEEDED, "None are left."),
    "for gold": (
        {"gate": {"tiers": ["gold"]}},
        {},
        Code.FORBIDDEN,
        "This is for Gold members.",
    ),
    "for a plan": ({"gate": {"plans": ["plus"]}}, {}, Code.FORBIDDEN, ""),
    "for a segment": ({"gate": {"segments": ["vip"]}}, {}, Code.FORBIDDEN, ""),
    "another price": (
        {},
        {"points": 299},
        Code.CHANGED_MEANWHILE,
        "The price has changed meanwhile.",
    ),
    "two at once": ({}, {"quantity": 2}, Code.INVALID, "1 at a time can be had."),
    "none at all": ({}, {"quantity": 0}, Code.INVALID, ""),
    "minus one": ({"gives": MUG}, {"quantity": -1, "checkout_id": "c1"}, Code.INVALID, ""),
    "no checkout": ({"gives": MUG}, {}, Code.REQUIRED, "Choose a checkout."),
    "no such checkout": ({"gives": MUG}, {"checkout_id": "nope"}, Code.NOT_FOUND, ""),
    "another's checkout": ({"gives": MUG}, {"checkout_id": "c2"}, Code.NOT_FOUND, ""),
    "a guest's checkout": ({"gives": MUG}, {"checkout_id": "c3"}, Code.NOT_FOUND, ""),
    "sold out in the shop": (
        {"gives": {**MUG, "variant_id": "V-gone"}},
        {"checkout_id": "c1"},
        Code.INVALID,
        "",
    ),
    "a checkout in another currency": (
        {"gives": {**MUG, "cash": {"EUR": 5}}},
        {"checkout_id": "c1", "currency": "EUR"},
        Code.CURRENCY_NOT_SUPPORTED,
        "",
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_changes_nothing(rich: Member, bob: Member, shop: Shop, name: str) -> None:
    config, wish, code, message = REFUSALS[name]
    reward(**config)
    shop.sold_out.add("V-gone")
    for checkout_id, user_id in (("c1", rich.user_id), ("c2", bob.user_id), ("c3", None)):
        shop.checkouts[checkout_id] = open_checkout(3000, checkout_id=checkout_id, user_id=user_id)
    checkouts = dict(shop.checkouts)
    found = refused(lambda: get(rich, **wish))
    assert found[0] is code
    assert message in ("", found[1])
    assert shop.checkouts == checkouts


def test_nobody_redeems_what_there_is_not(rich: Member) -> None:
    assert refused(lambda: get(rich))[0] is Code.NOT_FOUND


def test_limits_of_a_member_ever_and_in_a_period(rich: Member, bob: Member) -> None:
    give(bob, 1000, "b")
    reward(
        points=10,
        limits={"per_member": 3, "per_member_and_period": {"times": 2, "per": "month"}},
    )
    get(rich, key="1")
    get(rich, key="2")
    assert refused(lambda: get(rich, key="3")) == (
        Code.LIMIT_EXCEEDED,
        "You have had as many of these as you can have for now.",
    )
    get(bob, key="3")
    april = NOON.replace(month=4)
    get(rich, key="3", now=april)
    assert refused(lambda: get(rich, key="4", now=april)) == (
        Code.LIMIT_EXCEEDED,
        "Each member can have 3 of these.",
    )


def test_a_limit_of_all_members_together(rich: Member, bob: Member) -> None:
    give(bob, 1000, "b")
    reward(points=10, limits={"per_period": {"times": 1, "per": "day"}})
    get(rich)
    assert refused(lambda: get(bob))[1] == "None are left for now. Please try later."
    get(bob, now=NOON + timedelta(hours=12))


def test_cheaper_by_tier_and_by_benefit_rounded_up(ada: Member) -> None:
    tiers = [dict(one) for one in LADDER["tiers"]]
    tiers[1]["benefits"] = [{"kind": "cheaper_rewards", "percent": 15}]
    set_ladder({**LADDER, "tiers": tiers})
    give(ada, 1000)
    reward(points=301, points_by_tier={"gold": 299})
    set_tier(ada, "gold", reason="a friend", actor="staff", until=None, now=NOON)
    member = Member.objects.select_related("tier").get(pk=ada.pk)
    (offer,) = offers_of(member, list(Reward.objects.all()), now=NOON)
    assert (offer.points, offer.full_points, offer.missing, offer.refusal) == (255, 301, 0, None)
    assert get(member, points=255).points == 255
    assert sums(ada) == (745, 0, 0, 0)


def test_a_reward_may_cost_nothing(ada: Member, shop: Shop) -> None:
    reward(points=500, points_by_tier={"gold": 0})
    set_tier(ada, "gold", reason="a friend", actor="staff", until=None, now=NOON)
    redemption = get(Member.objects.get(pk=ada.pk))
    deliver()
    assert (redemption.points, state_of(redemption), sums(ada)) == (0, "issued", (0, 0, 0, 0))


def test_offers_say_what_is_missing_and_tell_everybody_the_price(ada: Member) -> None:
    give(ada, 180)
    found = [reward("a"), reward("b", COUPON, points=100), reward("c", stock=0)]
    first, second, third = offers_of(ada, found, now=NOON)
    assert (first.missing, first.refusal.message if first.refusal else "") == (
        120,
        "You are 120 points short.",
    )
    assert (second.missing, second.refusal) == (0, None)
    assert third.refusal is not None
    assert third.refusal.message == "None are left."
    assert [offer.points for offer in offers_of(None, found, now=NOON)] == [300, 100, 300]


def test_what_was_redeemed_follows_into_the_other_account(rich: Member, bob: Member) -> None:
    reward(limits={"per_member": 1})
    redemption = get(rich)
    merge_members(rich, bob, now=NOON, actor="staff")
    assert again(redemption).member_id == bob.pk
    assert refused(lambda: get(bob, key="k2"))[0] is Code.LIMIT_EXCEEDED
    gone = Member.objects.get(pk=rich.pk)
    assert refused(lambda: get(gone, key="k3"))[0] is Code.MEMBER_CLOSED
