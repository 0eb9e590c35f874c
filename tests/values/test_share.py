from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.values.share import share_out


def test_the_largest_remainder_gets_the_odd_one() -> None:
    assert share_out(25, [1999, 500, 1]) == [20, 5, 0]
    assert share_out(10, [1, 1, 1]) == [4, 3, 3]
    assert share_out(7, [0, 0]) == [7, 0]
    assert share_out(0, []) == []


@given(st.integers(0, 10**15), st.lists(st.integers(0, 10**12), min_size=1, max_size=30))
def test_nothing_is_lost_and_no_part_is_off_by_one(total: int, weights: list[int]) -> None:
    parts = share_out(total, weights)
    assert sum(parts) == total
    whole = sum(weights)
    if whole:
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part * whole - total * weight) < whole
