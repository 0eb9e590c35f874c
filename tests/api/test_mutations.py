"""What may be changed through the API, and what a refusal leaves as it was."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.events.models import InboxFact, OutboxEffect, WorkStatus
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import TierMove
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.ledger.models import Entry
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import EFFECT, FACT, USED_CHECKOUT, World
from tests.flows.balances import sums
from tests.shop import NOON

ADJUST = operation("dashboard/points_adjust")
UPDATE_OWN = operation("storefront/member_update")
UPDATE = operation("dashboard/member_update")
SET_TIER = operation("dashboard/member_set_tier")
RELEASE = operation("storefront/checkout_points_release")
REPLAY = operation("dashboard/dead_letter_replay")


def adjust(world: World, **changes: Any) -> dict[str, Any]:
    return {
        "memberId": world.bob_id,
        "points": 100,
        "reason": "A present 🎁",
        "sourceKey": "gift-1",
        **changes,
    }


def test_points_given_and_taken(world: World) -> None:
    given = data_of(ADJUST, world.as_admin, **adjust(world))
    assert given["errors"] == []
    assert given["entry"]["balanceAfter"] == 100
    assert given["member"]["points"] == {"available": 100}
    taken = data_of(ADJUST, world.as_admin, **adjust(world, points=-30, sourceKey="gift-2"))
    assert taken["member"]["points"] == {"available": 70}
    entry = Entry.objects.order_by("-seq").filter(key__isnull=False, source="adjust:gift-2").get()
    assert entry.data["actor"] == world.as_admin.actor


def test_a_second_click_answers_as_the_first_and_changes_nothing(world: World) -> None:
    first = data_of(ADJUST, world.as_admin, **adjust(world))
    assert data_of(ADJUST, world.as_admin, **adjust(world)) == first
    code, _ = error_of(ADJUST, world.as_admin, **adjust(world, points=101))
    assert code == "SOURCE_KEY_CONFLICT"
    assert sums(world.bob) == (100, 0, 0, 0)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"points": 0}, "INVALID", "points"),
        ({"points": 1_000_000_000_001}, "INVALID", "points"),
        ({"points": -1_000_000_000_001}, "INVALID", "points"),
        ({"points": -1}, "NOT_ENOUGH_POINTS", None),
        ({"reason": ""}, "REQUIRED", "reason"),
        ({"reason": " \t "}, "REQUIRED", "reason"),
        ({"reason": "x" * 10_000}, "INVALID", "reason"),
        ({"reason": "a\x00b"}, "INVALID", "reason"),
        ({"reason": "a\ud800b"}, "INVALID", "reason"),
        ({"reason": "a\x1bb"}, "INVALID", "reason"),
        ({"sourceKey": ""}, "REQUIRED", "sourceKey"),
        ({"sourceKey": "k" * 101}, "INVALID", "sourceKey"),
        ({"memberId": "1"}, "INVALID", "memberId"),
        (
            {"memberId": to_global("LoyaltyMember", "00000000-0000-0000-0000-00000000dead")},
            "NOT_FOUND",
            "memberId",
        ),
        ({"memberId": to_global("User", "1")}, "INVALID", "memberId"),
    ],
)
def test_an_adjustment_refused(
    world: World, changes: dict[str, Any], code: str, field: str | None
) -> None:
    before = Entry.objects.count()
    answer = data_of(ADJUST, world.as_admin, **adjust(world, **changes))
    (error,) = answer["errors"]
    assert (error["code"], error["field"]) == (code, field)
    assert error["message"]
    assert answer["member"] is None
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("query", "given"),
    [
        (ADJUST, {"points": 1, "sourceKey": "k"}),
        (SET_TIER, {"tierId": to_global("LoyaltyTier", "gold")}),
        (UPDATE, {"input": {"languageCode": "fr"}}),
    ],
)
def test_a_member_who_is_part_of_another_is_closed(
    world: World, query: str, given: dict[str, Any]
) -> None:
    merge_members(world.bob, world.ada, now=NOON, actor="user:9")
    named = {"id": world.bob_id} if query == UPDATE else {"memberId": world.bob_id, "reason": "x"}
    assert error_of(query, world.as_admin, **named, **given)[0] == "MEMBER_CLOSED"


@pytest.mark.parametrize("points", [1.5, "5", True, 2**53, 10**40, None, [5], {}])
def test_points_are_whole_numbers(world: World, points: object) -> None:
    before = Entry.objects.count()
    code, message = error_of(ADJUST, world.as_admin, **adjust(world, points=points))
    assert code == "VALIDATION"
    assert "LoyaltyInteger" in message
    assert Entry.objects.count() == before


@pytest.mark.parametrize("points", ["1.5", '"5"', "true", "9" * 30, "1e3"])
def test_points_are_whole_numbers_in_the_query_too(world: World, points: str) -> None:
    query = f"""mutation {{ loyaltyPointsAdjust(memberId: "{world.bob_id}", points: {points},
        reason: "x", sourceKey: "x") {{ errors {{ code }} }} }}"""
    assert error_of(query, world.as_admin)[0] == "VALIDATION"


def test_joining_twice_is_joining_once(world: World) -> None:
    query = operation("storefront/member_join")
    joined = data_of(query, world.as_eve)["member"]
    assert joined["email"] == "eve@example.com"
    assert joined["joinedAt"] == "2026-03-10T12:00:00Z"
    later = NOON + timedelta(days=1)
    assert data_of(query, world.as_eve, now=later)["member"] == joined


def test_joining_brings_what_was_earned_as_a_guest(world: World) -> None:
    from saleor_loyalty.flows.order_changed import act_on
    from tests.shop import line, paid_order

    order = paid_order(
        line("a", 4200), order_id="o5", user_id=None, email="Eve@Example.com", fulfilled_at=NOON
    )
    act_on([order], now=NOON)
    data_of(operation("storefront/member_join"), world.as_eve)
    points = data_of("{ loyaltyMe { points { available } } }", world.as_eve)["points"]
    assert points == {"available": 42}


def test_a_member_sets_the_birthday_once_and_the_language_as_often_as_they_like(
    world: World,
) -> None:
    born = {"birthday": "1990-12-31", "languageCode": "pt_BR"}
    member = data_of(UPDATE_OWN, world.as_ada, input=born)["member"]
    assert (member["birthday"], member["languageCode"]) == ("1990-12-31", "pt-br")
    # The same again is no change.
    assert data_of(UPDATE_OWN, world.as_ada, input=born)["errors"] == []
    for other in ("1991-01-01", None):
        code, _ = error_of(
            UPDATE_OWN, world.as_ada, input={"birthday": other, "languageCode": "fr"}
        )
        assert code == "FORBIDDEN"
    member = data_of(UPDATE_OWN, world.as_ada, input={"languageCode": "zh-Hans"})["member"]
    assert (member["birthday"], member["languageCode"]) == ("1990-12-31", "zh-hans")


def test_staff_correct_and_clear_a_birthday(world: World) -> None:
    for given in ("1990-12-31", "1991-01-01", None):
        answer = data_of(UPDATE, world.as_admin, id=world.ada_id, input={"birthday": given})
        assert answer["member"]["birthday"] == given
    # What is left out stays as it is.
    Member.objects.filter(pk=world.ada.pk).update(birthday="1990-12-31")
    answer = data_of(UPDATE, world.as_admin, id=world.ada_id, input={"languageCode": "fr"})
    assert answer["member"]["birthday"] == "1990-12-31"


def test_who_updates_before_joining_joins(world: World) -> None:
    answer = data_of(UPDATE_OWN, world.as_eve, input={"birthday": "2000-02-29"})
    assert answer["member"]["birthday"] == "2000-02-29"
    assert Member.objects.get(user_id=world.eve).birthday


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"birthday": "2026-03-11"}, "INVALID", "birthday"),
        ({"birthday": "1850-01-01"}, "INVALID", "birthday"),
        ({"languageCode": ""}, "REQUIRED", "languageCode"),
        ({"languageCode": None}, "REQUIRED", "languageCode"),
        ({"languageCode": "klingon"}, "INVALID", "languageCode"),
        ({"languageCode": "../../etc"}, "INVALID", "languageCode"),
        ({"languageCode": "e" * 10_000}, "INVALID", "languageCode"),
        ({"languageCode": "en\x00"}, "INVALID", "languageCode"),
    ],
)
def test_an_update_refused(world: World, given: dict[str, Any], code: str, field: str) -> None:
    """Also for one who has not joined: a refusal makes nobody a member."""
    answer = data_of(UPDATE_OWN, world.as_eve, input=given)
    (error,) = answer["errors"]
    assert (error["code"], error["field"]) == (code, field)
    assert not Member.objects.filter(user_id=world.eve).exists()


@pytest.mark.parametrize(
    "birthday", ["31.12.1990", "1990-02-30", "1990-W01-1", "19901231", 19901231, "1990-12-31T00Z"]
)
def test_a_birthday_is_a_day(world: World, birthday: object) -> None:
    code, message = error_of(UPDATE_OWN, world.as_ada, input={"birthday": birthday})
    assert code == "VALIDATION"
    assert "LoyaltyDate" in message


def test_a_tier_by_hand_until_a_moment_and_back_to_growth(world: World) -> None:
    gold = to_global("LoyaltyTier", "gold")
    given = {"memberId": world.ada_id, "reason": "A friend of the house"}
    until = "2026-12-31T23:00:00+01:00"
    member = data_of(SET_TIER, world.as_admin, **given, tierId=gold, until=until)["member"]
    assert member["tier"] == {"slug": "gold"}
    assert (member["tierSetByHand"], member["tierUntil"]) == (True, "2026-12-31T22:00:00Z")
    assert TierMove.objects.get().actor == world.as_admin.actor
    member = data_of(SET_TIER, world.as_admin, **given)["member"]
    assert (member["tier"], member["tierSetByHand"]) == (None, False)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"reason": " "}, "REQUIRED", "reason"),
        ({"reason": "x" * 501}, "INVALID", "reason"),
        ({"tierId": "gold"}, "INVALID", "tierId"),
        ({"tierId": to_global("LoyaltyTier", "lead")}, "NOT_FOUND", "tierId"),
        ({"until": "2026-03-10T12:00:00Z"}, "INVALID", "until"),
    ],
)
def test_a_tier_refused(world: World, changes: dict[str, Any], code: str, field: str) -> None:
    given = {"memberId": world.ada_id, "tierId": to_global("LoyaltyTier", "gold"), "reason": "x"}
    (error,) = data_of(SET_TIER, world.as_admin, **{**given, **changes})["errors"]
    assert (error["code"], error["field"]) == (code, field)
    assert not TierMove.objects.exists()


def test_a_moment_names_its_time_zone(world: World) -> None:
    given = {"memberId": world.ada_id, "reason": "x", "until": "2027-01-01T00:00:00"}
    assert error_of(SET_TIER, world.as_admin, **given)[0] == "VALIDATION"


def test_points_taken_off_a_checkout(world: World) -> None:
    answer = data_of(RELEASE, world.as_ada, checkoutId=USED_CHECKOUT)
    assert answer == {"releasedPoints": 400, "errors": []}
    assert sums(world.ada) == (1000, 50, 0, 0)
    assert len(world.shop.released) == 1
    # A second click finds nothing to do, and says so.
    assert error_of(RELEASE, world.as_ada, checkoutId=USED_CHECKOUT)[0] == "NOT_FOUND"


def test_points_of_a_checkout_that_is_an_order_by_now_stay_spent(world: World) -> None:
    token = "00000000-0000-0000-0000-0000000000d1"
    world.shop.ordered_payments.add(token)
    answer = data_of(RELEASE, world.as_ada, checkoutId=USED_CHECKOUT)
    assert answer["errors"][0]["code"] == "HOLD_NOT_OPEN"
    assert sums(world.ada) == (600, 50, 400, 0)


@pytest.mark.parametrize(
    ("direction", "key", "model"), [("IN", FACT, InboxFact), ("OUT", EFFECT, OutboxEffect)]
)
def test_a_dead_letter_is_in_line_again_once(
    world: World, direction: str, key: object, model: Any
) -> None:
    letter = to_global("LoyaltyDeadLetter", f"{direction}:{key}")
    assert data_of(REPLAY, world.as_admin, id=letter) == {"replayed": True, "errors": []}
    row = model.objects.get(key=key)
    assert (row.status, row.attempts) == (WorkStatus.NEW, 0)
    assert error_of(REPLAY, world.as_admin, id=letter)[0] == "NOT_FOUND"


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        ("IN", "INVALID"),
        ("IN:1", "INVALID"),
        (f"OUT:{FACT}", "NOT_FOUND"),
        (f"SIDEWAYS:{FACT}", "INVALID"),
    ],
)
def test_what_is_no_dead_letter(world: World, letter: str, code: str) -> None:
    found, _ = error_of(REPLAY, world.as_admin, id=to_global("LoyaltyDeadLetter", letter))
    assert found == code
