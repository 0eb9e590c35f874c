"""The purchase log as orders of the sandbox's shop, through the inbox and the flows.

The log's own time passes while it is fed: week by week the orders of that week are acted on, then
what the week's end brings (points become available, expire).
"""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from django.contrib.auth.models import User
from django.db import connection

from saleor_loyalty.events import inbox
from saleor_loyalty.events.facts import OrderFact, OrderLine
from saleor_loyalty.flows import daily
from saleor_loyalty.flows.inbox import work_inbox
from saleor_loyalty.flows.outbox import work_outbox
from sandbox.shop.till import CHANNEL, CURRENCY

LOG = Path(__file__).resolve().parent / "data" / "cdnow.csv.gz"

_WEEK = timedelta(days=7)
_BATCH = 2_000
# Longer than a week, so that points of the last orders are still pending on any day.
_TO_THE_PARCEL = timedelta(days=8)
_FIRST_LOGGED, _LAST_LOGGED = date(1997, 1, 1), date(1998, 6, 30)


@dataclass(frozen=True, slots=True)
class Purchase:
    """One row of the log. `cents` is the amount in US cents."""

    row: int
    customer: int
    day: date
    items: int
    cents: int


def purchases(limit: int | None = None) -> Iterator[Purchase]:
    with gzip.open(LOG, "rt", newline="") as opened:
        for row, line in enumerate(csv.DictReader(opened), 1):
            if limit is not None and row > limit:
                return
            yield Purchase(
                row,
                int(line["customer"]),
                date.fromisoformat(line["date"]),
                int(line["items"]),
                int(line["amount_cents"]),
            )


def shift_to(today: date) -> timedelta:
    """Whole weeks, so that a Saturday stays one; the last day logged becomes one of this week."""
    return (today - timedelta(days=1) - _LAST_LOGGED) // _WEEK * _WEEK


def first_moment(now: datetime) -> datetime:
    """When the log begins, once it is moved to now."""
    return datetime.combine(_FIRST_LOGGED + shift_to(now.date()), time(), UTC)


def feed(*, now: datetime, limit: int | None = None, progress: Callable[[int, int], None]) -> int:
    """Feeds the log in (its first `limit` rows); calls `progress(orders so far, orders in all)`.

    Returns the number of orders.
    """
    bought = list(purchases(limit))
    users = _customers({purchase.customer for purchase in bought})
    shift = shift_to(now.date())
    inbox.record_many(fact for purchase in bought for fact in _facts(purchase, users, shift, now))
    # What the tables hold decides how they are best read, and nobody has told the planner yet.
    _analyze()
    done, at = 0, first_moment(now)
    while at < now:
        at = min(at + _WEEK, now)
        while acted_on := work_inbox(now=at, limit=_BATCH):
            done += acted_on
            progress(min(done, len(bought)), len(bought))
        daily.run(now=at)
        while work_outbox(now=at, limit=_BATCH):
            pass
    _analyze()
    return len(bought)


def email_of(customer: int) -> str:
    return f"customer-{customer}@example.com"


def _customers(numbers: set[int]) -> dict[int, int]:
    """Accounts for the log's customers: their numbers, and the shop's ids of them."""
    emails = {number: email_of(number) for number in sorted(numbers)}
    User.objects.bulk_create(
        (User(username=email, email=email) for email in emails.values()),
        batch_size=5_000,
        ignore_conflicts=True,
    )
    ids = dict(User.objects.filter(username__startswith="customer-").values_list("email", "pk"))
    return {number: ids[email] for number, email in emails.items()}


def _facts(
    purchase: Purchase, users: dict[int, int], shift: timedelta, now: datetime
) -> Iterator[inbox.NewFact]:
    """One fact an order as it stands today; those of the last days are told of twice."""
    paid_at = _moment(purchase, shift)
    sent_at = paid_at + _TO_THE_PARCEL
    moments = [sent_at] if sent_at < now - _WEEK else [paid_at, sent_at]
    for moment in moments:
        if moment <= now:
            sent = sent_at if sent_at <= moment else None
            order = _order(purchase, users[purchase.customer], paid_at, sent)
            yield inbox.NewFact(
                "order",
                f"order:{order.order_id}",
                occurred_at=moment,
                source=f"{order.order_id}@{moment.isoformat()}",
                payload=order.to_json(),
            )


def _moment(purchase: Purchase, shift: timedelta) -> datetime:
    """A time of that day, the same at every start."""
    digest = hashlib.sha256(str(purchase.row).encode()).digest()
    midnight = datetime.combine(purchase.day + shift, time(), UTC)
    return midnight + timedelta(seconds=int.from_bytes(digest[:4], "big") % 86_400)


def _order(purchase: Purchase, user_id: int, paid_at: datetime, sent: datetime | None) -> OrderFact:
    line = OrderLine(
        line_id="1",
        quantity=purchase.items,
        gross=purchase.cents,
        net=purchase.cents,
        product_id="cd",
        product_name="CD",
    )
    return OrderFact(
        order_id=f"log-{purchase.row}",
        number=str(purchase.row),
        channel=CHANNEL,
        currency=CURRENCY,
        lines=(line,),
        placed_at=paid_at,
        user_id=user_id,
        email=email_of(purchase.customer),
        total_gross=purchase.cents,
        paid_at=paid_at,
        fulfilled_at=sent,
    )


def _analyze() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
