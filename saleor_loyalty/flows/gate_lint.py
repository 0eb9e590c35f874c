"""Rewards, lotteries, flash sales and group buys that are for members of what is not there."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from ..features.flash_sales.config import FlashSaleConfig
from ..features.flash_sales.models import FlashSale
from ..features.group_buys.config import OfferConfig
from ..features.group_buys.models import GroupBuyOffer
from ..features.lottery.config import LotteryConfig
from ..features.lottery.models import Lottery, LotteryState
from ..features.memberships.models import MembershipPlan
from ..features.rewards.config import RewardConfig
from ..features.rewards.models import Reward
from ..features.tiers.models import Tier
from ..values.gate import Gate
from .findings import Finding, Severity, no_plan, no_tier


def lint_gates(*, now: datetime) -> Iterator[Finding]:
    """Of all that can be had now or later, for every programme alike."""
    tiers = frozenset(Tier.objects.filter(active=True).values_list("slug", flat=True))
    plans = frozenset(MembershipPlan.objects.filter(active=True).values_list("slug", flat=True))
    for place, gate in _gates(now):
        severity = _severity(gate, tiers, plans)
        for missing in sorted(gate.tiers - tiers):
            yield Finding(severity, "NOBODY", f"{place}.tiers", no_tier(missing))
        for missing in sorted(gate.plans - plans):
            yield Finding(severity, "NOBODY", f"{place}.plans", no_plan(missing))


def _severity(gate: Gate, tiers: frozenset[str], plans: frozenset[str]) -> Severity:
    """An error where nobody at all is let in."""
    somebody = gate.segments or gate.tiers & tiers or gate.plans & plans
    return Severity.WARNING if somebody else Severity.ERROR


def _gates(now: datetime) -> Iterator[tuple[str, Gate]]:
    ahead = Q(ends_at=None) | Q(ends_at__gt=now)
    for reward in Reward.objects.filter(ahead, active=True).order_by("slug"):
        yield f"rewards.{reward.slug}.gate", RewardConfig.of_document(reward.config).gate
    for offer in GroupBuyOffer.objects.filter(ahead, active=True).order_by("slug"):
        yield f"groups.{offer.slug}.gate", OfferConfig.of_document(offer.config).gate
    for sale in FlashSale.objects.filter(ahead, active=True).order_by("slug"):
        yield f"flash_sales.{sale.slug}.gate", FlashSaleConfig.of_document(sale.config).gate
    open_ones = (LotteryState.DRAFT, LotteryState.OPEN)
    for lottery in Lottery.objects.filter(state__in=open_ones).order_by("slug"):
        yield f"lotteries.{lottery.slug}.gate", LotteryConfig.of_document(lottery.config).gate
