"""Lotteries: written down, opened, tickets had for points, closed, called off.

Whatever changes a lottery or its tickets locks its row first, accounts after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from .. import rows
from ..errors import N_, NN_, Code, LoyaltyError
from ..events.outbox import NewEffect, emit
from ..features.lottery.config import MOST_AT_ONCE, LotteryConfig
from ..features.lottery.draw import commitment_of, digest_of_tickets
from ..features.lottery.models import Lottery, LotteryState, LotteryTicket
from ..features.members.models import Member
from ..ledger import post
from ..ledger.accounts import account_id
from ..values.identity import new_public_id
from ..values.points import Unit
from ..values.share import share_out
from ..values.slug import checked_slug
from ..values.source_key import key_of
from .gates import check_member
from .give_back import give_back
from .points_short import check_enough

Tickets = list[LotteryTicket]


def config_of(lottery: Lottery) -> LotteryConfig:
    return LotteryConfig.of_document(lottery.config)


@transaction.atomic
def create_lottery(slug: str, config: Any, *, opens_at: datetime, closes_at: datetime) -> Lottery:
    """As a draft. Raises INVALID, also for a slug that is taken."""
    made = Lottery(
        slug=checked_slug(slug),
        config=LotteryConfig.parse(config).to_json(),
        opens_at=opens_at,
        closes_at=closes_at,
    )
    _check_window(made)
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug") from error
    return made


@transaction.atomic
def edit_lottery(slug: str, config: Any, *, opens_at: datetime, closes_at: datetime) -> Lottery:
    """Only a draft: what is promised with the first ticket stays. Raises NOT_FOUND, INVALID."""
    lottery = _in_state(slug, LotteryState.DRAFT)
    lottery.config = LotteryConfig.parse(config).to_json()
    lottery.opens_at, lottery.closes_at = opens_at, closes_at
    _check_window(lottery)
    lottery.save(update_fields=["config", "opens_at", "closes_at"])
    return lottery


@transaction.atomic
def open_lottery(slug: str, *, seed: bytes, now: datetime) -> Lottery:
    """Publishes the promise of the seed (32 random bytes); tickets are had from `opens_at` on.

    Once open, again changes nothing: the seed stays. Raises NOT_FOUND, INVALID.
    """
    lottery = locked(slug)
    if lottery.state == LotteryState.OPEN:
        return lottery
    _require(lottery, LotteryState.DRAFT)
    if lottery.closes_at <= now:
        raise LoyaltyError(Code.INVALID, N_("It would be over already."), field="closesAt")
    assert len(seed) == 32, "the seed is 32 bytes"
    lottery.seed, lottery.commitment = seed.hex(), commitment_of(seed)
    lottery.state = LotteryState.OPEN
    lottery.save(update_fields=["seed", "commitment", "state"])
    return lottery


@transaction.atomic
def buy_tickets(
    member: Member, slug: str, count: int, *, source_key: str, now: datetime
) -> Tickets:
    """`source_key` names the purchase: the same one again answers the same tickets.

    Raises NOT_FOUND, INVALID, PROGRAMME_NOT_ACTIVE where no tickets are had now, LIMIT_EXCEEDED,
    NOT_ENOUGH_POINTS, FORBIDDEN, MEMBER_CLOSED, SOURCE_KEY_CONFLICT.
    """
    lottery = locked(slug)
    purchase = key_of(f"lottery:{slug}/{member.public_id}/{source_key}")
    known = _bought(purchase, member, count)
    if known:
        return known
    config = config_of(lottery)
    if not config.on_sale:
        raise LoyaltyError(Code.INVALID, N_("Tickets for this are not sold."), field="lotteryId")
    _check(lottery, member, count, now)
    paid = _Paid(account_id(member.pk, Unit.POINTS), config.ticket_points * count)
    if paid.points:
        check_enough(member, paid.points, field="count", now=now)
        posted = post.spend(
            paid.account_id,
            paid.points,
            source=f"lottery-tickets:{purchase}",
            now=now,
            data={"reason": "lottery_tickets", "lottery": slug, "count": count},
        )
        paid = _Paid(posted.account_id, paid.points, posted.seq)
    return _write(lottery, member, count, purchase, paid, now)


@transaction.atomic
def give_tickets(
    member: Member,
    slug: str,
    count: int,
    *,
    source: str,
    points: int = 0,
    account_id: int = 0,
    spend_seq: int | None = None,
    now: datetime,
) -> Tickets:
    """Tickets that a reward brings; `points` were spent on it by that entry of that account.

    They go back there when the lottery is called off. The same source again: the same tickets.
    Raises as `buy_tickets` does.
    """
    lottery = locked(slug)
    purchase = key_of(f"lottery-gift:{source}")
    known = _bought(purchase, member, count)
    if known:
        return known
    _check(lottery, member, count, now)
    return _write(lottery, member, count, purchase, _Paid(account_id, points, spend_seq), now)


@transaction.atomic
def close_lottery(slug: str) -> Lottery:
    """Freezes the list of tickets and publishes its digest. Once closed, again changes nothing."""
    lottery = locked(slug)
    if lottery.state in (LotteryState.CLOSED, LotteryState.DRAWN):
        return lottery
    _require(lottery, LotteryState.OPEN)
    lottery.state = LotteryState.CLOSED
    lottery.tickets_digest = digest_of_tickets(ticket_ids(lottery))
    lottery.save(update_fields=["state", "tickets_digest"])
    return lottery


@transaction.atomic
def cancel_lottery(slug: str) -> Lottery:
    """Nothing is drawn, and all points go back: by the outbox, a purchase at a time.

    Again changes nothing. Raises NOT_FOUND, INVALID once it is drawn.
    """
    lottery = locked(slug)
    if lottery.state == LotteryState.CANCELLED:
        return lottery
    _require(lottery, LotteryState.DRAFT, LotteryState.OPEN, LotteryState.CLOSED)
    lottery.state = LotteryState.CANCELLED
    lottery.save(update_fields=["state"])
    emit(
        NewEffect(
            kind="lottery_refund",
            subject=f"lottery:{slug}",
            source=f"lottery-refund:{purchase}",
            payload={"purchase": str(purchase)},
        )
        for purchase in _to_refund(lottery)
    )
    return lottery


@transaction.atomic
def refund(purchase: UUID, *, now: datetime) -> int:
    """Gives the points of one purchase of a cancelled lottery back; how many. Again: 0."""
    tickets = LotteryTicket.objects.filter(
        purchase_key=purchase, refunded=False, lottery__state=LotteryState.CANCELLED
    )
    paid = list(
        tickets.order_by("number")
        .select_for_update()
        .values_list("points", "account_id", "spend_seq")
    )
    points = sum(of_ticket for of_ticket, _, _ in paid)
    if not points:
        return 0
    _, account, spend_seq = paid[0]
    give_back(
        account,
        spend_seq or 0,
        points,
        source=f"lottery-refund:{purchase}",
        data={"reason": "lottery_cancelled"},
        now=now,
    )
    tickets.update(refunded=True)
    return points


def close_due(*, now: datetime, limit: int) -> int:
    """Closes those whose time is over; returns how many."""
    due = Lottery.objects.filter(state=LotteryState.OPEN, closes_at__lte=now).order_by("closes_at")
    slugs = list(due.values_list("slug", flat=True)[:limit])
    return sum(close_lottery(slug).state == LotteryState.CLOSED for slug in slugs)


def locked(slug: str) -> Lottery:
    """Raises NOT_FOUND."""
    found = Lottery.objects.select_for_update(no_key=True).filter(slug=slug).first()
    if found is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such lottery."), field="lotteryId")
    return found


def ticket_ids(lottery: Lottery) -> list[str]:
    """As the published list shows them, in the order of their numbers."""
    ids = lottery.tickets.order_by("number").values_list("public_id", flat=True)
    return [str(public_id) for public_id in ids]


@dataclass(frozen=True, slots=True)
class _Paid:
    account_id: int
    points: int
    spend_seq: int | None = None


def _write(
    lottery: Lottery, member: Member, count: int, purchase: UUID, paid: _Paid, now: datetime
) -> Tickets:
    first = lottery.tickets_sold + 1
    tickets = [
        LotteryTicket(
            lottery=lottery,
            number=first + place,
            public_id=new_public_id(),
            member=member,
            purchase_key=purchase,
            points=points,
            account_id=paid.account_id,
            spend_seq=paid.spend_seq,
            bought_at=now,
        )
        for place, points in enumerate(share_out(paid.points, [1] * count))
    ]
    rows.insert(tickets, returning=["id"])
    Lottery.objects.filter(pk=lottery.pk).update(tickets_sold=F("tickets_sold") + count)
    return tickets


def _bought(purchase: UUID, member: Member, count: int) -> Tickets:
    known = list(LotteryTicket.objects.filter(purchase_key=purchase).order_by("number"))
    if known and (len(known), known[0].member_id) != (count, member.pk):
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT,
            N_("This key was used before, for something else."),
            field="sourceKey",
        )
    return known


def _check(lottery: Lottery, member: Member, count: int, now: datetime) -> None:
    if not 1 <= count <= MOST_AT_ONCE:
        raise LoyaltyError(
            Code.INVALID,
            N_("A number of tickets from 1 to %(most)s is needed."),
            field="count",
            most=MOST_AT_ONCE,
        )
    on_sale = lottery.opens_at <= now < lottery.closes_at
    if lottery.state != LotteryState.OPEN or not on_sale:
        raise LoyaltyError(
            Code.PROGRAMME_NOT_ACTIVE, N_("No tickets can be had now."), field="lotteryId"
        )
    config = config_of(lottery)
    check_member(member, config.gate, now=now)
    _check_left(config.most_tickets - lottery.tickets_sold, count)
    if config.most_per_member is not None:
        mine = LotteryTicket.objects.filter(lottery=lottery, member=member).count()
        _check_left(config.most_per_member - mine, count)


def _check_left(left: int, count: int) -> None:
    if left <= 0:
        raise LoyaltyError(Code.LIMIT_EXCEEDED, N_("No more tickets can be had."), field="count")
    if count > left:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            NN_(
                "Only %(count)s more ticket can be had.", "Only %(count)s more tickets can be had."
            ),
            field="count",
            count=left,
        )


def _to_refund(lottery: Lottery) -> Sequence[UUID]:
    paid = lottery.tickets.filter(points__gt=0, refunded=False)
    return list(paid.values_list("purchase_key", flat=True).distinct())


def _check_window(lottery: Lottery) -> None:
    if lottery.closes_at <= lottery.opens_at:
        raise LoyaltyError(
            Code.INVALID, N_("The end must lie after the beginning."), field="closesAt"
        )


def _in_state(slug: str, *states: LotteryState) -> Lottery:
    lottery = locked(slug)
    _require(lottery, *states)
    return lottery


def _require(lottery: Lottery, *states: LotteryState) -> None:
    if lottery.state not in states:
        raise LoyaltyError(
            Code.INVALID,
            N_("This cannot be done in the state the lottery is in."),
            field="id",
        )
