"""How rewards stand for a member: what they cost them, and why they cannot be had."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet, Sum

from ..errors import Code, LoyaltyError
from ..features.members.models import Member
from ..features.rewards.config import PeriodLimit, RewardConfig
from ..features.rewards.models import Redemption, RedemptionState, Reward
from ..features.rewards.periods import begins_at
from ..features.rewards.rules import Shelf, Standing, price, why_not
from ..ledger import read
from ..values.points import Unit
from .gates import Named, segments_held
from .membership_spans import shop_zone
from .perks import perks_of_members
from .rewards import config_of

BACK = "back"
"""In a redemption's details: how many of its points have gone back."""


@dataclass(frozen=True, slots=True)
class Offer:
    """`points` for one piece, `full_points` without what benefits take off. `refusal` of one
    piece; None: they can have it. Whoever is not known is told what everybody pays.
    """

    reward: Reward
    config: RewardConfig
    points: int
    full_points: int
    missing: int
    shelf: Shelf
    refused: LoyaltyError | None
    named: Named

    @property
    def refusal(self) -> LoyaltyError | None:
        """Whom it is for is looked up only for who wants to know."""
        if self.refused is None or self.refused.code is not Code.FORBIDDEN:
            return self.refused
        return self.named.refusal(self.config.gate, field=self.refused.field)


def offers_of(member: Member | None, rewards: Sequence[Reward], *, now: datetime) -> list[Offer]:
    """In their order. A few statements, however many they are."""
    desk = Desk.of(member, now=now)
    taken = desk.had([reward.pk for reward in rewards])
    gone = desk.gone(rewards)
    return [desk.offer(one, taken.get(one.pk, ()), gone=gone.get(one.pk, 0)) for one in rewards]


@dataclass(frozen=True, slots=True)
class Desk:
    """A member at the counter, with what is looked up of them once."""

    member: Member | None
    now: datetime
    zone: ZoneInfo
    available: int
    tier: str | None
    holders: frozenset[str]
    cheaper: int
    named: Named = field(default_factory=Named)

    @classmethod
    def of(cls, member: Member | None, *, now: datetime) -> "Desk":
        zone = shop_zone(now=now)
        if member is None:
            return cls(None, now, zone, 0, None, frozenset(), 0)
        perks = perks_of_members([member.pk], now=now).get(member.pk)
        held = [one.holder for one in perks.holders] if perks is not None else []
        return cls(
            member=member,
            now=now,
            zone=zone,
            available=read.balance(member.pk, Unit.POINTS, now=now).available,
            tier=member.tier.slug if member.tier is not None else None,
            holders=frozenset(held) | segments_held(member.pk),
            cheaper=perks.cheaper_rewards() if perks is not None else 0,
        )

    def had(self, reward_ids: Sequence[int]) -> dict[int, list[tuple[datetime, int]]]:
        """By reward: when the member took how many that count."""
        found: dict[int, list[tuple[datetime, int]]] = {}
        if self.member is not None:
            mine = counted().filter(member=self.member, reward__in=reward_ids)
            for reward_id, at, pieces in mine.values_list("reward", "created_at", "quantity"):
                found.setdefault(reward_id, []).append((at, pieces))
        return found

    def gone(self, rewards: Iterable[Reward]) -> dict[int, int]:
        """By reward: how many of it are gone in the period that its limit for all goes by."""
        periods = Q()
        for reward in rewards:
            since = self._since(config_of(reward.config).limits.per_period)
            if since is not None:
                periods |= Q(reward=reward, created_at__gte=since)
        if not periods:
            return {}
        by_reward = counted().filter(periods).values("reward").order_by()
        return dict(by_reward.annotate(pieces=Sum("quantity")).values_list("reward", "pieces"))

    def offer(
        self,
        reward: Reward,
        had: Iterable[tuple[datetime, int]],
        quantity: int = 1,
        *,
        gone: int,
    ) -> Offer:
        """`had` and `gone` as this desk has told them of the reward."""
        config = config_of(reward.config)
        shelf = _shelf(reward, gone)
        standing = self._standing(config, list(had))
        points = price(config, self.tier, self.cheaper, self.now)
        return Offer(
            reward=reward,
            config=config,
            points=points,
            full_points=config.price_at(self.now).points,
            missing=max(points * quantity - self.available, 0),
            shelf=shelf,
            refused=why_not(config, shelf, standing, quantity, self.now),
            named=self.named,
        )

    def _standing(self, config: RewardConfig, had: list[tuple[datetime, int]]) -> Standing:
        since = self._since(config.limits.per_member_and_period)
        return Standing(
            available=self.available,
            tier=self.tier,
            holders=self.holders,
            cheaper=self.cheaper,
            mine=sum(pieces for _, pieces in had),
            mine_in_period=sum(p for at, p in had if since is not None and at >= since),
        )

    def _since(self, limit: PeriodLimit | None) -> datetime | None:
        return begins_at(limit.per, self.now, self.zone) if limit is not None else None


def _shelf(reward: Reward, gone: int) -> Shelf:
    return Shelf(
        active=reward.active,
        starts_at=reward.starts_at,
        ends_at=reward.ends_at,
        stock=reward.stock,
        taken=reward.taken,
        in_period=gone,
    )


def counted() -> "QuerySet[Redemption]":
    """Those that count for limits: bought, and neither cancelled nor run out with their points
    given back.
    """
    back = Q(state=RedemptionState.EXPIRED, details__has_key=BACK)
    bought = Redemption.objects.filter(event=None)
    return bought.exclude(Q(state=RedemptionState.CANCELLED) | back)
