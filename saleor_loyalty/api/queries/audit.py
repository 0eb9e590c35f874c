"""What staff and apps did, for who answers for it."""

from datetime import datetime
from typing import Any
from uuid import UUID

import graphene

from ...features.audit.models import StaffAction
from ...flows.audit import staff_actions
from ..context import viewer_of
from ..errors import refusing
from ..ids import to_global, uuid_of
from ..inputs import optional_text
from ..loaders import ActorNames, loader
from ..members import TYPE as MEMBER
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..types.connection import connection_of
from ..viewer import Permission, require


class LoyaltyStaffAction(graphene.ObjectType):
    """What somebody did, and with what. Never changed."""

    id = graphene.ID(required=True)
    actor = graphene.String(required=True, description="user:5, app:2.")
    actor_name = graphene.String(
        description="Their name, else their e-mail address. Null for apps and closed accounts."
    )
    action = graphene.String(required=True, description="The mutation: loyaltyPointsAdjust.")
    member_id = graphene.ID(description="Whom it was about, if anybody.")
    member_email = graphene.String(description="Null without MANAGE_MEMBERS.")
    arguments = LoyaltyJSON(
        required=True,
        description="As they were given; “…” for what belongs to a person, and at the end of long "
        "texts and lists.",
    )
    at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_id(row: StaffAction, _info: Any) -> str:
        return to_global("LoyaltyStaffAction", row.id)

    @staticmethod
    def resolve_actor_name(row: StaffAction, info: Any) -> Any:
        return loader(info, ActorNames).load(row.actor)

    @staticmethod
    def resolve_member_id(row: StaffAction, _info: Any) -> str | None:
        return to_global(MEMBER, row.member.public_id) if row.member is not None else None

    @staticmethod
    def resolve_member_email(row: StaffAction, info: Any) -> str | None:
        may = viewer_of(info).may(Permission.MANAGE_MEMBERS)
        return row.member.email if row.member is not None and may else None


LoyaltyStaffActionConnection = connection_of(LoyaltyStaffAction)


class AuditQueries(graphene.ObjectType):
    loyalty_audit_log = graphene.Field(
        LoyaltyStaffActionConnection,
        actor=graphene.String(description="Exactly: user:5."),
        action=graphene.String(description="Exactly: loyaltyPointsAdjust."),
        member_id=graphene.ID(description="Only what was about this member."),
        since=LoyaltyDateTime(description="From then on."),
        until=LoyaltyDateTime(description="Before then."),
        **arguments(),
        description="What staff and apps did here, newest first; what was refused is not in it. "
        "Needs MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_audit_log(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        actor: str | None = None,
        action: str | None = None,
        member_id: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Slice[StaffAction]:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        size, last = check_size(first), key_in(after, UUID)
        found = staff_actions(
            actor=optional_text(actor, field="actor", longest=200),
            action=optional_text(action, field="action", longest=64),
            member_public_id=uuid_of(member_id, MEMBER, field="memberId") if member_id else None,
            since=since,
            until=until,
        )
        if last is not None:
            found = found.filter(id__lt=last)
        return slice_of(
            lambda limit: list(found[:limit]), lambda row: row.id, first=size, after=after
        )
