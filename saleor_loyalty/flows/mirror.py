"""Tier and memberships, shown where the shop's own tools can use them.

One way: what somebody writes there does not come back, and the nightly run puts it right.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet

from ..events.host import host
from ..features.members.models import Member
from ..features.memberships.models import Membership

TIER = "loyalty.tier"
TIER_NAME = "loyalty.tier_name"
PLANS = "loyalty.plans"
"""The slugs of the memberships that run, in alphabetical order, with commas between them."""

_PAGE = 1_000

Shown = dict[str, str | None]


def show(member_ids: Iterable[int], *, now: datetime) -> int:
    """Returns how many customers were shown differently before; guests have no account."""
    members = _with_accounts().filter(pk__in=set(member_ids))
    return _show(list(members), now)


def show_all(*, now: datetime) -> int:
    """Puts right what was changed or missed, a page of members at a time."""
    changed, after = 0, 0
    while page := list(_with_accounts().filter(pk__gt=after)[:_PAGE]):
        changed += _show(page, now)
        after = page[-1].pk
    return changed


def _with_accounts() -> "QuerySet[Member]":
    members = Member.objects.filter(user_id__isnull=False, merged_into__isnull=True)
    return members.select_related("tier").order_by("pk")


def _show(members: Sequence[Member], now: datetime) -> int:
    if not members:
        return 0
    plans = _plans([member.pk for member in members], now)
    with host().writing():
        return host().mirror(
            {
                member.user_id: _shown(member, plans.get(member.pk, []))
                for member in members
                if member.user_id is not None
            }
        )


def _shown(member: Member, plans: list[str]) -> Shown:
    tier = member.tier
    return {
        TIER: tier.slug if tier is not None else None,
        TIER_NAME: tier.name if tier is not None else None,
        PLANS: ",".join(sorted(plans)) or None,
    }


def _plans(member_ids: list[int], now: datetime) -> dict[int, list[str]]:
    running = Membership.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=now), member_id__in=member_ids, starts_at__lte=now
    )
    found: dict[int, list[str]] = {}
    for member_id, slug in running.values_list("member_id", "plan__slug"):
        found.setdefault(member_id, []).append(slug)
    return found
