"""Friends that members bring: the code, and who comes by it."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from .. import rows
from ..errors import N_, Code, LoyaltyError
from ..events.host import host
from ..features.members.models import Member
from ..features.members.service import whole
from ..features.orders.models import OrderRecord
from ..features.referrals.config import ReferralsConfig
from ..features.referrals.models import Referral, ReferralCheckout, ReferralCode, ReferralState
from ..features.referrals.rules import ALPHABET, CODE_LENGTH, LONGEST_CODE, plain_code
from ..values.identity import new_public_id
from . import referral_steps, traces
from .gates import check_member
from .referral_locks import in_turn, keep_members
from .referral_terms import must_run

_NEW_DAYS = 30
# Further up nobody is looked for who brought whom.
_HIGHEST = 50
_TRIES = 10


@transaction.atomic
def make_code(member: Member, *, device_id: str = "", now: datetime) -> ReferralCode:
    """The member's one code. Raises NOT_FOUND where it is switched off, FORBIDDEN, MEMBER_CLOSED,
    INVALID.
    """
    check_member(member, must_run().config.gate, now=now)
    traces.note_device(member, device_id, now=now)
    for _ in range(_TRIES):
        known = ReferralCode.objects.filter(member=member).first()
        if known is not None:
            return known
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        made = ReferralCode(member=member, code=code, created_at=now)
        ReferralCode.objects.bulk_create([made], ignore_conflicts=True)
    raise AssertionError("ten codes of eight letters are not all taken")


def known_code(code: str) -> ReferralCode:
    """Raises NOT_FOUND for a code that is none, or whose member's account is closed."""
    wanted = plain_code(code)
    found = (
        ReferralCode.objects.select_related("member__merged_into").filter(code=wanted).first()
        if len(wanted) <= LONGEST_CODE
        else None
    )
    if found is None or whole(found.member).user_id is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such code."), field="code")
    return found


def count_visit(code: str) -> ReferralCode:
    """Somebody came by the link. Raises NOT_FOUND."""
    must_run()
    found = known_code(code)
    ReferralCode.objects.filter(pk=found.pk).update(visits=F("visits") + 1)
    return found


@transaction.atomic
def join(
    friend: Member, code: str, *, how: str = "code", device_id: str = "", now: datetime
) -> Referral:
    """Makes the caller somebody's friend; the same code again answers the same.

    Raises NOT_FOUND, INVALID for one's own code and for who was brought already, FORBIDDEN for who
    is no new customer or whose friend may bring nobody, LIMIT_EXCEEDED, MEMBER_CLOSED.
    """
    setting = must_run()
    traces.note_device(friend, device_id, now=now)
    referrer = _in_turn(friend, known_code(code), setting.config, now)
    known = _brought(friend, referrer)
    if known is not None:
        return known
    _check_new(friend, setting.config, since=now, bought_before=now, but="")
    return _bring(referrer, friend, setting.number, how, brought_at=now, now=now)


@transaction.atomic
def join_by_order(friend: Member, code: ReferralCode, order: OrderRecord, *, now: datetime) -> None:
    """The code was given at the till, and this order is the first. Raises as `join`."""
    setting = must_run()
    referrer = _in_turn(friend, code, setting.config, now)
    if _brought(friend, referrer) is not None:
        return
    assert order.paid_at is not None, "the caller has looked"
    _check_new(
        friend,
        setting.config,
        since=order.placed_at,
        bought_before=order.paid_at,
        but=order.order_id,
    )
    at = min(order.placed_at, order.paid_at)
    _bring(referrer, friend, setting.number, "checkout", brought_at=at, now=now)


