"""Lotteries as tests have them, in few words."""

from datetime import timedelta
from typing import Any

from saleor_loyalty.features.lottery.models import Lottery
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.lotteries import Tickets, buy_tickets, create_lottery, open_lottery
from saleor_loyalty.flows.points import adjust_points
from tests.shop import NOON

SEED = bytes(range(32))
BIKE = {"slug": "bike", "kind": "by_hand", "stock": 1, "name": {"en": "A bike"}}
POINTS = {"slug": "points", "kind": "points", "stock": 2, "points": 500}
COUPON = {"slug": "coupon", "kind": "coupon", "stock": 1, "value": 500, "currency": "USD"}
CLOSES = NOON + timedelta(days=7)


def rich(member: Member, points: int = 1000) -> Member:
    adjust_points(
        member, points, reason="welcome", source=f"welcome/{member.pk}", actor="staff", now=NOON
    )
    return member


def a_lottery(*prizes: dict[str, Any], slug: str = "spring", **config: Any) -> Lottery:
    """Open, 100 points a ticket, until a week after NOON."""
    document = {
        "name": {"en": "Spring"},
        "ticket_points": 100,
        "prizes": list(prizes) or [BIKE],
        **config,
    }
    create_lottery(slug, document, opens_at=NOON, closes_at=CLOSES)
    return open_lottery(slug, seed=SEED, now=NOON)


def buy(member: Member, count: int, key: str = "k1", slug: str = "spring") -> Tickets:
    return buy_tickets(member, slug, count, source_key=key, now=NOON)
