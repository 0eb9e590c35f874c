"""What forms for staff are made from, asked by them."""

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
    assert found[0]["text"] == "Field required"


def test_what_is_no_configuration_at_all(world: World) -> None:
    assert error_of(FAULTS, world.as_admin, subject="CAMPAIGN", config=[]) == (
        "INVALID",
        "config: This must be a JSON object.",
    )
