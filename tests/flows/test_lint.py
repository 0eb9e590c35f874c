"""What is odd about a programme is found, and a sound one is left in peace."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import TypeAdapter

from saleor_loyalty.features.earning.conditions import Condition
from saleor_loyalty.features.earning.contradictions import why_never
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.programme.models import ProgrammeVersion
from saleor_loyalty.features.programme.service import revision_of
from saleor_loyalty.flows.findings import Finding, Severity
from saleor_loyalty.flows.lint import lint
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.programmes import edit_draft, open_draft, update_programme
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.values.voice import voice_of
from tests.flows.merchant import TWICE, WELCOME, config_with, draft_with, in_force, running
from tests.shop import NOON, line, paid_order


def findings(version: ProgrammeVersion, *codes: str, **more: Any) -> list[Finding]:
    """Those of these codes."""
    return [one for one in lint(version.pk, now=NOON, **more) if one.code in codes]


def channel(*slugs: str) -> dict[str, Any]:
    return {"kind": "channel", "any_of": list(slugs)}


def tier(*slugs: str) -> dict[str, Any]:
    return {"kind": "tier", "any_of": list(slugs)}


def both(*of: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "all", "of": list(of)}


def either(*of: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "any", "of": list(of)}


def no(of: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "not", "of": of}


USD, EUR = ({"kind": "currency", "any_of": [code]} for code in ("USD", "EUR"))
MINIMUM = {"kind": "basis_minimum", "amounts": {"USD": 5000}}
MARCH = {"kind": "dates", "from": "2026-03-01T00:00:00Z", "until": "2026-04-01T00:00:00Z"}
APRIL = {"kind": "dates", "from": "2026-04-01T00:00:00Z", "until": "2026-05-01T00:00:00Z"}


@pytest.mark.parametrize(
    ("tree", "never"),
    [
        (both(channel("a"), channel("b")), True),
        (both(channel("a", "b"), channel("b")), False),
        (either(both(channel("a"), channel("b")), channel("a")), False),
        (either(both(channel("a"), channel("b")), both(USD, EUR)), True),
        (both(channel("a"), both(USD, either(EUR, channel("b")))), True),
        (both(channel("a"), no(channel("a"))), True),
        (no(either(channel("a"), no(channel("a")))), True),
        (no(both(channel("a"), channel("b"))), False),
        (both(MARCH, APRIL), True),
        (both(MARCH, no(APRIL)), False),
        (both({"kind": "order_number", "is": 1}, {"kind": "order_number", "is": 2}), True),
        (both({"kind": "order_number", "is": 4}, {"kind": "order_number", "every": 2}), False),
        (both({"kind": "order_number", "is": 5}, {"kind": "order_number", "every": 2}), True),
        (both(MINIMUM, EUR), True),
        (both(USD, MINIMUM), False),
        (both({"kind": "weekday", "any_of": [1]}, {"kind": "weekday", "any_of": [2]}), True),
        # Of two clocks both may be true; a product may be in two categories.
        (
            both(
                {"kind": "weekday", "any_of": [1]},
                {"kind": "weekday", "any_of": [2], "clock": "member"},
            ),
            False,
        ),
        (both({"kind": "category", "any_of": ["a"]}, {"kind": "category", "any_of": ["b"]}), False),
    ],
)
def test_contradictions(tree: dict[str, Any], never: bool) -> None:
    parsed: Any = TypeAdapter(Condition).validate_python(tree)
    assert (why_never(parsed) is not None) is never


def test_an_enormous_tree_is_left_undecided() -> None:
    branch = either(*(channel(str(number)) for number in range(40)))
    tree = both(*[branch] * 30, channel("a"), channel("b"))
    parsed: Any = TypeAdapter(Condition).validate_python(tree)
    assert why_never(parsed) is None


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (both(channel("a"), channel("b")), "nothing in common"),
        ({"kind": "dates", "until": "2026-03-01T00:00:00Z"}, "its dates are past"),
        (tier("platinum"), "there is no tier platinum"),
        (EUR, "no currency it is for has a rate"),
        (either(tier("platinum"), both(USD, EUR)), "there is no tier platinum"),
    ],
)
def test_a_rule_that_can_never_apply(programme: None, when: dict[str, Any], text: str) -> None:
    draft = draft_with({**TWICE, "when": when}, {**WELCOME, "when": either(when, MARCH)})
    (found,) = findings(draft, "NEVER_APPLIES")
    assert (found.severity, found.place) == (Severity.ERROR, "earning.rules.twice")
    assert text in found.text


def test_in_the_language_of_who_looks(programme: None) -> None:
    (found,) = findings(draft_with({**TWICE, "when": tier("platinum")}), "NEVER_APPLIES")
    assert [voice_of(code).message(found.said) for code in ("en", "de", "zh-Hans")] == [
        "This rule can never apply: there is no tier platinum.",
        "Diese Regel kann nie greifen: die Stufe platinum gibt es nicht.",
        "此规则永远不会生效：等级 platinum 不存在。",
    ]


def test_a_channel_the_programme_does_not_serve(programme: None) -> None:
    draft = draft_with({**TWICE, "when": channel("app")})
    assert findings(draft, "NEVER_APPLIES") == []
    update_programme("points", channels=["web"])
    assert len(findings(draft, "NEVER_APPLIES")) == 1


def test_a_way_of_paying_in_a_channel_the_programme_does_not_serve(programme: None) -> None:
    draft = open_draft("points")
    config = config_with()
    spending = {**config["spending"], "mode_by_channel": {"app": "price_reduction"}}
    draft = edit_draft(
        "points",
        draft.number,
        config={**config, "spending": spending},
        revision=revision_of(draft),
    )
    assert findings(draft, "CHANNEL_NOT_SERVED") == []
    update_programme("points", channels=["web"])
    (found,) = findings(draft, "CHANNEL_NOT_SERVED")
    assert (found.severity, found.place) == (Severity.WARNING, "spending.mode_by_channel.app")


def test_multipliers_that_stack_too_high(programme: None) -> None:
    many = [{**TWICE, "slug": f"r{number}", "percent": 300} for number in range(2)]
    assert findings(draft_with(*many), "STACKS_TOO_HIGH") == []
    (found,) = findings(draft_with(*many), "STACKS_TOO_HIGH", most_percent=499)
    assert "500 percent" in found.text
    multiplied = draft_with(*many, stacking="multiply")
    (found,) = findings(multiplied, "STACKS_TOO_HIGH")
    assert "900 percent" in found.text
    grouped = [{**rule, "group": "best"} for rule in many]
    best = draft_with(*grouped, stacking="multiply", groups={"best": "best"})
    assert findings(best, "STACKS_TOO_HIGH") == []


def test_campaigns_count_that_run_or_will(programme: None) -> None:
    version = in_force({**TWICE, "percent": 400})
    running({**TWICE, "percent": 300}, slug="ahead", starts_at=NOON + timedelta(days=1))
    (found,) = findings(version, "STACKS_TOO_HIGH")
    assert "600 percent" in found.text


def test_a_budget_that_is_used_up(ada: Member) -> None:
    version = in_force({**WELCOME, "budget": {"points": 50}}, {**TWICE, "budget": {"points": 99}})
    running({**WELCOME, "slug": "extra"}, budget={"money": {"USD": 40}})
    assert findings(version, "BUDGET_SPENT") == []
    act_on([paid_order(line("a", 1000), user_id=ada.user_id)], now=NOON)
    places = [found.place for found in findings(version, "BUDGET_SPENT")]
    assert places == ["campaigns.spring.budget", "earning.rules.welcome.budget"]


def test_currencies_without_a_rate(ada: Member) -> None:
    order = paid_order(line("a", 1000), user_id=ada.user_id, currency="KRW")
    act_on([order], now=NOON)
    found = {(one.code, one.place) for one in lint(draft_with().pk, now=NOON)}
    assert ("NO_RATE", "earning.rates.KRW") in found
    assert ("NO_SPENDING_RATE", "spending.rates.JPY") in found
    assert ("NO_SPENDING_RATE", "spending.rates.USD") not in found


def test_tiers_nobody_is_in_or_that_are_not_there(ada: Member) -> None:
    set_tier(ada, "gold", reason="A friend", actor="user:9", until=None, now=NOON)
    draft = draft_with({**TWICE, "when": tier("gold", "platinum")})
    found = findings(draft, "EMPTY_TIER", "UNKNOWN_TIER")
    assert [(one.severity, one.place) for one in found] == [
        (Severity.WARNING, "earning.rules.twice"),
        (Severity.NOTE, "tiers.silver"),
    ]


def test_a_sound_programme_has_no_errors_and_no_warnings(ada: Member) -> None:
    draft = draft_with({**TWICE, "when": both(USD, MINIMUM, tier("gold"))}, WELCOME)
    assert {one.severity for one in lint(draft.pk, now=NOON)} == {Severity.NOTE}
