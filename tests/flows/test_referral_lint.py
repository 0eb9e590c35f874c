"""What is odd about bringing friends is found, and a sound setting is left in peace."""

from typing import Any

import pytest

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.programme.models import ProgrammeVersion
from saleor_loyalty.flows.lint import lint
from saleor_loyalty.flows.referral_lint import lint_referrals
from tests.flows.referrals import DAY, programme
from tests.shop import NOON


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"enabled": False, "returns": {"days": 0}, "take_back_days": 0}, []),
        ({"gate": {"tiers": ["gold"]}}, []),
        (
            {"gate": {"tiers": ["brass"], "plans": ["club"]}},
            [
                ("warning", "UNKNOWN_TIER", "referrals.gate"),
                ("warning", "UNKNOWN_PLAN", "referrals.gate"),
            ],
        ),
        ({"caps": {"ever": 3}}, []),
        (
            {"caps": {"ever": 2}},
            [("error", "NEVER_REACHED", "referrals.milestones.3")],
        ),
        (
            {"signals": ["address", "phone", "email"]},
            [("warning", "WELCOME_UNGUARDED", "referrals.signals")],
        ),
        ({"signals": ["address"], "welcome_when": "first_order"}, []),
        (
            {"returns": {"days": 0}, "take_back_days": 0},
            [("warning", "NOTHING_TAKEN_BACK", "referrals.take_back_days")],
        ),
        (
            {"trace_days": 13},
            [("warning", "FORGOTTEN_TOO_SOON", "referrals.trace_days")],
        ),
    ],
)
def test_what_is_found(
    ada: Member, changes: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    programme(**changes)
    found = lint_referrals(now=NOON)
    assert [(one.severity.value, one.code, one.place) for one in found] == expected


def test_no_programme(ada: Member) -> None:
    programme()
    (found,) = lint_referrals(now=NOON - 365 * DAY)
    assert (found.code, found.severity.value) == ("NO_PROGRAMME", "error")


def test_it_is_part_of_the_lint(ada: Member) -> None:
    programme(caps={"ever": 2})
    version = ProgrammeVersion.objects.get()
    assert "NEVER_REACHED" in [one.code for one in lint(version.pk, now=NOON)]
