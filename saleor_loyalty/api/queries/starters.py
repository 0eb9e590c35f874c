"""How an empty shop begins."""

from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...flows.starter_recipes import Starter, plan_document
from ...flows.starters import MOST_ORDERS, shop_document, try_starter
from ..context import request_of, viewer_of
from ..errors import refusing
from ..language import language_of
from ..types.starter import (
    LoyaltyStarter,
    LoyaltyStarterKind,
    LoyaltyStarterPreview,
    StarterView,
    TrialView,
)
from ..viewer import Permission, require


class StarterQueries(graphene.ObjectType):
    loyalty_starters = graphene.List(
        graphene.NonNull(LoyaltyStarter),
        description="Programmes to begin with. Needs MANAGE_PROGRAMMES.",
    )
    loyalty_starter_preview = graphene.Field(
        LoyaltyStarterPreview,
        kind=LoyaltyStarterKind(required=True),
        first=graphene.Int(
            required=True, description=f"On how many of the newest orders, at most {MOST_ORDERS}."
        ),
        description="What past orders would have earned. Needs MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_starters(_root: None, info: Any) -> list[StarterView]:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        return [
            StarterView(
                starter.value,
                shop_document(starter, time_zone="UTC"),
                plan_document(starter, ""),
            )
            for starter in Starter
        ]

    @staticmethod
    @refusing
    def resolve_loyalty_starter_preview(_root: None, info: Any, kind: str, first: int) -> TrialView:
        viewer = viewer_of(info)
        require(viewer, Permission.MANAGE_PROGRAMMES)
        if not 1 <= first <= MOST_ORDERS:
            raise LoyaltyError(
                Code.LIMIT_EXCEEDED, N_("Ask for 1 to %(most)s."), field="first", most=MOST_ORDERS
            )
        trial = try_starter(Starter(kind), now=request_of(info).now, orders=first)
        return TrialView(trial, language_of(info), viewer.may(Permission.MANAGE_MEMBERS))
