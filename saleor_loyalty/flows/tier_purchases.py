"""A tier for points: what it costs is spent and the tier given, or neither."""

from datetime import datetime

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.tiers.config import LadderConfig
from ..features.tiers.models import GrantKind, TierGrant
from ..ledger import post
from ..ledger.accounts import account_id
from ..values.points import Unit
from ..values.source_key import key_of
from .ladder_terms import Ladders, TierDocument
from .tier_grants import known_tier, lasts_until, locked_member
from .tiers import reevaluate_many


@transaction.atomic
def buy_tier(
    member: Member, tier_slug: str, *, points: int, source: str, now: datetime
) -> TierGrant:
    """Spends the price of the tier and gives it for as long as the ladder says.

    Whoever has bought it before its end prolongs it. `points` is what the shopper agreed to; the
    same `source` again answers what was given. Raises NOT_FOUND for a tier that is not sold,
    CHANGED_MEANWHILE for another price, INVALID for who has as much already, NOT_ENOUGH_POINTS,
    SOURCE_KEY_CONFLICT.
    """
    member = locked_member(member)
    public_id = key_of(f"tier-bought:{member.pk}/{source}")
    earlier = TierGrant.objects.select_related("tier", "member").filter(public_id=public_id)
    given = earlier.first()
    if given is not None:
        return _same(given, tier_slug)
    ladders = Ladders.load()
    sold = _sold(ladders, tier_slug)
    if points != sold.points_price:
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE, N_("The price has changed meanwhile."), field="points"
        )
    starts_at = _starts_at(member, sold, ladders, now)
    post.spend(
        account_id(member.pk, Unit.POINTS),
        points,
        source=f"tier:{member.pk}/{source}",
        now=now,
        data={"reason": "tier", "tier": sold.slug},
    )
    grant = TierGrant.objects.create(
        public_id=public_id,
        member=member,
        tier=known_tier(tier_slug),
        kind=GrantKind.POINTS,
        starts_at=starts_at,
        ends_at=lasts_until(starts_at, sold.points_price_months, ladders),
    )
    reevaluate_many([member.pk], now=now, ladders=ladders)
    return grant


def _same(given: TierGrant, tier_slug: str) -> TierGrant:
    if given.tier.slug != tier_slug:
        raise LoyaltyError(
            Code.SOURCE_KEY_CONFLICT,
            N_("This key was used for something else."),
            field="sourceKey",
        )
    return given


def _sold(ladders: Ladders, slug: str) -> TierDocument:
    tier = ladders.tier(slug)
    if tier is None or tier.points_price is None:
        raise LoyaltyError(
            Code.NOT_FOUND, N_("This tier cannot be had for points."), field="tierId"
        )
    return tier


def _starts_at(member: Member, sold: TierDocument, ladders: Ladders, now: datetime) -> datetime:
    """Now, or where what was bought before ends."""
    bought = TierGrant.objects.filter(
        member=member, kind=GrantKind.POINTS, tier__slug=sold.slug, ended_at__isnull=True
    )
    ends = [grant.ends_at for grant in bought if grant.ends_at is None or grant.ends_at > now]
    dated = [end for end in ends if end is not None]
    if len(dated) < len(ends) or (not ends and _has_as_much(member, sold, ladders)):
        raise LoyaltyError(
            Code.INVALID, N_("You are in this tier or a higher one already."), field="tierId"
        )
    return max(dated, default=now)


def _has_as_much(member: Member, sold: TierDocument, ladders: Ladders) -> bool:
    assert ladders.newest is not None, "a tier of it is sold"
    config: LadderConfig = ladders.newest.config
    return config.rank(member.tier.slug if member.tier else None) >= config.rank(sold.slug)
