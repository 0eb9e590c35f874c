"""What a member is entitled to: of tier and plans, in one statement."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.features.benefits.items import Item
from saleor_loyalty.features.benefits.models import BenefitUse
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import LadderVersion, Standing
from saleor_loyalty.flows.perks import (
    Entitlements,
    Perks,
    perks_from_json,
    perks_of_members,
    perks_of_user,
    refused_products,
)
from saleor_loyalty.values.identity import new_public_id
from saleor_loyalty.values.points import Unit
from tests.flows.perks import join_plan, ladder, plan, put_in
from tests.shop import NOON

SHOE = Item("shoe", "shoe-42", ("winter", "all"), ("new",))
OFF_5 = {"kind": "price_off", "basis_points": 500}
OFF_10_WINTER = {"kind": "price_off", "basis_points": 1000, "categories": ["winter"]}


def of(member: Member, **more: object) -> Perks:
    return perks_of_user(member.user_id, now=NOON, **more)  # type: ignore[arg-type]


def offs(perks: Perks, item: Item = SHOE) -> list[tuple[str, int]]:
    return [(one.holder, one.basis_points) for one in perks.price_off(item)]


def test_a_guest_holds_nothing_and_neither_does_who_is_in_no_tier(ada: Member) -> None:
    ladder(gold=[OFF_5])
    assert perks_of_user(None, now=NOON).holders == ()
    assert of(ada).holders == ()


def test_a_shop_with_neither_ladder_nor_plans(ada: Member) -> None:
    Standing.objects.update(ladder_version=None)
    LadderVersion.objects.all().delete()
    assert of(ada) == Perks(NOON, member_id=ada.pk)


def test_tier_and_plans_stand_beside_each_other(ada: Member) -> None:
    ladder(silver=[], gold=[OFF_5])
    put_in(ada, "gold")
    join_plan(ada, plan("plus", [OFF_10_WINTER]))
    perks = of(ada)
    assert offs(perks) == [("tier:gold", 500), ("plan:plus", 1000)]
    assert offs(perks, Item("hat")) == [("tier:gold", 500)]
    assert perks.price_off(SHOE)[0].name.get("de") == "Gold-Stufe"


def test_a_plan_holds_from_its_first_moment_to_its_last(ada: Member) -> None:
    ladder(gold=[])
    join_plan(ada, plan("plus", [OFF_5]), days=30)
    end = NOON + timedelta(days=30)
    moments = [NOON - timedelta(seconds=1), NOON, end - timedelta(seconds=1), end]
    held = [bool(perks_of_user(ada.user_id, now=at).holders) for at in moments]
    assert held == [False, True, True, False]


def test_a_plan_sold_no_more_stays_with_who_has_it_for_life(ada: Member, bob: Member) -> None:
    ladder(gold=[])
    join_plan(ada, plan("plus", [OFF_5], active=False), days=None)
    assert offs(of(ada)) == [("plan:plus", 500)]
    assert offs(of(bob)) == []


@pytest.mark.parametrize(
    ("in_same_order", "active", "bought", "holds"),
    [
        (True, True, {"plus-year", "shoe-42"}, True),
        (True, True, {"shoe-42"}, False),
        (False, True, {"plus-year"}, False),
        (True, False, {"plus-year"}, False),
    ],
)
def test_a_plan_in_the_order_that_buys_it(
    ada: Member, in_same_order: bool, active: bool, bought: set[str], holds: bool
) -> None:
    ladder(gold=[])
    variants = {"plus-year": {"months": 12}}
    plan("plus", [OFF_5], active=active, in_same_order=in_same_order, variants=variants)
    assert bool(offs(of(ada, bought_variants=frozenset(bought)))) is holds
    assert not perks_of_user(None, now=NOON, bought_variants=frozenset(bought)).holders


def test_one_statement_whoever_asks(ada: Member) -> None:
    ladder(gold=[OFF_5])
    put_in(ada, "gold")
    join_plan(ada, plan("plus", [OFF_10_WINTER]))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        of(ada)
        perks_of_user(None, now=NOON)
        perks_of_members([ada.pk], now=NOON)
        perks_of_members([], now=NOON)
    assert len(asked) == 4


def test_several_members_at_once(ada: Member, bob: Member) -> None:
    ladder(silver=[], gold=[OFF_5])
    put_in(ada, "gold")
    join_plan(bob, plan("plus", [OFF_10_WINTER]))
    found = perks_of_members([ada.pk, bob.pk], now=NOON)
    assert {pk: offs(perks) for pk, perks in found.items()} == {
        ada.pk: [("tier:gold", 500)],
        bob.pk: [("plan:plus", 1000)],
    }
    later = Entitlements.load([bob.pk]).of(bob.pk, now=NOON + timedelta(days=30))
    assert offs(later) == []


def test_free_shipping_until_its_quota_is_used(ada: Member) -> None:
    shipping = {"kind": "free_shipping", "quota": 2, "per": "month", "minimum": {"USD": 5000}}
    ladder(gold=[shipping])
    put_in(ada, "gold")
    found = of(ada).free_shipping(5000, "USD", "web")
    assert found is not None
    assert (found.holder, found.slug, found.left) == ("tier:gold", "free_shipping", 2)
    assert of(ada).free_shipping(4999, "USD", "web") is None
    assert of(ada).free_shipping(9000, "EUR", "web") is None
    for number, period in enumerate(["2026-03", "2026-02", "2026-03"]):
        BenefitUse.objects.create(
            public_id=new_public_id(),
            key=new_public_id(),
            member=ada,
            kind="free_shipping",
            slug="free_shipping",
            period=period,
            used_at=NOON,
        )
        left = of(ada).free_shipping(5000, "USD", "web")
        assert (left.left if left else 0) == [1, 1, 0][number]


def test_what_only_others_may_buy_is_refused_to_guests_too(ada: Member, bob: Member) -> None:
    ladder(gold=[{"kind": "members_only", "categories": ["winter"]}])
    put_in(ada, "gold")
    hat = Item("hat")
    assert refused_products([SHOE, hat], of(ada), NOON) == []
    assert refused_products([SHOE, hat], of(bob), NOON) == [SHOE]
    assert refused_products([SHOE, hat], perks_of_user(None, now=NOON), NOON) == [SHOE]
    assert refused_products([SHOE], perks_from_json(None, now=NOON), NOON) == []


def test_the_better_multiplier_of_each_unit(ada: Member) -> None:
    ladder(gold=[{"kind": "multiplier", "points_percent": 150, "growth_percent": 300}])
    put_in(ada, "gold")
    only_web = {"kind": "multiplier", "points_percent": 1000, "channels": ["web"]}
    join_plan(ada, plan("plus", [only_web]))
    perks = of(ada)
    found = [
        (boost.holder, boost.percent)
        for unit in Unit
        for channel in ("web", "till")
        if (boost := perks.boost(unit, channel)) is not None
    ]
    gold_points, gold_growth = ("tier:gold", 150), ("tier:gold", 300)
    assert found == [("plan:plus", 1000), gold_points, gold_growth, gold_growth]
