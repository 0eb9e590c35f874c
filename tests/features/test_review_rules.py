"""What stars come to, and who may tell of reviews from outside."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.reviews.config import ReviewConfig
from saleor_loyalty.features.reviews.rules import STARS, average, plain
from saleor_loyalty.features.reviews.signature import check, sign
from tests.shop import NOON

NOW = int(NOON.timestamp())


@pytest.mark.parametrize(
    ("stars", "expected"),
    [
        ({}, None),
        ({5: 1}, "5.00"),
        ({5: 2, 4: 1}, "4.67"),
        ({1: 1, 2: 1, 3: 1}, "2.00"),
        # Half up: 4.625 and 4.005.
        ({5: 5, 4: 3}, "4.63"),
        ({4: 199, 5: 1}, "4.01"),
    ],
)
def test_the_average(stars: dict[int, int], expected: str | None) -> None:
    assert average(stars) == (Decimal(expected) if expected else None)


@given(st.dictionaries(st.sampled_from(STARS), st.integers(0, 10**9), min_size=1))
def test_it_is_off_by_half_a_hundredth_at_most(stars: dict[int, int]) -> None:
    count = sum(stars.values())
    found = average(stars)
    if not count:
        assert found is None
        return
    exact = Fraction(sum(rating * number for rating, number in stars.items()), count)
    assert found is not None
    assert -Fraction(1, 200) < Fraction(found) - exact <= Fraction(1, 200)


@given(st.text(max_size=60))
def test_what_is_kept_can_be_printed_and_is_kept_as_it_is(text: str) -> None:
    try:
        kept = plain(text, field="text", longest=60, lines=True)
    except LoyaltyError:
        kept = ""
    assert plain(kept, field="text", longest=60, lines=True) == kept
    assert "\x00" not in kept
    assert kept.encode().decode() == kept


def refused(header: str, body: bytes = b"{}", *, now: timedelta = timedelta()) -> bool:
    try:
        check(header, body, secrets=("old", "new"), now=NOON + now)
    except LoyaltyError as refusal:
        return refusal.code is Code.FORBIDDEN
    return False


def test_who_knows_a_secret_may_tell_now() -> None:
    right = f"t={NOW},v1={sign('new', NOW, b'{}')}"
    assert not refused(right)
    assert not refused(f"t={NOW}, v1={sign('lost', NOW, b'{}')}, v1={sign('old', NOW, b'{}')}")
    for apart in (-300, 300):
        assert not refused(right, now=timedelta(seconds=apart))
    for apart in (-301, 301):
        assert refused(right, now=timedelta(seconds=apart))
    assert refused(right, b"{} ")
    # The time is signed as well.
    assert refused(f"t={NOW + 1},v1={sign('new', NOW, b'{}')}")


@pytest.mark.parametrize(
    "header",
    [
        "",
        "t=,v1=",
        "v1=00",
        f"t={NOW}",
        f"t={NOW},v1=",
        f"t=-{NOW},v1=00",
        f"t={NOW},v2=00",
        "t=٣,v1=0",
        f"t={NOW},v1={sign('other', NOW, b'{}')}",
        f"t={NOW},v1=ö",
        f"t={'9' * 400},v1=0",
    ],
)
def test_nobody_else_may(header: str) -> None:
    assert refused(header)


@pytest.mark.parametrize(
    "wrong",
    [
        {"gift": {}},
        {"gift": {"points": -1}},
        {"opens": {"kind": "delivered"}},
        {"opens": {"kind": "paid"}},
        {"closes_after_days": 0},
        {"approve_from": 6},
        {"pictures": {"most": 11}},
        {"pictures": {"types": ["image/svg+xml"]}},
        {"pictures": {"largest": 50_000_000}},
        {"caps": [{"period": "decade", "points": 1}]},
        {"points": 3},
    ],
)
def test_a_setting_that_is_none(wrong: dict[str, object]) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        ReviewConfig.parse(wrong)
    assert refusal.value.code is Code.INVALID
