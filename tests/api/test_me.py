"""One's own account: what is in it, and how few questions to the database that takes."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.types.progress import progress_of
from saleor_loyalty.api.viewer import Viewer
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import Tier
from saleor_loyalty.features.tiers.read import ladder, reached
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.ledger.models import Account
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import USED_CHECKOUT, World
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
            "nextTier": {"name": "Silver", "growthFrom": 100},
            "growthNeeded": 75,
            "percent": 25,
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
    assert me["progress"]["nextTier"] == {"name": "Silver", "growthFrom": 100}
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
    Tier.objects.create(slug="bronze", name="Bronze", rank=0, growth_from=0)
    assert data_of("{ loyaltyMe { tier { slug } } }", world.as_eve)["tier"] == {"slug": "bronze"}


@pytest.mark.parametrize(
    ("growth", "percent", "needed", "upcoming"),
    [(0, 0, 100, "silver"), (99, 99, 1, "silver"), (100, 0, 400, "gold"), (300, 50, 200, "gold")],
)
def test_progress_goes_from_one_tier_to_the_next(
    world: World, growth: int, percent: int, needed: int, upcoming: str
) -> None:
    tiers = ladder()
    found = progress_of(reached(tiers, growth), growth, tiers)

    assert (found.percent, found.growth_needed) == (percent, needed)
    assert found.next_tier is not None
    assert found.next_tier.slug == upcoming


def test_at_the_top_there_is_nothing_left_to_climb(world: World) -> None:
    found = progress_of(reached(ladder(), 500), 500, ladder())
    assert (found.next_tier, found.growth_needed, found.percent) == (None, 0, 100)


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
