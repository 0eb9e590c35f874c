"""A use of a benefit is written down."""

from typing import Any, Self

import graphene

from ...flows import benefit_uses
from ...flows.benefit_uses import LONGEST_NOTE, NewUse
from ..context import request_of, viewer_of
from ..inputs import optional_text, text
from ..members import known_member
from ..types.benefit import LoyaltyBenefitKind
from ..types.benefit_use import LoyaltyBenefitUse, LoyaltyQuota, UseView
from ..viewer import Permission
from .base import LoyaltyMutation

_LONGEST_KEY = 100
_LONGEST_SLUG = 50


class LoyaltyBenefitUseUp(LoyaltyMutation):
    """Takes from what a member can use so and so often. Needs MANAGE_MEMBERS."""

    permission = Permission.MANAGE_MEMBERS

    class Arguments:
        member_id = graphene.ID(required=True)
        kind = LoyaltyBenefitKind(required=True)
        slug = graphene.String(required=True, description="As the member's benefits name it.")
        quantity = graphene.Int(default_value=1)
        order_id = graphene.ID(description="The shop's id of the order it is for.")
        note = graphene.String(description="For staff. At most 500 characters.")
        source_key = graphene.String(
            required=True,
            description="A name of the caller's for this use. The same one again answers as the "
            "first time and changes nothing.",
        )

    use = graphene.Field(LoyaltyBenefitUse)
    quotas = graphene.List(
        graphene.NonNull(LoyaltyQuota), description="What the member can use now."
    )

    @classmethod
    def perform(
        cls,
        info: Any,
        member_id: str,
        kind: str,
        slug: str,
        source_key: str,
        quantity: int = 1,
        order_id: str | None = None,
        note: str | None = None,
    ) -> Self:
        now = request_of(info).now
        member = known_member(member_id)
        key = text(source_key, field="sourceKey", longest=_LONGEST_KEY)
        wanted = NewUse(
            kind=kind,
            slug=text(slug, field="slug", longest=_LONGEST_SLUG),
            source=f"staff:{key}",
            quantity=quantity,
            order_id=optional_text(order_id, field="orderId", longest=_LONGEST_KEY),
            note=optional_text(note, field="note", longest=LONGEST_NOTE),
        )
        use = benefit_uses.use(member, wanted, actor=viewer_of(info).actor, now=now)
        return cls(use=UseView(use), quotas=benefit_uses.quotas_of(member, now=now), errors=[])
