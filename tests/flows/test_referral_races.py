"""Several at once, each with a connection of their own."""

from datetime import timedelta
from functools import partial

import pytest

from saleor_loyalty.errors import Code
from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import Referral, ReferralCode, ReferralGift
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.referral_cases import refuse
from saleor_loyalty.flows.referral_orders import due
from saleor_loyalty.flows.referral_steps import settle
from saleor_loyalty.flows.referrals import join, make_code
from saleor_loyalty.ledger.audit import audit
from tests.flows.referrals import (
    DAY,
    bring,
    buys,
    code_of,
    deliver,
    got,
    order_of,
    programme,
    somebody,
    state,
)
from tests.ledger.threads import together
from tests.shop import NOON

pytestmark = pytest.mark.django_db(transaction=True)


def audited() -> list[str]:
    found: list[str] = []
    audit(found.append)
    return found


def test_two_friends_at_once_against_a_cap(ada: Member, bob: Member) -> None:
    programme(caps={"month": 1})
    cleo = somebody("cleo")
    referrals = [bring(ada, bob), bring(ada, cleo)]
    for friend in (bob, cleo):
        buys(friend)
    together(*(partial(settle, one.pk, now=NOON + 14 * DAY) for one in referrals))
    assert (got(ada), got(bob), got(cleo)) == (200, 150, 150)
    assert Referral.objects.filter(counted=True).count() == 1
    assert audited() == []


def test_two_friends_at_once_and_one_place(ada: Member, bob: Member) -> None:
    programme(most_new=1)
    cleo, code = somebody("cleo"), code_of(ada)
    answers = together(*(partial(join, friend, code, now=NOON) for friend in (bob, cleo)))
    assert answers.count(Code.LIMIT_EXCEEDED) == 1
    assert Referral.objects.count() == 1


def test_two_friends_at_once_and_one_milestone(ada: Member, bob: Member) -> None:
    programme(milestones={"2": {"points": 1000}})
    cleo = somebody("cleo")
    referrals = [bring(ada, bob), bring(ada, cleo)]
    for friend in (bob, cleo):
        buys(friend)
    together(*(partial(settle, one.pk, now=NOON + 14 * DAY) for one in referrals))
    assert got(ada) == 1400
    assert ReferralGift.objects.filter(role="milestone:2").count() == 1


def test_one_friend_with_two_codes_at_once(ada: Member, bob: Member) -> None:
    programme()
    cleo = somebody("cleo")
    codes = [code_of(ada), code_of(bob)]
    answers = together(*(partial(join, cleo, code, now=NOON) for code in codes))
    assert answers.count(Code.INVALID) == 1
    assert (Referral.objects.count(), got(cleo)) == (1, 50)


def test_one_friend_with_one_code_twice_at_once(ada: Member, bob: Member) -> None:
    programme()
    code = code_of(ada)
    first, second = together(*[partial(join, bob, code, now=NOON)] * 2)
    assert (first, got(bob)) == (second, 50)


def test_two_who_bring_each_other_at_once(ada: Member, bob: Member) -> None:
    programme()
    codes = {member: code_of(member) for member in (ada, bob)}
    answers = together(
        partial(join, ada, codes[bob], now=NOON), partial(join, bob, codes[ada], now=NOON)
    )
    assert answers.count(Code.FORBIDDEN) == 1
    assert Referral.objects.count() == 1


def test_two_workers_on_the_friends_order(ada: Member, bob: Member) -> None:
    programme(returns={"days": 0, "since": "payment"})
    referral = bring(ada, bob)
    order = order_of(bob)
    act_on([order], now=NOON)
    act_on([order], now=NOON + timedelta(seconds=1))
    OutboxEffect.objects.update(due_at=NOON)
    together(*[partial(deliver, NOON + timedelta(seconds=1))] * 2)
    assert (state(referral)[0], got(ada), got(bob)) == ("rewarded", 200, 150)
    assert audited() == []


def test_a_day_that_runs_twice_at_once(ada: Member, bob: Member) -> None:
    programme()
    bring(ada, bob)
    buys(bob)
    at = NOON + 14 * DAY
    together(*[partial(due, now=at)] * 2)
    together(*[partial(deliver, at)] * 2)
    assert (got(ada), got(bob)) == (200, 150)


def test_staff_end_it_while_it_is_rewarded(ada: Member, bob: Member) -> None:
    programme()
    referral = bring(ada, bob)
    buys(bob)
    at = NOON + 14 * DAY
    together(
        partial(settle, referral.pk, now=at),
        partial(refuse, referral.public_id, "No", actor="user:9", now=at),
    )
    assert (state(referral)[0], got(ada), got(bob)) == ("refused", 0, 0)
    assert audited() == []


def test_one_code_asked_for_twice_at_once(ada: Member) -> None:
    programme()
    first, second = together(*[partial(make_code, ada, now=NOON)] * 2)
    assert first.code == second.code
    assert ReferralCode.objects.count() == 1