@transaction.atomic
def give_at_checkout(
    checkout_id: str, code: str, *, user_id: int | None, trusted: bool = False, now: datetime
) -> ReferralCheckout:
    """Keeps the code with an open checkout until it is an order; another one takes its place.

    A customer's checkout is theirs alone (`user_id`), or of who is `trusted`; a guest's is whose
    who knows its id. Raises NOT_FOUND, INVALID for one's own code.
    """
    must_run()
    checkout = host().checkout(checkout_id)
    if checkout is None or not (trusted or checkout.user_id in (None, user_id)):
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such checkout."), field="checkoutId")
    found = known_code(code)
    if checkout.user_id is not None and whole(found.member).user_id == checkout.user_id:
        raise LoyaltyError(Code.INVALID, N_("This is your own code."), field="code")
    row = ReferralCheckout(checkout_id=checkout_id, code=found, created_at=now)
    rows.insert([row], unique="checkout_id", update=["code_id"], returning=["id"])
    return row


def _in_turn(friend: Member, code: ReferralCode, config: ReferralsConfig, now: datetime) -> Member:
    """Who brings the friend, both held. What `code` says of its member may be old by then."""
    referrer = whole(code.member)
    keep_members([friend.pk, referrer.pk])
    in_turn(friend, referrer)
    friend.refresh_from_db()
    referrer = whole(Member.objects.select_related("merged_into").get(pk=referrer.pk))
    if friend.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))
    if referrer.pk == friend.pk:
        raise LoyaltyError(Code.INVALID, N_("This is your own code."), field="code")
    check_member(referrer, config.gate, now=now)
    _check_circle(referrer, friend)
    _check_most(referrer, friend, config, now)
    return referrer


def _brought(friend: Member, referrer: Member) -> Referral | None:
    """By the same member already. Raises INVALID where it was another, or under another account."""
    theirs = Q(friend=friend) | Q(friend__merged_into=friend)
    known = Referral.objects.select_related("referrer__merged_into").filter(theirs).first()
    if known is not None and whole(known.referrer) != referrer:
        raise LoyaltyError(Code.INVALID, N_("A friend has brought you here already."), field="code")
    return known


def _check_new(
    friend: Member,
    config: ReferralsConfig,
    *,
    since: datetime,
    bought_before: datetime,
    but: str,
) -> None:
    customer = host().customer(friend.user_id) if friend.user_id is not None else None
    opened = min(friend.joined_at, (customer and customer.since) or friend.joined_at)
    if since - opened > timedelta(days=config.account_days):
        raise _not_new()
    # Also what somebody bought as a guest, whether the e-mail is proven or not.
    theirs = Q(member=friend) | Q(member__guest=True, member__email=friend.email)
    bought = OrderRecord.objects.filter(theirs, paid_at__lt=bought_before)
    if bought.exclude(order_id=but).exists():
        raise _not_new()


def _not_new() -> LoyaltyError:
    return LoyaltyError(Code.FORBIDDEN, N_("This is for new customers."), field="code")


def _check_circle(referrer: Member, friend: Member) -> None:
    """Nobody is brought by whom they have brought, however far down."""
    above: int | None = referrer.pk
    for _ in range(_HIGHEST):
        above = Referral.objects.filter(friend=above).values_list("referrer", flat=True).first()
        if above is None:
            return
        if above == friend.pk:
            raise _not_new()


def _check_most(referrer: Member, friend: Member, config: ReferralsConfig, now: datetime) -> None:
    lately = Referral.objects.filter(
        referrer=referrer, created_at__gt=now - timedelta(days=_NEW_DAYS)
    )
    if lately.exclude(friend=friend).count() >= config.most_new:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("Nobody can use this code just now."), field="code"
        )


def _bring(
    referrer: Member, friend: Member, version: int, how: str, *, brought_at: datetime, now: datetime
) -> Referral:
    referral = Referral.objects.create(
        public_id=new_public_id(),
        referrer=referrer,
        friend=friend,
        how=how,
        state=ReferralState.REGISTERED,
        version=version,
        created_at=brought_at,
    )
    traces.note_emails([friend, referrer], now=now)
    return referral_steps.settle(referral.pk, now=now)
