"""Points become a reward: spent or set aside, taken from the stock and promised, or nothing of it.

Locks: the checkout's subject, the member, the reward, what the kind needs, the host's rows, the
account.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet, Subquery

from ..errors import N_, NN_, Code, LoyaltyError
from ..events import outbox, wake
from ..events.host import HostCheckout, host
from ..features.members.models import Member
from ..features.rewards.kinds import KindBase, Product, Way, chosen_currency
from ..features.rewards.models import Redemption, RedemptionState, Reward
from ..ledger import post
from ..ledger.accounts import account_id
from ..values.identity import new_public_id
from ..values.points import Unit
from ..values.source_key import digest_of, key_of
from .locks import lock_subjects
from .redemption_steps import source_of, tell_step
from .reward_givers import Errand, giver_of, hand_over
from .reward_offers import Desk, Offer
from .rewards import take
from .tier_grants import locked_member

EFFECT = "redemption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a member asks for. `points` is the price they have seen, for one piece (None: any);
    `checkout_id` where a product is to go.
    """

    slug: str
    quantity: int = 1
    points: int | None = None
    currency: str = ""
    checkout_id: str = ""

    @property
    def digest(self) -> int:
        return digest_of({name: getattr(self, name) for name in self.__slots__})


@transaction.atomic
def redeem(member: Member, wish: Wish, *, source: str, now: datetime) -> Redemption:
    """`source` names the click: the same again answers the same redemption.

    Raises NOT_FOUND, FORBIDDEN, LIMIT_EXCEEDED, NOT_ENOUGH_POINTS, CHANGED_MEANWHILE, INVALID,
    REQUIRED, CURRENCY_NOT_SUPPORTED, MEMBER_CLOSED, SOURCE_KEY_CONFLICT, BUSY.
    """
    if wish.checkout_id:
        lock_subjects([f"checkout:{wish.checkout_id}"])
    member = locked_member(member)
    key = key_of(f"redeem:{member.public_id}/{source}")
    known = Redemption.objects.select_related("reward").filter(key=key).first()
    if known is not None:
        return _same(known, wish)
    offer = _offer(member, wish, now)
    kind = offer.config.gives
    redemption = Redemption(
        public_id=new_public_id(),
        key=key,
        digest=wish.digest,
        member=member,
        reward=offer.reward,
        kind=offer.reward.kind,
        quantity=wish.quantity,
        points=offer.points * wish.quantity,
        account_id=account_id(member.pk, Unit.POINTS),
        promised=offer.reward.config,
        valid_until=kind.ends_at(now),
        created_at=now,
    )
    if isinstance(kind, Product):
        _reserve(redemption, kind, wish, now)
    else:
        _in_currency(redemption, kind, wish.currency)
        _spend(redemption, Errand(redemption, member, kind, now))
    return redemption


def filtered(
    *,
    member: int | None = None,
    member_public_id: UUID | None = None,
    reward: str | None = None,
    kind: str | None = None,
    state: str | None = None,
    code: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    before: UUID | None = None,
) -> "QuerySet[Redemption]":
    """The newest first; `before` is the last one that was seen."""
    wanted = {
        "member": member,
        "member__public_id": member_public_id,
        "reward": _reward(reward) if reward is not None else None,
        "kind": kind,
        "state": state,
        "code": code,
        "created_at__gte": since,
        "created_at__lt": until,
        "public_id__lt": before,
    }
    found = Redemption.objects.select_related("reward", "member__tier").order_by("-public_id")
    return found.filter(**{name: value for name, value in wanted.items() if value is not None})


def _reward(slug: str) -> Subquery:
    """By its number: the newest of one reward are read from an index."""
    return Subquery(Reward.objects.filter(slug=slug).values("pk"))


def _same(known: Redemption, wish: Wish) -> Redemption:
    if known.digest != wish.digest:
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT,
            N_("This key was used before, for something else."),
            field="sourceKey",
        )
    return known


