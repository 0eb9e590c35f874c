"""Buying together: what is offered, a group by its link, one's own seats, all groups for staff."""

from datetime import datetime
from typing import Any
from uuid import UUID

import graphene
from django.db.models import Prefetch, Q

from ...features.group_buys.models import Group, GroupBuyOffer, Seat
from ...flows.group_buys import offered
from ..context import request_of, viewer_of
from ..errors import refusing
from ..inputs import text
from ..language import language_of
from ..merchant_lists import kept, search_argument, standing_argument
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..play import language_for, may_see_config, member_asking, offer_slug
from ..types.connection import connection_of
from ..types.group_buy import (
    GroupView,
    LoyaltyGroup,
    LoyaltyGroupOffer,
    LoyaltyGroupSeat,
    LoyaltyGroupState,
    LoyaltyGroupWithSeats,
    OfferView,
    SeatView,
    offer_view,
)
from ..viewer import Permission, require

_SEATS = Prefetch("seats", Seat.objects.select_related("member__tier"))

LoyaltyGroupOfferConnection = connection_of(LoyaltyGroupOffer)
LoyaltyGroupSeatConnection = connection_of(LoyaltyGroupSeat)
LoyaltyGroupWithSeatsConnection = connection_of(LoyaltyGroupWithSeats)


class GroupBuyQueries(graphene.ObjectType):
    loyalty_group_offers = graphene.Field(
        LoyaltyGroupOfferConnection,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        all=graphene.Boolean(
            description="Those that are not offered now as well. Needs MANAGE_PROGRAMMES."
        ),
        search=search_argument(),
        standing=standing_argument(),
        **arguments(),
        description="What can be bought together, by slug.",
    )
    loyalty_group_offer = graphene.Field(
        LoyaltyGroupOffer,
        id=graphene.ID(required=True),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="One of them. Null where it is not offered now; staff with MANAGE_PROGRAMMES "
        "see it all the same.",
    )
    loyalty_group = graphene.Field(
        LoyaltyGroup,
        code=graphene.Argument(graphene.String, required=True),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="The group of a link; null where there is none.",
    )
    loyalty_group_seats = graphene.Field(
        LoyaltyGroupSeatConnection,
        **arguments(),
        description="The caller's own seats, the newest first.",
    )
    loyalty_groups = graphene.Field(
        LoyaltyGroupWithSeatsConnection,
        state=graphene.Argument(LoyaltyGroupState),
        offer_id=graphene.ID(description="Opened on this offer."),
        code=graphene.String(description="The end of its link, exactly."),
        **arguments(),
        description="All groups, the newest first. Needs MANAGE_ORDERS.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_group_offers(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        language_code: str | None = None,
        all: bool | None = None,
        search: str | None = None,
        standing: str | None = None,
    ) -> Slice[OfferView]:
        language = language_for(info, language_code)
        found = GroupBuyOffer.objects.all() if all else offered(now=request_of(info).now)
        found = kept(info, found.order_by("slug"), all=all, search=search, standing=standing)
        last_seen = key_in(after, str)
        if last_seen is not None:
            found = found.filter(slug__gt=last_seen)
        return slice_of(
            lambda limit: [offer_view(offer, language) for offer in found[:limit]],
            lambda view: view.offer.slug,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_group_offer(
        _root: None, info: Any, id: str, language_code: str | None = None
    ) -> OfferView | None:
        every = may_see_config(info)
        found = GroupBuyOffer.objects.all() if every else offered(now=request_of(info).now)
        offer = found.filter(slug=offer_slug(id, field="id")).first()
        return offer_view(offer, language_for(info, language_code)) if offer else None

    @staticmethod
    @refusing
    def resolve_loyalty_group(
        _root: None, info: Any, code: str, language_code: str | None = None
    ) -> GroupView | None:
        wanted = text(code, field="code", longest=32)
        group = Group.objects.select_related("offer").filter(code=wanted).first()
        return GroupView(group, language_for(info, language_code)) if group else None

    @staticmethod
    @refusing
    def resolve_loyalty_group_seats(
        _root: None, info: Any, first: int, after: str | None = None
    ) -> Slice[SeatView]:
        member, language = member_asking(info), language_of(info)
        mine = Seat.objects.select_related("group__offer").order_by("-public_id")
        mine = mine.filter(member=member) if member is not None else mine.none()
        last_seen = key_in(after, UUID)
        if last_seen is not None:
            mine = mine.filter(public_id__lt=last_seen)
        return slice_of(
            lambda limit: [SeatView(seat, language) for seat in mine[:limit]],
            lambda view: view.seat.public_id,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_groups(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        state: str | None = None,
        offer_id: str | None = None,
        code: str | None = None,
    ) -> Slice[GroupView]:
        require(viewer_of(info), Permission.MANAGE_ORDERS)
        language = language_of(info)
        found = Group.objects.select_related("offer").prefetch_related(_SEATS)
        found = found.order_by("-created_at", "code")
        if state is not None:
            found = found.filter(state=state)
        if offer_id is not None:
            found = found.filter(offer__slug=offer_slug(offer_id))
        if code is not None:
            found = found.filter(code=text(code, field="code", longest=32))
        last_seen = key_in(after, _place)
        if last_seen is not None:
            at, last = last_seen
            found = found.filter(Q(created_at__lt=at) | Q(created_at=at, code__gt=last))
        return slice_of(
            lambda limit: [GroupView(group, language) for group in found[:limit]],
            lambda view: f"{view.group.created_at.isoformat()}/{view.group.code}",
            first=check_size(first),
            after=after,
        )


def _place(key: str) -> tuple[datetime, str]:
    moment, _, code = key.partition("/")
    return datetime.fromisoformat(moment), code
