"""Members who bring friends, and how tests tell of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from saleor_loyalty import conf
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import Referral, ReferralGift
from saleor_loyalty.flows import engagement
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.referral_orders import due
from saleor_loyalty.flows.referrals import join, make_code
from saleor_loyalty.values.likeness import plain_address, plain_phone, trace_of
from saleor_loyalty.values.points import Unit
from tests.conftest import customer
from tests.shop import NOON, SHOP, line, paid_order

DAY = timedelta(days=1)
# The order's own points are out of the way: nothing here earns by money.
TERMS: dict[str, Any] = {
    "channel": "web",
    "welcome": {"points": 50},
    "friend": {"points": 100},
    "referrer": {"points": 200},
    "milestones": {"3": {"points": 1000}},
    "minimum": {"USD": 2000},
    "returns": {"days": 14, "since": "payment"},
}


def programme(now: datetime = NOON, *, enabled: bool = True, **changes: Any) -> None:
    engagement.save(
        Subject.REFERRALS, {**TERMS, **changes}, enabled=enabled, actor="user:9", now=now
    )


def somebody(name: str, *, now: datetime = NOON) -> Member:
    return find_or_join(customer(SHOP, name), now=now)


def code_of(member: Member, now: datetime = NOON) -> str:
    return make_code(member, now=now).code


def bring(referrer: Member, friend: Member, *, now: datetime = NOON, **more: Any) -> Referral:
    return join(friend, code_of(referrer, now), now=now, **more)


def order_of(friend: Member, gross: int = 2500, *, at: datetime = NOON, **more: Any) -> OrderFact:
    """Paid at once. `address` and `phone` are as people write them."""
    street, phone = more.pop("address", ""), more.pop("phone", "")
    key = conf.trace_key()
    given: dict[str, Any] = {
        "order_id": f"o{friend.pk}",
        "user_id": friend.user_id,
        "email": friend.email,
        "placed_at": at,
        "paid_at": at,
        "fingerprint": "first",
    }
    if street:
        plain = plain_address("PL", "53-601", "Wrocław", street)
        given["address_digests"] = (str(trace_of("address", plain, key)),)
    if phone:
        given["phone_digests"] = (str(trace_of("phone", plain_phone(phone), key)),)
    return paid_order(line("a", gross), **{**given, **more})


def told(order: OrderFact, *, now: datetime | None = None) -> OrderFact:
    """The worker acts on the order, and on what follows."""
    now = now or order.paid_at or order.placed_at
    SHOP.orders[order.order_id] = order
    act_on([order], now=now)
    deliver(now)
    return order


def buys(friend: Member, gross: int = 2500, *, at: datetime = NOON, **more: Any) -> OrderFact:
    return told(order_of(friend, gross, at=at, **more))


def back(order: OrderFact, *, at: datetime) -> OrderFact:
    return told(replace(order, fully_refunded=True, fingerprint="back"), now=at)


def time_passes(now: datetime) -> None:
    due(now=now)
    deliver(now)


def deliver(now: datetime) -> None:
    """The rows are written by the real clock, which is another than that of the test."""
    OutboxEffect.objects.filter(status=WorkStatus.NEW).update(due_at=now)
    while work_outbox(now=now):
        OutboxEffect.objects.filter(status=WorkStatus.NEW).update(due_at=now)


def got(member: Member) -> int:
    """Points by gifts, taken back ones aside, whatever orders brought."""
    return sum(
        award.points - award.taken_back
        for gift in ReferralGift.objects.filter(member=member)
        for award in gift.event.awards.filter(unit=Unit.POINTS)
    )


def gifts(referral: Referral) -> dict[str, bool]:
    """By role: whether it is there still."""
    rows = ReferralGift.objects.filter(referral=referral).order_by("role")
    return {one.role: one.taken_back_at is None for one in rows}


def state(referral: Referral) -> tuple[str, str]:
    referral.refresh_from_db()
    return referral.state, referral.order_id
