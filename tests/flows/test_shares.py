"""Shared links: who counts once, who never does, and two who come at once."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.shares.models import ShareLink, ShareVisit
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.share_ways import ways
from saleor_loyalty.flows.shares import MOST_LINKS, share, visit
from saleor_loyalty.flows.ways import WayState
from saleor_loyalty.values.gift import Gift
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.sharing import CHROME, PAGE, come, link_of, numbers, offer, told_last
from tests.ledger.threads import together
from tests.shop import NOON

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def ada(ada: Member) -> Member:
    event_rules(now=NOON - timedelta(days=60))
    return ada


def refusal(act: Any, *arguments: Any, **named: Any) -> Code:
    with pytest.raises(LoyaltyError) as refused:
        act(*arguments, **named)
    return refused.value.code


def why_not() -> list[str]:
    return list(ShareVisit.objects.order_by("pk").values_list("why_not", flat=True))


def test_a_link_for_a_member_and_a_page(ada: Member, bob: Member) -> None:
    offer()
    link = link_of(ada)
    assert len(link.code) == 10
    assert link_of(ada, now=NOON + DAY) == link
    assert len({link.code, link_of(ada, "/").code, link_of(bob).code}) == 3


def test_a_visitor_counts_once_a_member(ada: Member, bob: Member) -> None:
    offer()
    link, other, bobs = link_of(ada), link_of(ada, "/"), link_of(bob)
    come(link, "v1", "v1", "v2")
    come(other, "v1")
    come(bobs, "v1")
    assert (numbers(link), numbers(other), numbers(bobs)) == ((3, 2), (1, 0), (1, 1))
    assert (sums(ada), sums(bob)) == ((4, 0, 0, 0), (2, 0, 0, 0))
    assert told_last(ada) == {
        "reason": "share_visit",
        "event": PAGE,
    }


def test_so_many_a_day_of_the_shop(ada: Member) -> None:
    offer()
    link = link_of(ada)
    come(link, "v1", "v2", "v3", "v4")
    # A day of the member's own choosing is none.
    Member.objects.update(time_zone="Pacific/Kiritimati")
    come(link, "v5", now=NOON + MINUTE)
    assert sums(ada) == (6, 0, 0, 0)
    # Who came too late on one day has been there.
    come(link, "v4", "v6", now=NOON + DAY)
    assert (numbers(link), sums(ada)) == ((7, 4), (8, 0, 0, 0))
    assert why_not() == ["", "", "", "cap", "cap", ""]


def test_nobody_visits_themselves(ada: Member, bob: Member) -> None:
    offer()
    link = link_of(ada, visitor="laptop")
    come(link, "laptop")
    come(link, "phone", viewer=ada)
    come(link, "phone", now=NOON + DAY)
    come(link, "bobs", viewer=bob)
    assert (numbers(link), sums(ada)) == ((4, 1), (2, 0, 0, 0))


def test_a_browser_that_turns_out_to_be_ones_own_counts_no_longer(ada: Member) -> None:
    offer()
    link = link_of(ada)
    come(link, "phone", "v1")
    assert sums(ada) == (4, 0, 0, 0)
    come(link, "phone", viewer=ada)
    come(link, "phone", viewer=ada)
    assert (numbers(link), sums(ada)) == ((4, 1), (2, 0, 0, 0))
    assert told_last(ada)["reason"] == "share_visit_undone"
    share(ada, "/", visitor="v1", now=NOON)
    assert (numbers(link), sums(ada)) == ((4, 0), (0, 0, 0, 0))
    assert why_not() == ["self", "self"]


def test_programs_are_counted_as_visits_alone(ada: Member) -> None:
    offer(visit={"gift": {"points": 2}, "bots": ["HouseProbe"]})
    link = link_of(ada)
    for number, name in enumerate(("", "Googlebot/2.1", "houseprobe/1")):
        come(link, f"v{number}", user_agent=name)
    assert (numbers(link), sums(ada), why_not()) == ((3, 0), (0, 0, 0, 0), [])
    # A wrong guess costs nobody anything: the next look counts.
    come(link, "v1")
    assert sums(ada) == (2, 0, 0, 0)


def test_a_flood_of_made_up_visitors_fills_nothing(ada: Member) -> None:
    offer(visit={"gift": {"points": 2}, "a_day": 1000, "a_minute": 5})
    link, other = link_of(ada), link_of(ada, "/")
    come(link, *(f"v{number}" for number in range(8)))
    come(other, *(f"w{number}" for number in range(8)))
    assert (numbers(link), numbers(other)) == ((8, 5), (8, 0))
    assert ShareVisit.objects.count() == 5
    come(other, "w1", now=NOON + MINUTE)
    assert sums(ada) == (12, 0, 0, 0)


def test_nobody_is_found_by_what_is_kept(ada: Member) -> None:
    offer()
    come(link_of(ada), "ada@example.com")
    (kept,) = ShareVisit.objects.values_list("visitor", flat=True)
    assert kept.version != 5
    assert "ada" not in str(kept)


def test_what_is_refused_changes_nothing(ada: Member) -> None:
    assert refusal(link_of, ada) is Code.NOT_FOUND
    offer()
    assert refusal(link_of, ada, "//evil.example/") is Code.INVALID
    assert refusal(link_of, ada, visitor="v" * 201) is Code.INVALID
    link = link_of(ada)
    come_by = partial(visit, user_agent=CHROME, now=NOON)
    assert refusal(come_by, "nonesuch", "v1") is Code.NOT_FOUND
    assert refusal(come_by, "x" * 100_000, "v1") is Code.NOT_FOUND
    assert refusal(come_by, link.code, " ") is Code.REQUIRED
    assert refusal(come_by, link.code, "v" * 201) is Code.INVALID
    assert refusal(come_by, link.code, "v\x00") is Code.INVALID
    offer(gate={"tiers": ["gold"]})
    assert refusal(link_of, ada, "/") is Code.FORBIDDEN
    assert (numbers(link), sums(ada), why_not()) == ((0, 0), (0, 0, 0, 0), [])


def test_where_it_gives_nothing_visits_are_counted_alone(ada: Member) -> None:
    offer()
    link = link_of(ada)
    offer(visit=None)
    come(link, "v1")
    offer(gate={"tiers": ["gold"]})
    come(link, "v1")
    offer(enabled=False)
    come(link, "v1")
    assert (numbers(link), sums(ada), why_not()) == ((3, 0), (0, 0, 0, 0), [])


def test_nobody_shares_without_end(ada: Member) -> None:
    offer()
    ShareLink.objects.bulk_create(
        ShareLink(member=ada, page=f"/{number}", code=f"c{number}", created_at=NOON)
        for number in range(MOST_LINKS)
    )
    assert refusal(link_of, ada) is Code.LIMIT_EXCEEDED
    assert link_of(ada, "/7").code == "c7"
    assert ShareLink.objects.count() == MOST_LINKS


def test_two_accounts_of_one_person(ada: Member, bob: Member) -> None:
    offer()
    mine, same, other = link_of(ada), link_of(bob), link_of(bob, "/")
    come(mine, "v1")
    come(same, "v2")
    merge_members(bob, ada, now=NOON, actor="user:9")
    # Both links to the one page go on, and a visitor of either counts once.
    come(same, "v1", "v2", "v3")
    come(other, "v2", now=NOON + DAY)
    assert sums(ada) == (2 + 2 + 2, 0, 0, 0)
    assert ShareLink.objects.get(pk=other.pk).member == ada


def test_ways_to_earn(ada: Member) -> None:
    offer()
    come(link_of(ada), "v1", "v2")
    visits, order = ways(ada, NOON)
    assert (visits.progress, visits.goal, visits.gift) == (2, 3, Gift(points=2))
    assert (order.state, order.gift) == (WayState.OPEN, Gift(points=50))
    come(link_of(ada), "v3")
    visits, _ = ways(ada, NOON)
    assert (visits.state, visits.until) == (WayState.NOT_YET, NOON.replace(day=11, hour=0))
    offer(gate={"tiers": ["gold"]})
    assert list(ways(ada, NOON)) == []


@pytest.mark.django_db(transaction=True)
def test_the_same_visitor_twice_at_once_counts_once(ada: Member) -> None:
    offer()
    link, other = link_of(ada), link_of(ada, "/")
    together(partial(come, link, "v1"), partial(come, other, "v1"), partial(come, link, "v1"))
    assert numbers(link)[0] + numbers(other)[0] == 3
    assert numbers(link)[1] + numbers(other)[1] == 1
    assert sums(ada) == (2, 0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_the_last_of_the_day_is_one(ada: Member) -> None:
    offer(visit={"gift": {"points": 2}, "a_day": 1})
    link = link_of(ada)
    together(partial(come, link, "v1"), partial(come, link, "v2"))
    assert (numbers(link), sums(ada)) == ((2, 1), (2, 0, 0, 0))


@pytest.mark.django_db(transaction=True)
def test_two_tabs_make_one_link(ada: Member) -> None:
    offer()
    first, second = together(partial(link_of, ada), partial(link_of, ada))
    assert first == second
