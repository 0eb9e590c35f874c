"""Lotteries, flash sales and group buys by GraphQL: what is shown to whom, what is refused."""

import json
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.features.lottery.models import Lottery
from saleor_loyalty.flows.lotteries import close_lottery
from tests.api import play_world
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import CHECKOUT, World
from tests.flows.balances import sums
from tests.flows.lottery import SEED


def lottery(slug: str, viewer: Any) -> Any:
    given = {"id": to_global("LoyaltyLottery", slug), "first": 9}
    return data_of(operation("storefront/lottery"), viewer, **given)


def nodes(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in page["edges"]]


def listed(name: str, viewer: Any, **given: Any) -> list[str]:
    """Slugs of all pages, one a page."""
    slugs: list[str] = []
    after, more = None, True
    while more:
        page = data_of(operation(name), viewer, **{"first": 1, "after": after, **given})
        slugs += [node["slug"] for node in nodes(page)]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return slugs


def test_the_seed_is_nobodys_before_the_draw(world: World) -> None:
    """Nor is it in anything that staff are shown."""
    for viewer in (world.as_ada, world.as_admin):
        found = lottery("autumn", viewer)
        assert found["seed"] is None
        assert found["commitment"] == Lottery.objects.get(slug="autumn").commitment
    shown = answer_to(operation("dashboard/all_lotteries"), world.as_admin, first=9)
    undrawn = [
        edge["node"]
        for edge in shown["data"]["loyaltyLotteries"]["edges"]
        if edge["node"]["state"] != "DRAWN"
    ]
    assert SEED.hex() not in json.dumps(undrawn)
    assert lottery("winter", world.as_ada)["seed"] == SEED.hex()


def test_a_draft_is_for_staff(world: World) -> None:
    assert lottery("summer", world.as_ada) is None
    shown = data_of(operation("storefront/lotteries"), world.as_ada, first=9)
    assert [edge["node"]["slug"] for edge in shown["edges"]] == ["autumn", "spring", "winter"]
    query = "{ loyaltyLotteries(first: 9, all: true) { edges { node { slug } } } }"
    assert "errors" in answer_to(query, world.as_ada)
    assert len(data_of(query, world.as_admin)["edges"]) == 4


def test_staff_see_a_draft_and_who_won_what(world: World) -> None:
    query = operation("dashboard/lottery")
    draft = data_of(query, world.as_admin, **play_world.lottery("summer", first=9)(None))
    assert (draft["state"], draft["wins"]["edges"]) == ("DRAFT", [])
    drawn = play_world.lottery("winter", first=9)(None)
    (edge,) = data_of(query, world.as_admin, **drawn)["wins"]["edges"]
    assert edge["node"]["winner"]["email"] == world.ada.email
    assert (edge["node"]["prize"], edge["node"]["state"]) == ("bike", "DUE")
    handed = {"id": play_world.WIN, "code": "B-1"}
    data_of(operation("dashboard/lottery_prize_hand_over"), world.as_admin, **handed)
    (edge,) = data_of(query, world.as_admin, **drawn)["wins"]["edges"]
    assert (edge["node"]["state"], edge["node"]["code"]) == ("GIVEN", "B-1")
    assert edge["node"]["givenBy"] == world.as_admin.actor
    assert data_of(query, world.as_ada, **drawn)["wins"] is None


def test_staff_find_groups_by_offer_and_link(world: World) -> None:
    query = operation("dashboard/groups")

    def found(**more: Any) -> list[tuple[str, list[str]]]:
        page = data_of(query, world.as_admin, first=9, **more)
        groups = [edge["node"] for edge in page["edges"]]
        return [
            (group["offer"]["name"], [seat["member"]["email"] for seat in group["seats"]])
            for group in groups
        ]

    assert sorted(found()) == [("Tea", [world.ada.email]), ("Tea", [world.bob.email])]
    assert found(code=play_world.CODE) == [("Tea", [world.bob.email])]
    assert found(code="nowhere") == []
    coffee = to_global("LoyaltyGroupOffer", "coffee")
    assert found(offerId=coffee) == [("Tea", [world.ada.email])]
    assert found(offerId=coffee, state="FULL") == []


def test_tickets_and_wins_are_ones_own_but_the_list_is_everybodys(world: World) -> None:
    (ticket,) = lottery("winter", world.as_ada)["myTickets"]
    assert (ticket["number"], ticket["win"]["prize"]) == (1, "bike")
    assert lottery("winter", world.as_bob)["myTickets"] == []
    listed = data_of(operation("storefront/lottery_tickets"), **play_world.LIST(None))
    (edge,) = listed["edges"]
    assert edge["node"] == {
        "number": 1,
        "publicId": ticket["publicId"],
        "prize": "bike",
        "piece": 0,
    }
    spring = {"lotteryId": to_global("LoyaltyLottery", "spring"), "first": 9}
    assert data_of(operation("storefront/lottery_tickets"), **spring)["edges"] == []


