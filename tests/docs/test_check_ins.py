"""docs/check-ins.md, step by step."""

import json
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import check_ins as flow
from saleor_loyalty.flows.check_in_days import standing
from saleor_loyalty.flows.engagement import save
from tests.docs.play import block, page, story
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.shop import NOON

TEXT = page("check-ins.md")
CONFIG = json.loads(block(TEXT, "json config"))


def test_the_story(ada: Member) -> None:
    long_ago = NOON - timedelta(days=60)
    event_rules(now=long_ago)
    save(Subject.CHECK_INS, CONFIG, enabled=True, actor="user:9", now=long_ago)
    Member.objects.update(joined_at=long_ago)
    for when, zone, act, gets, streak, points in story(TEXT, "The story"):
        now = datetime.strptime(f"2026 {when}", "%Y %d %B, %H:%M").replace(tzinfo=UTC)
        Member.objects.update(time_zone=zone)
        ada.refresh_from_db()
        assert _act(ada, act, now) == gets, (when, act)
        found = standing(ada, now=now)
        assert found is not None
        assert (str(found.streak), str(sums(ada)[0])) == (streak, points), (when, act)


def _act(ada: Member, act: str, now: datetime) -> str:
    before = sums(ada)[0]
    try:
        with transaction.atomic():
            if act == "checks in":
                flow.check_in(ada, now=now)
            else:
                flow.make_up(ada, _day_in(act), now=now)
    except LoyaltyError:
        return "refused"
    return str(sums(ada)[0] - before) if sums(ada)[0] != before else "nothing"


def _day_in(act: str) -> date:
    day = act.removeprefix("makes ").removesuffix(" good")
    return datetime.strptime(f"2026 {day}", "%Y %d %B").replace(tzinfo=UTC).date()
