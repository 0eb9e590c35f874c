"""What forms are made from: the schema of each configuration, and the places at fault."""

import json
from typing import Any

import pytest

from saleor_loyalty.errors import N_, Message
from saleor_loyalty.features.earning.conditions import KINDS
from saleor_loyalty.flows.configurations import Configured, Fault, faults_in, schema_of
from tests.conftest import LADDER, PROGRAMME
from tests.flows.schemas import FILE as SCHEMAS

RULE = {"kind": "multiplier", "slug": "double", "percent": 200}


def campaign(**more: Any) -> dict[str, Any]:
    return {"name": {"en": "Spring"}, "rules": [RULE], **more}


@pytest.mark.parametrize("subject", Configured)
def test_each_subject_has_a_schema_of_an_object(subject: Configured) -> None:
    schema = schema_of(subject)
    assert schema["type"] == "object"
    assert not schema["additionalProperties"]
    assert schema["properties"]


def test_conditions_are_grouped_for_a_menu() -> None:
    schema = schema_of(Configured.PROGRAMME)
    groups = {kind: schema["$defs"][kind.__name__]["x-group"] for kind in KINDS}
    assert set(groups.values()) == {
        "what",
        "when",
        "where",
        "who",
        "how_much",
        "event",
        "together",
    }
    named = [one["x-catalogue"] for one in schema["$defs"].values() if "x-catalogue" in one]
    assert sorted(named) == ["category", "collection", "product", "variant"]


def test_currencies_and_languages_say_so() -> None:
    definitions = schema_of(Configured.PROGRAMME)["$defs"]
    assert definitions["EarningConfig"]["properties"]["rates"]["propertyNames"] == {
        "format": "currency"
    }
    assert definitions["Texts"]["propertyNames"] == {"format": "language"}


def test_nothing_is_wrong() -> None:
    assert faults_in(Configured.PROGRAMME, PROGRAMME["config"]) == []
    assert faults_in(Configured.LADDER, LADDER) == []
    assert faults_in(Configured.CAMPAIGN, campaign()) == []


def places(subject: Configured, document: Any) -> list[str]:
    return [fault.place for fault in faults_in(subject, document)]


def test_places_are_those_of_the_document() -> None:
    """Without the names of kinds that were chosen on the way."""
    broken = campaign(rules=[RULE, {**RULE, "slug": "b", "percent": 0}])
    assert places(Configured.CAMPAIGN, broken) == ["rules.1.percent"]
    tree = {"kind": "all", "of": [{"kind": "tier", "any_of": []}]}
    assert places(Configured.CAMPAIGN, campaign(audience=tree)) == ["audience.of.0.any_of"]
    rates = {"earning": {"rates": {"USD": {"points": 1}, "XXQ": {"points": 1, "minor": 1}}}}
    assert places(Configured.PROGRAMME, rates) == [
        "earning.rates.USD.minor",
        "earning.rates.XXQ.[key]",
    ]
    assert places(Configured.CAMPAIGN, campaign(rules=[{"kind": "free"}])) == ["rules.0"]


def test_what_does_not_fit_together() -> None:
    (fault,) = faults_in(Configured.CAMPAIGN, campaign(rules=[RULE, RULE]))
    said = Message.of(N_("%(name)s is given twice."), name="double")
    assert fault == Fault("rules", said)
    assert str(said) == "double is given twice."


def test_the_forms_are_tested_with_these_schemas() -> None:
    """Every name in them has a label; `python -m tests.flows.schemas` writes the file anew."""
    assert json.loads(SCHEMAS.read_text()) == {one.name: schema_of(one) for one in Configured}
