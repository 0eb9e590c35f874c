"""What a member sees of the friends they bring, and what is still to be had."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import Referral, ReferralState
from saleor_loyalty.flows.referral_page import earned_by, page_of, ways
from saleor_loyalty.flows.ways import WayKind, WayState
from saleor_loyalty.flows.ways_to_earn import WAYS
from saleor_loyalty.values.points import Unit
from tests.flows.referrals import DAY, bring, buys, code_of, programme, somebody, time_passes
from tests.shop import NOON


def test_who_is_where_and_what_they_brought(ada: Member, bob: Member) -> None:
    programme(referrer={"points": 200, "growth": 7}, caps={"month": 3, "ever": 2})
    code = code_of(ada)
    friends = [bob, somebody("cleo"), somebody("dan")]
    referrals = [bring(ada, friend) for friend in friends]
    buys(bob)
    time_passes(NOON + 14 * DAY)
    buys(friends[1], at=NOON + 14 * DAY)
    page = page_of(ada, now=NOON + 14 * DAY)
    assert page is not None
    assert page.code is not None
    assert (page.code.code, page.may_bring, page.rewarded) == (code, True, 1)
    counts = {state.value: count for state, count in page.by_state.items() if count}
    assert counts == {"registered": 1, "ordered": 1, "rewarded": 1}
    assert page.earned == {Unit.POINTS: 200, Unit.GROWTH: 7}
    assert (page.left_this_month, page.left_ever) == (2, 1)
    assert earned_by(ada, referrals) == {referrals[0].pk: 200}
    # What they had as friends themselves is not what they earned by friends.
    mine = page_of(bob, now=NOON + 14 * DAY)
    assert mine is not None
    assert (mine.earned[Unit.POINTS], mine.code) == (0, None)


def test_the_way_to_the_next_milestone(ada: Member, bob: Member) -> None:
    programme(caps={"ever": 3})
    bring(ada, bob)
    buys(bob)
    time_passes(NOON + 14 * DAY)
    (way,) = ways(ada, NOON + 14 * DAY)
    assert (way.kind, way.state, way.progress, way.goal) == (WayKind.REFERRAL, WayState.OPEN, 1, 3)
    assert way.gift is not None
    assert way.gift.points == 200
    assert ways in WAYS


def test_over_the_cap_there_is_nothing_to_be_had(ada: Member, bob: Member) -> None:
    programme(caps={"ever": 1})
    bring(ada, bob)
    buys(bob)
    time_passes(NOON + 14 * DAY)
    (way,) = ways(ada, NOON + 14 * DAY)
    assert way.state is WayState.DONE


def test_who_may_bring_nobody_has_no_such_way(ada: Member) -> None:
    programme(gate={"tiers": ["gold"]})
    assert list(ways(ada, NOON)) == []
    programme(enabled=False)
    assert list(ways(ada, NOON)) == []


def test_as_many_questions_for_many_friends(ada: Member, bob: Member) -> None:
    programme()
    bring(ada, bob)
    asked = []
    for names in ((), ("cleo", "dan", "eve", "fay")):
        for name in names:
            bring(ada, somebody(name))
        with CaptureQueriesContext(connection) as queries:
            page_of(ada, now=NOON)
            earned_by(ada, Referral.objects.filter(state=ReferralState.REGISTERED))
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 8
