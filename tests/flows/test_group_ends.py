"""Staff end a group by hand: confirmed as it is, or cancelled with everything back."""

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.group_buys.models import Group
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.group_buy_orders import end_due, orders_changed
from saleor_loyalty.flows.group_ends import end_group
from tests.flows.balances import sums
from tests.flows.groups import (
    CLOSES,
    MINUTES,
    an_offer,
    counts,
    deliver,
    in_basket,
    join,
    lead,
    order_of,
    seats,
    told,
)
from tests.flows.lottery import rich
from tests.shop import NOON

MISSING: tuple[set[str], set[str], set[str]] = (set(), set(), set())


@pytest.fixture
def first(ada: Member, bob: Member) -> str:
    """The order that ada has paid; bob has a seat, and its line in his checkout."""
    an_offer(stake_points=100, size=3)
    rich(ada)
    rich(bob)
    mine = lead(ada)
    in_basket(join(bob))
    orders_changed([order_of(mine)], now=NOON)
    return f"o{mine.pk}"


def end(*, confirm: bool, reason: str = "sold out", code: str = "") -> Group:
    code = code or Group.objects.get().code
    return end_group(code, confirm=confirm, reason=reason, actor="staff:1", now=NOON)


def refusal(**given: object) -> tuple[Code, str | None]:
    with pytest.raises(LoyaltyError) as refused:
        end(**given)  # type: ignore[arg-type]
    return refused.value.code, refused.value.field


def audit() -> tuple[str, str]:
    return Group.objects.values_list("ended_by", "ended_because").get()


def test_what_is_paid_is_confirmed_and_who_has_not_paid_gets_the_stake_back(
    first: str, ada: Member, bob: Member
) -> None:
    end(confirm=True)
    end(confirm=True, reason="again")
    deliver()
    assert (counts(), told()) == (("full", 1, 1), MISSING)
    assert seats() == [("confirmed", ""), ("returned", "ended by the shop")]
    assert (sums(ada), sums(bob)) == ((900, 0, 0, 0), (1000, 0, 0, 0))
    assert audit() == ("staff:1", "sold out")
    assert refusal(confirm=False) == (Code.INVALID, "id")


def test_everything_is_cancelled(first: str, ada: Member, bob: Member) -> None:
    for _ in range(2):
        end(confirm=False)
        deliver()
    assert (counts()[0], told()) == ("failed", (set(), {first}, {first}))
    assert {reason for _, reason in seats()} == {"ended by the shop"}
    assert (sums(ada), sums(bob)) == ((1000, 0, 0, 0), (1000, 0, 0, 0))
    assert audit() == ("staff:1", "sold out")
    assert refusal(confirm=True) == (Code.INVALID, "id")
    assert end_due(now=CLOSES + 20 * MINUTES, limit=9) == 0


def test_a_payment_on_its_way_counts(first: str, bob: Member) -> None:
    """The order was known before, and the fact of its payment was lost."""
    second = bob.group_seats.get()
    orders_changed([order_of(second, paid_at=None)], now=NOON)
    order_of(second)
    end(confirm=True)
    deliver()
    assert (counts(), sums(bob)) == (("full", 2, 2), (900, 0, 0, 0))


def test_what_is_refused_changes_nothing(first: str) -> None:
    assert refusal(confirm=True, reason=" ") == (Code.REQUIRED, "reason")
    assert refusal(confirm=True, code="nowhere") == (Code.NOT_FOUND, "id")
    assert (counts(), audit()) == (("open", 2, 1), ("", ""))


def test_nobody_has_paid(ada: Member) -> None:
    an_offer()
    lead(ada)
    assert refusal(confirm=True) == (Code.INVALID, "confirm")
    assert counts() == ("open", 1, 0)
