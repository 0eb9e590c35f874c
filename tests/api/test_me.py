"""One's own account: what is in it, and how few questions to the database that takes."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import Viewer
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.ledger.models import Account
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import USED_CHECKOUT, World
from tests.conftest import LADDER
from tests.flows.ladders import activated, buy, ladder_of, set_ladder, tier
from tests.shop import NOON


def test_balance_tier_and_progress_of_a_member(world: World) -> None:
    me = data_of(operation("storefront/me"), world.as_ada)

    assert me == {
        "id": world.ada_id,
        "email": "ada@example.com",
        "birthday": None,
        "languageCode": "en",
        "joinedAt": "2026-03-10T12:00:00Z",
        "tier": None,
        "progress": {
            "growth": 25,
            "nextTier": {"name": "Silver"},
            "growthNeeded": 75,
            "percent": 25,
            "text": "Still needed for Silver: 75 growth.",
            "keepUntil": None,
            "kept": True,
            "keepText": "",
        },
        "points": {
            "available": 600,
            "pending": 50,
            "held": 400,
            "debt": 0,
            "expiringPoints": 25,
            "expiringAt": "2027-03-02T00:00:00Z",
        },
    }


def test_balance_tier_and_progress_take_two_statements(world: World) -> None:
    with CaptureQueriesContext(connection) as asked:
        data_of(operation("storefront/me"), world.as_ada)
    assert len(asked) == 2, [query["sql"] for query in asked]


def test_two_members_are_as_cheap_as_twenty(world: World) -> None:
    query = operation("dashboard/members")
    with CaptureQueriesContext(connection) as few:
        assert len(data_of(query, world.as_admin, first=20)["edges"]) == 2
    Member.objects.bulk_create(
        Member(email=f"m{number}@example.com", guest=True, joined_at=NOON) for number in range(18)
    )
    with CaptureQueriesContext(connection) as many:
        assert len(data_of(query, world.as_admin, first=20)["edges"]) == 20
    assert len(few) == len(many) == 2


def test_a_customer_who_has_not_joined_sees_an_empty_account_and_nothing_is_written(
    world: World,
) -> None:
    before = Member.objects.count(), Account.objects.count()

    me = data_of(operation("storefront/me"), world.as_eve)

    assert (me["id"], me["joinedAt"], me["email"]) == (None, None, "eve@example.com")
    assert me["points"]["available"] == 0
    assert me["progress"]["nextTier"] == {"name": "Silver"}
    assert data_of(operation("storefront/expiries"), world.as_eve, first=1) == {
        "expiries": [],
        "holds": [],
    }
    page = data_of(operation("storefront/history"), world.as_eve, first=1)["history"]
    assert page == {"edges": [], "pageInfo": {"hasNextPage": False, "endCursor": None}}
    assert (Member.objects.count(), Account.objects.count()) == before


def test_nobody_and_a_user_the_shop_does_not_know_have_no_account(world: World) -> None:
    assert data_of(operation("storefront/me")) is None
    assert data_of(operation("storefront/me"), Viewer(user_id=987_654)) is None


def test_a_first_tier_for_everybody_is_that_of_a_customer_who_has_not_joined(
    world: World,
) -> None:
    everybody = {"slug": "bronze", "name": {"en": "Bronze"}, "everybody": True}
    activated({**LADDER, "tiers": [everybody, *LADDER["tiers"]]})
    assert data_of("{ loyaltyMe { tier { slug } } }", world.as_eve)["tier"] == {"slug": "bronze"}


@pytest.mark.parametrize(
    ("growth", "percent", "needed", "upcoming"),
    [(0, 25, 75, "Silver"), (74, 99, 1, "Silver"), (75, 20, 400, "Gold"), (274, 59, 201, "Gold")],
)
def test_progress_goes_from_one_tier_to_the_next(
    world: World, growth: int, percent: int, needed: int, upcoming: str
) -> None:
    """ada has 25 of it."""
    buy(world.ada, growth, "more", fulfilled_at=NOON)
    progress = data_of(operation("storefront/me"), world.as_ada)["progress"]
    assert (progress["percent"], progress["growthNeeded"]) == (percent, needed)
    assert progress["nextTier"] == {"name": upcoming}


def test_at_the_top_there_is_nothing_left_to_climb(world: World) -> None:
    buy(world.ada, 475, "more", fulfilled_at=NOON)
    progress = data_of(operation("storefront/me"), world.as_ada)["progress"]
    assert (progress["nextTier"], progress["growthNeeded"]) == (None, 0)
    assert (progress["percent"], progress["text"]) == (100, "")


def test_by_orders_of_a_year_it_takes_one_statement_more(world: World) -> None:
    set_ladder(ladder_of(tier("silver", 100), tier("gold", 500)))
    with CaptureQueriesContext(connection) as asked:
        me = data_of(operation("storefront/me"), world.as_ada)
    assert len(asked) == 3, [query["sql"] for query in asked]
    assert me["progress"]["text"] == "Still needed for Silver: purchases of $25.00."


def test_the_way_on_begins_at_what_was_given(world: World) -> None:
    """And says until when, without a further statement."""
    end = NOON + timedelta(days=30)
    set_tier(world.ada, "silver", reason="press", actor="user:9", until=end, now=NOON)
    with CaptureQueriesContext(connection) as asked:
        me = data_of(operation("storefront/tier_outlook"), world.as_ada)
    assert len(asked) == 2
    assert (me["tier"]["name"], me["tierUntil"]) == ("Silver", "2026-04-09T12:00:00Z")
    progress = me["progress"]
    assert (progress["nextTier"]["name"], progress["percent"]) == ("Gold", 5)
    assert progress["keepText"] == "Still needed until April 9, 2026 to keep Silver: 75 growth."
    assert [way["text"] for way in progress["waysToKeep"]] == ["75 growth"]


def test_what_the_points_are_worth(world: World) -> None:
    query = operation("storefront/worth")
    worth = data_of(query, world.as_ada, currency="USD", channel="web")["points"]["worth"]
    assert worth == {"currency": "USD", "amount": "6.00", "text": "$6.00"}
    # Points pay for nothing in yen here.
    assert data_of(query, world.as_ada, currency="JPY")["points"]["worth"] is None
    assert error_of(query, world.as_ada, currency="XXL")[0] == "CURRENCY_NOT_SUPPORTED"


def test_money_is_written_in_the_members_own_manner(world: World) -> None:
    Member.objects.filter(pk=world.ada.pk).update(language_code="de")
    worth = data_of(operation("storefront/worth"), world.as_ada, currency="USD")
    assert worth["points"]["worth"]["text"] == "6,00\xa0$"


def test_expiries_and_holds(world: World) -> None:
    found = data_of(operation("storefront/expiries"), world.as_ada, first=10)
    (hold,) = found["holds"]
    assert found["expiries"] == [{"points": 25, "expiresAt": "2027-03-02T00:00:00Z"}]
    assert hold["points"] == 400
    assert hold["amount"] == {"amount": "4.00", "currency": "USD", "text": "$4.00"}
    assert hold["expiresAt"] == "2026-03-10T13:00:00Z"
    assert hold["checkoutId"] == to_global("Checkout", USED_CHECKOUT)


def test_points_that_are_due_are_gone_before_any_sweep(world: World) -> None:
    adjust_points(world.bob, 5, reason="x", source="x", actor="x", now=NOON)
    later = datetime(2099, 1, 1, tzinfo=UTC)
    points = data_of(operation("storefront/me"), world.as_bob, now=later)["points"]
    # Given by hand they never expire.
    assert points["available"] == 5
    assert answer_to("{ loyaltyMe { id } }", world.as_bob, now=later)["data"]["loyaltyMe"]["id"]
