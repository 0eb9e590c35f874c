"""A daily check-in that ada missed a day of, and a link that bob shares."""

from datetime import timedelta
from typing import Any

from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.shares.models import ShareLink
from saleor_loyalty.flows.check_ins import check_in
from saleor_loyalty.flows.engagement import save
from saleor_loyalty.flows.shares import share
from tests.shop import NOON

CHECK_INS = {
    "name": {"en": "Every day", "de": "Jeden Tag"},
    "days": [None, {"points": 5}, {"points": 10, "growth": 1}],
    "make_up": {"points": 20},
    "channel": "web",
}
SHARES = {
    "visit": {"gift": {"points": 2}, "a_day": 3},
    "order": {"gift": {"points": 50}},
    "channel": "web",
}
CODE, PAGE = "bobs-link", "/products/tea?size=4"


def visits(ada: Member, bob: Member) -> None:
    """She was there two days ago, which gave nothing."""
    for subject, config in ((Subject.CHECK_INS, CHECK_INS), (Subject.SHARES, SHARES)):
        save(subject, config, enabled=True, actor="user:9", now=NOON - timedelta(days=9))
    check_in(ada, now=NOON - timedelta(days=2))
    link = share(bob, PAGE, now=NOON)
    ShareLink.objects.filter(pk=link.pk).update(code=CODE)


MISSED = {"day": "2026-03-09"}
SHARE = {"page": "/products/lamp", "visitor": "laptop"}
VISIT = {"code": CODE, "visitor": "v1", "userAgent": "Mozilla/5.0 Chrome/141.0"}
SAVE: dict[str, Any] = {"subject": "SHARES", "enabled": False, "config": SHARES}


def attach(checkout_id: str) -> dict[str, Any]:
    return {"code": CODE, "checkoutId": checkout_id}
