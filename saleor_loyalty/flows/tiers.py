"""Moving members between tiers: by growth, or by hand."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from .. import rows
from ..errors import Code, LoyaltyError
from ..events import outbox
from ..features.members.models import Member
from ..features.tiers.models import Tier, TierMove
from ..features.tiers.read import ladder, reached
from ..ledger.models import Account
from ..values.identity import new_public_id
from ..values.points import Unit

BY_GROWTH = "growth"


def reevaluate_many(member_ids: Iterable[int], *, now: datetime) -> int:
    """Puts members into the tier their growth has reached; returns how many moved.

    A tier set by hand stays until its end.
    """
    ids = sorted(set(member_ids))
    tiers = ladder() if ids else []
    if not tiers:
        return 0
    growth = dict(
        Account.objects.filter(member_id__in=ids, unit=Unit.GROWTH).values_list(
            "member_id", "available"
        )
    )
    moves: list[TierMove] = []
    members = Member.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    for member in members:
        if _kept_by_hand(member, now):
            continue
        tier = reached(tiers, growth.get(member.pk, 0))
        if (tier.id if tier else None) != member.tier_id:
            moves.append(_move(member, tier.id if tier else None, BY_GROWTH, "", now))
    _write(moves)
    return len(moves)


@transaction.atomic
def set_tier(
    member: Member,
    tier_slug: str | None,
    *,
    reason: str,
    actor: str,
    until: datetime | None,
    now: datetime,
) -> Member:
    """Puts a member into a tier by hand until then (None: for good).

    No tier at all ends a setting by hand: growth decides again. Raises NOT_FOUND for an unknown
    tier, REQUIRED without a reason, INVALID for an end in the past.
    """
    if not reason.strip():
        raise LoyaltyError(Code.REQUIRED, "A reason is needed.", field="reason")
    if until is not None and until <= now:
        raise LoyaltyError(Code.INVALID, "The end must lie in the future.", field="until")
    member = Member.objects.select_for_update().get(pk=member.pk)
    if tier_slug is None:
        member.tier_locked = False
        member.tier_until = None
        member.save(update_fields=["tier_locked", "tier_until"])
        reevaluate_many([member.pk], now=now)
    else:
        tier = Tier.objects.filter(slug=tier_slug, active=True).first()
        if tier is None:
            raise LoyaltyError(Code.NOT_FOUND, "There is no such tier.", field="tierId")
        move = _move(member, tier.pk, reason.strip(), actor, now)
        member.tier_locked = True
        member.tier_until = until
        member.save(update_fields=["tier_locked", "tier_until"])
        _write([move])
    return Member.objects.select_related("tier").get(pk=member.pk)


def end_tiers_set_by_hand(*, now: datetime, limit: int) -> int:
    """Lets growth decide again where the end of a setting by hand has come."""
    due = Member.objects.filter(tier_locked=True, tier_until__lte=now).order_by("pk")
    ids = list(due.values_list("pk", flat=True)[:limit])
    Member.objects.filter(pk__in=ids).update(tier_locked=False, tier_until=None)
    reevaluate_many(ids, now=now)
    return len(ids)


def _kept_by_hand(member: Member, now: datetime) -> bool:
    return member.tier_locked and (member.tier_until is None or member.tier_until > now)


def _move(member: Member, tier_id: int | None, reason: str, actor: str, now: datetime) -> TierMove:
    return TierMove(
        public_id=new_public_id(),
        member_id=member.pk,
        from_tier_id=member.tier_id,
        to_tier_id=tier_id,
        reason=reason,
        actor=actor,
        moved_at=now,
    )


def _write(moves: list[TierMove]) -> None:
    rows.insert(moves)
    by_tier: dict[int | None, list[int]] = {}
    for move in moves:
        by_tier.setdefault(move.to_tier_id, []).append(move.member_id)
    for tier_id, member_ids in by_tier.items():
        Member.objects.filter(pk__in=member_ids).update(tier_id=tier_id)
    outbox.emit(
        outbox.NewEffect("reprice", f"member:{move.member_id}", f"tier-move:{move.public_id}")
        for move in moves
    )
