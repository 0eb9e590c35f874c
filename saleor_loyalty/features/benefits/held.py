"""What a member holds: benefits of a tier and of paid plans, combined by the better one. Pure."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from ...values.points import Unit
from ...values.texts import Texts
from .items import Item
from .kinds import (
    BenefitBase,
    CheaperRewards,
    FreeShipping,
    Limited,
    Multiplier,
    PriceOff,
    Priority,
    Samples,
)
from .periods import Per, ends_at, period_of
from .prices import SalePolicy

_LONGEST_SLUG = 50
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Held:
    """What one holder gives: "tier:gold", "plan:plus". Its months are those of `zone`."""

    holder: str
    name: Texts
    benefits: Sequence[BenefitBase]
    zone: ZoneInfo

    def slug_of(self, benefit: BenefitBase) -> str:
        """What uses and gifts of it are written down under.

        All tiers share theirs, so that who moves up has a month's coupon once; each plan has its
        own.
        """
        kind, _, slug = self.holder.partition(":")
        if kind == "tier":
            return benefit.slug
        joined = f"{slug}.{benefit.slug}"
        if len(joined) <= _LONGEST_SLUG:
            return joined
        digest = hashlib.sha256(joined.encode()).hexdigest()[:_DIGEST]
        return f"{joined[: _LONGEST_SLUG - _DIGEST - 1]}.{digest}"

    def name_of(self, benefit: BenefitBase) -> Texts:
        return benefit.name if benefit.name.root else self.name


# How often each was used, by kind, slug and period.
Uses = Mapping[tuple[str, str, str], int]


@dataclass(frozen=True, slots=True)
class Off:
    """`basis_points` are hundredths of a percent; `name` is what members are told."""

    basis_points: int
    policy: SalePolicy
    holder: str
    name: Texts


@dataclass(frozen=True, slots=True)
class Boost:
    """`percent` of the base award in all: 150 is half as much again."""

    percent: int
    holder: str
    name: Texts


@dataclass(frozen=True, slots=True)
class Shipping:
    """Free shipping that a member has. `slug` is what a use is written down under.

    `left` of its quota in the period that runs; None: no quota.
    """

    holder: str
    slug: str
    name: Texts
    quota: int | None
    per: Per | None
    left: int | None


@dataclass(frozen=True, slots=True)
class Quota:
    """How often something can be used in the period that runs. `allowed` None: as often as wanted.

    `period_ends_at` None: the quota is for all times.
    """

    kind: str
    slug: str
    holder: str
    name: Texts
    allowed: int | None
    used: int
    period: str
    period_ends_at: datetime | None

    @property
    def left(self) -> int | None:
        return None if self.allowed is None else max(self.allowed - self.used, 0)


def price_off(holders: Iterable[Held], item: Item) -> list[Off]:
    """Every percentage off this item: who sells it takes the lowest price that comes out."""
    return [
        Off(one.basis_points, one.sale_policy, held.holder, held.name_of(one))
        for held, one in each(holders, PriceOff)
        if one.covers(item)
    ]


def boost(holders: Iterable[Held], unit: Unit, channel: str) -> Boost | None:
    """The one that brings most; between equals the first."""
    found = [
        Boost(
            one.points_percent if unit is Unit.POINTS else one.growth_percent,
            held.holder,
            held.name_of(one),
        )
        for held, one in each(holders, Multiplier)
        if not one.channels or channel in one.channels
    ]
    best = max(found, key=lambda one: one.percent, default=None)
    return best if best is not None and best.percent > 100 else None


def free_shipping(
    holders: Iterable[Held],
    uses: Uses,
    now: datetime,
    *,
    goods: int,
    currency: str,
    channel: str,
    country: str = "",
) -> Shipping | None:
    """The best that is left: one without a quota, else the one of which most is left.

    `goods` in minor units of `currency`, after every discount.
    """
    found = []
    for held, one in each(holders, FreeShipping):
        quota = quota_of(held, one, uses, now)
        if quota.left != 0 and one.applies(goods, currency, channel, country):
            found.append(
                Shipping(held.holder, quota.slug, quota.name, one.quota, one.per, quota.left)
            )
    return max(found, key=lambda one: (one.left is None, one.left or 0), default=None)


def cheaper_rewards(holders: Iterable[Held]) -> int:
    """What comes off the price of a reward, in percent; 0: nothing."""
    return max((one.percent for _, one in each(holders, CheaperRewards)), default=0)


def marks(holders: Iterable[Held]) -> dict[str, str]:
    """What an order of the member says to those who pack it."""
    found = {}
    priorities = [one.mark for _, one in each(holders, Priority)]
    if priorities:
        # Of a tier before those of plans.
        found["priority"] = priorities[0]
    samples = sum(one.each_order or 0 for _, one in each(holders, Samples))
    if samples:
        found["samples"] = str(samples)
    return found


def quotas(holders: Iterable[Held], uses: Uses, now: datetime) -> list[Quota]:
    """Everything that can be used so and so often, as it stands now."""
    return [
        quota_of(held, one, uses, now)
        for held, one in each(holders, BenefitBase)
        if isinstance(one, Limited) and not (isinstance(one, Samples) and one.each_order)
    ]


def quota_of(held: Held, benefit: BenefitBase, uses: Uses, now: datetime) -> Quota:
    limited = benefit if isinstance(benefit, Limited) else Limited()
    slug = held.slug_of(benefit)
    period = period_of(limited.per, now, held.zone)
    return Quota(
        benefit.kind,
        slug,
        held.holder,
        held.name_of(benefit),
        limited.quota,
        uses.get((benefit.kind, slug, period), 0),
        period,
        ends_at(limited.per, now, held.zone),
    )


_Kind = TypeVar("_Kind", bound=BenefitBase)


def each(holders: Iterable[Held], kind: type[_Kind]) -> Iterator[tuple[Held, _Kind]]:
    """The benefits of one kind, with who gives them."""
    for held in holders:
        for benefit in held.benefits:
            if isinstance(benefit, kind):
                yield held, benefit
