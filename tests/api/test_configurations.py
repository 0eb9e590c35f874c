"""What forms for staff are made from, asked by them."""

import json

from saleor_loyalty.api.execute import execute
from saleor_loyalty.api.viewer import Permission
from tests.api.client import data_of, error_of, operation
from tests.api.conftest import World

SCHEMA = operation("dashboard/configuration_schema")
FAULTS = operation("dashboard/configuration_faults")


def test_the_schema_as_json(world: World) -> None:
    viewer = world.staff(Permission.MANAGE_PROGRAMMES)
    found = data_of(SCHEMA, viewer, subject="CHECK_INS")
    assert found["title"] == "CheckInConfig"


def test_faults_place_by_place(world: World) -> None:
    viewer = world.staff(Permission.MANAGE_PROGRAMMES)
    found = data_of(FAULTS, viewer, subject="CAMPAIGN", config={"rules": []})
    assert [fault["place"] for fault in found] == ["name", "rules"]
    assert found[0] == {"place": "name", "text": "This is needed.", "missing": True}


def test_faults_in_the_language_of_the_pages(world: World) -> None:
    viewer = world.staff(Permission.MANAGE_PROGRAMMES)
    given = {"subject": "CAMPAIGN", "config": {"name": {"en": "A"}, "rules": []}}
    body = json.dumps({"query": FAULTS, "variables": given}).encode()
    _, answer = execute(body, viewer, accept_language="zh-Hans")
    (fault,) = answer["data"]["loyaltyConfigurationFaults"]
    assert fault == {"place": "rules", "text": "至少 1 项。", "missing": True}


def test_what_is_no_configuration_at_all(world: World) -> None:
    assert error_of(FAULTS, world.as_admin, subject="CAMPAIGN", config=[]) == (
        "INVALID",
        "config: This must be a JSON object.",
    )
