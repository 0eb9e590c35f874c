"""Telling members that a tier is about to end, in time for them to keep it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from .. import conf
from ..events import outbox
from ..features.members.models import Member
from ..features.tiers.models import Standing, TierWarning
from ..features.tiers.outlook import Outlook
from ..features.tiers.read import tiers_by_slug
from .ladder_terms import LadderDocument, Ladders
from .tier_facts import facts_of
from .tier_outlooks import look_ahead, that_count
from .tier_texts import keep_text, tier_name
from .tiers import open_grants

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Warned:
    """What SALEOR_LOYALTY_ON_TIER_WARNING is called with. `id` is the same if it is told again.

    `ends_at` is the first moment without the tier; `text` says in the member's language what
    keeps it, `tier_name` what it is called.
    """

    id: int
    member: UUID
    user_id: int | None
    email: str
    language_code: str
    tier: str
    tier_name: str
    ends_at: datetime
    days_before: int
    text: str


def due_warnings(*, now: datetime) -> int:
    """Writes down who is to be warned, once for each end and each of the ladder's days before it;
    returns how many are new. Who has done enough already is left in peace.

    Where a run was missed the nearest of the days stands for those before it.
    """
    ladders = Ladders.load()
    if ladders.newest is None or not ladders.newest.config.warn_days_before:
        return 0
    days = sorted(set(ladders.newest.config.warn_days_before))
    before = now + timedelta(days=days[-1])
    return sum(_warn(ids, ladders, days, now) for ids in _pages(now, before))


def deliver(member_id: int, ends_at: datetime, days_before: int, *, now: datetime) -> None:
    """Hands it to the merchant's function; without one it can be read through the API.

    Who has done enough meanwhile, or is in another tier, is not told.
    """
    tell = conf.on_tier_warning()
    if tell is None:
        return
    found = TierWarning.objects.select_related("member", "tier")
    warning = found.get(member=member_id, ends_at=ends_at, days_before=days_before)
    ladders = Ladders.load()
    text = _still_true(warning, ladders, now)
    if ladders.newest is None or text is None:
        return
    member = warning.member
    tell(
        Warned(
            id=warning.pk,
            member=member.public_id,
            user_id=member.user_id,
            email=member.email,
            language_code=member.language_code,
            tier=warning.tier.slug,
            tier_name=tier_name(ladders.newest.config, warning.tier.slug, member.language_code),
            ends_at=warning.ends_at,
            days_before=warning.days_before,
            text=text,
        )
    )


def _pages(now: datetime, before: datetime) -> Iterator[list[int]]:
    """Members whom time may move until then."""
    after = 0
    while True:
        due = Standing.objects.filter(
            Q(member__guest=True) | Q(member__user_id__isnull=False),
            review_at__gt=now,
            review_at__lte=before,
            member_id__gt=after,
        ).order_by("member_id")
        ids = list(due.values_list("member_id", flat=True)[:_AT_ONCE])
        if not ids:
            return
        yield ids
        after = ids[-1]


@transaction.atomic
def _warn(ids: Sequence[int], ladders: Ladders, days: Sequence[int], now: datetime) -> int:
    known = tiers_by_slug()
    found = [
        TierWarning(
            member_id=member.pk,
            tier_id=known[tier].id,
            ends_at=ahead.keep_until,
            days_before=next(one for one in days if ahead.keep_until <= now + timedelta(days=one)),
        )
        for member, tier, ahead in _ahead(ids, ladders, now)
        if tier is not None
        and ahead.keep_until is not None
        and not ahead.kept
        and now < ahead.keep_until <= now + timedelta(days=days[-1])
    ]
    told = _told(ids)
    new = [one for one in found if (one.member_id, one.ends_at, one.days_before) not in told]
    TierWarning.objects.bulk_create(new, ignore_conflicts=True)
    outbox.emit(_effect(one) for one in new)
    return len(new)


def _ahead(
    ids: Sequence[int], ladders: Ladders, now: datetime
) -> Iterator[tuple[Member, str | None, Outlook]]:
    versions, reads = that_count(ladders, now)
    facts = facts_of(ids, reads, now=now)
    grants = open_grants(list(ids))
    for member in Member.objects.filter(pk__in=ids, merged_into__isnull=True).order_by("pk"):
        given, ahead = look_ahead(
            versions, facts[member.pk], grants.get(member.pk, ()), member=member, now=now
        )
        yield member, given.tier, ahead


def _told(ids: Sequence[int]) -> set[tuple[int, datetime, int]]:
    found = TierWarning.objects.filter(member__in=ids)
    return set(found.values_list("member_id", "ends_at", "days_before"))


def _effect(warning: TierWarning) -> outbox.NewEffect:
    ends_at = warning.ends_at.astimezone(UTC).isoformat()
    return outbox.NewEffect(
        "tier_warning",
        f"member:{warning.member_id}",
        f"tier-warning:{warning.member_id}/{ends_at}/{warning.days_before}",
        {"ends_at": ends_at, "days_before": warning.days_before},
    )


def _still_true(warning: TierWarning, ladders: Ladders, now: datetime) -> str | None:
    """What the member is told; None where it would not be true any more."""
    if ladders.newest is None or warning.member.merged_into_id is not None:
        return None
    config: LadderDocument = ladders.newest.config
    versions, reads = that_count(ladders, now)
    facts = facts_of([warning.member_id], reads, now=now)[warning.member_id]
    grants = open_grants([warning.member_id]).get(warning.member_id, ())
    given, ahead = look_ahead(versions, facts, grants, member=warning.member, now=now)
    same = given.tier == warning.tier.slug and ahead.keep_until == warning.ends_at
    if not same or ahead.kept:
        return None
    return keep_text(given.tier, ahead, config, facts, warning.member.language_code)
