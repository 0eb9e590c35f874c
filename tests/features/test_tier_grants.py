"""What was earned and what was given: which of them is the tier, and until when."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.features.tiers.grants import Given, put_together
from saleor_loyalty.features.tiers.models import GrantKind, Tier, TierGrant
from tests.features.tier_stories import ladder, moment, spend, tier

LADDER = ladder(*(tier(slug, spend(100)) for slug in ("bronze", "silver", "gold")))
NOW = moment("2024-06-01")


def grant(slug: str, start: str = "2024-01-01", end: str | None = None, **more: Any) -> TierGrant:
    return TierGrant(
        tier=Tier(slug=slug, name=slug, rank=1),
        kind=GrantKind.BY_HAND,
        starts_at=moment(start),
        ends_at=moment(end) if end else None,
        **{"pk": 1, "exact": False, **more},
    )


def given_now(earned: str | None, *grants: TierGrant, now: datetime = NOW) -> Given:
    return put_together(LADDER, earned, grants, now)


@pytest.mark.parametrize(
    ("says", "earned", "grants", "has", "changes_at"),
    [
        ("nothing was given", "silver", [], "silver", None),
        ("the better one was given", "bronze", [grant("silver")], "silver", None),
        ("the better one was earned", "gold", [grant("silver")], "gold", None),
        ("earned as well: it is theirs", "silver", [grant("silver")], "silver", None),
        ("exactly that, though more was earned", "gold", [grant("bronze", exact=True)], "bronze",
         None),
        ("exactly that, though more was given", None,
         [grant("gold"), grant("bronze", exact=True)], "bronze", None),
        ("the newest of two exact ones", None,
         [grant("gold", "2024-02-01", exact=True), grant("bronze", "2024-01-01", exact=True)],
         "gold", None),
        ("of two of one moment, the one made last", None,
         [grant("gold", exact=True, pk=1), grant("bronze", exact=True, pk=2)], "bronze", None),
        ("until it ends", "bronze", [grant("gold", end="2024-07-01")], "gold",
         "2024-07-01"),
        ("it ends at that very moment", "bronze", [grant("gold", end="2024-06-01")], "bronze",
         None),
        ("not before it begins", "bronze", [grant("gold", "2024-06-02")], "bronze", "2024-06-02"),
        ("from the very moment on", "bronze", [grant("gold", "2024-06-01")], "gold", None),
        ("taken back", "bronze", [grant("gold", ended_at=moment("2024-03-01"))], "bronze", None),
        ("a tier that the ladder has no more", "bronze", [grant("diamond")], "bronze", None),
        ("the next change of several", None,
         [grant("gold", end="2024-09-01"), grant("silver", end="2024-08-01"),
          grant("bronze", "2024-07-01")], "gold", "2024-07-01"),
    ],
)  # fmt: skip
def test_the_tier_somebody_has(
    says: str, earned: str | None, grants: list[TierGrant], has: str, changes_at: str | None
) -> None:
    found = given_now(earned, *grants)
    assert found.tier == has, says
    assert found.changes_at == (moment(changes_at) if changes_at else None), says


def test_where_it_comes_from() -> None:
    hand = grant("silver")
    assert given_now("bronze", hand).grant is hand
    assert given_now("silver", hand).grant is None


def test_of_equal_ones_the_one_that_lasts_longest_is_named() -> None:
    short, long = grant("gold", "2024-03-01", "2024-07-01"), grant("gold", "2024-02-01")
    assert given_now(None, short, long).grant is long
    assert given_now(None, long, short).grant is long


names = st.sampled_from(["bronze", "silver", "gold", "diamond"])
days = st.integers(1, 28).map(lambda day: f"2024-06-{day:02}")
grants_ = st.lists(
    st.builds(
        lambda slug, start, end, exact, pk: grant(slug, start, end, exact=exact, pk=pk),
        names,
        days,
        st.one_of(st.none(), days),
        st.booleans(),
        st.integers(1, 1000),
    ),
    max_size=5,
    unique_by=lambda one: one.pk,
)


@given(st.one_of(st.none(), names), grants_, st.integers(0, 27), st.integers(1, 27))
def test_nothing_changes_before_it_is_said_to(
    earned: str | None, grants: list[TierGrant], day: int, more: int
) -> None:
    earned = earned if earned != "diamond" else None
    go: Callable[[str], Given] = lambda at: given_now(earned, *grants, now=moment(at))  # noqa: E731
    now = f"2024-06-{day + 1:02}"
    later = f"2024-06-{min(day + 1 + more, 30):02}"
    found = go(now)
    assert found.changes_at is None or found.changes_at > moment(now)
    if found.changes_at is None or moment(later) < found.changes_at:
        assert go(later).tier == found.tier
        assert go(later).grant is found.grant


@given(st.one_of(st.none(), names), grants_)
def test_without_exact_ones_nobody_has_less_than_they_earned(
    earned: str | None, grants: list[TierGrant]
) -> None:
    lasting = [one for one in grants if not one.exact]
    assert LADDER.rank(given_now(earned, *lasting).tier) >= LADDER.rank(earned)