def _offer(member: Member, wish: Wish, now: datetime) -> Offer:
    """The reward's row is locked and the pieces are taken, or it is refused."""
    reward = Reward.objects.select_for_update(no_key=True).filter(slug=wish.slug).first()
    if reward is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such reward."), field="rewardId")
    desk = Desk.of(member, now=now)
    had, gone = desk.had([reward.pk]), desk.gone([reward])
    offer = desk.offer(reward, had.get(reward.pk, ()), wish.quantity, gone=gone.get(reward.pk, 0))
    _check(offer, wish)
    # Of the stock that was looked at under the same lock.
    assert take(reward, wish.quantity), "why_not has counted them"
    return offer


def _check(offer: Offer, wish: Wish) -> None:
    most = offer.config.gives.most
    if not 1 <= wish.quantity <= most:
        raise LoyaltyError(
            Code.INVALID,
            NN_("%(count)s at a time can be had.", "1 to %(count)s at a time can be had."),
            field="quantity",
            count=most,
        )
    if offer.refusal is not None and offer.refusal.code is not Code.NOT_ENOUGH_POINTS:
        raise offer.refusal
    if wish.points is not None and wish.points != offer.points:
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE, N_("The price has changed meanwhile."), field="points"
        )
    if offer.refusal is not None:
        raise offer.refusal


def _in_currency(redemption: Redemption, kind: KindBase, currency: str) -> None:
    redemption.currency = chosen_currency(kind, currency)
    redemption.amount = kind.value(redemption.currency) * redemption.quantity


def _spend(redemption: Redemption, errand: Errand) -> None:
    giver, now = giver_of(errand.kind), errand.now
    giver.prepare(errand)
    if redemption.points:
        posted = post.spend(
            redemption.account_id,
            redemption.points,
            source=source_of(redemption, "spend"),
            now=now,
            data={"reason": "reward", "reward": redemption.reward.slug},
        )
        redemption.spend_seq = posted.seq
    redemption.save()
    tell_step(redemption, now=now)
    match errand.kind.way:
        case Way.AT_ONCE:
            hand_over(redemption, giver.give(errand), now=now)
        case Way.BY_HOST:
            outbox.emit([effect_of(redemption)])
            wake.soon()


def effect_of(redemption: Redemption) -> outbox.NewEffect:
    """Has the shop make it."""
    return outbox.NewEffect(
        kind=EFFECT,
        subject=f"member:{redemption.member_id}",
        source=source_of(redemption),
        payload={"redemption": redemption.pk},
    )


def _reserve(redemption: Redemption, kind: Product, wish: Wish, now: datetime) -> None:
    """The line goes into the checkout at the reward's price, the points are set aside for it."""
    checkout = _checkout_of(redemption.member, wish.checkout_id)
    redemption.checkout_id = checkout.checkout_id
    _in_currency(redemption, kind, checkout.currency)
    host().add_reward_line(
        checkout.checkout_id,
        kind.variant_id,
        wish.quantity,
        kind.value(checkout.currency),
        mark=str(redemption.public_id),
    )
    redemption.valid_until = now + timedelta(minutes=kind.hold_minutes)
    if redemption.points:
        held = post.hold(
            redemption.account_id,
            redemption.points,
            source=source_of(redemption, "hold"),
            subject=f"checkout:{checkout.checkout_id}",
            expires_at=redemption.valid_until,
            now=now,
            data={"reason": "reward_held", "reward": redemption.reward.slug},
        )
        redemption.hold_id = held.id
    redemption.state = RedemptionState.RESERVED
    redemption.save()
    tell_step(redemption, now=now)


def _checkout_of(member: Member, checkout_id: str) -> HostCheckout:
    if not checkout_id:
        raise LoyaltyError(Code.REQUIRED, N_("Choose a checkout."), field="checkoutId")
    checkout = host().checkout(checkout_id)
    if checkout is None or checkout.user_id is None or checkout.user_id != member.user_id:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such checkout."), field="checkoutId")
    return checkout
