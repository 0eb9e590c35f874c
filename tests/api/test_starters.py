"""An empty shop begins: ready programmes, tried on its own past orders, in force at once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.viewer import Permission, Viewer
from saleor_loyalty.events.host_shown import CatalogueItem, CatalogueKind, HostChannel
from saleor_loyalty.features.memberships.models import MembershipPlan
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.features.programme.models import Programme, ProgrammeVersion
from saleor_loyalty.features.tiers.models import LadderVersion, Tier
from saleor_loyalty.flows.members import member_of_user
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.starter_recipes import Starter, minor_for_a_point
from saleor_loyalty.ledger import read
from saleor_loyalty.values.points import Unit
from tests.api.client import answer_to, data_of, error_of, operation
from tests.conftest import customer
from tests.shop import NOON, Shop, line, paid_order

STARTERS, PREVIEW = operation("dashboard/starters"), operation("dashboard/starter_preview")
START, SHOP = operation("dashboard/start"), operation("dashboard/shop")
ADMIN = Viewer(user_id=1, is_staff=True, permissions=frozenset(Permission))
YEAR_PASS = CatalogueItem(CatalogueKind.VARIANT, "pass-1", "Plus, a year")


@pytest.fixture
def empty(db: None, shop: Shop) -> Shop:
    """It sells in dollars and yen, and has sold five things."""
    shop.channel_list += [HostChannel("us", "US", "USD"), HostChannel("jp", "Japan", "JPY")]
    shop.items.append(YEAR_PASS)
    orders = [
        paid_order(line("a", 1999), order_id="o1", channel="us", user_id=None),
        paid_order(line("a", 30_000), order_id="o2", channel="jp", currency="JPY", user_id=None),
        paid_order(line("a", 500), order_id="o3", channel="us", email="bob@example.com"),
        paid_order(line("a", 900), order_id="o4", channel="us", paid_at=None),
        paid_order(line("a", 900), order_id="o5", channel="us", cancelled=True),
    ]
    shop.orders |= {
        order.order_id: replace(order, placed_at=NOON - timedelta(days=number))
        for number, order in enumerate(orders)
    }
    return shop


def start(kind: str, **more: Any) -> Any:
    return data_of(START, ADMIN, **{"kind": kind, "timeZone": "Europe/Paris", **more})


def test_a_shop_that_has_not_begun(empty: Shop) -> None:
    assert not data_of(SHOP, ADMIN)["hasProgramme"]
    assert start("POINTS")["errors"] == []
    begun = data_of(SHOP, ADMIN)
    assert begun["hasProgramme"]
    assert begun["timeZone"] == "Europe/Paris"
    assert {channel["programme"] for channel in begun["channels"]} == {"points"}


def test_what_there_is_to_choose_from(empty: Shop) -> None:
    found = {one["kind"]: one for one in data_of(STARTERS, ADMIN)}
    assert list(found) == ["POINTS", "GROWTH_TIERS", "SPEND_TIERS", "MEMBERSHIP"]
    assert found["POINTS"]["programme"]["earning"]["rates"] == {
        "JPY": {"points": 1, "minor": 150},
        "USD": {"points": 1, "minor": 100},
    }
    assert [kind for kind, one in found.items() if one["ladder"]] == [
        "GROWTH_TIERS",
        "SPEND_TIERS",
    ]
    silver = found["SPEND_TIERS"]["ladder"]["tiers"][0]
    assert silver["entry"]["from"] == {"JPY": 30_000, "USD": 20_000}
    assert [kind for kind, one in found.items() if one["needsVariant"]] == ["MEMBERSHIP"]


def test_what_past_orders_would_have_earned(empty: Shop) -> None:
    found = data_of(PREVIEW, ADMIN, kind="POINTS", first=50)
    assert [(one["order"]["number"], one["points"], one["growth"]) for one in found["orders"]] == [
        ("1", 19, 19),
        ("2", 200, 200),
        ("3", 5, 5),
    ]
    assert (found["customers"], found["points"]) == (2, 224)
    assert [money["text"] for money in found["worth"]] == ["¥300", "$0.24"]
    assert not Programme.objects.exists()
    assert not OrderRecord.objects.exists()
    assert len(data_of(PREVIEW, ADMIN, kind="POINTS", first=1)["orders"]) == 1
    assert error_of(PREVIEW, ADMIN, kind="POINTS", first=51)[0] == "LIMIT_EXCEEDED"


@pytest.mark.parametrize("kind", list(Starter))
def test_each_is_in_force_at_once(empty: Shop, kind: Starter) -> None:
    answer = start(kind.name, variantId="pass-1")
    assert answer["errors"] == []
    ada = customer(empty, "ada")
    later = NOON + timedelta(hours=1)
    order = paid_order(
        line("a", 60_000, variant_id="pass-1"),
        order_id="o9",
        user_id=ada,
        channel="us",
        paid_at=later,
        fulfilled_at=later,
    )
    act_on([order], now=later)
    member = member_of_user(ada)
    assert member is not None
    assert read.balance(member.pk, Unit.POINTS, later).available == 600
    expected = {
        Starter.GROWTH_TIERS: ["new", "growth", "vip"],
        Starter.SPEND_TIERS: ["silver", "gold"],
    }.get(kind, [])
    assert list(Tier.objects.order_by("rank").values_list("slug", flat=True)) == expected
    assert member.memberships.count() == (kind is Starter.MEMBERSHIP)


def test_orders_of_before_earn_nothing(empty: Shop) -> None:
    start("POINTS")
    ada = customer(empty, "ada")
    before = NOON - timedelta(days=1)
    act_on([paid_order(line("a", 60_000), user_id=ada, channel="us", paid_at=before)], now=NOON)
    member = member_of_user(ada)
    assert member is None or read.balance(member.pk, Unit.POINTS, NOON).pending == 0


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"kind": "MEMBERSHIP"}, "variantId", "REQUIRED"),
        ({"kind": "MEMBERSHIP", "variantId": "gone"}, "variantId", "INVALID"),
        ({"kind": "POINTS", "timeZone": "Paris"}, "timeZone", "INVALID"),
        ({"kind": "POINTS", "timeZone": " "}, "timeZone", "REQUIRED"),
    ],
)
def test_what_is_refused_changes_nothing(
    empty: Shop, given: dict[str, Any], field: str, code: str
) -> None:
    (error,) = start(**given)["errors"]
    assert (error["field"], error["code"]) == (field, code)
    for table in (Programme, ProgrammeVersion, LadderVersion, MembershipPlan):
        assert not table.objects.exists()


def test_only_once(empty: Shop) -> None:
    start("POINTS")
    (error,) = start("SPEND_TIERS")["errors"]
    assert (error["field"], error["message"]) == ("kind", "The shop has a programme already.")
    assert not LadderVersion.objects.exists()


def test_only_for_who_may_set_up(empty: Shop) -> None:
    staff = Viewer(
        user_id=1, is_staff=True, permissions=frozenset(Permission) - {Permission.MANAGE_PROGRAMMES}
    )
    answer = answer_to(START, staff, kind="POINTS", timeZone="UTC")
    assert answer["errors"]
    assert not Programme.objects.exists()


def test_a_currency_nobody_has_thought_of_earns_by_its_whole_unit() -> None:
    assert [minor_for_a_point(code) for code in ("USD", "CHF", "ISK", "BHD")] == [
        100,
        100,
        1,
        1000,
    ]
