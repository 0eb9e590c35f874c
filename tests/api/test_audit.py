"""What staff and apps do is written down beside it, and can be looked at."""

from typing import Any

from saleor_loyalty.api.viewer import Permission, Viewer
from saleor_loyalty.features.audit.models import StaffAction
from saleor_loyalty.features.members.models import Member
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import World, campaign
from tests.api.pages_world import furnish
from tests.api.test_operations import VARIABLES
from tests.shop import NOON

LOG, ADJUST = operation("dashboard/audit_log"), operation("dashboard/points_adjust")


def adjust(world: World, viewer: Viewer | None = None, **more: Any) -> Any:
    given = {"memberId": world.ada_id, "points": 5, "reason": "A friend", "sourceKey": "k"}
    return data_of(ADJUST, viewer or world.as_admin, **{**given, **more})


def log(world: World, **asked: Any) -> list[dict[str, Any]]:
    page = data_of(LOG, world.as_admin, **{"first": 100, **asked})
    return [edge["node"] for edge in page["edges"]]


def test_who_did_what_to_whom(world: World) -> None:
    furnish(world)
    adjust(world)
    (row,) = log(world)
    assert row.pop("id")
    assert row == {
        "actor": f"user:{world.eve + 1}",
        "actorName": "Ada Min",
        "action": "loyaltyPointsAdjust",
        "memberId": world.ada_id,
        "memberEmail": "ada@example.com",
        "arguments": {
            "memberId": world.ada_id,
            "points": 5,
            "reason": "A friend",
            "sourceKey": "k",
        },
        "at": "2026-03-10T12:00:00Z",
    }


def test_what_was_refused_is_not_in_it(world: World) -> None:
    assert adjust(world, points=0)["errors"]
    assert answer_to(ADJUST, world.as_ada, memberId="x", points=1, reason="x", sourceKey="x")[
        "errors"
    ]
    assert not StaffAction.objects.exists()


def test_what_belongs_to_a_person_is_not_kept(world: World) -> None:
    update = operation("dashboard/member_update")
    given = {"birthday": "1990-12-31", "languageCode": "de"}
    data_of(update, world.as_admin, id=world.ada_id, input=given)
    event = operation("dashboard/event_record")
    named = {"email": world.bob.email, "name": "review", "attributes": {"to": "Bob"}}
    data_of(event, world.as_admin, sourceKey="k", **named)
    recorded, updated = log(world)
    assert updated["memberId"] == world.ada_id
    assert updated["arguments"]["input"] == {"birthday": "…", "language_code": "de"}
    assert recorded["arguments"] == {
        "email": "…",
        "name": "review",
        "attributes": "…",
        "sourceKey": "k",
    }
    kept = str(StaffAction.objects.values_list())
    assert not any(text in kept for text in ("1990", "bob@", "Bob"))


def test_long_texts_and_lists_are_cut(world: World) -> None:
    upload = operation("dashboard/code_list_create")
    data_of(upload, world.as_admin, slug="zoo", name={"en": "x" * 600})
    (row,) = log(world)
    assert row["arguments"]["name"] == {"en": "x" * 500 + "…"}


def test_shoppers_and_staff_who_shop_are_not_in_it(world: World) -> None:
    update = operation("storefront/member_update")
    data_of(update, world.as_ada, input={"languageCode": "ja"})
    staff = Viewer(user_id=world.ada.user_id, is_staff=True, permissions=frozenset(Permission))
    data_of(operation("storefront/leaderboard_agree"), staff, name="Ada L")
    assert not StaffAction.objects.exists()


def test_neither_is_there_without_the_other(world: World) -> None:
    """What cannot be written down is not done."""
    endless = Viewer(app_id="x" * 300, permissions=frozenset(Permission))
    before = data_of(operation("dashboard/member"), world.as_admin, id=world.ada_id, first=1)
    given = {"memberId": world.ada_id, "points": 5, "reason": "x", "sourceKey": "k"}
    assert answer_to(ADJUST, endless, **given)["errors"]
    after = data_of(operation("dashboard/member"), world.as_admin, id=world.ada_id, first=1)
    assert after["points"] == before["points"]


def test_looked_for(world: World) -> None:
    app = Viewer(app_id=7, permissions=frozenset(Permission))
    adjust(world, sourceKey="1")
    adjust(world, app, sourceKey="2", memberId=world.bob_id)
    pause = operation("dashboard/campaign_pause")
    spring = VARIABLES["dashboard/campaign_pause"](world)
    data_of(pause, world.as_admin, **spring)
    actions = [row["action"] for row in log(world)]
    assert actions == ["loyaltyCampaignPause", "loyaltyPointsAdjust", "loyaltyPointsAdjust"]
    assert [row["actor"] for row in log(world, actor="app:7")] == ["app:7"]
    assert log(world, actor="app:7")[0]["actorName"] is None
    assert len(log(world, action="loyaltyPointsAdjust")) == 2
    assert [row["arguments"]["sourceKey"] for row in log(world, memberId=world.bob_id)] == ["2"]
    assert (
        log(world, since="2026-03-10T12:00:01Z") == log(world, until="2026-03-10T12:00:00Z") == []
    )
    assert len(log(world, since=NOON.isoformat())) == 3
    assert campaign("spring").state == "paused"


def test_page_after_page_in_two_statements(world: World, django_assert_num_queries: Any) -> None:
    furnish(world)
    for number in range(3):
        adjust(world, sourceKey=str(number), points=number + 1)
    found, after = [], None
    for _ in range(2):
        page = data_of(LOG, world.as_admin, first=2, after=after)
        found += [edge["node"]["arguments"]["points"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
    assert found == [3, 2, 1]
    assert not page["pageInfo"]["hasNextPage"]
    with django_assert_num_queries(1):
        # This shop's people cost no statement; a real one's are one more.
        data_of(LOG, world.as_admin, first=100)


def test_whose_member_it_was_only_for_who_looks_after_members(world: World) -> None:
    adjust(world)
    (edge,) = data_of(LOG, world.staff(Permission.MANAGE_PROGRAMMES), first=9)["edges"]
    assert edge["node"]["memberEmail"] is None
    assert error_of(LOG, world.as_admin, first=9, memberId="x")[0] == "INVALID"


def test_an_erased_member_leaves_the_line(world: World) -> None:
    zoe = Member.objects.create(email="zoe@example.com", guest=True, joined_at=NOON)
    StaffAction.objects.create(actor="user:1", action="x", member=zoe, arguments={}, at=NOON)
    zoe.delete()
    assert log(world)[0]["memberId"] is None
