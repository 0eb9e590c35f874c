"""The points mall by GraphQL: what is answered, and what is refused in which words."""

import csv
import io
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from saleor_loyalty.api.viewer import ANONYMOUS, Permission, Viewer
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption, Reward
from saleor_loyalty.flows.redemption_ends import give_up
from tests.api import mall_world as mall
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import CHECKOUT, World
from tests.flows.balances import sums
from tests.shop import NOON


def rewards(viewer: Viewer = ANONYMOUS, **more: Any) -> list[dict[str, Any]]:
    found = data_of(operation("storefront/rewards"), viewer, **{"first": 50, **more})
    return [edge["node"] for edge in found["edges"]]


def redeem(viewer: Viewer, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = data_of(
        operation("storefront/reward_redeem"), viewer, **{**mall.redeeming(), **more}
    )
    return found


def mine(viewer: Viewer) -> list[dict[str, Any]]:
    found = data_of(operation("storefront/my_redemptions"), viewer, first=50)
    return [edge["node"] for edge in found["edges"]]


def test_the_mall_in_the_merchants_order_and_the_readers_language(world: World) -> None:
    found = rewards(world.as_ada, languageCode="de")
    assert [one["slug"] for one in found] == ["workshop", "coupon", "talk"]
    first = found[0]
    assert (first["name"], first["category"]["name"]) == ("Werkstatt", "Ausflüge")
    assert first["pictures"] == [
        {"url": "https://shop.example/wheel.jpg", "text": "A potter's wheel"}
    ]
    assert (first["points"], first["fullPoints"], first["left"], first["refusal"]) == (
        100,
        100,
        5,
        None,
    )
    assert found[1]["refusal"]["code"] == "NOT_ENOUGH_POINTS"
    assert found[1]["missingPoints"] == 1_000_000 - sums(world.ada)[0]
    assert found[1]["currencies"] == ["JPY", "USD"]


def test_you_are_so_many_points_short(world: World) -> None:
    Reward.objects.filter(slug="coupon").update(
        config={**mall.COUPON, "points": sums(world.ada)[0] + 120}
    )
    (found,) = rewards(world.as_ada, kind="COUPON")
    assert found["refusal"] == {
        "code": "NOT_ENOUGH_POINTS",
        "message": "You are 120 points short.",
    }


def test_pages_and_categories(world: World) -> None:
    query = operation("storefront/rewards")
    seen, after = [], None
    for _ in range(3):
        page = data_of(query, first=1, after=after)
        seen += [edge["node"]["slug"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
    assert seen == ["workshop", "coupon", "talk"]
    assert not page["pageInfo"]["hasNextPage"]
    assert [one["slug"] for one in rewards(categoryId=mall.CATEGORY)] == ["workshop"]
    (category,) = data_of(operation("storefront/reward_categories"), languageCode="de")
    assert category["name"] == "Ausflüge"


def test_one_reward_with_its_value(world: World) -> None:
    query = operation("storefront/reward")
    found = data_of(query, id=mall.reward_id("coupon"), currency="JPY")
    assert found["value"] == {"currency": "JPY", "amount": "700", "text": "¥700"}
    assert data_of(query, id=mall.reward_id("coupon"), currency="EUR")["value"] is None
    workshop = data_of(query, id=mall.reward_id(), currency="USD")
    assert (workshop["terms"], workshop["instructions"]) == (
        "Not on Sundays.",
        "Show it at the door.",
    )


def test_only_staff_see_what_is_not_offered_and_how_it_is_kept(world: World) -> None:
    query = operation("storefront/reward")
    parcel = {"id": mall.reward_id("parcel"), "currency": "USD"}
    assert data_of(query, world.as_ada, **parcel) is None
    assert data_of(query, world.as_admin, **parcel)["slug"] == "parcel"
    secret = """query($id: ID!) { loyaltyReward(id: $id)
        { stock taken active config revision } }"""
    seen = data_of(secret, world.as_ada, id=mall.reward_id())
    assert set(seen.values()) == {None}
    kept = data_of(secret, world.as_admin, id=mall.reward_id())
    assert (kept["stock"], kept["taken"], kept["active"]) == (5, 0, True)


def test_staff_find_what_is_shown_and_what_is_not(world: World) -> None:
    query = operation("dashboard/all_rewards")

    def found(**more: Any) -> list[str]:
        page = data_of(query, world.as_admin, first=50, **more)
        return [edge["node"]["slug"] for edge in page["edges"]]

    assert found(standing="OFF") == ["parcel"]
    assert found(standing="ON") == ["workshop", "coupon", "talk"]
    assert found(standing="ON", kind="SERVICE") == ["workshop", "talk"]
    assert found(standing="OFF", categoryId=mall.CATEGORY) == []
    assert found(search="werk") == ["workshop"]


def test_names_in_all_languages_are_for_those_who_keep_them(world: World) -> None:
    query = operation("dashboard/reward_categories")
    (seen,) = data_of(query, world.as_ada)
    assert (seen["name"], seen["names"]) == ("Days out", None)
    (kept,) = data_of(query, world.as_admin)
    assert kept["names"] == {"en": "Days out", "de": "Ausflüge"}


def test_staff_open_one_redemption(world: World) -> None:
    query = operation("dashboard/redemption")
    found = data_of(query, world.as_admin, id=mall.redemption_id(mall.IN_HAND))
    assert (found["code"], found["member"]["email"]) == ("TALK-1", world.ada.email)
    assert [step["state"] for step in found["steps"]] == ["REQUESTED", "ISSUED"]
    assert data_of(query, world.as_admin, id=mall.redemption_id(UUID(int=1))) is None


def test_redeemed_and_seen_by_the_member(world: World) -> None:
    before = sums(world.ada)
    found = redeem(world.as_ada)
    assert found["errors"] == []
    redemption = found["redemption"]
    assert (redemption["state"], redemption["points"]) == ("ISSUED", 100)
    assert len(redemption["code"]) == 14
    assert found["member"]["points"]["available"] == before[0] - 100
    assert redeem(world.as_ada)["redemption"] == redemption
    assert sums(world.ada)[0] == before[0] - 100
    newest = mine(world.as_ada)[0]
    assert newest["code"] == redemption["code"]
    assert [step["state"] for step in newest["steps"]] == ["REQUESTED", "ISSUED"]


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"points": 99}, "CHANGED_MEANWHILE", "points"),
        ({"quantity": 2}, "INVALID", "quantity"),
        ({"quantity": -1}, "INVALID", "quantity"),
        ({"rewardId": mall.reward_id("nope")}, "NOT_FOUND", "rewardId"),
        ({"rewardId": "x"}, "INVALID", "rewardId"),
        ({"rewardId": mall.reward_id("parcel")}, "NOT_FOUND", "rewardId"),
        ({"rewardId": mall.reward_id("coupon"), "points": 1_000_000}, "NOT_ENOUGH_POINTS", None),
        ({"sourceKey": " "}, "REQUIRED", "sourceKey"),
        ({"sourceKey": "x" * 101}, "INVALID", "sourceKey"),
        ({"checkoutId": "x"}, "INVALID", "checkoutId"),
    ],
)
def test_refusals_name_their_place_and_change_nothing(
    world: World, more: dict[str, Any], code: str, field: str | None
) -> None:
    before = (sums(world.ada), Redemption.objects.count())
    found = redeem(world.as_ada, **more)
    (error,) = found["errors"]
    assert error["code"] == code
    assert field in (None, error["field"])
    assert found["redemption"] is None
    assert (sums(world.ada), Redemption.objects.count()) == before


