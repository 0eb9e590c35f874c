"""What members have used, as keyed hashes: kept for a time, so that they can be compared."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from .. import conf
from ..errors import N_, Code, LoyaltyError
from ..events.facts import OrderFact
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..features.referrals.models import Trace
from ..values.likeness import plain_email, trace_of

LONGEST_DEVICE = 200
_AT_ONCE = 10_000


def note_device(member: Member, device_id: str, *, now: datetime) -> None:
    """What a storefront knows a browser or an app by. Raises INVALID for more than a short text."""
    device_id = device_id.strip()
    if len(device_id) > LONGEST_DEVICE or not device_id.isprintable():
        raise LoyaltyError(
            Code.INVALID, N_("This has characters that cannot be printed."), field="deviceId"
        )
    if device_id:
        _note([(member.pk, "device", trace_of("device", device_id, conf.trace_key()))], now)


def note_emails(members: Iterable[Member], *, now: datetime) -> None:
    key = conf.trace_key()
    _note(
        [
            (member.pk, "email", trace_of("email", plain, key))
            for member in members
            if (plain := plain_email(member.email))
        ],
        now,
    )


def orders_changed(
    orders: Sequence[OrderFact], records: Mapping[str, OrderRecord], *, now: datetime
) -> None:
    """Where paid orders of members go."""
    found = []
    for order in orders:
        member_id = records[order.order_id].member_id
        if member_id is not None and order.paid_at is not None:
            found += [(member_id, "address", UUID(one)) for one in order.address_digests]
            found += [(member_id, "phone", UUID(one)) for one in order.phone_digests]
    _note(found, now)


def move(from_member: int, to_member: int) -> None:
    """Inside a transaction."""
    same = Trace.objects.filter(member=to_member, kind=OuterRef("kind"), digest=OuterRef("digest"))
    mine = Trace.objects.filter(member=from_member)
    mine.filter(Exists(same)).delete()
    mine.update(member=to_member)


def forget(*, before: datetime) -> int:
    """Deletes what was seen first before then, a page at a time; returns how many."""
    total = 0
    while True:
        old = Trace.objects.filter(seen_at__lt=before).values_list("pk", flat=True)[:_AT_ONCE]
        deleted, _ = Trace.objects.filter(pk__in=list(old)).delete()
        total += deleted
        if deleted < _AT_ONCE:
            return total


def _note(found: Iterable[tuple[int, str, UUID]], now: datetime) -> None:
    # In one order, so that two workers do not wait for each other.
    rows = [
        Trace(member_id=member_id, kind=kind, digest=digest, seen_at=now)
        for member_id, kind, digest in sorted(set(found))
    ]
    Trace.objects.bulk_create(rows, ignore_conflicts=True)
