"""Extensions, reminders and coupons through the API."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.texts import entry_text
from saleor_loyalty.api.viewer import Permission
from saleor_loyalty.features.expiry.models import ExpiryConversion
from saleor_loyalty.flows import daily
from saleor_loyalty.ledger.models import Entry, EntryKind
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.shop import NOON

EXTEND, REMINDERS = operation("dashboard/points_extend"), operation("dashboard/expiry_reminders")
# When the 25 points that ada's fulfilled order brought are gone.
THE_END = datetime.fromisoformat("2027-03-02T00:00:00+00:00")


def extend(world: World, **given: Any) -> dict[str, Any]:
    wanted = {"memberId": world.ada_id, "reason": "Sorry", "sourceKey": "k1", **given}
    return {"query": EXTEND, "viewer": world.as_admin, **wanted}


def test_staff_let_points_live_longer_and_the_member_reads_why(world: World) -> None:
    wanted = extend(world, until="2028-01-01T00:00:00Z", expiringBefore="2027-12-01T00:00:00Z")
    first, again = data_of(**wanted), data_of(**wanted)
    assert first == again
    assert first["entry"]["text"] == "Expires later"
    assert first["entry"]["note"] == "Sorry"
    assert first["member"]["points"]["expiringAt"] == "2028-01-01T00:00:00Z"
    history = data_of(operation("storefront/history"), world.as_ada, first=1, unit="POINTS")[
        "history"
    ]["edges"][0]["node"]
    assert (history["kind"], history["reason"], history["points"]) == ("EXTEND", "extended", 0)


def test_one_entry_for_good(world: World) -> None:
    entry = Entry.objects.filter(kind=1, available=25).order_by("account_id").first()
    assert entry is not None
    given = {"forGood": True, "entryId": to_global("LoyaltyHistoryEntry", entry.key)}
    found = data_of(**extend(world, **given))
    assert found["member"]["points"]["expiringAt"] is None


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({}, "REQUIRED", "until"),
        ({"until": "2030-01-01T00:00:00Z", "forGood": True}, "REQUIRED", "until"),
        ({"until": "2026-01-01T00:00:00Z"}, "INVALID", "until"),
        ({"until": "2027-01-01T00:00:00Z"}, "INVALID", None),
        ({"forGood": True, "reason": " "}, "REQUIRED", "reason"),
        ({"forGood": True, "sourceKey": ""}, "REQUIRED", "sourceKey"),
        ({"forGood": True, "entryId": "nonsense"}, "INVALID", "entryId"),
        (
            {"forGood": True, "entryId": "x", "expiringBefore": "2030-01-01T00:00:00Z"},
            "INVALID",
            "entryId",
        ),
        (
            {
                "forGood": True,
                "entryId": to_global("LoyaltyHistoryEntry", "00000000-0000-0000-0000-00000000dead"),
            },
            "NOT_FOUND",
            "entryId",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(
    world: World, given: dict[str, Any], code: str, field: str | None
) -> None:
    (error,) = data_of(**extend(world, **given))["errors"]
    assert (error["code"], error["field"]) == (code, field)


def test_whoever_sends_e_mails_asks_on_from_the_last_reminder(world: World) -> None:
    daily.run(now=THE_END - timedelta(days=7))
    staff = world.staff(Permission.MANAGE_MEMBERS)
    page = data_of(REMINDERS, staff, first=1)
    (edge,) = page["edges"]
    assert edge["node"]["member"]["email"] == world.ada.email
    assert (edge["node"]["points"], edge["node"]["daysBefore"]) == (25, 7)
    assert edge["node"]["expiresAt"] == "2027-03-02T00:00:00Z"
    assert not page["pageInfo"]["hasNextPage"]
    daily.run(now=THE_END - timedelta(days=1))
    after = page["pageInfo"]["endCursor"]
    (new,) = data_of(REMINDERS, staff, first=9, after=after)["edges"]
    assert new["node"]["daysBefore"] == 1
    assert error_of(REMINDERS, staff, first=1, after="nonsense")[0] == "INVALID"


def test_a_member_sees_their_own_coupons(world: World) -> None:
    given = {"points": 25, "value": 1750, "currency": "USD", "valid_until": NOON}
    for number, code in enumerate(("", "C-1")):
        ExpiryConversion.objects.create(
            account_id=1, entry_seq=number, member=world.ada, code=code, **given
        )
    query = operation("storefront/conversions")
    first, second = data_of(query, world.as_ada, first=9)["conversions"]
    assert (first["code"], second["code"]) == ("C-1", None)
    assert (first["points"], first["amount"]["text"]) == (25, "$17.50")
    assert first["validUntil"] == "2026-03-10T12:00:00Z"
    assert data_of(query, world.as_bob, first=9)["conversions"] == []
    assert data_of(query, world.as_eve, first=9)["conversions"] == []


def test_the_history_says_that_nothing_happened_for_too_long() -> None:
    text = entry_text(EntryKind.EXPIRE, "inactive", "", "en")
    assert text == "Expired after a long time without activity"
