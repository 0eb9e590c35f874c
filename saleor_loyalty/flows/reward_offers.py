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
    refusal: LoyaltyError | None


def offers_of(member: Member | None, rewards: Sequence[Reward], *, now: datetime) -> list[Offer]:
    """In their order. A few statements, however many they are."""
    desk = Desk.of(member, now=now)
    taken = desk.had([reward.pk for reward in rewards])
    return [desk.offer(reward, taken.get(reward.pk, ())) for reward in rewards]


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

    def offer(
        self, reward: Reward, had: Iterable[tuple[datetime, int]], quantity: int = 1
    ) -> Offer:
        config = config_of(reward.config)
        shelf = self._shelf(reward, config)
        standing = self._standing(config, list(had))
        points = price(config, self.tier, self.cheaper, self.now)
        return Offer(
            reward=reward,
            config=config,
            points=points,
            full_points=config.price_at(self.now).points,
            missing=max(points * quantity - self.available, 0),
            shelf=shelf,
            refusal=self._named(why_not(config, shelf, standing, quantity, self.now), config),
        )

    def _named(self, refusal: LoyaltyError | None, config: RewardConfig) -> LoyaltyError | None:
        if refusal is None or refusal.code is not Code.FORBIDDEN:
            return refusal
        return self.named.refusal(config.gate, field=refusal.field)

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

    def _shelf(self, reward: Reward, config: RewardConfig) -> Shelf:
        since = self._since(config.limits.per_period)
        in_period = 0
        if since is not None:
            of_all = counted().filter(reward=reward, created_at__gte=since)
            in_period = of_all.aggregate(pieces=Sum("quantity"))["pieces"] or 0
        return Shelf(
            active=reward.active,
            starts_at=reward.starts_at,
            ends_at=reward.ends_at,
            stock=reward.stock,
            taken=reward.taken,
            in_period=in_period,
        )

    def _since(self, limit: PeriodLimit | None) -> datetime | None:
        return begins_at(limit.per, self.now, self.zone) if limit is not None else None


def counted() -> "QuerySet[Redemption]":
    """Those that count for limits: bought, and neither cancelled nor run out with their points
    given back.
    """
    back = Q(state=RedemptionState.EXPIRED, details__has_key=BACK)
    bought = Redemption.objects.filter(event=None)
    return bought.exclude(Q(state=RedemptionState.CANCELLED) | back)
