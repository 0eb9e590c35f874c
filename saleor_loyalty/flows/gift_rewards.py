"""Rewards of the mall that are given, not bought: a redemption for no points, with all its steps.

What cannot be had just now (none left, not offered, nobody the shop could make it for) waits as
it is: a redemption that was requested, with the reason in its steps, for staff and the member to
see. Every night it is looked at again. Nothing is in its stock until it is handed out.

Locks: members, redemptions, the reward, what the kind needs.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from .. import rows
from ..errors import N_, LoyaltyError, Message
from ..events import outbox
from ..features.member_events.models import MemberEvent
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..features.rewards.config import RewardConfig
from ..features.rewards.kinds import KindBase, Product, Way
from ..features.rewards.models import Redemption, RedemptionState, RedemptionStep, Reward
from ..ledger.accounts import account_ids
from ..values.identity import new_public_id
from ..values.points import Unit
from ..values.source_key import digest_of, key_of
from . import redemption_ends
from .redemption_steps import PIECES_BACK, WAITING
from .redemptions import effect_of
from .reward_givers import Errand, giver_of, hand_over
from .rewards import config_of, take

logger = logging.getLogger(__name__)

_PAGE = 1_000


def give(slug: str, events: Sequence[MemberEvent], *, now: datetime) -> list[Redemption]:
    """One piece to the member of each event, or the promise of one. Inside a transaction."""
    members = _locked(event.member_id for event in events)
    reward = Reward.objects.select_for_update(no_key=True).filter(slug=slug).first()
    if reward is None:
        logger.error("there is no reward %s to be given", slug)
        return []
    accounts = account_ids(members)
    made = [
        _promise(event, reward, members[event.member_id], accounts[event.member_id, Unit.POINTS])
        for event in events
    ]
    for one in made:
        one.created_at = now
    _hand_out(reward, made, now, new=True)
    return made


def take_back(event: MemberEvent, *, now: datetime) -> None:
    """What was given for the event and has not been used is worth nothing any more."""
    given = Redemption.objects.filter(event=event)
    for public_id in list(given.order_by("pk").values_list("public_id", flat=True)):
        redemption_ends.take_back(public_id, note=N_("What it was given for was undone."), now=now)


def give_waiting(*, now: datetime) -> int:
    """Hands out what can be had by now; returns how many were."""
    waiting = _waiting()
    slugs = waiting.order_by("reward__slug").values_list("reward__slug", flat=True).distinct()
    return sum(_give_waiting(slug, now) for slug in list(slugs))


def _give_waiting(slug: str, now: datetime) -> int:
    given, after = 0, 0
    while True:
        with transaction.atomic():
            page = _waiting().filter(reward__slug=slug, pk__gt=after).order_by("pk")[:_PAGE]
            seen = dict(page.values_list("pk", "member"))
            if not seen:
                return given
            _locked(seen.values())
            mine = _waiting().filter(pk__in=list(seen)).order_by("pk")
            found = list(mine.select_related("member").select_for_update(of=("self",)))
            reward = Reward.objects.select_for_update(no_key=True).get(slug=slug)
            given += _hand_out(reward, found, now)
        after = max(seen)


def _waiting() -> "QuerySet[Redemption]":
    return Redemption.objects.filter(
        state=RedemptionState.REQUESTED, event__isnull=False, details__has_key=WAITING
    )


def _locked(member_ids: Iterable[int]) -> dict[int, Member]:
    members = Member.objects.filter(pk__in=set(member_ids)).order_by("pk")
    return {member.pk: member for member in members.select_for_update(no_key=True)}


def _promise(event: MemberEvent, reward: Reward, member: Member, account: int) -> Redemption:
    source = f"gift-reward:{event.source}"
    return Redemption(
        public_id=new_public_id(),
        key=key_of(source),
        digest=digest_of({"slug": reward.slug}),
        member=member,
        reward=reward,
        kind=reward.kind,
        points=0,
        event=event,
        account_id=account,
        promised=reward.config,
        # None of its pieces has left the stock.
        details={WAITING: "", PIECES_BACK: 1},
    )


def _hand_out(
    reward: Reward, wanted: Sequence[Redemption], now: datetime, *, new: bool = False
) -> int:
    """To those who can have one, the first ones first; says to the others why not (yet).

    Those that are `new` are written only once it is known how: each once.
    """
    config = config_of(reward.config)
    ready, waiting = _look(reward, config.gives, wanted, now)
    news = [(one, why) for one, why in waiting if one.details[WAITING] != why]
    for one, why in news:
        one.details = {**one.details, WAITING: why}
    at_once = config.gives.way is Way.AT_ONCE
    if not at_once:
        _begin(ready, reward, config, now)
    if new:
        rows.insert(wanted, returning=["id"])
    else:
        Redemption.objects.bulk_update([*(one for one, _ in news), *ready], _BEGUN)
    _steps(news, now)
    if at_once:
        return sum(_at_once(one, reward, config, now) for one in ready)
    return _all_at_once(ready, reward, config.gives, now)


Waiting = tuple[Redemption, str]


def _look(
    reward: Reward, kind: KindBase, wanted: Sequence[Redemption], now: datetime
) -> tuple[list[Redemption], list[Waiting]]:
    """Those who can have one, and the others with the reason."""
    left = len(wanted) if reward.stock is None else max(reward.stock - reward.taken, 0)
    ready: list[Redemption] = []
    waiting: list[Waiting] = []
    for one in wanted:
        why = _why_not(reward, kind, one.member, now)
        if why is None and len(ready) < left:
            ready.append(one)
        else:
            waiting.append((one, why or _NONE_LEFT))
    return ready, waiting


_NONE_LEFT = N_("None are left. You have yours as soon as there are some again.")
_NOT_OFFERED = N_("This is not offered now. You have yours as soon as it is.")
_NO_ACCOUNT = N_("You have this as soon as you have an account in the shop.")
_TO_BE_CHOSEN = N_("Nobody can be given this: it is put into a checkout.")


def _why_not(reward: Reward, kind: KindBase, member: Member, now: datetime) -> str | None:
    begun = reward.starts_at is None or reward.starts_at <= now
    if not reward.active or not begun or (reward.ends_at is not None and reward.ends_at <= now):
        return _NOT_OFFERED
    if isinstance(kind, Product):
        return _TO_BE_CHOSEN
    if member.user_id is None and kind.way is Way.BY_HOST:
        return _NO_ACCOUNT
    return None


def _all_at_once(ready: list[Redemption], reward: Reward, kind: KindBase, now: datetime) -> int:
    """What the shop makes afterwards, or staff: set by set."""
    if not ready:
        return 0
    enough = take(reward, len(ready))
    assert enough, "they were counted under the same lock"
    _steps([(one, "") for one in ready], now)
    if kind.way is Way.BY_HOST:
        outbox.emit(effect_of(one) for one in ready)
    return len(ready)


_BEGUN = ["promised", "details", "currency", "amount", "valid_until"]


def _at_once(one: Redemption, reward: Reward, config: RewardConfig, now: datetime) -> int:
    """A refusal (the lottery is closed, say, or there are no codes) holds nobody else up."""
    giver = giver_of(config.gives)
    errand = Errand(one, one.member, config.gives, now)
    before = {name: getattr(one, name) for name in _BEGUN}
    try:
        with transaction.atomic():
            giver.prepare(errand)
            enough = take(reward, 1)
            assert enough, "it was counted under the same lock"
            _begin([one], reward, config, now)
            _steps([(one, "")], now)
            hand_over(one, giver.give(errand), now=now)
    except LoyaltyError as refusal:
        for name, value in before.items():
            setattr(one, name, value)
        one.state = RedemptionState.REQUESTED
        _wait(one, _words(refusal.said), now)
        return 0
    return 1


def _words(said: Message) -> str:
    """To be said in the reader's language; what has figures in it is written down as it is."""
    return str(said) if said.values or not isinstance(said.text, str) else said.text


