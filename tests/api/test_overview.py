"""The figures of the first page staff see."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Sum

from saleor_loyalty.api.viewer import Viewer
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.figures import sum_up
from saleor_loyalty.ledger.models import Account
from saleor_loyalty.values.points import Unit
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World
from tests.shop import NOON

OVERVIEW = operation("dashboard/overview")
DAY = NOON.date()


def asked(**more: Any) -> dict[str, Any]:
    year = {"since": str(DAY - timedelta(days=365)), "until": str(DAY + timedelta(days=365))}
    return {"query": OVERVIEW, "by": "MONTH", **year, **more}


def test_all_figures_agree(world: World) -> None:
    found = data_of(**asked(viewer=world.as_admin))
    total, there = found["total"], found["outstanding"]
    sums = Account.objects.filter(unit=Unit.POINTS).aggregate(
        available=Sum("available"), pending=Sum("pending"), held=Sum("held"), debt=Sum("debt")
    )
    assert {name: there[name] for name in sums} == sums
    assert there["points"] == there["available"] + there["pending"] + there["held"]
    gone = total["spent"] + total["expired"] + total["takenBack"] + total["adjusted"]
    assert total["issued"] - gone == there["points"] - there["debt"]
    for name in ("issued", "spent", "expired", "takenBack", "adjusted"):
        assert sum(column[name] for column in found["chart"]) == total[name]
    assert found["redemptionRate"] == total["spent"] * 10_000 // total["issued"]
    members = Member.objects.filter(merged_into=None).count()
    assert found["members"] == found["membersJoined"] == members
    assert sum(tier["members"] for tier in found["tiers"]) == members
    assert found["tiers"][-1]["tier"] is None


def test_a_night_changes_no_figure(world: World) -> None:
    before = data_of(**asked(viewer=world.as_admin))
    sum_up(now=NOON + timedelta(days=36_500))
    assert data_of(**asked(viewer=world.as_admin)) == before


def test_the_chart_has_no_gaps(world: World) -> None:
    week = {"since": str(DAY), "until": str(DAY + timedelta(days=6)), "by": "DAY"}
    found = data_of(**asked(viewer=world.as_admin, **week))
    days = [column["firstDay"] for column in found["chart"]]
    assert days == [str(DAY + timedelta(days=number)) for number in range(7)]


def test_where_nothing_was_issued_there_is_no_rate(world: World) -> None:
    found = data_of(**asked(viewer=world.as_admin, channel="nowhere"))
    assert (found["redemptionRate"], found["total"]["issued"]) == (None, 0)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"since": "2026-12-01", "until": "2026-11-30"}, "INVALID"),
        ({"since": "2020-01-01", "by": "DAY"}, "LIMIT_EXCEEDED"),
        ({"channel": "x" * 256}, "INVALID"),
        ({"currency": "DOLLARS"}, "INVALID"),
    ],
)
def test_what_makes_no_sense_is_refused(world: World, given: dict[str, Any], code: str) -> None:
    assert error_of(**asked(viewer=world.as_admin, **given))[0] == code


def test_it_is_for_staff_alone(world: World) -> None:
    viewers = [world.as_ada, Viewer(user_id=world.as_admin.user_id, is_staff=True)]
    for viewer in viewers:
        code, message = error_of(**asked(viewer=viewer))
        assert (code, message) == ("FORBIDDEN", "This needs the permission MANAGE_POINTS.")
