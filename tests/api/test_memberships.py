"""Plans, memberships and packs through the API."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.texts import entry_text
from saleor_loyalty.api.viewer import ANONYMOUS, Permission
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import daily
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.ledger.models import EntryKind
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import World
from tests.api.plan_world import CANCELLED, PACK, PLUS, RUNNING, pack_id, plan_id
from tests.flows.plans import order_of
from tests.shop import NOON, line, paid_order

DAY = timedelta(days=1)
PLANS, PACKS = operation("storefront/plans"), operation("storefront/growth_packs")
MINE = operation("storefront/memberships")


def mine(world: World, **more: Any) -> dict[str, Any]:
    found = data_of(MINE, world.as_ada, first=9, **more)["memberships"]
    return {one["plan"]["slug"]: one for one in found}


def test_plans_on_sale_in_the_readers_language(world: World) -> None:
    found = {one["slug"]: one for one in data_of(PLANS, languageCode="de")}
    assert set(found) >= {"plus", "vip", "try"}
    plus = found["plus"]
    assert (plus["name"], plus["description"]) == ("Plus-Mitgliedschaft", "More of everything.")
    assert plus["variants"] == [
        {"variantId": "V-month", "months": 1, "days": None, "forLife": False},
        {"variantId": "V-year", "months": 12, "days": None, "forLife": False},
    ]
    shown = [(one["kind"], one["name"], one["slug"]) for one in plus["benefits"]]
    assert shown == [
        ("FREE_SHIPPING", "Gratis-Versand", "plus.free_shipping"),
        ("CONTACT", "Ein eigener Ansprechpartner", "plus.contact"),
    ]
    assert found["try"]["trialDays"] == 14
    Member.objects.filter(pk=world.ada.pk).update(language_code="de")
    own = {one["slug"]: one["name"] for one in data_of(PLANS, world.as_ada)}
    assert own["plus"] == "Plus-Mitgliedschaft"
    assert error_of(PLANS, languageCode="klingon")[0] == "INVALID"


def test_what_is_off_sale_is_for_staff(world: World) -> None:
    archive = operation("dashboard/plan_archive")
    assert not data_of(archive, world.as_admin, id=plan_id())["plan"]["onSale"]
    assert "plus" not in [one["slug"] for one in data_of(PLANS)]
    everything = operation("dashboard/all_plans")
    shown = {one["slug"]: one["onSale"] for one in data_of(everything, world.as_admin)}
    assert (shown["plus"], shown["vip"]) == (False, True)
    for viewer in (ANONYMOUS, world.as_ada, world.staff(Permission.MANAGE_MEMBERS)):
        (error,) = answer_to(everything, viewer)["errors"]
        assert error["extensions"]["exception"]["code"] == "PermissionDenied"
    assert mine(world)["plus"]["running"]
    assert data_of(archive, world.as_admin, id=plan_id(), archived=False)["plan"]["onSale"]
    assert "plus" in [one["slug"] for one in data_of(PLANS)]


def test_how_a_plan_is_written_is_for_staff(world: World) -> None:
    query = "{ loyaltyPlans { config revision } }"
    assert {one["config"] for one in data_of(query, world.as_ada)} == {None}
    assert {one["revision"] for one in data_of(query, world.as_ada)} == {None}
    own = data_of(query, world.staff(Permission.MANAGE_PROGRAMMES))
    assert all(one["config"] and one["revision"] for one in own)


def test_my_memberships(world: World) -> None:
    lamp = paid_order(
        line("l", 6000),
        order_id="o1",
        user_id=world.ada.user_id,
        saved=(("plan:plus", 799),),
    )
    act_on([lamp], now=NOON)
    found = mine(world)
    assert found["plus"]["startsAt"] == "2026-03-10T12:00:00Z"
    assert found["plus"]["endsAt"] == "2027-03-11T00:00:00Z"
    assert (found["plus"]["running"], found["plus"]["isTrial"]) == (True, False)
    assert found["plus"]["savings"] == [
        {
            "saved": {"currency": "USD", "amount": "7.99", "text": "$7.99"},
            "fee": {"amount": "0.00", "text": "$0.00"},
            "beyondFee": {"text": "$7.99"},
        }
    ]
    assert (found["vip"]["cancelledAt"], found["vip"]["savings"]) == ("2026-03-10T12:00:00Z", [])
    later = mine(world, now=NOON + 30 * DAY)
    assert (later["plus"]["running"], later["vip"]["running"]) == (True, False)
    assert data_of(MINE, world.as_eve, first=9) == {"memberships": [], "packPurchases": []}
    assert error_of(MINE, world.as_ada, first=0)[0] == "LIMIT_EXCEEDED"


def test_how_many_statements_it_takes_does_not_grow(
    world: World, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(12):
        assert len(mine(world)) >= 2


def test_a_trial_for_who_never_joined(world: World) -> None:
    query = operation("storefront/membership_trial")
    begun = data_of(query, world.as_eve, planId=plan_id("try"))["membership"]
    assert (begun["isTrial"], begun["endsAt"]) == (True, "2026-03-25T00:00:00Z")
    again = error_of(query, world.as_eve, planId=plan_id("try"))
    assert again == ("LIMIT_EXCEEDED", "You have had this membership before.")
    assert error_of(query, world.as_eve, planId=plan_id("plus"))[0] == "INVALID"
    assert error_of(query, world.as_eve, planId=plan_id("gone"))[0] == "NOT_FOUND"
    assert error_of(query, world.as_eve, planId="nonsense")[0] == "INVALID"


def test_refusals_are_in_the_members_language(world: World) -> None:
    Member.objects.filter(pk=world.ada.pk).update(language_code="zh-hans")
    query = operation("storefront/membership_trial")
    told = error_of(query, world.as_ada, planId=plan_id("plus"))
    assert told == ("INVALID", "此会员不支持免费试用。")


def test_cancel_and_resume(world: World) -> None:
    cancel, resume = (operation(f"storefront/membership_{act}") for act in ("cancel", "resume"))
    assert data_of(cancel, world.as_ada, id=RUNNING)["membership"]["cancelledAt"] is not None
    assert data_of(resume, world.as_ada, id=RUNNING)["membership"]["cancelledAt"] is None
    over = error_of(resume, world.as_ada, now=NOON + 40 * DAY, id=CANCELLED)
    assert over == ("INVALID", "This membership is over.")


@pytest.mark.parametrize("act", ["cancel", "resume"])
def test_nobody_learns_whether_there_is_another_membership(world: World, act: str) -> None:
    query = operation(f"storefront/membership_{act}")
    nobody = to_global("LoyaltyMembership", "00000000-0000-0000-0000-00000000dead")
    foreign = answer_to(query, world.as_bob, id=RUNNING)
    assert foreign == answer_to(query, world.as_bob, id=nobody)
    assert foreign["data"][f"loyaltyMembership{act.title()}"]["errors"][0]["code"] == "NOT_FOUND"


def give(world: World, **more: Any) -> dict[str, Any]:
    wanted = {"memberId": world.bob_id, "planId": plan_id(), "reason": "Sorry", "sourceKey": "k1"}
    return {
        "query": operation("dashboard/membership_give"),
        "viewer": world.as_admin,
        **wanted,
        **more,
    }


def test_staff_give_and_end(world: World) -> None:
    for _ in range(2):
        given = data_of(**give(world, months=1))["membership"]
        assert given["endsAt"] == "2026-04-11T00:00:00Z"
    ended = data_of(
        operation("dashboard/membership_end"),
        world.as_admin,
        now=NOON + DAY,
        id=given["id"],
        reason="Resold it",
    )
    assert ended["membership"]["endsAt"] == "2026-03-11T12:00:00Z"
    query = operation("dashboard/member_memberships")
    (found,) = data_of(query, world.as_admin, id=world.bob_id, first=9)["memberships"]
    (bought,) = found["purchases"]
    staff = f"user:{world.eve + 1}"
    assert (bought["reason"], bought["actor"], bought["months"]) == ("Sorry", staff, 1)
    assert (bought["endedReason"], bought["endedBy"]) == ("Resold it", staff)
    assert bought["endedAt"] == "2026-03-11T12:00:00Z"
    # The member reads why, not who.
    own = "{ loyaltyMe { memberships(first: 1) { purchases(first: 1) { reason actor endedBy } } } }"
    (seen,) = data_of(own, world.as_bob)["memberships"]
    assert seen["purchases"] == [{"reason": "Sorry", "actor": None, "endedBy": None}]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({}, "INVALID", "months"),
        ({"months": 1, "days": 1}, "INVALID", "months"),
        ({"months": 0}, "INVALID", "months"),
        ({"days": 9999}, "INVALID", "days"),
        ({"months": 1, "reason": " "}, "REQUIRED", "reason"),
        ({"months": 1, "sourceKey": ""}, "REQUIRED", "sourceKey"),
        ({"months": 1, "planId": plan_id("gone")}, "NOT_FOUND", "planId"),
        ({"months": 1, "memberId": plan_id()}, "INVALID", "memberId"),
    ],
)
def test_what_cannot_be_given(world: World, given: dict[str, Any], code: str, field: str) -> None:
    (error,) = data_of(**give(world, **given))["errors"]
    assert (error["code"], error["field"]) == (code, field)


def test_what_brought_it(world: World) -> None:
    order = order_of(world.bob, "V-month", order_id="o77", fee=990, quantity=2)
    act_on([order], now=NOON)
    back = order_of(world.bob, "V-month", order_id="o77", fee=990, quantity=2, cancelled=True)
    act_on([back], now=NOON + DAY)
    query = operation("dashboard/member_memberships")
    (found,) = data_of(query, world.as_admin, id=world.bob_id, first=9)["memberships"]
    (bought,) = found["purchases"]
    assert bought["orderNumber"] == "77"
    assert (bought["quantity"], bought["refundedQuantity"]) == (2, 2)
    assert (bought["fee"]["text"], bought["refunded"]["text"]) == ("$19.80", "$19.80")
    assert bought["refundedAt"] == "2026-03-11T12:00:00Z"


def test_an_edit_needs_what_was_read(world: World) -> None:
    update = operation("dashboard/plan_update")
    read = {one["slug"]: one for one in data_of(operation("dashboard/all_plans"), world.as_admin)}
    given = {"id": plan_id(), "revision": read["plus"]["revision"]}
    changed = data_of(update, world.as_admin, config={**PLUS, "trial_days": 3}, **given)
    assert changed["plan"]["revision"] != given["revision"]
    again = error_of(update, world.as_admin, config=PLUS, **given)
    assert again[0] == "CHANGED_MEANWHILE"


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"name": {}}, "name: Give it in one language at least"),
        ({"variants": {"V": {}}}, "variants.V: Give either months, days or a lifetime."),
        ({"variants": {"V": {"months": 1, "days": 1}}}, "Give either months, days or a lifetime"),
        ({"variants": {"V": {"months": "1"}}}, "variants.V.months"),
        ({"trial_days": 0}, "trial_days"),
        ({"refund": "never"}, "refund"),
        ({"renewal_url": "javascript:alert(1)"}, "renewal_url"),
        ({"benefits": [{"kind": "moon"}]}, "benefits.0"),
        ({"benefits": [{"kind": "samples"}, {"kind": "samples"}]}, "samples is given twice"),
        ({"price": 1}, "price"),
    ],
)
def test_a_plan_that_makes_no_sense(world: World, config: dict[str, Any], said: str) -> None:
    query = operation("dashboard/plan_create")
    code, message = error_of(query, world.as_admin, slug="new", config={**PLUS, **config})
    assert code == "INVALID"
    assert said in message


@pytest.mark.parametrize("kind", ["plan", "growth_pack"])
def test_slugs(world: World, kind: str) -> None:
    query = operation(f"dashboard/{kind}_create")
    config = PLUS if kind == "plan" else PACK
    taken = "plus" if kind == "plan" else "step"
    for slug in (taken, "no good", "ü"):
        assert error_of(query, world.as_admin, slug=slug, config=config)[0] == "INVALID"


def test_packs_and_what_is_left_of_them(world: World) -> None:
    (found,) = data_of(PACKS, world.as_ada)
    assert (found["growth"], found["bonusPoints"], found["variantIds"]) == (100, 10, ["V-pack"])
    assert (found["mostPieces"], found["mostPiecesPer"], found["piecesLeft"]) == (3, "MONTH", 3)
    act_on([order_of(world.ada, "V-pack", order_id="o88", quantity=2, fee=0)], now=NOON)
    assert [one["piecesLeft"] for one in data_of(PACKS, world.as_ada)] == [1]
    assert [one["piecesLeft"] for one in data_of(PACKS, world.as_ada, now=NOON + 22 * DAY)] == [3]
    assert [one["piecesLeft"] for one in data_of(PACKS)] == [None]
    assert [one["name"] for one in data_of(PACKS, languageCode="de")] == ["Eine Stufe hinauf"]
    (bought,) = data_of(MINE, world.as_ada, first=9)["packPurchases"]
    assert bought == {
        "pack": {"name": "A step up"},
        "orderNumber": "88",
        "paidAt": "2026-03-10T12:00:00Z",
        "quantity": 2,
        "growth": 200,
        "bonusPoints": 20,
    }
    unlimited = {**PACK, "limit": None}
    read = data_of(operation("dashboard/all_growth_packs"), world.as_admin)[0]["revision"]
    update = operation("dashboard/growth_pack_update")
    data_of(update, world.as_admin, id=pack_id(), config=unlimited, revision=read)
    (found,) = data_of(PACKS, world.as_ada)
    assert (found["mostPieces"], found["mostPiecesPer"], found["piecesLeft"]) == (None,) * 3


def test_whoever_sends_e_mails_asks_on_from_the_last_reminder(world: World) -> None:
    query = operation("dashboard/membership_reminders")
    staff = world.staff(Permission.MANAGE_MEMBERS)
    daily.run(now=NOON + 360 * DAY)
    found = data_of(query, staff, first=9)
    (edge,) = [one for one in found["edges"] if one["node"]["membership"]["plan"]["slug"] == "plus"]
    assert edge["node"]["member"]["email"] == world.ada.email
    assert (edge["node"]["daysBefore"], edge["node"]["endsAt"]) == (7, "2027-03-11T00:00:00Z")
    daily.run(now=NOON + 365 * DAY)
    after = found["pageInfo"]["endCursor"]
    new = data_of(query, staff, first=9, after=after)["edges"]
    assert ("plus", 1) in [
        (one["node"]["membership"]["plan"]["slug"], one["node"]["daysBefore"]) for one in new
    ]


def test_the_history_says_that_growth_was_bought() -> None:
    assert entry_text(EntryKind.EARN, "growth_pack", "77", "en") == "Bought with order 77"
    assert entry_text(EntryKind.EARN, "growth_pack", "77", "zh-hans") == "通过订单 77 购买"