def _begin(
    ready: Sequence[Redemption], reward: Reward, config: RewardConfig, now: datetime
) -> None:
    kind = config.gives
    currencies = _currencies(ready, kind)
    for one in ready:
        one.promised, one.details = reward.config, {}
        one.currency = currencies.get(one.member_id, "")
        one.amount = kind.value(one.currency)
        one.valid_until = kind.ends_at(now)


def _currencies(ready: Sequence[Redemption], kind: KindBase) -> dict[int, str]:
    """That of each member's last paid order, or else the first one the reward is had in."""
    known = kind.in_currencies
    if not known:
        return {}
    members = [one.member_id for one in ready]
    found = dict.fromkeys(members, min(known))
    if len(known) > 1:
        paid = OrderRecord.objects.filter(
            member__in=members, paid_at__isnull=False, currency__in=known
        )
        last = paid.order_by("member", "-paid_at", "-pk").distinct("member")
        found.update(last.values_list("member", "currency"))
    return found


def _wait(one: Redemption, why: str, now: datetime) -> None:
    """The reason is told once, not every night."""
    if one.details[WAITING] != why:
        one.details = {**one.details, WAITING: why}
        one.save(update_fields=["details"])
        _steps([(one, why)], now)


def _steps(of: Sequence[tuple[Redemption, str]], now: datetime) -> None:
    rows.insert(
        RedemptionStep(redemption=one, state=RedemptionState.REQUESTED, note=note, at=now)
        for one, note in of
    )
