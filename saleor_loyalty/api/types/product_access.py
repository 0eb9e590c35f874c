"""Whether somebody may buy a product, as an answer."""

from dataclasses import dataclass
from datetime import datetime

import graphene
from babel.lists import format_list

from ...errors import N_
from ...features.benefits.access import Access
from ...values.voice import voice_of
from ..scalars import LoyaltyDateTime


@dataclass(frozen=True, slots=True)
class AccessView:
    product_id: str
    variant_id: str | None
    access: Access
    language_code: str

    @property
    def allowed(self) -> bool:
        return self.access.allowed

    @property
    def opens_at(self) -> datetime | None:
        return self.access.opens_at

    @property
    def reserved_for(self) -> list[str]:
        return [name.get(self.language_code) for name in self.access.with_]

    @property
    def text(self) -> str | None:
        if self.allowed:
            return None
        voice = voice_of(self.language_code)
        who = str(format_list(self.reserved_for, locale=voice.words))
        if self.opens_at is None:
            return voice.say(N_("Only for: %(members)s"), members=who)
        day = voice.day(self.opens_at.date())
        if not who:
            return voice.say(N_("On sale from %(day)s"), day=day)
        text = N_("On sale from %(day)s, earlier for: %(members)s")
        return voice.say(text, day=day, members=who)


class LoyaltyProductAccess(graphene.ObjectType):
    """Whether the caller may buy a product now, and else from when."""

    product_id = graphene.ID(required=True)
    variant_id = graphene.ID()
    allowed = graphene.Boolean(required=True)
    opens_at = LoyaltyDateTime(
        description="From when the caller may buy it. Null: now, or not by waiting."
    )
    reserved_for = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="The tiers and plans whose members may buy it before the caller.",
    )
    text = graphene.String(description="To show, in the caller's language. Null: it is allowed.")
