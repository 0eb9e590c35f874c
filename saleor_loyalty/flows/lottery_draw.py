"""The draw of a closed lottery, and how its prizes reach the winners."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from .. import rows
from ..errors import N_, Code, LoyaltyError
from ..events.host import Coupon, host
from ..events.outbox import NewEffect, emit
from ..features.lottery.config import CouponPrize, HandPrize, PointsPrize
from ..features.lottery.draw import digest_of_tickets, draw
from ..features.lottery.models import Lottery, LotteryState, LotteryTicket, LotteryWin, WinState
from ..features.members.service import holder_of
from ..ledger import post
from ..ledger.accounts import account_id
from ..ledger.models import EntryKind
from ..values.points import Unit
from .lotteries import close_due, config_of, locked, ticket_ids

logger = logging.getLogger(__name__)

# For so long a winner's coupon waits for them to have an account.
_TRIED_FOR = timedelta(days=90)


@transaction.atomic
def draw_lottery(slug: str, *, now: datetime) -> Lottery:
    """Publishes the seed and the winners. Once drawn, again changes nothing.

    Raises NOT_FOUND, INVALID where it is not closed, CHANGED_MEANWHILE where the tickets are not
    those that were frozen.
    """
    lottery = locked(slug)
    if lottery.state == LotteryState.DRAWN:
        return lottery
    if lottery.state != LotteryState.CLOSED:
        raise LoyaltyError(
            Code.INVALID,
            N_("This cannot be done in the state the lottery is in."),
            field="id",
        )
    tickets = ticket_ids(lottery)
    if digest_of_tickets(tickets) != lottery.tickets_digest:
        raise LoyaltyError(Code.CHANGED_MEANWHILE, N_("The list of tickets is not the frozen one."))
    _write_wins(lottery, tickets)
    lottery.state, lottery.drawn_at = LotteryState.DRAWN, now
    lottery.save(update_fields=["state", "drawn_at"])
    return lottery


def advance(*, now: datetime, limit: int) -> int:
    """Closes what is due, draws what draws itself; returns how many lotteries it moved."""
    closed = Lottery.objects.filter(state=LotteryState.CLOSED).order_by("closes_at")
    moved = close_due(now=now, limit=limit)
    for lottery in closed:
        if config_of(lottery).draws_itself:
            draw_lottery(lottery.slug, now=now)
            moved += 1
    return moved


@transaction.atomic
def give_prize(win_id: int, *, now: datetime) -> bool:
    """Points and coupons; False where it was given before, or staff must hand it over."""
    win = _locked_win(pk=win_id)
    prize = config_of(win.lottery).prize(win.prize)
    if win.state == WinState.GIVEN or isinstance(prize, HandPrize):
        return False
    member = holder_of(win.ticket.member_id)
    source = f"lottery-prize:{win.lottery.slug}/{win.prize}/{win.number}"
    if isinstance(prize, PointsPrize):
        _credit(win, prize, account_id(member.pk, Unit.POINTS), source, now)
    elif member.user_id is None:
        # A coupon needs an account: it waits until the winner has one, or staff hand it over.
        return False
    else:
        win.code = host().make_coupon(member.user_id, _coupon(prize, win), source=source)
    _given(win, "", now)
    return True


@transaction.atomic
def hand_over(
    slug: str, prize: str, number: int, *, code: str, note: str, actor: str, now: datetime
) -> LotteryWin:
    """Staff gave the prize. What was given before stays as it was. Raises NOT_FOUND."""
    win = _locked_win(lottery__slug=slug, prize=prize, number=number)
    if win.state == WinState.DUE:
        win.code, win.note = code, note
        _given(win, actor, now)
    return win


def give_waiting(*, now: datetime) -> int:
    """Prizes that did not reach their winners for an hour; returns how many could be given now."""
    window = (now - _TRIED_FOR, now - timedelta(hours=1))
    given = 0
    for lottery in Lottery.objects.filter(drawn_at__range=window).order_by("pk"):
        slugs = [one.slug for one in config_of(lottery).prizes if not isinstance(one, HandPrize)]
        due = LotteryWin.objects.filter(lottery=lottery, state=WinState.DUE, prize__in=slugs)
        given += sum(_try(pk, now) for pk in due.order_by("pk").values_list("pk", flat=True))
    return given


def _try(win_id: int, now: datetime) -> bool:
    try:
        return give_prize(win_id, now=now)
    except Exception:
        logger.warning("prize %s could not be given", win_id, exc_info=True)
        return False


def _write_wins(lottery: Lottery, tickets: list[str]) -> None:
    config = config_of(lottery)
    won = draw(bytes.fromhex(lottery.seed), tickets, config.pools)
    numbers = [win.place + 1 for win in won]
    ids = dict(
        LotteryTicket.objects.filter(lottery=lottery, number__in=numbers).values_list(
            "number", "pk"
        )
    )
    wins = [
        LotteryWin(
            ticket_id=ids[win.place + 1], lottery=lottery, prize=win.prize, number=win.number
        )
        for win in won
    ]
    rows.insert(wins, returning=["id"])
    emit(
        NewEffect(
            kind="lottery_prize",
            subject=f"lottery:{lottery.slug}",
            source=f"lottery-prize:{lottery.slug}/{win.prize}/{win.number}",
            payload={"win": win.pk},
        )
        for win in wins
        if not isinstance(config.prize(win.prize), HandPrize)
    )


def _locked_win(**lookup: Any) -> LotteryWin:
    found = LotteryWin.objects.select_related("lottery", "ticket").filter(**lookup)
    win = found.select_for_update(of=("self",)).first()
    if win is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such prize."), field="id")
    return win


def _credit(win: LotteryWin, prize: PointsPrize, account: int, source: str, now: datetime) -> None:
    drawn_at = win.lottery.drawn_at or now
    days = prize.valid_days
    credit = post.Credit(
        account_id=account,
        points=prize.points,
        source=source,
        occurred_at=drawn_at,
        kind=EntryKind.EARN,
        data={"reason": "lottery_prize", "lottery": win.lottery.slug},
        expires_at=drawn_at + timedelta(days=days) if days is not None else None,
    )
    post.credit(credit, now=now)


def _coupon(prize: CouponPrize, win: LotteryWin) -> Coupon:
    drawn_at = win.lottery.drawn_at
    assert drawn_at is not None, "a lottery with winners is drawn"
    return Coupon(
        kind=prize.coupon.value,
        value=prize.value,
        currency=prize.currency,
        minimum=prize.minimum,
        valid_until=drawn_at + timedelta(days=prize.valid_days),
        name=prize.name.root,
    )


def _given(win: LotteryWin, actor: str, now: datetime) -> None:
    win.state, win.given_by, win.given_at = WinState.GIVEN, actor, now
    win.save(update_fields=["state", "code", "note", "given_by", "given_at"])