def test_a_product_goes_into_the_callers_checkout_alone(world: World) -> None:
    config = {
        "name": {"en": "Mug"},
        "points": 50,
        "gives": {"kind": "product", "variant_id": "V-mug", "cash": {"USD": 499}},
    }
    created = data_of(
        operation("dashboard/reward_create"),
        world.as_admin,
        slug="mug",
        config=config,
        active=True,
    )
    assert created["errors"] == []
    asked = {"rewardId": mall.reward_id("mug"), "points": 50, "checkoutId": CHECKOUT}
    (error,) = redeem(world.as_bob, **asked)["errors"]
    assert error["code"] in ("NOT_FOUND", "NOT_ENOUGH_POINTS")
    found = redeem(world.as_ada, quantity=2, **asked)["redemption"]
    assert (found["state"], found["points"], found["value"]["amount"]) == (
        "RESERVED",
        100,
        "9.98",
    )
    cancelled = data_of(operation("storefront/redemption_cancel"), world.as_ada, id=found["id"])
    assert cancelled["redemption"]["state"] == "CANCELLED"


def test_nobody_sees_or_cancels_what_is_anothers(world: World) -> None:
    assert mine(world.as_bob) == []
    assert mine(world.as_eve) == []
    theirs = {"id": mall.redemption_id(mall.IN_HAND)}
    nobodys = {"id": mall.redemption_id(mall.UUID(int=0xDEAD))}
    query = operation("storefront/redemption_cancel")
    assert answer_to(query, world.as_bob, **theirs) == answer_to(query, world.as_bob, **nobodys)
    hidden = """{ loyaltyMyRedemptions(first: 9) { edges { node {
        member { id } steps { actor } } } } }"""
    for edge in data_of(hidden, world.as_ada)["edges"]:
        assert edge["node"]["member"] is None
        assert {step["actor"] for step in edge["node"]["steps"]} == {None}


def test_staff_filter_and_follow(world: World) -> None:
    query = operation("dashboard/redemptions")

    def found(**more: Any) -> list[str]:
        page = data_of(query, world.as_admin, first=50, **more)
        return [edge["node"]["id"] for edge in page["edges"]]

    talk, parcel = (mall.redemption_id(one) for one in (mall.IN_HAND, mall.TO_PREPARE))
    assert found() == [talk, parcel]
    assert found(state="REQUESTED") == [parcel]
    assert found(code="TALK-1") == [talk]
    assert found(code="TALK") == []
    assert found(rewardId=mall.reward_id("parcel")) == [parcel]
    assert found(kind="COUPON") == []
    assert found(memberId=world.ada_id, since=NOON.isoformat()) == [talk, parcel]
    assert found(memberId=world.bob_id) == []
    assert found(until=NOON.isoformat()) == []


