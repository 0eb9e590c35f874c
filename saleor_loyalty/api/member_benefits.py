"""A member's benefits and gifts, looked up for many members at once."""

from typing import Any

from ..flows.benefit_gifts import gifts_of
from ..flows.perks import Entitlements, Perks, perks_of_members
from .loaders import Loader, loader
from .members import MemberView
from .pagination import check_size
from .types.benefit import BenefitView, benefit_views
from .types.benefit_gift import GiftView


class PerksOfMember(Loader):
    """By member id: what they are entitled to."""

    def find(self, keys: list[int]) -> dict[int, Perks]:
        return perks_of_members(keys, now=self.now)


def benefits_of(view: MemberView, info: Any) -> Any:
    if view.member is None:
        return []

    def views(perks: Perks | None) -> list[BenefitView]:
        return benefit_views(perks, view.said_in)

    return loader(info, PerksOfMember).load(view.member.pk).then(views)


def member_gifts(view: MemberView, first: int) -> list[GiftView]:
    """Raises LoyaltyError(LIMIT_EXCEEDED)."""
    size = check_size(first)
    if view.member is None:
        return []
    gifts = list(gifts_of(view.member)[:size])
    offered = Entitlements.load([]).offered if gifts else []
    return [GiftView(gift, offered, view.said_in) for gift in gifts]
