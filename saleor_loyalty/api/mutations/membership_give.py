"""A membership that nobody paid."""

from typing import Any, Self

import graphene
from pydantic import ValidationError

from ...errors import Code, LoyaltyError
from ...features.memberships.config import Term
from ...flows.memberships import give
from ...flows.points import LONGEST_REASON
from ...values.faults import faults_of
from ..context import request_of, viewer_of
from ..inputs import text
from ..members import known_member
from ..memberships import plan_slug
from ..types.membership import LoyaltyMembership, MembershipView
from ..viewer import Permission
from .base import LoyaltyMutation

_LONGEST_KEY = 100


class LoyaltyMembershipGive(LoyaltyMutation):
    """Gives a member a plan, or prolongs it. Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        member_id = graphene.ID(required=True)
        plan_id = graphene.ID(required=True)
        months = graphene.Int(description="For so long; or give days, or forLife.")
        days = graphene.Int()
        for_life = graphene.Boolean()
        reason = graphene.String(
            required=True, description="The member reads it. At most 500 characters."
        )
        source_key = graphene.String(
            required=True,
            description="A name of the caller's for this gift. The same one again answers as "
            "the first time and changes nothing.",
        )

    membership = graphene.Field(LoyaltyMembership)

    @classmethod
    def perform(
        cls,
        info: Any,
        member_id: str,
        plan_id: str,
        reason: str,
        source_key: str,
        months: int | None = None,
        days: int | None = None,
        for_life: bool | None = None,
    ) -> Self:
        member = known_member(member_id)
        key = text(source_key, field="sourceKey", longest=_LONGEST_KEY)
        given = give(
            member,
            plan_slug(plan_id, field="planId"),
            _term(months, days, for_life),
            reason=text(reason, field="reason", longest=LONGEST_REASON),
            source=f"given:{key}",
            actor=viewer_of(info).actor,
            now=request_of(info).now,
        )
        return cls(membership=MembershipView(given, member.language_code), errors=[])


def _term(months: int | None, days: int | None, for_life: bool | None) -> Term:
    try:
        return Term(months=months, days=days, lifetime=bool(for_life))
    except ValidationError as error:
        wrong = next(faults_of(error))
        field = str(wrong.place[0]) if wrong.place else "months"
        raise LoyaltyError(Code.INVALID, wrong.said, field=field) from error
