"""A tier that was earned and tiers that were given, put together. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .config import LadderConfig
from .models import TierGrant
from .windows import NEVER


@dataclass(frozen=True, slots=True)
class Given:
    """The tier a member has, and the grant it comes from (None: it is earned).

    `changes_at` is when the next grant begins or ends; None: never.
    """

    tier: str | None
    grant: TierGrant | None
    changes_at: datetime | None


def is_open(grant: TierGrant, now: datetime) -> bool:
    return grant.ended_at is None and (grant.ends_at is None or grant.ends_at > now)


def put_together(
    config: LadderConfig, earned: str | None, grants: Iterable[TierGrant], now: datetime
) -> Given:
    """An exact grant decides alone, the newest of several; others are the least a member has.

    Grants need their `tier`; those of a tier that the ladder has no more count for nothing.
    """
    known = [one for one in grants if is_open(one, now) and config.rank(one.tier.slug)]
    moments = [one.starts_at for one in known if one.starts_at > now]
    running = [one for one in known if one.starts_at <= now]
    moments += [one.ends_at for one in running if one.ends_at is not None]
    changes_at = min(moments, default=None)
    exact = [one for one in running if one.exact]
    if exact:
        newest = max(exact, key=lambda one: (one.starts_at, one.pk))
        return Given(newest.tier.slug, newest, changes_at)
    best = max(
        running, key=lambda one: (config.rank(one.tier.slug), one.ends_at or NEVER), default=None
    )
    if best is None or config.rank(best.tier.slug) <= config.rank(earned):
        return Given(earned, None, changes_at)
    return Given(best.tier.slug, best, changes_at)
