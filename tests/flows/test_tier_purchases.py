"""A tier for points: both or neither."""

from datetime import UTC, datetime, timedelta

import pytest

from saleor_loyalty.errors import Code
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import TierGrant
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.tier_purchases import buy_tier
from saleor_loyalty.flows.tiers import reevaluate_many
from saleor_loyalty.ledger.models import Entry
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.ladders import buy, ladder_of, moves_of, set_ladder, tier, tier_of
from tests.ledger.threads import outcome, together
from tests.shop import NOON, Shop

SOLD = ladder_of(
    tier("silver", 500, points_price=800, points_price_months=1),
    tier("gold", 1000, points_price=2000),
    tier("black"),
)


@pytest.fixture
def sold(programme: None) -> None:
    """Silver is sold by the month for 800 points, gold for good for 2,000."""
    set_ladder(SOLD)


@pytest.fixture
def rich(sold: None, ada: Member) -> Member:
    adjust_points(ada, 5000, reason="x", source="x", actor="user:9", now=NOON)
    return ada


def bought(member: Member, slug: str = "silver", points: int = 800, source: str = "k1", at=NOON):
    return buy_tier(member, slug, points=points, source=source, now=at)


def test_the_price_is_spent_and_the_tier_given(rich: Member) -> None:
    grant = bought(rich)
    assert (grant.starts_at, grant.ends_at) == (NOON, datetime(2026, 4, 11, tzinfo=UTC))
    assert sums(rich) == (4200, 0, 0, 0)
    entry = Entry.objects.latest("occurred_at", "seq")
    assert (entry.available, entry.data) == (-800, {"reason": "tier", "tier": "silver"})
    reevaluate_many([rich.pk], now=grant.ends_at)
    assert moves_of(rich) == [(None, "silver", "points"), ("silver", None, "grant_ended")]


def test_the_same_key_again_answers_and_spends_nothing(rich: Member) -> None:
    first = bought(rich)
    assert bought(rich, at=NOON + timedelta(days=1)).pk == first.pk
    assert outcome(bought, rich, "gold", 2000, "k1") is Code.SOURCE_KEY_CONFLICT
    assert sums(rich) == (4200, 0, 0, 0)


def test_who_buys_before_the_end_prolongs_it(rich: Member) -> None:
    first = bought(rich)
    second = bought(rich, source="k2")
    assert second.starts_at == first.ends_at
    assert second.ends_at == datetime(2026, 5, 12, tzinfo=UTC)
    reevaluate_many([rich.pk], now=first.ends_at)
    assert tier_of(rich) == "silver"
    reevaluate_many([rich.pk], now=second.ends_at)
    assert moves_of(rich) == [(None, "silver", "points"), ("silver", None, "grant_ended")]


def test_who_has_as_much_is_not_sold_anything(rich: Member) -> None:
    bought(rich, "gold", 2000)
    assert outcome(bought, rich, "gold", 2000, "k2") is Code.INVALID
    assert outcome(bought, rich, "silver", 800, "k3") is Code.INVALID
    assert sums(rich) == (3000, 0, 0, 0)
    assert TierGrant.objects.count() == 1


def test_what_was_reached_is_not_sold(rich: Member) -> None:
    buy(rich, 500, "o1")
    assert outcome(bought, rich) is Code.INVALID
    assert moves_of(rich) == [(None, "silver", "reached")]


@pytest.mark.parametrize(
    ("slug", "points", "code"),
    [
        ("black", 1, Code.NOT_FOUND),
        ("platinum", 1, Code.NOT_FOUND),
        ("silver", 799, Code.CHANGED_MEANWHILE),
        ("silver", 801, Code.CHANGED_MEANWHILE),
    ],
)
def test_what_is_not_sold_so(rich: Member, slug: str, points: int, code: Code) -> None:
    assert outcome(bought, rich, slug, points) is code
    assert sums(rich) == (5000, 0, 0, 0)
    assert not TierGrant.objects.exists()


def test_without_the_points_there_is_no_tier(sold: None, ada: Member) -> None:
    adjust_points(ada, 799, reason="x", source="x", actor="user:9", now=NOON)
    assert outcome(bought, ada) is Code.NOT_ENOUGH_POINTS
    assert (tier_of(ada), sums(ada)) == (None, (799, 0, 0, 0))
    assert not TierGrant.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_buy_it_once(sold: None, shop: Shop) -> None:
    ada = find_or_join(customer(shop, "ada"), now=NOON)
    adjust_points(ada, 5000, reason="x", source="x", actor="user:9", now=NOON)
    first, second = together(lambda: bought(ada), lambda: bought(ada))
    assert first.pk == second.pk
    assert sums(ada) == (4200, 0, 0, 0)