def test_tickets_are_bought_once(world: World) -> None:
    before = sums(world.ada)[0]
    buy = operation("storefront/lottery_tickets_buy")
    first = data_of(buy, world.as_ada, **play_world.TICKETS(None))
    assert [ticket["number"] for ticket in first["tickets"]] == [1, 2]
    assert data_of(buy, world.as_ada, **play_world.TICKETS(None)) == first
    assert sums(world.ada)[0] == before - 10
    other = {**play_world.TICKETS(None), "count": 3}
    assert error_of(buy, world.as_ada, **other)[0] == "SOURCE_KEY_CONFLICT"
    assert error_of(buy, world.as_bob, **play_world.TICKETS(None))[0] == "NOT_ENOUGH_POINTS"
    close_lottery("spring")
    late = {**play_world.TICKETS(None), "sourceKey": "k2"}
    assert error_of(buy, world.as_ada, **late)[0] == "PROGRAMME_NOT_ACTIVE"
    assert sums(world.ada)[0] == before - 10


@pytest.mark.parametrize(
    "change",
    [
        {"name": {}},
        {"ticket_points": -1},
        {"ticket_points": 1.5},
        {"prizes": []},
        {"prizes": [{"slug": "a", "kind": "boat", "stock": 1}]},
        {"prizes": [{"slug": "a", "kind": "by_hand", "stock": 0}]},
        {"prizes": [{"slug": "a", "kind": "by_hand", "stock": 1}] * 2},
        {"prizes": [{"slug": "a", "kind": "by_hand", "stock": 1, "odds": {"wins": 2, "of": 2}}]},
        {"unknown": 1},
    ],
)
def test_a_lottery_that_cannot_be_is_refused(world: World, change: dict[str, Any]) -> None:
    given = {"slug": "new", **play_world.WINDOW, "config": {**play_world.LOTTERY, **change}}
    code, _ = error_of(operation("dashboard/lottery_create"), world.as_admin, **given)
    assert code == "INVALID"
    assert Lottery.objects.count() == 4


def test_a_slug_is_taken_once_and_a_window_has_a_length(world: World) -> None:
    create = operation("dashboard/lottery_create")
    given = {**play_world.WINDOW, "config": play_world.LOTTERY}
    assert error_of(create, world.as_admin, slug="spring", **given)[0] == "INVALID"
    backwards = {**given, "closesAt": given["opensAt"]}
    assert error_of(create, world.as_admin, slug="new", **backwards)[0] == "INVALID"
    assert Lottery.objects.count() == 4


def test_members_see_neither_configs_nor_each_other(world: World) -> None:
    query = """{
      loyaltyFlashSales(first: 9) {
        edges { node { config revision items { left prices { amount } } } }
      }
      loyaltyGroupOffers(first: 9) { edges { node { config revision } } }
    }"""
    found = answer_to(query, world.as_ada)["data"]
    (sale,) = nodes(found["loyaltyFlashSales"])
    assert (sale["config"], sale["revision"]) == (None, None)
    assert sale["items"] == [{"left": None, "prices": [{"amount": "7.00"}]}]
    assert nodes(found["loyaltyGroupOffers"]) == [{"config": None, "revision": None}] * 2
    mine = data_of(operation("storefront/group_seats"), world.as_ada, first=9)["edges"]
    assert [edge["node"]["id"] for edge in mine] == [play_world.SEAT]
    for name, given in (
        ("group_leave", play_world.LEAVE(None)),
        ("group_checkout", play_world.checkout(CHECKOUT)(None)),
    ):
        assert error_of(operation(f"storefront/{name}"), world.as_bob, **given)[0] == "NOT_FOUND"
    assert Seat.objects.get(public_id=play_world.SEAT_ID).state == "reserved"


def test_a_group_by_its_link(world: World) -> None:
    seat = data_of(operation("storefront/group_join"), world.as_ada, **play_world.JOIN(None))
    assert (seat["seat"]["state"], seat["seat"]["group"]["taken"]) == ("RESERVED", 2)
    group = data_of(operation("storefront/group"), **play_world.JOIN(None))
    assert (group["size"], group["taken"], group["paid"]) == (3, 2, 0)
    assert data_of(operation("storefront/group"), code="nowhere") is None
    nowhere = error_of(operation("storefront/group_join"), world.as_ada, code="nowhere")
    assert nowhere[0] == "NOT_FOUND"
    assert Group.objects.get(code=play_world.CODE).taken == 2


def test_the_checkout_has_the_pieces_at_the_groups_price(world: World) -> None:
    given = play_world.checkout(CHECKOUT)(None)
    found = data_of(operation("storefront/group_checkout"), world.as_ada, **given)
    assert found["seat"]["checkoutId"] == CHECKOUT
    line = world.shop.checkouts[CHECKOUT].lines[-1]
    assert (line.variant_id, line.quantity, line.gross) == ("v1", 1, 900)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("storefront/lottery_tickets_buy", {"lotteryId": "x", "count": 1, "sourceKey": "k"}),
        ("storefront/group_leave", {"seatId": "x"}),
        ("storefront/group_open", {"offerId": "x", "sourceKey": "k"}),
        ("storefront/group_checkout", {"seatId": play_world.SEAT, "checkoutId": "x"}),
        ("dashboard/lottery_draw", {"id": "x"}),
        ("dashboard/lottery_prize_hand_over", {"id": to_global("LoyaltyLotteryWin", "a:b:c")}),
    ],
)
def test_ids_of_something_else_are_refused(world: World, name: str, given: dict[str, Any]) -> None:
    viewer = world.as_admin if name.startswith("dashboard") else world.as_ada
    assert error_of(operation(name), viewer, **given)[0] == "INVALID"
