"""What waits, for the pages of staff."""

from typing import Any

import graphene

from ...events.models import InboxFact, OutboxEffect
from ...flows.operations import MOST_COUNTED, Line, line, todo
from ..context import viewer_of
from ..errors import refusing
from ..scalars import LoyaltyDateTime
from ..viewer import Permission, require, require_staff

_COUNTED = f"So many, up to {MOST_COUNTED:,}."


class LoyaltyDeadKind(graphene.ObjectType):
    """How many of one kind were given up."""

    kind = graphene.String(required=True)
    number = graphene.Int(required=True)


class LoyaltyLine(graphene.ObjectType):
    """What waits for a worker, and what was given up."""

    waiting = graphene.Int(required=True)
    failing = graphene.Int(
        required=True, description="Of those: tried in vain, and to be tried again."
    )
    oldest = LoyaltyDateTime(description="When the oldest that waits came in. Null: nothing waits.")
    dead = graphene.Int(required=True, description="Given up: to be looked at by staff.")
    kinds = graphene.List(
        graphene.NonNull(LoyaltyDeadKind), required=True, description="Of those given up."
    )

    @staticmethod
    def resolve_kinds(found: Line, _info: Any) -> list[LoyaltyDeadKind]:
        return [LoyaltyDeadKind(kind=kind, number=number) for kind, number in found.kinds]


class LoyaltyLines(graphene.ObjectType):
    """What comes in from the shop, and what must go out to it."""

    inbox = graphene.Field(LoyaltyLine, required=True)
    outbox = graphene.Field(LoyaltyLine, required=True)

    @staticmethod
    def resolve_inbox(_root: object, _info: Any) -> Line:
        return line(InboxFact)

    @staticmethod
    def resolve_outbox(_root: object, _info: Any) -> Line:
        return line(OutboxEffect)


def _count(what: str, permission: Permission) -> Any:
    def resolve(_root: object, info: Any) -> int | None:
        return todo(what) if viewer_of(info).may(permission) else None

    return graphene.Int(
        description=f"{_COUNTED} Null without {permission}.",
        resolver=resolve,
    )


class LoyaltyTodo(graphene.ObjectType):
    """What waits for staff, each as far as the caller may see it."""

    redemptions = _count("redemptions", Permission.MANAGE_ORDERS)
    prizes = _count("prizes", Permission.MANAGE_PROGRAMMES)
    codes = _count("codes", Permission.MANAGE_MEMBERS)
    reviews = _count("reviews", Permission.MANAGE_MEMBERS)
    referrals = _count("referrals", Permission.MANAGE_MEMBERS)
    facts = _count("facts", Permission.MANAGE_ORDERS)
    effects = _count("effects", Permission.MANAGE_ORDERS)


class OperationQueries(graphene.ObjectType):
    loyalty_lines = graphene.Field(
        LoyaltyLines, description="How the work goes. Needs MANAGE_ORDERS."
    )
    loyalty_todo = graphene.Field(
        LoyaltyTodo, description="What waits for staff. Needs any permission."
    )

    @staticmethod
    @refusing
    def resolve_loyalty_lines(_root: None, info: Any) -> LoyaltyLines:
        require(viewer_of(info), Permission.MANAGE_ORDERS)
        return LoyaltyLines()

    @staticmethod
    @refusing
    def resolve_loyalty_todo(_root: None, info: Any) -> LoyaltyTodo:
        require_staff(viewer_of(info))
        return LoyaltyTodo()
