"""A shop where sharing pays, in few words."""

from datetime import datetime, timedelta
from typing import Any

from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.shares.models import ShareLink
from saleor_loyalty.flows.engagement import save
from saleor_loyalty.flows.shares import share, visit
from saleor_loyalty.ledger.accounts import account_id
from saleor_loyalty.ledger.models import Entry
from saleor_loyalty.values.points import Unit
from tests.shop import NOON

CHROME = "Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36"
PAGE = "/products/red-shoe"


def offer(*, enabled: bool = True, **config: Any) -> None:
    """2 points a visit, three a day; 50 for a first order, 14 days after it is fulfilled."""
    document = {
        "visit": {"gift": {"points": 2}, "a_day": 3},
        "order": {"gift": {"points": 50}},
        "channel": "web",
        **config,
    }
    save(Subject.SHARES, document, enabled=enabled, actor="user:9", now=NOON - timedelta(days=400))


def link_of(member: Member, page: str = PAGE, **more: Any) -> ShareLink:
    return share(member, page, **{"now": NOON, **more})


def come(
    link: ShareLink,
    *visitors: str,
    now: datetime = NOON,
    user_agent: str = CHROME,
    viewer: Member | None = None,
) -> None:
    for visitor in visitors:
        visit(link.code, visitor, user_agent=user_agent, viewer=viewer, now=now)


def told_last(member: Member) -> dict[str, object]:
    """What the newest entry of the member's points says."""
    entries = Entry.objects.filter(account_id=account_id(member.pk, Unit.POINTS))
    return dict(entries.latest("seq").data)


def numbers(link: ShareLink) -> tuple[int, int]:
    """(visits, counted)"""
    link.refresh_from_db()
    return link.visits, link.counted
