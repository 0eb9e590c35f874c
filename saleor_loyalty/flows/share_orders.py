"""Orders of those who came by a link: the first of each is worth something, once it is safe."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from ..errors import N_, Code, LoyaltyError
from ..events.facts import OrderFact
from ..events.host import host
from ..events.outbox import NewEffect, emit
from ..features.engagement.models import Subject
from ..features.member_events.names import Own
from ..features.members.models import Member
from ..features.members.service import whole
from ..features.orders.models import OrderRecord
from ..features.shares.config import OrderConfig, ShareConfig
from ..features.shares.models import ShareOrder, ShareOrderState
from ..features.shares.rules import Buying, worth_of
from ..values.likeness import plain_email
from .engagement import must_run, running
from .gates import lets_in
from .gifts import Happening, happen
from .locks import lock_subjects
from .member_events import undo_event
from .shares import known_link
from .terms import Catalogue

_AT_ONCE = 500


@transaction.atomic
def attach(code: str, checkout_id: str, *, now: datetime) -> ShareOrder:
    """Somebody who came by the link is about to buy. The last link before the order counts.

    Raises NOT_FOUND for no such link or checkout, or where the shop does not offer it; FORBIDDEN
    for one's own link.
    """
    if must_run(Subject.SHARES, ShareConfig).config.order is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("The shop does not offer this."))
    link = known_link(code)
    checkout = host().checkout(checkout_id)
    if checkout is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such checkout."), field="checkoutId")
    if checkout.user_id is not None and checkout.user_id == link.member.user_id:
        raise LoyaltyError(Code.FORBIDDEN, N_("This is your own link."), field="code")
    lock_subjects([f"share-checkout:{checkout_id}"])
    known = ShareOrder.objects.filter(checkout_id=checkout_id).first()
    if known is None:
        return ShareOrder.objects.create(link=link, checkout_id=checkout_id, created_at=now)
    if not known.order_id and known.link_id != link.pk:
        known.link = link
        known.save(update_fields=["link"])
    return known


def orders_changed(
    orders: Sequence[OrderFact], records: Mapping[str, OrderRecord], *, now: datetime
) -> None:
    """Brings what is known of orders by links up to what the orders are now.

    Inside a transaction, which has locked the orders' subjects. What is due or was given wrongly
    is left to the outbox: these are other members than those whose accounts are locked here.
    """
    by_checkout = {order.checkout_id: order for order in orders if order.checkout_id}
    if not by_checkout:
        return
    found = ShareOrder.objects.filter(checkout_id__in=list(by_checkout)).select_related(
        "link__member"
    )
    rows = list(found)
    if not rows:
        return
    setting = running(Subject.SHARES, ShareConfig)
    config = setting.config.order if setting is not None else None
    for row in rows:
        order = by_checkout[row.checkout_id]
        if _bring_up(row, order, records[order.order_id], config):
            _settle_soon(row, now)


def settle_due(*, now: datetime) -> int:
    """Those whose return time is over; returns how many were given something."""
    setting = running(Subject.SHARES, ShareConfig)
    if setting is None or setting.config.order is None:
        return 0
    due = ShareOrder.objects.filter(state=ShareOrderState.WAITING, due_at__lte=now)
    given, after = 0, 0
    while page := list(due.filter(pk__gt=after).order_by("pk")[:_AT_ONCE]):
        given += sum(settle(row.pk, now=now) for row in page)
        after = page[-1].pk
    return given


def forget_left(*, before: datetime) -> int:
    """Checkouts that became no order; returns how many."""
    left = ShareOrder.objects.filter(order_id="", created_at__lt=before)
    deleted, _ = left.delete()
    return deleted


@transaction.atomic
def settle(share_order: int, *, now: datetime) -> bool:
    """Gives what is due, or takes back what should not have been given; whether it gave.

    Safe to do again. Where the member has left, or is not one of those it is for, it waits.
    """
    order_id = ShareOrder.objects.values_list("order_id", flat=True).get(pk=share_order)
    # In the turn of the order's own facts.
    lock_subjects([f"order:{order_id}"])
    row = ShareOrder.objects.select_related("link__member__tier", "event").get(pk=share_order)
    if row.state == ShareOrderState.REFUSED and row.event is not None:
        undo_event(row.event, now=now)
    is_due = row.state == ShareOrderState.WAITING and row.due_at is not None and row.due_at <= now
    setting = running(Subject.SHARES, ShareConfig)
    if not is_due or setting is None or setting.config.order is None:
        return False
    member = whole(row.link.member)
    if member.user_id is None:
        row.state, row.why_not = ShareOrderState.REFUSED, "left"
        row.save(update_fields=["state", "why_not"])
        return False
    if not _counts(member, setting.config, now):
        return False
    row.event = happen(
        member, _happening(row, setting.config, now), setting.config.order.gift, now=now
    )
    row.state = ShareOrderState.REWARDED
    row.save(update_fields=["event", "state"])
    return True


def _counts(member: Member, config: ShareConfig, now: datetime) -> bool:
    has_programme = Catalogue.load().in_force(config.channel, now) is not None
    return has_programme and lets_in(config.gate, member.pk, now=now)


def _happening(row: ShareOrder, config: ShareConfig, now: datetime) -> Happening:
    return Happening(
        kind=Own.SHARE_ORDER,
        source=str(row.pk),
        occurred_at=now,
        about=row.link.page,
        name=config.name,
        attributes={"page": row.link.page[:200]},
        channel=config.channel,
    )


def _bring_up(
    row: ShareOrder, order: OrderFact, record: OrderRecord, config: OrderConfig | None
) -> bool:
    """Whether there is something to be given or taken back."""
    if row.order_id and row.order_id != order.order_id:
        return False
    worth = worth_of(_buying(row, order, record), config)
    refused = worth.state is ShareOrderState.REFUSED
    row.order_id = order.order_id
    if row.state == ShareOrderState.WAITING or (
        row.state == ShareOrderState.REWARDED and refused and worth.why_not == "returned"
    ):
        row.state, row.why_not, row.due_at = worth.state, worth.why_not, worth.due_at
    row.save(update_fields=["order_id", "state", "why_not", "due_at"])
    return row.due_at is not None or row.event_id is not None


def _buying(row: ShareOrder, order: OrderFact, record: OrderRecord) -> Buying:
    return Buying(
        paid_at=order.paid_at,
        fulfilled_at=order.fulfilled_at,
        gone=order.cancelled or order.fully_refunded,
        own=_is_own(row.link.member, order, record),
        first=_is_first(order, record),
    )


def _is_own(member: Member, order: OrderFact, record: OrderRecord) -> bool:
    """Also as a guest, with an e-mail that comes to the same mailbox."""
    if record.member_id == member.pk:
        return True
    plain = plain_email(order.email)
    return bool(plain) and plain == plain_email(member.email)


def _is_first(order: OrderFact, record: OrderRecord) -> bool:
    """Of the one who bought, by the time of payment: facts may come late. Who cannot be known
    again has none.
    """
    if record.member_id is None or record.paid_at is None:
        return False
    theirs = Q(member=record.member_id) | Q(
        member__guest=True, member__email=order.email.strip().lower()
    )
    earlier = Q(paid_at__lt=record.paid_at) | Q(paid_at=record.paid_at, pk__lt=record.pk)
    return not OrderRecord.objects.filter(theirs, earlier).exists()


def _settle_soon(row: ShareOrder, now: datetime) -> None:
    gives = row.state == ShareOrderState.WAITING and row.due_at is not None and row.due_at <= now
    takes = row.state == ShareOrderState.REFUSED and row.event_id is not None
    if gives or takes:
        emit([_effect(row)])


def _effect(row: ShareOrder) -> NewEffect:
    return NewEffect(
        kind="share_order",
        subject=f"share_order:{row.pk}",
        source=f"share-order:{row.pk}/{row.state}",
        payload={"share_order": row.pk},
    )
