"""What can be bought together is written down."""

from datetime import datetime
from typing import Any, Self

import graphene

from ...flows.group_buys import save_offer
from ..inputs import document, text
from ..language import language_of
from ..scalars import LoyaltyDateTime, LoyaltyJSON
from ..types.group_buy import LoyaltyGroupOffer, offer_view
from ..viewer import Permission
from .base import LoyaltyMutation


class LoyaltyGroupOfferSave(LoyaltyMutation):
    """Makes an offer, or replaces what it says; open groups keep what they were promised.

    Needs MANAGE_PROGRAMMES.
    """

    permission = Permission.MANAGE_PROGRAMMES

    class Arguments:
        slug = graphene.String(required=True, description="Names it. At most 50 characters.")
        active = graphene.Boolean(required=True)
        config = LoyaltyJSON(required=True, description="Texts, variant, prices, size and time.")
        starts_at = LoyaltyDateTime()
        ends_at = LoyaltyDateTime()
        revision = graphene.String(
            description="The one you have read; empty: there is none yet. Without it, whatever is "
            "there is replaced."
        )

    offer = graphene.Field(LoyaltyGroupOffer)

    @classmethod
    def perform(
        cls,
        info: Any,
        slug: str,
        active: bool,
        config: Any,
        starts_at: datetime | None = None,
        ends_at: datetime | None = None,
        revision: str | None = None,
    ) -> Self:
        offer = save_offer(
            text(slug, field="slug", longest=50),
            document(config),
            active=active,
            starts_at=starts_at,
            ends_at=ends_at,
            revision=revision,
        )
        return cls(offer=offer_view(offer, language_of(info)), errors=[])
