"""What staff choose from: the shop's products and orders."""

from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...events.host import host
from ...events.host_shown import CatalogueItem, CatalogueKind
from ..context import viewer_of
from ..errors import refusing
from ..inputs import optional_text
from ..language import language_of
from ..types.catalogue import LoyaltyCatalogueItem, LoyaltyCatalogueKind
from ..types.recent_order import LoyaltyRecentOrder, RecentOrderView
from ..viewer import Permission, require, require_staff

_MOST_ITEMS, _MOST_IDS, _MOST_ORDERS = 20, 100, 20
_LONGEST = 100


class CatalogueQueries(graphene.ObjectType):
    loyalty_catalogue = graphene.List(
        graphene.NonNull(LoyaltyCatalogueItem),
        kind=LoyaltyCatalogueKind(required=True),
        search=graphene.String(description="What their name contains, in any case."),
        ids=graphene.List(
            graphene.NonNull(graphene.ID),
            description="These instead, at most 100: to show what a rule names. Those that are "
            "gone are left out.",
        ),
        first=graphene.Int(
            default_value=_MOST_ITEMS, description="How many a search answers, at most 20."
        ),
        description="Products and the like of the shop, by name. Needs any permission.",
    )
    loyalty_recent_orders = graphene.List(
        graphene.NonNull(LoyaltyRecentOrder),
        search=graphene.String(
            description="Exactly this number; with MANAGE_MEMBERS an e-mail address too."
        ),
        first=graphene.Int(required=True, description="How many, at most 20."),
        description="The shop's newest orders, to try something on. Needs MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_catalogue(
        _root: None,
        info: Any,
        kind: str,
        first: int,
        search: str | None = None,
        ids: list[str] | None = None,
    ) -> list[CatalogueItem]:
        require_staff(viewer_of(info))
        wanted = optional_text(search, field="search", longest=_LONGEST)
        if ids is None:
            _check(first, _MOST_ITEMS, field="first")
            return host().catalogue(CatalogueKind(kind), search=wanted, ids=(), first=first)
        if not ids:
            return []
        _check(len(ids), _MOST_IDS, field="ids")
        return host().catalogue(CatalogueKind(kind), search="", ids=ids, first=_MOST_IDS)

    @staticmethod
    @refusing
    def resolve_loyalty_recent_orders(
        _root: None, info: Any, first: int, search: str | None = None
    ) -> list[RecentOrderView]:
        viewer = viewer_of(info)
        require(viewer, Permission.MANAGE_PROGRAMMES)
        _check(first, _MOST_ORDERS, field="first")
        wanted = optional_text(search, field="search", longest=254)
        with_person = viewer.may(Permission.MANAGE_MEMBERS)
        if "@" in wanted and not with_person:
            return []
        found = host().recent_orders(search=wanted, first=first)
        return [RecentOrderView(order, language_of(info), with_person) for order in found]


def _check(number: int, most: int, *, field: str) -> None:
    if not 1 <= number <= most:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("Ask for 1 to %(most)s."), field=field, most=most
        )
