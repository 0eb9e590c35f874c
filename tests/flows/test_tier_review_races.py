"""A review and what members do, at the same moment."""

from datetime import UTC, datetime, timedelta

import pytest

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import Standing, TierMove
from saleor_loyalty.flows import tier_review
from saleor_loyalty.flows.members import find_or_join
from tests.conftest import customer
from tests.flows.ladders import THREE, buy, set_ladder, tier_of
from tests.ledger.threads import together
from tests.shop import NOON, Shop

A_YEAR_ON = datetime(2027, 3, 11, tzinfo=UTC)


@pytest.mark.django_db(transaction=True)
def test_what_is_bought_while_the_night_looks_is_not_forgotten(programme: None, shop: Shop) -> None:
    """The old order counts no more, the new one does: in whatever order both are worked out."""
    set_ladder(THREE)
    for number in range(5):
        ada = find_or_join(customer(shop, f"ada{number}"), now=NOON)
        buy(ada, 500, f"old{number}")
        together(
            lambda: tier_review.review_due(now=A_YEAR_ON),
            lambda ada=ada, number=number: buy(ada, 1000, f"new{number}", at=A_YEAR_ON),
        )
        assert tier_of(ada) == "gold"
        due = Standing.objects.get(pk=ada.pk).review_at
        assert due == datetime(2028, 3, 12, tzinfo=UTC)
        # A year on nothing of both is left, whoever wrote the date last.
        tier_review.review_due(now=due)
        assert tier_of(ada) is None


@pytest.mark.django_db(transaction=True)
def test_two_nightly_runs_at_once_move_everybody_once(programme: None, shop: Shop) -> None:
    set_ladder(THREE)
    people = [find_or_join(customer(shop, f"m{number}"), now=NOON) for number in range(4)]
    for number, member in enumerate(people):
        buy(member, 500, f"o{number}")
    together(*[lambda: tier_review.review_due(now=A_YEAR_ON)] * 2)
    # What the other held when one looked is found by the next run.
    tier_review.review_due(now=A_YEAR_ON + timedelta(minutes=15))
    assert not Member.objects.exclude(tier=None).exists()
    assert TierMove.objects.filter(to_tier=None).count() == 4
