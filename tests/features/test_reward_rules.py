"""What rewards cost, who may have them, what goes back. Without a database."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.rewards.config import RewardConfig
from saleor_loyalty.features.rewards.kinds import KINDS, Way, chosen_currency
from saleor_loyalty.features.rewards.periods import Per, begins_at
from saleor_loyalty.features.rewards.rules import Shelf, Standing, price, why_not
from saleor_loyalty.features.rewards.shares import owed_back

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
SHELF = Shelf(active=True, starts_at=None, ends_at=None, stock=None, taken=0)
GIVES: dict[str, dict[str, Any]] = {
    "coupon": {"kind": "coupon", "amount": {"USD": 500}},
    "free_shipping": {"kind": "free_shipping", "currencies": ["USD"]},
    "gift_card": {"kind": "gift_card", "amount": {"USD": 500}},
    "lottery_ticket": {"kind": "lottery_ticket", "lottery": "spring"},
    "partner_code": {"kind": "partner_code", "code_list": "cinema"},
    "product": {"kind": "product", "variant_id": "v1"},
    "service": {"kind": "service"},
    "tier_upgrade": {"kind": "tier_upgrade", "tier": "gold"},
}


def config(**more: Any) -> RewardConfig:
    given_ = {"name": {"en": "A gift"}, "points": 300, "gives": GIVES["coupon"], **more}
    return RewardConfig.model_validate(given_)


@pytest.mark.parametrize("kind", GIVES)
def test_every_kind_is_read_and_written_the_same(kind: str) -> None:
    read = config(gives=GIVES[kind])
    assert read.gives.kind == kind
    assert RewardConfig.model_validate(read.to_json()) == read


def test_every_kind_is_tried_here() -> None:
    assert len(KINDS) == len(GIVES)


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        ("coupon", Way.BY_HOST),
        ("free_shipping", Way.BY_HOST),
        ("gift_card", Way.BY_HOST),
        ("product", Way.BY_ORDER),
        ("service", Way.AT_ONCE),
        ("tier_upgrade", Way.AT_ONCE),
        ("partner_code", Way.AT_ONCE),
        ("lottery_ticket", Way.AT_ONCE),
    ],
)
def test_how_each_kind_comes_to_the_member(kind: str, way: Way) -> None:
    assert config(gives=GIVES[kind]).gives.way is way


@pytest.mark.parametrize(
    ("fault", "place"),
    [
        ({"name": {}}, "name"),
        ({"points": -1}, "points"),
        ({"points": 1.5}, "points"),
        ({"points": True}, "points"),
        ({"pictures": [{"url": "http://shop.example/a.png"}]}, "pictures"),
        ({"pictures": [{"url": "javascript:alert(1)"}]}, "pictures"),
        ({"pictures": [{"url": 'https://shop.example/"onload="x'}]}, "pictures"),
        ({"prices": [{"points": 5}]}, "prices"),
        ({"limits": {"per_member": 0}}, "limits"),
        ({"limits": {"per_period": {"times": 1, "per": "fortnight"}}}, "limits"),
        ({"gives": {"kind": "unicorn"}}, "gives"),
        ({"gives": {"kind": "coupon"}}, "gives"),
        ({"gives": {"kind": "coupon", "amount": {"USD": 5}, "basis_points": 5}}, "gives"),
        ({"gives": {"kind": "coupon", "basis_points": 500}}, "gives"),
        ({"gives": {"kind": "coupon", "amount": {"XXY": 5}}}, "gives"),
        ({"gives": {"kind": "coupon", "amount": {"USD": 5}, "minimum": {"EUR": 5}}}, "gives"),
        ({"gives": {"kind": "gift_card", "amount": {}}}, "gives"),
        ({"gives": {"kind": "free_shipping", "currencies": []}}, "gives"),
        ({"gives": {"kind": "product", "variant_id": "v", "hold_minutes": 0}}, "gives"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(fault: dict[str, Any], place: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        config(**fault)
    assert place in str(refusal.value)


@pytest.mark.parametrize(
    ("tier", "cheaper", "days", "points"),
    [
        (None, 0, 0, 300),
        ("silver", 0, 0, 300),
        ("gold", 0, 0, 250),
        ("gold", 15, 0, 213),
        (None, 10, 0, 270),
        (None, 100, 0, 0),
        (None, 0, 10, 199),
        ("gold", 0, 10, 199),
        ("silver", 33, 10, 101),
        (None, 0, 20, 300),
    ],
)
def test_the_price_by_tier_date_and_benefit(
    tier: str | None, cheaper: int, days: int, points: int
) -> None:
    """199 from the tenth day on until before the twentieth, 150 in silver."""
    reward = config(
        points_by_tier={"gold": 250},
        prices=[
            {
                "from": (NOON + timedelta(days=10)).isoformat(),
                "until": (NOON + timedelta(days=20)).isoformat(),
                "points": 199,
                "points_by_tier": {"silver": 150},
            }
        ],
    )
    assert price(reward, tier, cheaper, NOON + timedelta(days=days)) == points


@pytest.mark.parametrize(
    ("shelf", "standing", "quantity", "refusal"),
    [
        ({}, {}, 1, None),
        ({"active": False}, {}, 1, (Code.NOT_FOUND, "This reward is not offered now.")),
        ({"starts_at": NOON + timedelta(seconds=1)}, {}, 1, (Code.NOT_FOUND, None)),
        ({"starts_at": NOON}, {}, 1, None),
        ({"ends_at": NOON}, {}, 1, (Code.NOT_FOUND, None)),
        ({"ends_at": NOON + timedelta(seconds=1)}, {}, 1, None),
        ({"stock": 5, "taken": 5}, {}, 1, (Code.LIMIT_EXCEEDED, "None are left.")),
        ({"stock": 5, "taken": 4}, {}, 1, None),
        ({"stock": 5, "taken": 4}, {}, 2, (Code.LIMIT_EXCEEDED, "1 piece is left.")),
        ({"stock": 5, "taken": 2}, {}, 4, (Code.LIMIT_EXCEEDED, "3 pieces are left.")),
        ({}, {"mine": 3}, 1, None),
        (
            {},
            {"mine": 3},
            2,
            (Code.LIMIT_EXCEEDED, "Each member can have 4 of these."),
        ),
        ({}, {"mine_in_period": 2}, 1, (Code.LIMIT_EXCEEDED, None)),
        ({"in_period": 9}, {}, 1, None),
        ({"in_period": 9}, {}, 2, (Code.LIMIT_EXCEEDED, None)),
        ({}, {"available": 300}, 1, None),
        ({}, {"available": 180}, 1, (Code.NOT_ENOUGH_POINTS, "You are 120 points short.")),
        ({}, {"available": 299}, 1, (Code.NOT_ENOUGH_POINTS, "You are 1 point short.")),
        ({}, {"available": 400}, 2, (Code.NOT_ENOUGH_POINTS, "You are 200 points short.")),
    ],
)
def test_why_somebody_cannot_have_it(
    shelf: dict[str, Any],
    standing: dict[str, Any],
    quantity: int,
    refusal: tuple[Code, str | None] | None,
) -> None:
    reward = config(
        limits={
            "per_member": 4,
            "per_member_and_period": {"times": 2, "per": "month"},
            "per_period": {"times": 10, "per": "day"},
        }
    )
    if quantity == 2 and "mine" not in standing:
        reward = config(limits={"per_period": {"times": 10, "per": "day"}})
    found = why_not(
        reward,
        Shelf(**{**_fields(SHELF), **shelf}),
        Standing(**{"available": 10_000, **standing}),
        quantity,
        NOON,
    )
    if refusal is None:
        assert found is None
        return
    assert found is not None
    assert found.code is refusal[0]
    assert refusal[1] in (None, found.message)


def _fields(shelf: Shelf) -> dict[str, Any]:
    return {name: getattr(shelf, name) for name in shelf.__slots__}


@pytest.mark.parametrize(
    ("gate", "holders", "enters"),
    [
        ({}, set(), True),
        ({"tiers": ["gold"]}, set(), False),
        ({"tiers": ["gold"]}, {"tier:gold"}, True),
        ({"tiers": ["gold", "silver"]}, {"tier:silver"}, True),
        ({"plans": ["plus"]}, {"tier:plus"}, False),
        ({"plans": ["plus"]}, {"plan:plus"}, True),
        ({"segments": ["vip"]}, {"plan:plus"}, False),
        ({"segments": ["vip"]}, {"segment:vip"}, True),
        ({"segments": ["vip"], "tiers": ["gold"]}, {"tier:gold"}, True),
        ({"segments": ["vip"], "tiers": ["gold"]}, {"segment:vip"}, True),
        ({"segments": ["vip"], "tiers": ["gold"]}, {"plan:plus"}, False),
    ],
)
def test_gates(gate: dict[str, Any], holders: set[str], enters: bool) -> None:
    standing = Standing(available=300, holders=frozenset(holders))
    found = why_not(config(gate=gate), SHELF, standing, 1, NOON)
    assert (found is None) is enters
    assert found is None or found.code is Code.FORBIDDEN


@pytest.mark.parametrize(
    ("kind", "given_", "chosen"),
    [
        ("coupon", "", "USD"),
        ("coupon", "USD", "USD"),
        ("coupon", "EUR", Code.CURRENCY_NOT_SUPPORTED),
        ("service", "", ""),
    ],
)
def test_the_currency_is_the_only_one_or_the_one_asked_for(
    kind: str, given_: str, chosen: str | Code
) -> None:
    gives = config(gives=GIVES[kind]).gives
    if isinstance(chosen, Code):
        with pytest.raises(LoyaltyError) as refusal:
            chosen_currency(gives, given_)
        assert refusal.value.code is chosen
    else:
        assert chosen_currency(gives, given_) == chosen


@pytest.mark.parametrize(
    ("per", "begins"),
    [
        (Per.DAY, "2026-03-10T00:00"),
        (Per.WEEK, "2026-03-09T00:00"),
        (Per.MONTH, "2026-03-01T00:00"),
        (Per.QUARTER, "2026-01-01T00:00"),
        (Per.YEAR, "2026-01-01T00:00"),
    ],
)
def test_periods_begin_at_a_midnight_of_the_shop(per: Per, begins: str) -> None:
    assert f"{begins_at(per, NOON, ZoneInfo('UTC')):%Y-%m-%dT%H:%M}" == begins
    tokyo = ZoneInfo("Asia/Tokyo")
    late = datetime(2026, 3, 10, 16, tzinfo=UTC)  # the eleventh there
    assert begins_at(Per.DAY, late, tokyo) == datetime(2026, 3, 10, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("points", "quantity", "kept", "share", "back"),
    [
        (300, 1, 1, Fraction(0), 0),
        (300, 1, 0, Fraction(0), 300),
        (301, 3, 2, Fraction(0), 100),
        (301, 3, 1, Fraction(0), 200),
        (301, 3, 0, Fraction(0), 301),
        (333, 1, 1, Fraction(1, 2), 166),
        (333, 2, 1, Fraction(1, 2), 249),
        (333, 2, 2, Fraction(1), 333),
        (1, 1, 1, Fraction(99, 100), 0),
        (5, 0, 0, Fraction(0), 5),
    ],
)
def test_what_goes_back(points: int, quantity: int, kept: int, share: Fraction, back: int) -> None:
    assert owed_back(points, quantity, kept, share) == back


@given(
    st.integers(0, 10**6),
    st.integers(1, 20),
    st.lists(st.fractions(0, 1), min_size=1, max_size=5),
)
def test_more_back_never_means_fewer_points_and_all_means_all(
    points: int, quantity: int, shares: list[Fraction]
) -> None:
    told = [
        owed_back(points, quantity, kept, share)
        for kept in range(quantity, -1, -1)
        for share in [max(shares)]
    ]
    assert told == sorted(told)
    rising = [owed_back(points, quantity, quantity, share) for share in sorted(shares)]
    assert rising == sorted(rising)
    assert owed_back(points, quantity, 0, shares[0]) == points
    assert owed_back(points, quantity, quantity, Fraction(0)) == 0
