"""Buying together: what is offered, groups that members open and join by a link.

Locks: the member's subject, the group's row, rows of the host, accounts.
"""

import base64
import hashlib
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from ..errors import N_, Code, LoyaltyError
from ..events.host import host
from ..features.group_buys.config import OfferConfig
from ..features.group_buys.models import Group, GroupBuyOffer, GroupState, Seat, SeatState
from ..features.members.models import Member
from ..ledger import post
from ..ledger.accounts import account_id
from ..values.identity import new_public_id
from ..values.points import Unit
from ..values.slug import checked_slug
from .gates import check_member
from .group_seats import LEFT, lapse, mark_of, return_seat, settle_later
from .locks import lock_subjects
from .merchant_lists import check_revision
from .points_short import check_enough


def config_of(offer: GroupBuyOffer) -> OfferConfig:
    return OfferConfig.of_document(offer.config)


def promised_to(group: Group) -> OfferConfig:
    """What the offer said when the group was opened."""
    return OfferConfig.of_document(group.promised)


@transaction.atomic
def save_offer(
    slug: str,
    config: Any,
    *,
    active: bool,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    revision: str | None = None,
) -> GroupBuyOffer:
    """Makes the offer or replaces what it says; open groups keep what they were promised.

    Raises INVALID, and what `check_revision` raises.
    """
    slug, parsed = checked_slug(slug), OfferConfig.parse(config)
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        raise LoyaltyError(
            Code.INVALID, N_("The end must lie after the beginning."), field="endsAt"
        )
    lock_subjects([f"group-offer:{slug}"])
    check_revision(GroupBuyOffer.objects.filter(slug=slug).first(), revision)
    offer, _ = GroupBuyOffer.objects.update_or_create(
        slug=slug,
        defaults={
            "config": parsed.to_json(),
            "active": active,
            "starts_at": starts_at,
            "ends_at": ends_at,
        },
    )
    return offer


def offered(*, now: datetime) -> "QuerySet[GroupBuyOffer]":
    """Those that groups can be opened on now."""
    begun = Q(starts_at=None) | Q(starts_at__lte=now)
    return GroupBuyOffer.objects.filter(begun, Q(ends_at=None) | Q(ends_at__gt=now), active=True)


@transaction.atomic
def open_group(member: Member, offer_slug: str, *, source_key: str, now: datetime) -> Seat:
    """The leader's seat in a new group. The same `source_key` again: the same seat.

    Raises NOT_FOUND, FORBIDDEN, MEMBER_CLOSED, LIMIT_EXCEEDED, NOT_ENOUGH_POINTS.
    """
    _lock_member(member)
    code = _code(f"group:{offer_slug}/{member.public_id}/{source_key}")
    known = Seat.objects.select_related("group__offer").filter(group__code=code, member=member)
    if (seat := known.order_by("pk").first()) is not None:
        return seat
    offer = offered(now=now).filter(slug=offer_slug).first()
    if offer is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such offer."), field="offerId")
    config = config_of(offer)
    group = Group.objects.create(
        offer=offer,
        code=code,
        leader=member,
        promised=offer.config,
        size=config.size,
        closes_at=now + timedelta(hours=config.hours),
        created_at=now,
    )
    return _sit_down(group, member, now)


@transaction.atomic
def join_group(member: Member, code: str, *, now: datetime) -> Seat:
    """A seat kept for a while, or the one the member has there already.

    Raises NOT_FOUND, LIMIT_EXCEEDED where it is full or they are in too many, INVALID where it is
    over, FORBIDDEN, MEMBER_CLOSED, NOT_ENOUGH_POINTS.
    """
    _lock_member(member)
    group = Group.objects.select_related("offer").filter(code=code)
    found = group.select_for_update(of=("self",), no_key=True).first()
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such group."), field="code")
    mine = found.seats.filter(member=member).exclude(state=SeatState.RETURNED).first()
    if mine is not None:
        mine.group = found
        return mine
    if found.state == GroupState.OPEN and found.taken == found.size:
        lapse(found, now=now)
    return _sit_down(found, member, now)


