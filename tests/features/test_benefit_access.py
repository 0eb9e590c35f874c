"""Who may buy what, and from when."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_loyalty.features.benefits.access import FREE, access
from saleor_loyalty.features.benefits.held import Held
from saleor_loyalty.features.benefits.items import Item
from saleor_loyalty.features.benefits.kinds import BenefitBase
from tests.features.benefits import benefit, held

OPENS = datetime(2026, 12, 1, 10, tzinfo=UTC)
DROP = Item("drop", "drop-1", ("shoes",), ("autumn",))


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def early(before: int, **more: object) -> BenefitBase:
    return benefit("early_access", hours=before, **more)


def dated(before: int) -> BenefitBase:
    return early(before, opens_at=OPENS.isoformat(), collections=["autumn"])


GOLD, SILVER = held("tier:gold", dated(48)), held("tier:silver", dated(24))
SHOP = [SILVER, GOLD]


@pytest.mark.parametrize(
    ("mine", "before", "allowed", "opens_before", "with_"),
    [
        ([], 1, False, 0, ["Silver", "Gold"]),
        ([], 0, True, None, []),
        ([SILVER], 25, False, 24, ["Gold"]),
        ([SILVER], 24, True, None, []),
        ([GOLD], 49, False, 48, []),
        ([GOLD], 48, True, None, []),
        ([SILVER, GOLD], 48, True, None, []),
        ([], 100, False, 0, ["Silver", "Gold"]),
    ],
)
def test_before_everybody(
    mine: list[Held], before: int, allowed: bool, opens_before: int | None, with_: list[str]
) -> None:
    found = access(DROP, mine, SHOP, OPENS - hours(before))
    assert found.allowed is allowed
    assert found.opens_at == (OPENS - hours(opens_before) if opens_before is not None else None)
    assert [name.get("en") for name in found.with_] == with_


def test_the_day_it_opens_is_the_shops() -> None:
    evening = early(24, opens_at="2026-12-01T20:00:00+00:00", collections=["autumn"])
    shanghai = held("tier:gold", evening, zone="Asia/Shanghai")
    opens_at = access(DROP, [], [shanghai], OPENS).opens_at
    assert opens_at is not None
    assert (opens_at.day, opens_at.hour) == (2, 4)


@pytest.mark.parametrize(
    ("mine", "after", "allowed"),
    [([], 47, False), ([], 48, True), ([24], 23, False), ([24], 24, True), ([48], 0, True)],
)
def test_what_is_new_in_the_shop(mine: list[int], after: int, allowed: bool) -> None:
    """Who has the most hours may buy at once, everybody else so much later."""
    shop = [held("tier:silver", early(24)), held("tier:gold", early(48))]
    item = Item("new", published_at=OPENS)
    holders = [held("tier:x", early(one)) for one in mine]
    assert access(item, holders, shop, OPENS + hours(after)).allowed is allowed


def test_what_came_nobody_knows_when_waits_for_nobody() -> None:
    assert access(Item("old"), [], [held("tier:gold", early(24))], OPENS) == FREE


def test_only_members() -> None:
    gold = held("tier:gold", benefit("members_only", categories=["shoes"]))
    plus = held("plan:plus", benefit("members_only", products=["drop"]))
    refused = access(DROP, [], [gold, plus], OPENS)
    assert (refused.allowed, refused.opens_at) == (False, None)
    assert [name.get("en") for name in refused.with_] == ["Gold", "Plus"]
    # Any of them is enough.
    assert access(DROP, [plus], [gold, plus], OPENS) == FREE
    assert access(Item("hat"), [], [gold, plus], OPENS) == FREE


def test_only_members_and_of_them_some_earlier() -> None:
    only = benefit("members_only", collections=["autumn"])
    silver, gold = held("tier:silver", only), held("tier:gold", only, dated(48))
    early_on, opened = OPENS - hours(1), OPENS
    who = {"nobody": [], "silver": [silver], "gold": [gold]}
    found = {
        name: [access(DROP, mine, [silver, gold], at).allowed for at in (early_on, opened)]
        for name, mine in who.items()
    }
    assert found == {"nobody": [False, False], "silver": [False, True], "gold": [True, True]}


@given(
    shop=st.lists(st.tuples(st.integers(1, 100), st.booleans()), max_size=4),
    mine=st.sets(st.integers(0, 3)),
    at=st.integers(-150, 150),
)
def test_who_holds_more_never_waits_longer(
    shop: list[tuple[int, bool]], mine: set[int], at: int
) -> None:
    item = Item("drop", "drop-1", ("shoes",), ("autumn",), published_at=OPENS)
    offered = [
        held(f"tier:t{number}", dated(before) if fixed else early(before))
        for number, (before, fixed) in enumerate(shop)
    ]
    holders = [offered[number] for number in sorted(mine) if number < len(offered)]
    now = OPENS + hours(at)
    everybody, member = access(item, [], offered, now), access(item, holders, offered, now)
    assert member.allowed or not everybody.allowed
    assert (
        member.opens_at is None
        or everybody.opens_at is None
        or (now < member.opens_at <= everybody.opens_at)
    )
