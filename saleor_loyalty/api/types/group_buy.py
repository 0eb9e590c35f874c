"""Buying together as an answer to storefronts and staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.group_buys.config import OfferConfig
from ...features.group_buys.models import Group, GroupBuyOffer, GroupState, Seat, SeatState
from ...flows.group_buys import config_of, promised_to
from ...flows.merchant_lists import revision_of
from ..ids import to_global
from ..members import TYPE as MEMBER
from ..members import MemberView, view_of
from ..play import GROUP, GROUP_OFFER, SEAT, may_see_config
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from .flash_sale import prices_of
from .member import LoyaltyMember
from .money import LoyaltyMoney, MoneyView

LoyaltyGroupState = graphene.Enum(
    "LoyaltyGroupState",
    [(state.name, state.value) for state in GroupState],
    description="Whether a group waits, is full or has failed.",
)
LoyaltySeatState = graphene.Enum(
    "LoyaltySeatState",
    [(state.name, state.value) for state in SeatState],
    description="How far a seat is.",
)


@dataclass(frozen=True, slots=True)
class OfferView:
    """As offered now, or as promised to a group."""

    offer: GroupBuyOffer
    config_read: OfferConfig
    language: str = "en"

    @property
    def id(self) -> str:
        return to_global(GROUP_OFFER, self.offer.slug)

    @property
    def name(self) -> str:
        return self.config_read.name.get(self.language)

    @property
    def description(self) -> str:
        return self.config_read.description.get(self.language)

    @property
    def prices(self) -> list[MoneyView]:
        return prices_of(sorted(self.config_read.prices.items()), self.language)

    def __getattr__(self, name: str) -> Any:
        """What the config or the row says under the same name."""
        config = object.__getattribute__(self, "config_read")
        row = object.__getattribute__(self, "offer")
        return getattr(config, name) if hasattr(config, name) else getattr(row, name)


def offer_view(offer: GroupBuyOffer, language: str) -> OfferView:
    return OfferView(offer, config_of(offer), language)


@dataclass(frozen=True, slots=True)
class GroupView:
    group: Group
    language: str = "en"

    @property
    def id(self) -> str:
        return to_global(GROUP, self.group.code)

    @property
    def code(self) -> str:
        return self.group.code

    @property
    def offer(self) -> OfferView:
        return OfferView(self.group.offer, promised_to(self.group), self.language)

    @property
    def state(self) -> str:
        return self.group.state

    @property
    def size(self) -> int:
        return self.group.size

    @property
    def taken(self) -> int:
        return self.group.taken

    @property
    def paid(self) -> int:
        return self.group.paid

    @property
    def closes_at(self) -> datetime:
        return self.group.closes_at

    @property
    def ended_at(self) -> datetime | None:
        return self.group.ended_at

    @property
    def ended_by(self) -> str | None:
        return self.group.ended_by or None

    @property
    def ended_because(self) -> str | None:
        return self.group.ended_because or None

    @property
    def seats(self) -> list["SeatView"]:
        found = sorted(self.group.seats.all(), key=lambda seat: seat.pk)
        return [SeatView(seat, self.language) for seat in found]


@dataclass(frozen=True, slots=True)
class SeatView:
    seat: Seat
    language: str = "en"

    @property
    def id(self) -> str:
        return to_global(SEAT, self.seat.public_id)

    @property
    def group(self) -> GroupView:
        return GroupView(self.seat.group, self.language)

    @property
    def state(self) -> str:
        return self.seat.state

    @property
    def reason(self) -> str | None:
        return self.seat.reason or None

    @property
    def checkout_id(self) -> str | None:
        return self.seat.checkout_id or None

    @property
    def order_id(self) -> str | None:
        return self.seat.order_id or None

    @property
    def expires_at(self) -> datetime | None:
        return self.seat.expires_at if self.seat.state == SeatState.RESERVED else None

    @property
    def member_id(self) -> str:
        return to_global(MEMBER, self.seat.member.public_id)

    @property
    def member(self) -> MemberView:
        return view_of(self.seat.member)


class LoyaltyGroupOffer(graphene.ObjectType):
    """What can be bought together."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True, description="In the language asked for, if there is one.")
    description = graphene.String(required=True)
    active = graphene.Boolean(required=True)
    starts_at = LoyaltyDateTime()
    ends_at = LoyaltyDateTime()
    variant_id = graphene.ID(required=True, description="The shop's own id of the variant.")
    prices = graphene.List(
        graphene.NonNull(LoyaltyMoney), required=True, description="Of one piece, by currency."
    )
    pieces = LoyaltyInteger(required=True, description="That each seat buys.")
    size = LoyaltyInteger(required=True, description="How many must buy.")
    hours = LoyaltyInteger(required=True, description="Within which they must have paid.")
    seat_minutes = LoyaltyInteger(
        required=True, description="How long a seat is kept for who has not paid yet."
    )
    stake_points = LoyaltyInteger(
        required=True, description="Set aside with the seat, spent once the group is full."
    )
    config = LoyaltyJSON(description="As the merchant wrote it. Null without MANAGE_PROGRAMMES.")
    revision = graphene.String(
        description="Give it back with what you change. Null without MANAGE_PROGRAMMES."
    )

    @staticmethod
    def resolve_config(view: OfferView, info: Any) -> Any:
        return view.offer.config if may_see_config(info) else None

    @staticmethod
    def resolve_revision(view: OfferView, info: Any) -> str | None:
        return revision_of(view.offer) if may_see_config(info) else None


