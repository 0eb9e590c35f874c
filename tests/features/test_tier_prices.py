"""What a tier makes of a price, in minor units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.features.benefits.prices import (
    SalePolicy,
    TierPrice,
    percent_off,
    tier_price,
)

BEST_OF, ON_TOP = SalePolicy.BEST_OF, SalePolicy.ON_TOP


@pytest.mark.parametrize(
    ("price", "basis_points", "expected"),
    [
        (1999, 1000, 1799),
        (1995, 1000, 1796),
        (999, 1000, 899),
        (1, 5000, 1),
        (1, 5001, 0),
        (1000, 10_000, 0),
        (0, 1000, 0),
    ],
)
def test_a_half_is_rounded_up(price: int, basis_points: int, expected: int) -> None:
    assert percent_off(price, basis_points) == expected


@pytest.mark.parametrize(
    ("sale", "policy", "expected"),
    [
        (1000, BEST_OF, TierPrice(900, on_sale=False)),
        (950, BEST_OF, TierPrice(900, on_sale=False)),
        (900, BEST_OF, None),
        (800, BEST_OF, None),
        (1000, ON_TOP, TierPrice(900, on_sale=False)),
        (800, ON_TOP, TierPrice(720, on_sale=True)),
        (0, ON_TOP, None),
        # A "sale" dearer than the price is none.
        (1200, BEST_OF, TierPrice(900, on_sale=False)),
    ],
)
def test_sale_and_tier_of_ten_percent_off_ten(
    sale: int, policy: SalePolicy, expected: TierPrice | None
) -> None:
    assert tier_price(1000, sale, 1000, policy) == expected


def test_a_tier_without_a_percentage_changes_no_price() -> None:
    assert tier_price(1000, 800, 0, ON_TOP) is None


@given(
    price=st.integers(0, 10**12),
    sale=st.integers(0, 10**12),
    basis_points=st.integers(0, 10_000),
    policy=st.sampled_from(SalePolicy),
)
def test_a_member_never_pays_more_than_everybody(
    price: int, sale: int, basis_points: int, policy: SalePolicy
) -> None:
    found = tier_price(price, sale, basis_points, policy)
    assert found is None or 0 <= found.unit < min(price, sale)
    if policy is BEST_OF and found is not None:
        assert not found.on_sale
