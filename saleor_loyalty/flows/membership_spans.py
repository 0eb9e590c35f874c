"""Working out anew whom purchases cover until when."""

from collections.abc import Collection, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from ..events import outbox
from ..features.memberships.coverage import Span, coverage
from ..features.memberships.models import Membership, MembershipPurchase
from ..features.memberships.purchases import as_bought
from ..values.identity import new_public_id
from .locks import lock_subjects
from .terms import Catalogue

Pair = tuple[int, int]
"""A member's id and a plan's."""

_UTC = ZoneInfo("UTC")


def lock_members(member_ids: Iterable[int]) -> None:
    """Purchases of one member come one after the other. After accounts, before rows of members."""
    lock_subjects(f"memberships:{member_id}" for member_id in set(member_ids))


def shop_zone(*, now: datetime) -> ZoneInfo:
    """Of the programme that names no channel: a membership has no channel either."""
    terms = Catalogue.without_campaigns().in_force("", now)
    return terms.config.zone if terms is not None else _UTC


def work_out(pairs: Collection[Pair], *, zone: ZoneInfo) -> int:
    """Brings memberships up to what their purchases say; returns how many changed.

    The caller has locked the members. Who is covered otherwise than before has other prices.
    """
    if not pairs:
        return 0
    bought = _purchases(pairs)
    known = _memberships(pairs)
    changed = [
        pair
        for pair in sorted(set(pairs))
        if _bring_up(pair, bought.get(pair, []), known.get(pair), zone)
    ]
    tell({member_id for member_id, _ in changed})
    return len(changed)


def tell(member_ids: Iterable[int], cause: str = "") -> None:
    """Their prices, and what the shop's own tools show, are to be made anew."""
    cause = cause or f"membership-change:{new_public_id()}"
    outbox.emit(
        outbox.NewEffect(kind, f"member:{member_id}", f"{kind}/{cause}/{member_id}")
        for member_id in sorted(member_ids)
        for kind in ("reprice", "mirror")
    )


def _bring_up(
    pair: Pair, bought: list[MembershipPurchase], membership: Membership | None, zone: ZoneInfo
) -> bool:
    span = _last_span(bought, zone)
    if membership is None:
        if span is None:
            return False
        _made(pair, span)
        return True
    if span is None:
        # Nothing is left of it: it covers no moment.
        span = Span(membership.starts_at, membership.starts_at)
    cancelled_at = _still_cancelled(membership.cancelled_at, bought)
    moved = (membership.starts_at, membership.ends_at) != (span.starts_at, span.ends_at)
    if moved or cancelled_at != membership.cancelled_at:
        membership.starts_at, membership.ends_at = span.starts_at, span.ends_at
        membership.cancelled_at = cancelled_at
        membership.save(update_fields=["starts_at", "ends_at", "cancelled_at"])
    return moved


def _last_span(bought: list[MembershipPurchase], zone: ZoneInfo) -> Span | None:
    spans = coverage(map(as_bought, bought), zone)
    return spans[-1] if spans else None


def _still_cancelled(
    cancelled_at: datetime | None, bought: list[MembershipPurchase]
) -> datetime | None:
    """Who buys again after cancelling wants it again."""
    if cancelled_at is None or any(one.paid_at > cancelled_at for one in bought):
        return None
    return cancelled_at


def _made(pair: Pair, span: Span) -> None:
    member_id, plan_id = pair
    Membership.objects.create(
        public_id=new_public_id(),
        member_id=member_id,
        plan_id=plan_id,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
    )


def _purchases(pairs: Collection[Pair]) -> dict[Pair, list[MembershipPurchase]]:
    found: dict[Pair, list[MembershipPurchase]] = {}
    members = {member_id for member_id, _ in pairs}
    for row in MembershipPurchase.objects.filter(member__in=members).order_by("paid_at", "source"):
        found.setdefault((row.member_id, row.plan_id), []).append(row)
    return found


def _memberships(pairs: Collection[Pair]) -> dict[Pair, Membership]:
    members = {member_id for member_id, _ in pairs}
    found = Membership.objects.filter(member__in=members)
    return {(row.member_id, row.plan_id): row for row in found}
