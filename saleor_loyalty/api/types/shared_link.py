"""Shared links as an answer to staff."""

from dataclasses import dataclass

import graphene

from ..members import MemberView, view_of
from ..scalars import LoyaltyInteger
from .member import LoyaltyMember
from .share import LoyaltyShareLink, ShareLinkView


@dataclass(frozen=True, slots=True)
class SharedLinkView:
    shared: ShareLinkView

    @property
    def link(self) -> ShareLinkView:
        return self.shared

    @property
    def member(self) -> MemberView:
        return view_of(self.shared.link.member)


class LoyaltySharedLink(graphene.ObjectType):
    """A link, and whose it is."""

    link = graphene.Field(LoyaltyShareLink, required=True)
    member = graphene.Field(LoyaltyMember, required=True)


class LoyaltyShareFigures(graphene.ObjectType):
    """What shared links have brought so far."""

    links = LoyaltyInteger(required=True)
    members = LoyaltyInteger(required=True, description="Who have shared something.")
    visits = LoyaltyInteger(required=True, description="All of them.")
    counted = LoyaltyInteger(required=True, description="Visits that gave something.")
    orders = LoyaltyInteger(required=True, description="Orders by a link.")
    waiting = LoyaltyInteger(
        required=True, description="Of these, unpaid or in their time for returns."
    )
    rewarded = LoyaltyInteger(required=True, description="Of these, those that gave something.")
    points = LoyaltyInteger(
        required=True, description="Given for visits and orders, and not taken back."
    )
