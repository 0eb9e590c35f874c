"""What is odd about plans and packs is found, and sound ones are left in peace."""

import pytest

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.programme.models import ProgrammeVersion
from saleor_loyalty.flows.lint import lint
from saleor_loyalty.flows.membership_plans import archive_plan
from saleor_loyalty.flows.sale_lint import lint_sales
from tests.flows.plans import LIFE, MONTH, YEAR, buy, pack, plan, span
from tests.shop import NOON

LATE = {"remind_days_before": [7]}
SHIPPING = [{"kind": "free_shipping"}]


def found() -> list[tuple[str, str, str]]:
    return [(one.severity.value, one.code, one.place) for one in lint_sales()]


def test_sound_ones_are_left_in_peace(db: None) -> None:
    plan(benefits=SHIPPING, **LATE)
    pack()
    assert found() == []


def test_a_variant_sold_as_two_things(ada: Member) -> None:
    plan("a", variants={MONTH: {"months": 1}, YEAR: {"months": 12}}, benefits=SHIPPING, **LATE)
    plan("b", variants={LIFE: {"lifetime": True}, MONTH: {"months": 2}}, benefits=SHIPPING, **LATE)
    pack(variants=[YEAR])
    assert found() == [
        ("error", "VARIANT_SOLD_TWICE", "plans.b.variants.V-month"),
        ("error", "VARIANT_SOLD_TWICE", "packs.step.variants.V-year"),
    ]
    texts = [one.text for one in lint_sales()]
    assert texts == [
        "plans.a has this variant, too. Whoever pays it has only that.",
        "plans.a has this variant, too. Whoever pays it has both.",
    ]
    buy(ada, MONTH)
    assert (span(ada, "a"), span(ada, "b")) == ("2026-03-10T12:00/2026-04-11T00:00", "")
    archive_plan("a")
    assert found() == []


@pytest.mark.parametrize(
    ("trial_days", "text"),
    [
        (None, "No variant sells it: nobody can buy it."),
        (7, "No variant sells it: nobody can buy it after the trial."),
    ],
)
def test_a_plan_that_nobody_can_buy(db: None, trial_days: int | None, text: str) -> None:
    plan(variants={}, trial_days=trial_days, benefits=SHIPPING)
    pack(variants=[])
    assert found() == [
        ("warning", "NO_VARIANTS", "plans.plus.variants"),
        ("warning", "NO_VARIANTS", "packs.step.variants"),
    ]
    assert next(lint_sales()).text == text


def test_a_plan_that_gives_nothing(programme: None) -> None:
    plan(**LATE)
    assert found() == [("warning", "NO_BENEFITS", "plans.plus.benefits")]
    # Whoever looks at a programme reads it as well.
    version = ProgrammeVersion.objects.get()
    assert "NO_BENEFITS" in [one.code for one in lint(version.pk, now=NOON)]


def test_a_plan_that_reminds_of_a_month_on_its_second_day(db: None) -> None:
    plan(benefits=SHIPPING, remind_days_before=[60, 30, 15])
    assert found() == [("note", "REMINDS_EARLY", "plans.plus.remind_days_before")]
    assert next(lint_sales()).text == (
        "30 days before its end the shortest time that is sold has just begun."
    )
