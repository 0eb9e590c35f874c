"""What it costs to give everybody something."""

from datetime import UTC, datetime
from typing import Any

from django.db import connection

from benchmarks.jobs.clock import timed
from benchmarks.shop import NOW
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.flows import engagement
from saleor_loyalty.flows.occasion_days import find_due
from saleor_loyalty.flows.occasion_gifts import give_due
from saleor_loyalty.flows.rewards import Placing, create_reward

# A year after everybody has joined (`sql/members.sql`).
_NIGHT = datetime(2027, 1, 1, 6, tzinfo=UTC)
_COUPON = {
    "name": {"en": "Five off"},
    "points": 0,
    "gifts_only": True,
    "gives": {"kind": "coupon", "amount": {"USD": 500}, "valid_days": 30},
}


def keep() -> dict[str, Any]:
    create_reward("five", _COUPON, Placing(), active=True)
    joined = {"gift": {"points": 50, "reward": "five"}}
    engagement.save(Subject.OCCASIONS, {"joined": joined}, enabled=True, actor="bench", now=NOW)
    connection.close()
    return {}


def night() -> dict[str, Any]:
    """`done` is how many were given something."""

    def found_and_given() -> int:
        find_due(now=_NIGHT)
        return give_due(now=_NIGHT)

    return timed(found_and_given)
