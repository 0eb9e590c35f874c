"""Benefits as members and staff see them."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.viewer import ANONYMOUS
from saleor_loyalty.features.benefits.models import BenefitUse, PartnerCode
from saleor_loyalty.flows.outbox import work_outbox
from tests.api import benefits
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import World
from tests.flows.perks import ladder, put_in
from tests.shop import NOON

CLUB_ONLY = {"productId": "p1", "collectionIds": ["club"]}


def mine(world: World, **more: Any) -> Any:
    return data_of(operation("storefront/benefits"), world.as_ada, gifts=10, **more)


def access(world: World, *products: dict[str, Any], **more: Any) -> Any:
    asked = {"products": list(products), **more}
    return data_of(operation("storefront/product_access"), world.as_bob, **asked)


def test_what_a_member_has(world: World) -> None:
    found = [one for one in mine(world)["benefits"] if one["holderName"] == "Club"]
    assert [one["slug"] for one in found] == [
        benefits.RETURNS,
        benefits.CINEMA,
        "club.coupons",
        "club.contact",
        "club.members_only",
    ]
    assert found[0] == {
        "kind": "FREE_RETURNS",
        "slug": "club.free_returns",
        "holderName": "Club",
        "name": "Free returns",
        "description": "",
        "details": {"quota": 3, "per": "year"},
        "quota": {"allowed": 3, "used": 1, "left": 2, "periodEndsAt": "2027-01-01T00:00:00Z"},
    }
    # Without a name of the merchant's.
    assert (found[1]["name"], found[1]["quota"]) == ("Partner benefit", None)
    assert found[3]["details"]["email"] == "club@example.com"


def test_in_the_members_language(world: World) -> None:
    world.ada.language_code = "de"
    world.ada.save()
    assert mine(world)["benefits"][0]["name"] == "Kostenlose Rücksendung"


def test_who_has_nothing(world: World) -> None:
    empty = {"benefits": [], "gifts": []}
    query = operation("storefront/benefits")
    assert data_of(query, world.as_bob, gifts=10) == empty
    assert data_of(query, world.as_eve, gifts=10) == empty
    assert data_of(query, ANONYMOUS, gifts=10) is None


def test_a_coupon_is_due_and_then_given(world: World) -> None:
    (gift,) = mine(world)["gifts"]
    assert (gift["kind"], gift["state"], gift["code"]) == ("COUPONS", "DUE", None)
    assert gift["amount"] == {"text": "$5.00"}
    asked = {"first": 10, "state": "DUE"}
    due = data_of(operation("dashboard/benefit_gifts"), world.as_admin, **asked)
    assert [edge["node"]["gift"]["id"] for edge in due["edges"]] == [gift["id"]]
    work_outbox(now=NOON.replace(year=2100))
    (gift,) = mine(world)["gifts"]
    assert gift["state"] == "GIVEN"
    assert gift["code"] in world.shop.coupons
    after = data_of(operation("dashboard/benefit_gifts"), world.as_admin, **asked)
    assert after["edges"] == []


def test_a_code_is_claimed_and_the_next_one_waited_for(world: World) -> None:
    claim = operation("storefront/benefit_claim")
    for _ in range(2):
        answer = data_of(claim, world.as_ada, slug=benefits.CINEMA)
        assert answer["gift"] == {
            "name": "Partner benefit",
            "state": "GIVEN",
            "code": "A1",
            "validUntil": None,
        }
    ladder(gold=[{"kind": "partner_codes", "slug": "zoo", "code_list": "zoo"}])
    put_in(world.bob, "gold")
    waiting = data_of(claim, world.as_bob, slug="zoo")["gift"]
    assert (waiting["state"], waiting["code"]) == ("NOTHING_LEFT", None)
    made = data_of(
        operation("dashboard/code_list_create"), world.as_admin, slug="zoo", name={"en": "Zoo"}
    )
    lists = data_of(operation("dashboard/code_lists"), world.as_admin)
    assert [(one["slug"], one["empty"], one["stock"]["waiting"]) for one in lists] == [
        ("cinema", False, 0),
        ("zoo", True, 1),
    ]
    answer = data_of(
        operation("dashboard/code_list_upload"),
        world.as_admin,
        id=made["codeList"]["id"],
        codes="Z1\nZ1\n\nZ2\n" + "x" * 256,
    )
    assert answer["upload"] == {
        "added": 2,
        "repeated": 1,
        "known": 0,
        "refused": 1,
        "bad": [{"line": 5, "why": "longer than 255 characters"}],
        "served": 1,
    }
    assert answer["codeList"]["stock"] == {"free": 1, "waiting": 0}
    assert data_of(claim, world.as_bob, slug="zoo")["gift"]["code"] == "Z1"


def test_staff_use_one_up_and_give_it_back(world: World) -> None:
    use_up = operation("dashboard/benefit_use_up")
    for _ in range(2):
        answer = data_of(use_up, world.as_admin, **benefits.use_up(world.ada_id))
        left = {one["slug"]: one["left"] for one in answer["quotas"]}
        assert left == {benefits.RETURNS: 1, "plus.free_shipping": None}
    uses = data_of(operation("dashboard/benefit_uses"), world.as_admin, first=10)["edges"]
    assert [(one["node"]["orderId"], one["node"]["note"]) for one in uses] == [
        ("o1002", "Too small"),
        ("o1001", "Torn"),
    ]
    undo = operation("dashboard/benefit_use_undo")
    undone = data_of(undo, world.as_admin, id=uses[0]["node"]["id"])["use"]
    assert undone["undoneBy"] == world.as_admin.actor
    found = data_of(operation("dashboard/quotas"), world.as_admin, memberId=world.ada_id)
    assert [(one["slug"], one["used"], one["left"]) for one in found] == [
        (benefits.RETURNS, 1, 2),
        ("plus.free_shipping", 0, None),
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"quantity": 3}, "LIMIT_EXCEEDED"),
        ({"quantity": 0}, "INVALID"),
        ({"slug": "free_returns"}, "NOT_FOUND"),
        ({"slug": ""}, "REQUIRED"),
        ({"note": "x" * 501}, "INVALID"),
        ({"sourceKey": " "}, "REQUIRED"),
    ],
)
def test_refused_and_nothing_written(world: World, given: dict[str, Any], code: str) -> None:
    wanted = {**benefits.use_up(world.ada_id), **given}
    query = operation("dashboard/benefit_use_up")
    assert error_of(query, world.as_admin, **wanted)[0] == code
    assert BenefitUse.objects.count() == 1


def test_refusals_about_codes(world: World) -> None:
    upload = operation("dashboard/code_list_upload")
    many = "\n" * 10_001
    asked = [{"codes": many}, {"codes": "C3", "validUntil": "2026-03-10T12:00:00Z"}]
    codes = [error_of(upload, world.as_admin, id=benefits.LIST, **one)[0] for one in asked]
    assert codes == ["LIMIT_EXCEEDED", "INVALID"]
    assert error_of(upload, world.as_admin, id="nothing", codes="C3")[0] == "INVALID"
    create = operation("dashboard/code_list_create")
    named = {"slug": "zoo", "name": {"en": "Zoo"}}
    wrong = [{"slug": "a b"}, {"slug": "cinema"}, {"name": {}}, {"name": {"xx-yy": "Zoo"}}]
    for one in wrong:
        assert error_of(create, world.as_admin, **{**named, **one})[0] == "INVALID"
    assert PartnerCode.objects.count() == 2


def test_what_only_some_may_buy(world: World) -> None:
    (closed, free) = access(world, CLUB_ONLY, {"productId": "p2", "variantId": "v2"})
    assert closed == {
        "productId": "p1",
        "variantId": None,
        "allowed": False,
        "opensAt": None,
        "reservedFor": ["Club"],
        "text": "Only for: Club",
    }
    assert (free["variantId"], free["allowed"], free["text"]) == ("v2", True, None)
    query = operation("storefront/product_access")
    assert data_of(query, world.as_ada, products=[CLUB_ONLY])[0]["allowed"]
    assert not data_of(query, ANONYMOUS, products=[CLUB_ONLY])[0]["allowed"]


def test_from_when_a_product_may_be_bought(world: World) -> None:
    ladder(gold=[{"kind": "early_access", "hours": 48}])
    came = NOON - timedelta(hours=1)
    (found,) = access(world, {"productId": "new", "publishedAt": came.isoformat()})
    assert (found["allowed"], found["opensAt"]) == (False, "2026-03-12T11:00:00Z")
    assert found["text"] == "On sale from March 12, 2026, earlier for: Gold"
    put_in(world.bob, "gold")
    assert access(world, {"productId": "new", "publishedAt": came.isoformat()})[0]["allowed"]


def test_what_a_tier_gives_is_for_everybody_to_see_but_not_its_telephone(world: World) -> None:
    contact = {"kind": "contact", "phone": "+1 555 0100", "hours": {"en": "9 to 18"}}
    ladder(gold=[contact, {"kind": "price_off", "basis_points": 500}])
    (gold,) = data_of("{ loyaltyTiers { benefits { kind details } } }")
    off = {"basis_points": 500, "sale_policy": "best_of"}
    goods = {name: [] for name in ("products", "variants", "categories", "collections")}
    assert gold["benefits"] == [
        {"kind": "CONTACT", "details": {}},
        {"kind": "PRICE_OFF", "details": {**off, **goods}},
    ]


def test_too_many_products(world: World) -> None:
    query = operation("storefront/product_access")
    ids = [str(number) for number in range(101)]
    for products in ([{"productId": one} for one in ids], [{"productId": "1", "categoryIds": ids}]):
        answer = answer_to(query, products=products)
        assert answer["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
