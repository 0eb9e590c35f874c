"""How each kind of reward is given, and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from ..errors import N_, Code, LoyaltyError
from ..events.host import host
from ..features.benefits.models import BenefitGift, GiftState, PartnerCode
from ..features.members.models import Member
from ..features.rewards import kinds
from ..features.rewards.models import Redemption, RedemptionState
from ..features.tiers.models import GrantKind, TierGrant
from ..values.identity import new_public_id
from . import lotteries
from .ladder_terms import Ladders
from .redemption_steps import new_code, promise_of, source_of, write_step
from .tier_grants import end_grant, known_tier, lasts_until
from .tiers import reevaluate_many

_BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Given:
    """What the member has in the hand."""

    code: str = ""
    state: RedemptionState = RedemptionState.ISSUED
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """`member` is whoever is to have it; `kind` what they were promised."""

    redemption: Redemption
    member: Member
    kind: Any
    now: datetime
    actor: str = ""


class Giver:
    """Of one kind. Everything happens in the caller's transaction; asked again it is the same."""

    def prepare(self, _errand: Errand, /) -> None:
        """Locks what must be locked before accounts, and refuses what can be refused by then."""

    def give(self, _errand: Errand, /) -> Given:
        raise AssertionError("each kind says how")

    def take_back(self, _errand: Errand, /) -> bool:
        """False: it was used, and stays. True: it is worth nothing now, or was never made."""
        return True


class _Coupons(Giver):
    def give(self, errand: Errand, /) -> Given:
        redemption = errand.redemption
        name = promise_of(redemption).name.root
        coupon = errand.kind.coupon(redemption.currency, redemption.valid_until, name)
        return Given(host().make_coupon(_user(errand), coupon, source=source_of(redemption)))

    def take_back(self, errand: Errand, /) -> bool:
        return host().withdraw_coupon(source_of(errand.redemption))


class _GiftCards(Giver):
    def give(self, errand: Errand, /) -> Given:
        redemption = errand.redemption
        code = host().make_gift_card(
            _user(errand),
            redemption.amount,
            redemption.currency,
            valid_until=redemption.valid_until,
            source=source_of(redemption),
        )
        return Given(code)

    def take_back(self, errand: Errand, /) -> bool:
        return host().withdraw_gift_card(source_of(errand.redemption)) != 0


class _Services(Giver):
    def give(self, errand: Errand, /) -> Given:
        return Given(errand.redemption.code or new_code())


class _Tiers(Giver):
    def prepare(self, errand: Errand, /) -> None:
        known_tier(errand.kind.tier, field="rewardId")
        tier, ladder = errand.member.tier, Ladders.load().newest
        mine = tier.slug if tier is not None else None
        if ladder is not None and ladder.config.rank(mine) >= ladder.config.rank(errand.kind.tier):
            raise LoyaltyError(
                Code.INVALID, N_("You are in this tier or a higher one already."), field="rewardId"
            )

    def give(self, errand: Errand, /) -> Given:
        ladders = Ladders.load()
        until = lasts_until(errand.now, errand.kind.months, ladders)
        TierGrant.objects.create(
            public_id=errand.redemption.public_id,
            member=errand.member,
            tier=known_tier(errand.kind.tier, field="rewardId"),
            kind=GrantKind.POINTS,
            starts_at=errand.now,
            ends_at=until,
        )
        reevaluate_many([errand.member.pk], now=errand.now, ladders=ladders)
        return Given(state=RedemptionState.FULFILLED, valid_until=until)

    def take_back(self, errand: Errand, /) -> bool:
        grants = TierGrant.objects.filter(public_id=errand.redemption.public_id, ended_at=None)
        running = Q(ends_at=None) | Q(ends_at__gt=errand.now)
        if not grants.filter(running).exists():
            return False
        end_grant(
            errand.redemption.public_id,
            reason=N_("Given back for its points."),
            actor=errand.actor,
            now=errand.now,
        )
        return True


class _PartnerCodes(Giver):
    def give(self, errand: Errand, /) -> Given:
        redemption, now = errand.redemption, errand.now
        code = self._next(errand.kind.code_list, now)
        if code is None:
            raise LoyaltyError(Code.LIMIT_EXCEEDED, N_("None are left."), field="rewardId")
        code.gift = BenefitGift.objects.create(
            public_id=new_public_id(),
            member=errand.member,
            holder=f"reward:{redemption.reward.slug}"[:64],
            kind="partner_codes",
            slug=redemption.reward.slug,
            # Its name must be one of its own, and short.
            period=f"r{_base_36(redemption.pk)}",
            state=GiftState.GIVEN,
            code=code.code,
            valid_until=code.valid_until,
            due_at=now,
            given_at=now,
        )
        code.save(update_fields=["gift"])
        return Given(code.code, valid_until=code.valid_until)

    def _next(self, code_list: str, now: datetime) -> PartnerCode | None:
        """The oldest that nobody has and nobody is being given just now."""
        fresh = Q(valid_until=None) | Q(valid_until__gt=now)
        free = PartnerCode.objects.filter(
            fresh, code_list__slug=code_list, code_list__active=True, gift=None
        )
        return free.order_by("pk").select_for_update(skip_locked=True, of=("self",)).first()


class _LotteryTickets(Giver):
    def prepare(self, errand: Errand, /) -> None:
        lotteries.locked(errand.kind.lottery)

    def give(self, errand: Errand, /) -> Given:
        redemption, kind = errand.redemption, errand.kind
        lotteries.give_tickets(
            errand.member,
            kind.lottery,
            kind.tickets * redemption.quantity,
            source=source_of(redemption),
            points=redemption.points,
            account_id=redemption.account_id,
            spend_seq=redemption.spend_seq,
            now=errand.now,
        )
        return Given(state=RedemptionState.FULFILLED)


GIVERS: Mapping[type[kinds.KindBase], Giver] = {
    kinds.Coupon: _Coupons(),
    kinds.FreeShipping: _Coupons(),
    kinds.GiftCard: _GiftCards(),
    kinds.LotteryTicket: _LotteryTickets(),
    kinds.PartnerCode: _PartnerCodes(),
    kinds.Service: _Services(),
    kinds.TierUpgrade: _Tiers(),
}


def giver_of(kind: kinds.KindBase) -> Giver:
    return GIVERS[type(kind)]


def hand_over(
    redemption: Redemption, given: Given, *, now: datetime, actor: str = "", note: str = ""
) -> None:
    """It is with the member from now on."""
    write_step(
        redemption,
        given.state,
        now=now,
        actor=actor,
        note=note,
        code=given.code or redemption.code,
        valid_until=given.valid_until or redemption.valid_until,
    )


def _user(errand: Errand) -> int:
    assert errand.member.user_id is not None, "whoever delivers has looked"
    return errand.member.user_id


def _base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _BASE_36[digit] + digits
    return digits or "0"