@transaction.atomic
def put_in_checkout(member: Member, seat_id: UUID, checkout_id: str, *, now: datetime) -> Seat:
    """Puts the pieces at the group's price into the member's checkout. Again changes nothing.

    Raises NOT_FOUND, INVALID where the seat is not kept any more, CURRENCY_NOT_SUPPORTED, and what
    the host refuses.
    """
    seat = _own_seat(member, seat_id)
    if seat.state != SeatState.RESERVED or seat.expires_at is None or seat.expires_at <= now:
        raise LoyaltyError(
            Code.INVALID, N_("This seat is not kept for you any more."), field="seatId"
        )
    checkout = host().checkout(checkout_id)
    if checkout is None or checkout.user_id is None or checkout.user_id != member.user_id:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such checkout."), field="checkoutId")
    config = promised_to(seat.group)
    price = config.prices.get(checkout.currency)
    if price is None:
        raise LoyaltyError(
            Code.CURRENCY_NOT_SUPPORTED,
            N_("There is no price in %(currency)s."),
            field="checkoutId",
            currency=checkout.currency,
        )
    mark = mark_of(seat)
    if seat.checkout_id not in ("", checkout_id) and not host().remove_reward_line(
        seat.checkout_id, mark
    ):
        raise LoyaltyError(Code.INVALID, N_("This is ordered already."), field="seatId")
    host().add_reward_line(checkout_id, config.variant_id, config.pieces, price, mark=mark)
    seat.checkout_id = checkout_id
    seat.save(update_fields=["checkout_id"])
    return seat


@transaction.atomic
def leave_group(member: Member, seat_id: UUID, *, now: datetime) -> Seat:
    """Gives the seat up; an order is cancelled, money and stake go back. Again changes nothing.

    Raises NOT_FOUND, and INVALID once the group is full.
    """
    seat = _own_seat(member, seat_id)
    if seat.state == SeatState.CONFIRMED:
        raise LoyaltyError(
            Code.INVALID, N_("The group is full: the order is being sent."), field="seatId"
        )
    if seat.state != SeatState.RETURNED:
        return_seat(seat, LEFT, now=now)
        settle_later([seat])
    return seat


def _sit_down(group: Group, member: Member, now: datetime) -> Seat:
    if group.state != GroupState.OPEN or group.closes_at <= now:
        raise LoyaltyError(Code.INVALID, N_("This group is over."), field="code")
    if group.taken >= group.size:
        raise LoyaltyError(Code.LIMIT_EXCEEDED, N_("This group is full."), field="code")
    config = promised_to(group)
    check_member(member, config.gate, now=now)
    waiting = Seat.objects.filter(member=member, group__offer=group.offer_id)
    waiting = waiting.filter(state__in=(SeatState.RESERVED, SeatState.PAID))
    if waiting.count() >= config.most_open:
        raise LoyaltyError(Code.LIMIT_EXCEEDED, N_("You are in another group for this already."))
    public_id = new_public_id()
    seat = Seat.objects.create(
        group=group,
        public_id=public_id,
        member=member,
        hold_id=_stake(config, member, public_id, group.closes_at, now),
        expires_at=min(now + timedelta(minutes=config.seat_minutes), group.closes_at),
        created_at=now,
    )
    Group.objects.filter(pk=group.pk).update(taken=F("taken") + 1)
    group.taken += 1
    return seat


def _stake(
    config: OfferConfig, member: Member, seat_id: UUID, until: datetime, now: datetime
) -> int | None:
    if not config.stake_points:
        return None
    check_enough(member, config.stake_points, field="offerId", now=now)
    return post.hold(
        account_id(member.pk, Unit.POINTS),
        config.stake_points,
        source=f"seat:{seat_id}/stake",
        subject=f"group-seat:{seat_id}",
        expires_at=until,
        now=now,
        data={"reason": "group_stake"},
    ).id


def _own_seat(member: Member, seat_id: UUID) -> Seat:
    """With its group's row locked."""
    mine = Seat.objects.filter(public_id=seat_id, member=member)
    group_id = mine.values_list("group_id", flat=True).first()
    if group_id is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such seat."), field="seatId")
    group = Group.objects.select_for_update(no_key=True).get(pk=group_id)
    seat = mine.get()
    seat.group = group
    return seat


def _lock_member(member: Member) -> None:
    lock_subjects([f"group-buys:{member.pk}"])


def _code(source: str) -> str:
    """Sixteen letters and digits that nobody guesses."""
    digest = hashlib.sha256(source.encode()).digest()
    return base64.b32encode(digest[:10]).decode().lower()
