"""What a member is entitled to, as an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import graphene

from ...errors import N_
from ...features.benefits.held import Held, Quota, quota_of
from ...features.benefits.kinds import KINDS, BenefitBase, Contact, Limited
from ...flows.perks import Perks
from ...values.texts import Texts
from ...values.voice import voice_of
from ..scalars import LoyaltyDateTime, LoyaltyJSON

# What a benefit is called that the merchant has given no name.
_TITLES: dict[str, str] = {
    "birthday_gift": N_("Birthday gift"),
    "cheaper_rewards": N_("Rewards for fewer points"),
    "contact": N_("A contact of your own"),
    "coupons": N_("Coupons"),
    "early_access": N_("Early access"),
    "free_returns": N_("Free returns"),
    "free_shipping": N_("Free shipping"),
    "members_only": N_("Products for members only"),
    "multiplier": N_("More points"),
    "partner_codes": N_("Partner benefit"),
    "price_off": N_("Member price"),
    "priority": N_("Priority handling"),
    "samples": N_("Samples"),
    "service": N_("Service"),
}
_LEFT_OUT = {"kind", "slug", "name", "description"}


def kind_of(kind: type[BenefitBase]) -> str:
    name: str = kind.model_fields["kind"].annotation.__args__[0]  # type: ignore[union-attr]
    return name


LoyaltyBenefitKind = graphene.Enum(
    "LoyaltyBenefitKind",
    [(kind_of(kind).upper(), kind_of(kind)) for kind in KINDS],
    description=lambda value: None if value is None else f"{_TITLES[value.value]}.",
)


@dataclass(frozen=True, slots=True)
class BenefitView:
    held: Held
    benefit: BenefitBase
    # None: it is shown without anybody who has it.
    perks: Perks | None
    language_code: str

    @property
    def kind(self) -> str:
        return self.benefit.kind

    @property
    def slug(self) -> str:
        return self.held.slug_of(self.benefit)

    @property
    def holder(self) -> str:
        return self.held.holder

    @property
    def holder_name(self) -> str:
        return self.held.name.get(self.language_code)

    @property
    def name(self) -> str:
        return name_in(self.benefit.name, self.benefit.kind, self.language_code)

    @property
    def description(self) -> str:
        return self.benefit.description.get(self.language_code)

    @property
    def details(self) -> dict[str, Any]:
        if self.perks is None and isinstance(self.benefit, Contact):
            # A line of their own is for those who have it.
            return {}
        return {key: value for key, value in self.benefit.to_json().items() if key not in _LEFT_OUT}

    @property
    def quota(self) -> Quota | None:
        limited = isinstance(self.benefit, Limited) and self.benefit.quota is not None
        if self.perks is None or not limited:
            return None
        return quota_of(self.held, self.benefit, self.perks.uses, self.perks.now)


def name_in(name: Texts, kind: str, language_code: str) -> str:
    return name.get(language_code) or voice_of(language_code).say(_TITLES[kind])


def benefit_views(perks: Perks | None, language_code: str) -> list[BenefitView]:
    """In the order they are written down, those of the tier before those of plans."""
    if perks is None:
        return []
    return list(_views(perks.holders, perks, language_code))


def _views(
    holders: Iterable[Held], perks: Perks | None, language_code: str
) -> Iterable[BenefitView]:
    for held in holders:
        for benefit in held.benefits:
            yield BenefitView(held, benefit, perks, language_code)


class LoyaltyBenefitQuota(graphene.ObjectType):
    """How often a benefit can be used in the period that runs."""

    allowed = graphene.Int(required=True)
    used = graphene.Int(required=True)
    left = graphene.Int(required=True)
    period_ends_at = LoyaltyDateTime(
        description="There are as many again from then on. Null: there is no more."
    )


class LoyaltyBenefit(graphene.ObjectType):
    """Something that a tier or a paid plan gives."""

    kind = LoyaltyBenefitKind(required=True)
    slug = graphene.String(required=True, description="What uses and gifts of it name.")
    holder = graphene.String(required=True, description="Who gives it: tier:gold, plan:plus.")
    holder_name = graphene.String(required=True, description="In the member's language.")
    name = graphene.String(required=True, description="In the member's language.")
    description = graphene.String(required=True)
    details = LoyaltyJSON(
        required=True,
        description="As the merchant wrote it, without the texts above. Empty for a contact "
        "that is another's.",
    )
    quota = graphene.Field(
        LoyaltyBenefitQuota, description="Null: it can be used as often as wanted."
    )