class LoyaltyGroup(graphene.ObjectType):
    """Some who buy together, without saying who."""

    id = graphene.ID(required=True)
    code = graphene.String(required=True, description="The end of the link that others join by.")
    offer = graphene.Field(LoyaltyGroupOffer, required=True, description="As it was promised.")
    state = LoyaltyGroupState(required=True)
    size = LoyaltyInteger(required=True)
    taken = LoyaltyInteger(required=True, description="Seats that are reserved or paid.")
    paid = LoyaltyInteger(required=True)
    closes_at = LoyaltyDateTime(required=True)
    ended_at = LoyaltyDateTime()


class LoyaltyGroupSeat(graphene.ObjectType):
    """The caller's place in a group."""

    id = graphene.ID(required=True)
    group = graphene.Field(LoyaltyGroup, required=True)
    state = LoyaltySeatState(required=True)
    reason = graphene.String(description="Why it was given back.")
    expires_at = LoyaltyDateTime(description="Until when it is kept. Null once it is paid.")
    checkout_id = graphene.ID(description="The shop's own id.")
    order_id = graphene.ID(description="The shop's own id.")


class LoyaltyGroupSeatOfMember(graphene.ObjectType):
    """A seat as staff see it."""

    id = graphene.ID(required=True)
    member_id = graphene.ID(required=True)
    member = graphene.Field(LoyaltyMember, required=True)
    state = LoyaltySeatState(required=True)
    reason = graphene.String(description="Why it was given back.")
    order_id = graphene.ID(description="The shop's own id.")


class LoyaltyGroupWithSeats(graphene.ObjectType):
    """A group as staff see it."""

    id = graphene.ID(required=True)
    code = graphene.String(required=True)
    offer = graphene.Field(LoyaltyGroupOffer, required=True, description="As it was promised.")
    state = LoyaltyGroupState(required=True)
    size = LoyaltyInteger(required=True)
    taken = LoyaltyInteger(required=True)
    paid = LoyaltyInteger(required=True)
    closes_at = LoyaltyDateTime(required=True)
    ended_at = LoyaltyDateTime()
    ended_by = graphene.String(description="Who of the staff ended it. Null: nobody.")
    ended_because = graphene.String(description="Why, as they wrote it.")
    seats = graphene.List(graphene.NonNull(LoyaltyGroupSeatOfMember), required=True)