def test_staff_prepare_send_and_cancel_and_the_member_reads_it(world: World) -> None:
    parcel = mall.redemption_id(mall.TO_PREPARE)
    issued = data_of(
        operation("dashboard/redemption_issue"), world.as_admin, id=parcel, code="S7", note="packed"
    )["redemption"]
    assert (issued["state"], issued["code"]) == ("ISSUED", "S7")
    sent = data_of(
        operation("dashboard/redemption_fulfil"), world.as_admin, id=parcel, tracking="DHL 1"
    )["redemption"]
    assert (sent["state"], sent["tracking"]) == ("FULFILLED", "DHL 1")
    assert sent["steps"][1]["actor"] == world.as_admin.actor
    newest = mine(world.as_ada)[1]
    assert [(step["state"], step["note"]) for step in newest["steps"]] == [
        ("REQUESTED", ""),
        ("ISSUED", "packed"),
        ("FULFILLED", ""),
    ]
    query = operation("storefront/redemption_cancel")
    talk = mall.redemption_id(mall.IN_HAND)
    assert error_of(query, world.as_admin, id=talk)[0] == "REQUIRED"
    assert error_of(query, world.as_admin, id=parcel, reason="x")[0] == "INVALID"
    cancelled = data_of(query, world.as_admin, id=talk, reason="The speaker is ill")
    assert cancelled["redemption"]["steps"][-1]["note"] == "The speaker is ill"


def test_why_a_redemption_ended_is_said_in_the_readers_language(world: World) -> None:
    Member.objects.filter(pk=world.ada.pk).update(language_code="de")
    redemption = Redemption.objects.get(public_id=mall.IN_HAND)
    with transaction.atomic():
        end_at = NOON + timedelta(hours=1)
        give_up(redemption, note="The order was cancelled.", now=end_at)
    (found,) = [one for one in mine(world.as_ada) if one["id"] == mall.redemption_id(mall.IN_HAND)]
    assert found["steps"][-1]["note"] == "Die Bestellung wurde storniert."


def test_the_table_for_a_spreadsheet_has_no_formulas(world: World) -> None:
    Redemption.objects.filter(public_id=mall.IN_HAND).update(code="=HYPERLINK(1)", tracking="-1")
    query = operation("dashboard/redemption_export")
    first = data_of(query, world.as_admin, first=1)
    assert first["rows"] == 1
    (row,) = csv.DictReader(io.StringIO(first["csv"]))
    assert (row["id"], row["code"], row["tracking"]) == (
        str(mall.IN_HAND),
        "'=HYPERLINK(1)",
        "'-1",
    )
    assert (row["reward"], row["email"], row["state"]) == ("talk", "ada@example.com", "issued")
    rest = data_of(query, world.as_admin, first=50, after=first["endCursor"])
    assert (rest["rows"], rest["endCursor"]) == (1, None)


def test_edits_say_what_they_have_read(world: World) -> None:
    query = operation("dashboard/reward_update")
    asked = mall.MERCHANTS["reward_update"](world)
    done = data_of(query, world.as_admin, **asked)
    assert (done["reward"]["stock"], done["reward"]["config"]["points"]) == (9, 120)
    assert error_of(query, world.as_admin, **asked)[0] == "CHANGED_MEANWHILE"
    asked = mall.MERCHANTS["reward_update"](world)
    asked["config"] = {**mall.COUPON}
    assert error_of(query, world.as_admin, **asked) == (
        "INVALID",
        "The kind of a reward never changes.",
    )
    redeem(world.as_ada, points=120)
    asked = {**mall.MERCHANTS["reward_update"](world), "stock": 0}
    assert error_of(query, world.as_admin, **asked) == ("INVALID", "1 have been taken already.")


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"points": -1}, "points"),
        ({"gives": {"kind": "coupon"}}, "gives"),
        ({"pictures": [{"url": "http://shop.example/a.png"}]}, "pictures"),
        ({"name": {}}, "name"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    world: World, config: dict[str, Any], said: str
) -> None:
    given = {"slug": "new", "config": {**mall.WORKSHOP, **config}}
    code, message = error_of(operation("dashboard/reward_create"), world.as_admin, **given)
    assert code == "INVALID"
    assert said in message
    assert not Reward.objects.filter(slug="new").exists()


def test_a_page_of_rewards_takes_few_statements(
    world: World, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        data_of(
            operation("dashboard/reward_create"),
            world.as_admin,
            slug=f"r{number}",
            config=mall.WORKSHOP,
            active=True,
        )
    with django_assert_max_num_queries(12):
        assert len(rewards(world.as_ada)) == 23


def test_staff_of_another_desk_may_not(world: World) -> None:
    orders = world.staff(Permission.MANAGE_ORDERS)
    query = operation("storefront/redemption_cancel")
    talk = mall.redemption_id(mall.IN_HAND)
    assert error_of(query, orders, id=talk, reason="x")[0] == "NOT_FOUND"
