"""What other features tell of, as tasks count it: check-ins, days made good, friends."""

from datetime import timedelta

from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.check_ins import check_in, make_up
from saleor_loyalty.flows.engagement import save
from saleor_loyalty.flows.points import adjust_points
from tests.flows.balances import sums
from tests.flows.referrals import back, bring, buys, programme, somebody, time_passes
from tests.flows.tasks import run_of, step, task, work
from tests.shop import NOON, Shop

DAY = timedelta(days=1)
CHECK_INS = {
    "name": {"en": "Every day"},
    "days": [*[None] * 9, {"growth": 1}],
    "make_up": {"points": 5},
    "channel": "web",
}


def test_days_that_were_checked_in_and_made_good(ada: Member) -> None:
    save(Subject.CHECK_INS, CHECK_INS, enabled=True, actor="staff", now=NOON - 9 * DAY)
    adjust_points(ada, 20, reason="x", source="x", actor="staff", now=NOON)
    task("days", counts={"kind": "check_ins"}, steps=[step(3)])
    task("all", counts={"kind": "check_ins", "made_up": True}, steps=[step(3)])
    for day in (0, 2):
        check_in(ada, now=NOON + day * DAY)
        check_in(ada, now=NOON + day * DAY)
        work(NOON + day * DAY)
    assert (run_of(ada, "days"), run_of(ada, "all")) == (("running", 2), ("running", 2))
    make_up(ada, (NOON + DAY).date(), now=NOON + 2 * DAY)
    work(NOON + 2 * DAY)
    assert (run_of(ada, "days"), run_of(ada, "all")) == (("running", 2), ("done", 3))
    assert sums(ada)[0] == 20 - 5 + 10


def test_friends_count_once_their_order_is_safe(shop: Shop, ada: Member) -> None:
    programme(referrer=None)
    task(
        "friends",
        counts={"kind": "friends"},
        steps=[step(1, 7)],
        refunds="take_back",
        ends_at=NOON + 300 * DAY,
    )
    friend = somebody("friend")
    bring(ada, friend)
    order = buys(friend)
    work()
    assert run_of(ada, "friends") is None
    late = NOON + 60 * DAY
    time_passes(late)
    work(late)
    assert (run_of(ada, "friends"), sums(ada)[0]) == (("done", 1), 7)
    back(order, at=late)
    work(late)
    assert (run_of(ada, "friends"), sums(ada)[0]) == (("running", 0), 0)
