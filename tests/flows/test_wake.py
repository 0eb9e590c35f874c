"""Where somebody waits for the worker it is asked for, once it can see what there is to do."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.events import wake
from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.group_buys import leave_group
from tests.flows.groups import an_offer, lead
from tests.flows.mall import WORKSHOP, get, give, reward
from tests.shop import NOON

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def seen(ada: Member) -> Iterator[list[int]]:
    """How many effects there are for the worker each time that it is asked for."""
    give(ada, 1000)
    counts: list[int] = []
    before = list(wake._asked)
    wake.by(lambda: transaction.on_commit(lambda: counts.append(OutboxEffect.objects.count())))
    yield counts
    wake._asked[:] = before


def test_when_the_shop_has_something_to_make(ada: Member, seen: list[int]) -> None:
    reward()
    before = OutboxEffect.objects.count()
    get(ada)
    assert seen == [before + 1]
    get(ada)
    assert seen == [before + 1]


def test_not_for_what_is_had_at_once_or_refused(ada: Member, seen: list[int]) -> None:
    reward("workshop", WORKSHOP)
    reward("dear", points=5000)
    get(ada, "workshop")
    with pytest.raises(LoyaltyError):
        get(ada, "dear", key="k2")
    assert seen == []


def test_when_a_seat_is_given_up(ada: Member, seen: list[int]) -> None:
    an_offer()
    seat = lead(ada)
    leave_group(ada, seat.public_id, now=NOON)
    assert len(seen) == 1
