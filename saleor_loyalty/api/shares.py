"""Shared links for the API."""

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from ..features.members.models import Member
from ..features.shares.models import ShareLink, ShareOrderState
from .types.share import ShareLinkView

_ORDERS = Count("orders", filter=~Q(orders__order_id=""))
_REWARDED = Count("orders", filter=Q(orders__state=ShareOrderState.REWARDED))


def links_of(member: Member, first: int) -> list[ShareLinkView]:
    """Newest first."""
    return _views(ShareLink.objects.filter(member=member), first)


def links_of_all(member: UUID | None, *, before: int | None, limit: int) -> list[ShareLinkView]:
    """Of all members or of one, newest first; `before` is the last one that was seen."""
    found = ShareLink.objects.select_related("member__tier", "member__merged_into")
    if member is not None:
        found = found.filter(member__public_id=member)
    if before is not None:
        found = found.filter(pk__lt=before)
    return _views(found, limit)


def _views(found: QuerySet[ShareLink], limit: int) -> list[ShareLinkView]:
    counted = found.annotate(orders_found=_ORDERS, rewarded_found=_REWARDED).order_by("-pk")
    return [ShareLinkView(link, link.orders_found, link.rewarded_found) for link in counted[:limit]]
