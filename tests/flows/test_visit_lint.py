"""What is odd about check-ins and links is found, and a sound setting is left in peace."""

from typing import Any

import pytest

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.programme.models import Programme, ProgrammeVersion
from saleor_loyalty.flows.lint import lint
from saleor_loyalty.flows.visit_lint import lint_visits
from tests.flows import check_in, sharing
from tests.shop import NOON

CLIMB = {"days": [{"points": 5}], "after": "climb"}


def found() -> list[tuple[str, str, str]]:
    return [(one.severity.value, one.code, one.place) for one in lint_visits(now=NOON)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"gate": {"tiers": ["gold"]}}, []),
        ({"enabled": False, "gate": {"tiers": ["brass"]}}, []),
        (
            {"gate": {"tiers": ["brass"], "plans": ["club"]}},
            [
                ("warning", "UNKNOWN_TIER", "check_ins.gate"),
                ("warning", "UNKNOWN_PLAN", "check_ins.gate"),
            ],
        ),
        ({**CLIMB, "climb": {"points": 1}}, [("warning", "CLIMBS_ON", "check_ins.climb")]),
        ({**CLIMB, "climb": {"points": 1, "at_most": 50}}, []),
    ],
)
def test_check_ins(
    ada: Member, changes: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    check_in.offer(**changes)
    assert found() == expected


def test_links(ada: Member) -> None:
    sharing.offer()
    assert found() == []
    sharing.offer(order={"gift": {"points": 5}, "days": 0}, gate={"tiers": ["brass"]})
    assert found() == [
        ("warning", "UNKNOWN_TIER", "shares.gate"),
        ("note", "NO_RETURN_TIME", "shares.order.days"),
    ]


def test_a_channel_that_no_programme_serves(ada: Member) -> None:
    Programme.objects.update(channels=["web"])
    check_in.offer(channel="moon")
    sharing.offer()
    assert found() == [("error", "NO_PROGRAMME", "check_ins.channel")]


def test_they_are_among_what_is_found_of_a_programme(ada: Member) -> None:
    check_in.offer(gate={"tiers": ["brass"]})
    places = [one.place for one in lint(ProgrammeVersion.objects.get().pk, now=NOON)]
    assert "check_ins.gate" in places
