"""Tiers given to a member whatever they did: by staff here, by codes and for points elsewhere."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.tiers.models import GrantKind, MoveCause, Tier, TierGrant
from ..features.tiers.windows import months_on
from ..values.identity import new_public_id
from .ladder_terms import Ladders
from .points import checked_reason
from .tiers import Why, reevaluate_many


@transaction.atomic
def set_tier(
    member: Member,
    tier_slug: str | None,
    *,
    reason: str,
    actor: str,
    until: datetime | None,
    exact: bool = False,
    now: datetime,
) -> Member:
    """Gives a member a tier until then (None: for good), in place of what staff gave before.

    It is the least they have; with `exact` it is theirs whatever they reach. No tier at all takes
    back what staff gave. Raises NOT_FOUND for an unknown tier, REQUIRED without a reason, INVALID
    for an end in the past.
    """
    reason = checked_reason(reason)
    if until is not None and until <= now:
        raise LoyaltyError(Code.INVALID, N_("The end must lie in the future."), field="until")
    tier = known_tier(tier_slug) if tier_slug is not None else None
    member = locked_member(member)
    given = TierGrant.objects.filter(member=member, kind=GrantKind.BY_HAND, ended_at__isnull=True)
    given.update(ended_at=now)
    if tier is not None:
        TierGrant.objects.create(
            public_id=new_public_id(),
            member=member,
            tier=tier,
            kind=GrantKind.BY_HAND,
            exact=exact,
            reason=reason,
            actor=actor,
            starts_at=now,
            ends_at=until,
        )
    reevaluate_many([member.pk], now=now, why=Why(MoveCause.BY_HAND, reason, actor))
    return Member.objects.select_related("tier").get(pk=member.pk)


@transaction.atomic
def end_grant(public_id: UUID, *, reason: str, actor: str, now: datetime) -> TierGrant:
    """Takes back what was given, whoever gave it. Raises NOT_FOUND, REQUIRED, INVALID."""
    reason = checked_reason(reason)
    found = TierGrant.objects.select_related("member", "tier")
    grant = found.filter(public_id=public_id).first()
    if grant is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such grant."), field="id")
    locked_member(grant.member)
    grant.refresh_from_db(fields=["ended_at"])
    if grant.ended_at is not None or (grant.ends_at is not None and grant.ends_at <= now):
        raise LoyaltyError(Code.INVALID, N_("It has ended already."), field="id")
    grant.ended_at = now
    grant.save(update_fields=["ended_at"])
    why = Why(MoveCause.GRANT_ENDED, reason, actor)
    reevaluate_many([grant.member_id], now=now, why=why)
    return grant


def known_tier(slug: str, *, field: str = "tierId") -> Tier:
    """A tier of the ladder in force. Raises NOT_FOUND."""
    tier = Tier.objects.filter(slug=slug, active=True).first()
    if tier is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such tier."), field=field)
    return tier


def locked_member(member: Member) -> Member:
    """Held until the transaction ends. Raises MEMBER_CLOSED for one that is part of another."""
    locked = Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    if locked.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))
    return locked


def lasts_until(start: datetime, months: int | None, ladders: Ladders) -> datetime | None:
    """The midnight after the day so many months later; None: it lasts for good."""
    if months is None or ladders.newest is None:
        return None
    return months_on(start, months, ladders.newest.config.zone)
