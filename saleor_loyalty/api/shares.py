"""Shared links for the API."""

from django.db.models import Count, Q

from ..features.members.models import Member
from ..features.shares.models import ShareLink, ShareOrderState
from .types.share import ShareLinkView

_ORDERS = Count("orders", filter=~Q(orders__order_id=""))
_REWARDED = Count("orders", filter=Q(orders__state=ShareOrderState.REWARDED))


def links_of(member: Member, first: int) -> list[ShareLinkView]:
    """Newest first."""
    found = ShareLink.objects.filter(member=member).annotate(
        orders_found=_ORDERS, rewarded_found=_REWARDED
    )
    return [
        ShareLinkView(link, link.orders_found, link.rewarded_found)
        for link in found.order_by("-pk")[:first]
    ]
