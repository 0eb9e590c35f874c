"""How far a friend is: worked out anew from the friend's orders, whatever happened in between.

Every step is safe to repeat; what it gives or takes back is given and taken back once.
"""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from ..events.facts import OrderFact
from ..features.members.service import whole
from ..features.orders.models import OrderRecord
from ..features.referrals.config import ReferralsConfig, When
from ..features.referrals.models import Referral, ReferralState, Trace
from ..features.referrals.rules import Signals, counts, signals_of, together, unseen, went_back
from ..values.days import midnight
from . import referral_gifts, referral_terms, task_notices
from .referral_gifts import brought_by
from .referral_locks import locked
from .terms import Catalogue

# Why it ended without, where it was not staff who said so.
RETURNED = "returned"
SELF = "self"
TWICE = "twice"
# A friend's first orders: of more than these none is the first that counts.
_ORDERS = 100


@transaction.atomic
def settle(pk: int, *, now: datetime) -> Referral:
    """Brings one referral up to what is known by now."""
    referral = locked(pk)
    if referral.state == ReferralState.REFUSED:
        if referral.reason in (SELF, TWICE):
            referral_gifts.take_back(referral, now=now)
        return referral
    config = referral_terms.promised(referral.version)
    if referral.state == ReferralState.REWARDED:
        _look_back(referral, config, now)
    else:
        advance(referral, config, now)
    return referral


def advance(referral: Referral, config: ReferralsConfig, now: datetime) -> None:
    """One that is on its way, and locked."""
    order = _order_that_counts(referral, config)
    referral.order_id = order.order_id if order is not None else ""
    referral.due_at = _due_at(order, config)
    _compare(referral, config)
    if referral.state != ReferralState.HELD:
        referral.state = ReferralState.ORDERED if order is not None else ReferralState.REGISTERED
        if referral.due_at is not None and referral.due_at <= now:
            referral.state, referral.decided_at = ReferralState.REWARDED, now
            referral.counted = _has_room(referral, config, now)
    referral.save()
    if referral.state == ReferralState.REWARDED:
        task_notices.friend_changed(referral.referrer_id, at=now)
    _give(referral, config, now)


def end(referral: Referral, reason: str, *, actor: str = "", now: datetime) -> None:
    """The locked referral ends without; what it gave is another matter."""
    if referral.state == ReferralState.REWARDED and referral.decided_at is not None:
        task_notices.friend_changed(referral.referrer_id, at=referral.decided_at)
    referral.state, referral.reason, referral.actor = ReferralState.REFUSED, reason, actor
    referral.counted, referral.decided_at = False, now
    referral.save()


def _order_that_counts(referral: Referral, config: ReferralsConfig) -> OrderFact | None:
    """The first, as the friend's orders stand now."""
    friend = whole(referral.friend)
    paid = OrderRecord.objects.filter(member=friend, paid_at__gte=referral.created_at)
    for record in paid.order_by("paid_at", "pk")[:_ORDERS]:
        order = OrderFact.from_json(record.snapshot)
        if counts(order, config.minimum):
            return order
    return None


def _due_at(order: OrderFact | None, config: ReferralsConfig) -> datetime | None:
    if order is None or order.paid_at is None:
        return None
    return config.returns.ends_at(order.paid_at, order.fulfilled_at)


def _compare(referral: Referral, config: ReferralsConfig) -> None:
    """A case where they have something in common that nobody has looked at."""
    found = _signals(referral, config)
    if unseen(found, referral.signals):
        referral.signals = together(found, referral.signals)
        referral.state, referral.cleared = ReferralState.HELD, False


def _signals(referral: Referral, config: ReferralsConfig) -> Signals:
    friend, referrer = whole(referral.friend), whole(referral.referrer)
    kinds = [signal.value for signal in config.signals]
    mine = Trace.objects.filter(member=friend, kind__in=kinds)
    marks = list(mine.values_list("kind", "digest"))
    if not marks:
        return {}
    second = brought_by(referrer) if config.levels == 2 else None
    referrers = frozenset(one.pk for one in (referrer, second) if one is not None)
    friends = Referral.objects.filter(referrer=referrer).values("friend")
    found = Trace.objects.filter(digest__in=[digest for _, digest in marks]).exclude(member=friend)
    theirs = found.filter(member__in=referrers) | found.filter(member__in=friends)
    return signals_of(
        marks,
        (((kind, digest), member) for kind, digest, member in _read(theirs)),
        referrers=referrers,
        alike_friends=config.alike_friends,
    )


def _read(traces: "QuerySet[Trace]") -> list[tuple[str, UUID, int]]:
    return list(traces.values_list("kind", "digest", "member_id"))


def _has_room(referral: Referral, config: ReferralsConfig, now: datetime) -> bool:
    """Whether it counts for who brought them. They are in turn: nobody else takes the room."""
    theirs = Referral.objects.filter(
        referrer=referral.referrer, state=ReferralState.REWARDED, counted=True
    ).exclude(pk=referral.pk)
    caps = config.caps
    if caps.ever is not None and theirs.count() >= caps.ever:
        return False
    if caps.month is None:
        return True
    return theirs.filter(decided_at__gte=month_began(config, now)).count() < caps.month


def month_began(config: ReferralsConfig, now: datetime) -> datetime:
    terms = Catalogue.load().in_force(config.channel, now)
    zone = terms.config.zone if terms is not None else ZoneInfo("UTC")
    return midnight(now.astimezone(zone).date().replace(day=1), zone)


def _give(referral: Referral, config: ReferralsConfig, now: datetime) -> None:
    if referral.state == ReferralState.HELD:
        return
    at_once = config.welcome_when is When.AT_ONCE
    wanted = []
    if at_once or referral.order_id:
        wanted += referral_gifts.welcome(referral, config)
    else:
        referral_gifts.take_back(referral, roles=[referral_gifts.WELCOME], now=now)
    if referral.state == ReferralState.REWARDED:
        wanted += referral_gifts.rewards(referral, config)
    referral_gifts.give(referral, wanted, config, now=now)


def _look_back(referral: Referral, config: ReferralsConfig, now: datetime) -> None:
    """One that is rewarded: its order may go back still."""
    record = OrderRecord.objects.filter(order_id=referral.order_id).first()
    if record is None or referral.decided_at is None:
        return
    late = now - referral.decided_at > timedelta(days=config.take_back_days)
    if not late and went_back(OrderFact.from_json(record.snapshot)):
        end(referral, RETURNED, now=now)
        roles = referral_gifts.of_order(config)
        referral_gifts.take_back(referral, roles=roles, now=now)
