"""Several holders: the better one counts, and services are each holder's own."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.features.benefits.held import (
    Held,
    boost,
    cheaper_rewards,
    free_shipping,
    marks,
    price_off,
    quotas,
)
from saleor_loyalty.features.benefits.items import Item
from saleor_loyalty.features.benefits.kinds import BenefitBase
from saleor_loyalty.features.benefits.periods import Per, begins_at, ends_at, period_of
from saleor_loyalty.features.benefits.prices import tier_price
from saleor_loyalty.values.points import Unit
from tests.features.benefits import benefit, held

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def off(basis_points: int, policy: str = "best_of", **more: Any) -> BenefitBase:
    return benefit("price_off", basis_points=basis_points, sale_policy=policy, **more)


@pytest.mark.parametrize(
    ("goods", "item", "covered"),
    [
        ({}, Item("p"), True),
        ({"products": ["p"]}, Item("p"), True),
        ({"products": ["p"]}, Item("q"), False),
        ({"variants": ["v"]}, Item("p", "v"), True),
        ({"categories": ["shoes"]}, Item("p", "v", ("boots", "shoes")), True),
        ({"categories": ["boots"]}, Item("p", "v", ("shoes",)), False),
        ({"collections": ["new"]}, Item("p", "v", (), ("new",)), True),
        ({"products": ["q"], "collections": ["new"]}, Item("p", "v", (), ("new",)), True),
    ],
)
def test_what_a_price_is_for(goods: dict[str, Any], item: Item, covered: bool) -> None:
    assert bool(price_off([held("tier:gold", off(500, **goods))], item)) is covered


@given(
    price=st.integers(0, 10**9),
    sale=st.integers(0, 10**9),
    offers=st.lists(st.tuples(st.integers(1, 10_000), st.sampled_from(["best_of", "on_top"]))),
)
def test_one_more_holder_never_makes_it_dearer(
    price: int, sale: int, offers: list[tuple[int, str]]
) -> None:
    everybodys = min(price, sale)
    lowest = everybodys
    holders: list[Held] = []
    for number, (basis_points, policy) in enumerate(offers):
        holders.append(held(f"plan:p{number}", off(basis_points, policy)))
        prices = [
            found.unit
            for one in price_off(holders, Item())
            if (found := tier_price(price, sale, one.basis_points, one.policy)) is not None
        ]
        now_lowest = min([everybodys, *prices])
        assert 0 <= now_lowest <= lowest
        lowest = now_lowest


@given(st.lists(st.integers(101, 10_000), max_size=5))
def test_the_best_multiplier_counts_alone(percents: list[int]) -> None:
    holders = [
        held(f"plan:p{number}", benefit("multiplier", points_percent=percent))
        for number, percent in enumerate(percents)
    ]
    found = boost(holders, Unit.POINTS, "web")
    assert (found.percent if found else None) == max(percents, default=None)
    assert boost(holders, Unit.GROWTH, "web") is None


def test_the_better_one_of_cheaper_rewards() -> None:
    cheap = [benefit("cheaper_rewards", percent=percent) for percent in (10, 25)]
    assert cheaper_rewards([held("tier:gold", cheap[0]), held("plan:plus", cheap[1])]) == 25
    assert cheaper_rewards([held("tier:gold")]) == 0


def shipping(**more: object) -> BenefitBase:
    return benefit("free_shipping", **more)


@pytest.mark.parametrize(
    ("gold", "plus", "used", "expected"),
    [
        # One without a quota is taken before any that has one.
        ({"quota": 5, "per": "month"}, {}, {}, "plan:plus"),
        # Of two quotas the one of which more is left.
        ({"quota": 2, "per": "month"}, {"quota": 3, "per": "month"}, {}, "plan:plus"),
        (
            {"quota": 2, "per": "month"},
            {"quota": 3, "per": "month"},
            {("free_shipping", "plus.free_shipping", "2026-11"): 2},
            "tier:gold",
        ),
        # A month that is over takes nothing from this one.
        (
            {"quota": 1, "per": "month"},
            {"quota": 1, "per": "year"},
            {
                ("free_shipping", "free_shipping", "2026-10"): 1,
                ("free_shipping", "plus.free_shipping", "2026"): 1,
            },
            "tier:gold",
        ),
        ({"quota": 1}, {"minimum": {"USD": 5001}}, {}, "tier:gold"),
        ({"quota": 1}, {}, {("free_shipping", "free_shipping", "ever"): 1}, "plan:plus"),
        ({"channels": ["till"]}, {"countries": ["CN"]}, {}, None),
        ({"minimum": {"EUR": 1}}, {"countries": ["US"]}, {}, "plan:plus"),
    ],
)
def test_which_free_shipping_is_taken(
    gold: dict[str, object],
    plus: dict[str, object],
    used: dict[tuple[str, str, str], int],
    expected: str | None,
) -> None:
    holders = [held("tier:gold", shipping(**gold)), held("plan:plus", shipping(**plus))]
    found = free_shipping(
        holders, used, NOW, goods=5000, currency="USD", channel="web", country="US"
    )
    assert (found.holder if found else None) == expected


def test_services_are_each_holders_own() -> None:
    returns = benefit("free_returns", quota=2, per="year")
    holders = [
        held("tier:gold", returns, benefit("service", slug="alterations")),
        held("plan:plus", returns, benefit("samples", each_order=2)),
    ]
    used = {("free_returns", "free_returns", "2026"): 2}
    assert [(one.holder, one.slug, one.left, one.used) for one in quotas(holders, used, NOW)] == [
        ("tier:gold", "free_returns", 0, 2),
        ("tier:gold", "alterations", None, 0),
        ("plan:plus", "plus.free_returns", 2, 0),
    ]


def test_a_member_who_moves_to_another_tier_has_used_what_they_have_used() -> None:
    used = {("free_returns", "free_returns", "2026"): 3}
    silver, gold = (
        held(tier, benefit("free_returns", quota=quota, per="year"))
        for tier, quota in (("tier:silver", 2), ("tier:gold", 5))
    )
    assert [quotas([one], used, NOW)[0].left for one in (silver, gold)] == [0, 2]


def test_long_slugs_of_plans_stay_apart() -> None:
    long = "s" * 50
    service = benefit("service", slug=long)
    slugs = [held(f"plan:{name}", service).slug_of(service) for name in ("a", "b", "c" * 50)]
    assert len(set(slugs)) == 3
    assert max(map(len, slugs)) == 50


def test_marks_on_the_order() -> None:
    gold = held("tier:gold", benefit("priority", mark="VIP"), benefit("samples", each_order=2))
    plus = held("plan:plus", benefit("priority", mark="PLUS"), benefit("samples", each_order=1))
    assert marks([gold, plus]) == {"priority": "VIP", "samples": "3"}
    assert marks([held("tier:silver")]) == {}


@pytest.mark.parametrize(
    ("at", "zone", "per", "name", "begins", "ends"),
    [
        ("2026-11-30T23:59:59+00:00", "UTC", "month", "2026-11", "11-01T00", "2026-12-01T00"),
        ("2026-12-01T00:00:00+00:00", "UTC", "month", "2026-12", "12-01T00", "2027-01-01T00"),
        # Already December in Shanghai, still November in Los Angeles.
        (
            "2026-11-30T16:00:00+00:00",
            "Asia/Shanghai",
            "month",
            "2026-12",
            "11-30T16",
            "2026-12-31T16",
        ),
        (
            "2026-12-01T07:59:00+00:00",
            "America/Los_Angeles",
            "month",
            "2026-11",
            "11-01T07",
            "2026-12-01T08",
        ),
        ("2026-03-31T22:00:00+00:00", "Europe/Berlin", "quarter", "2026-Q2", "03-31T22", None),
        ("2026-02-28T12:00:00+00:00", "UTC", "quarter", "2026-Q1", "01-01T00", "2026-04-01T00"),
        ("2028-02-29T12:00:00+00:00", "UTC", "month", "2028-02", "02-01T00", "2028-03-01T00"),
        ("2026-12-31T12:00:00+00:00", "UTC", "year", "2026", "01-01T00", "2027-01-01T00"),
    ],
)
def test_periods(at: str, zone: str, per: str, name: str, begins: str, ends: str | None) -> None:
    moment, where, of = datetime.fromisoformat(at), ZoneInfo(zone), Per(per)
    assert period_of(of, moment, where) == name
    assert f"{begins_at(of, moment, where):%m-%dT%H}" == begins
    last = ends_at(of, moment, where)
    assert last is not None
    assert begins_at(of, moment, where) <= moment < last
    assert ends is None or f"{last:%Y-%m-%dT%H}" == ends


def test_without_a_period_there_is_one_for_all_times() -> None:
    assert period_of(None, NOW, ZoneInfo("UTC")) == "ever"
    assert ends_at(None, NOW, ZoneInfo("UTC")) is None
