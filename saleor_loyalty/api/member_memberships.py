"""The memberships and packs of one member, for their own account and for staff."""

from typing import Any

from promise import Promise

from ..features.growth_packs.models import PackPurchase
from ..features.memberships.models import Membership
from ..features.orders.models import OrderRecord
from ..flows.pack_terms import terms_of
from .loaders import loader
from .members import MemberView
from .memberships import MembershipsOfMember
from .pagination import check_size
from .types.growth_pack import PackBoughtView
from .types.membership import MembershipView


def member_memberships(view: MemberView, info: Any, first: int) -> Any:
    size = check_size(first)
    if view.member is None:
        return Promise.resolve([])

    def views(found: list[Membership] | None) -> list[MembershipView]:
        return [MembershipView(one, view.said_in) for one in (found or [])[:size]]

    return loader(info, MembershipsOfMember).load(view.member.pk).then(views)


def member_packs(view: MemberView, first: int) -> list[PackBoughtView]:
    size = check_size(first)
    if view.member is None:
        return []
    bought = PackPurchase.objects.filter(member=view.member).select_related("pack")
    found = list(bought.order_by("-pk")[:size])
    orders = OrderRecord.objects.filter(order_id__in={one.order_id for one in found})
    numbers = dict(orders.values_list("order_id", "number"))
    return [
        PackBoughtView(one, terms_of(one.pack), numbers.get(one.order_id, ""), view.said_in)
        for one in found
    ]
