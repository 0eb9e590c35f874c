"""Plans of paid membership as an answer to storefronts and staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import graphene

from ...features.benefits.held import Held
from ...features.memberships.config import Term
from ...flows.membership_terms import PlanTerms
from ...values.revision import revision_of
from ..context import viewer_of
from ..ids import to_global
from ..memberships import PLAN
from ..scalars import LoyaltyJSON
from ..viewer import Permission
from .benefit import BenefitView, LoyaltyBenefit

# Nobody has used anything of what is only shown.
_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class PlanVariantView:
    variant_id: str
    term: Term

    @property
    def months(self) -> int | None:
        return self.term.months

    @property
    def days(self) -> int | None:
        return self.term.days

    @property
    def for_life(self) -> bool:
        return self.term.lifetime


@dataclass(frozen=True, slots=True)
class PlanView:
    terms: PlanTerms
    language_code: str

    @property
    def id(self) -> str:
        return to_global(PLAN, self.terms.slug)

    @property
    def slug(self) -> str:
        return self.terms.slug

    @property
    def on_sale(self) -> bool:
        return self.terms.active

    @property
    def name(self) -> str:
        return self.terms.config.name.get(self.language_code)

    @property
    def description(self) -> str:
        return self.terms.config.description.get(self.language_code)

    @property
    def variants(self) -> list[PlanVariantView]:
        found = [PlanVariantView(*one) for one in self.terms.config.variants.items()]
        return sorted(found, key=lambda one: (one.term.about_days, one.variant_id))

    @property
    def trial_days(self) -> int | None:
        return self.terms.config.trial_days

    @property
    def in_same_order(self) -> bool:
        return self.terms.config.in_same_order

    @property
    def renewal_url(self) -> str | None:
        return self.terms.config.renewal_url or None

    @property
    def benefits(self) -> Sequence[BenefitView]:
        config = self.terms.config
        held = Held(self.terms.holder, config.name, config.benefits, _UTC)
        return [BenefitView(held, benefit, None, self.language_code) for benefit in held.benefits]


class LoyaltyPlanVariant(graphene.ObjectType):
    """A product variant that is the plan. Its price is the shop's own."""

    variant_id = graphene.ID(required=True, description="The shop's own id of the variant.")
    months = graphene.Int(description="How long one piece lasts. Null: in days, or for life.")
    days = graphene.Int(description="How long one piece lasts. Null: in months, or for life.")
    for_life = graphene.Boolean(required=True)


class LoyaltyPlan(graphene.ObjectType):
    """A paid membership: whoever pays one of its variants has its benefits for some time."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True, description="In the language asked for, if there is one.")
    description = graphene.String(required=True)
    on_sale = graphene.Boolean(required=True, description="Who has one that is not keeps it.")
    variants = graphene.List(
        graphene.NonNull(LoyaltyPlanVariant), required=True, description="The shortest first."
    )
    trial_days = graphene.Int(description="How long it can be tried for free. Null: it cannot.")
    in_same_order = graphene.Boolean(
        required=True, description="Whether the order that buys it has its prices already."
    )
    renewal_url = graphene.String(description="Where the merchant wants it to be renewed.")
    benefits = graphene.List(graphene.NonNull(LoyaltyBenefit), required=True)
    config = LoyaltyJSON(description="As the merchant wrote it. Null without MANAGE_PROGRAMMES.")
    revision = graphene.String(
        description="Give it back with an edit: it is refused where somebody else was faster. "
        "Null without MANAGE_PROGRAMMES."
    )

    @staticmethod
    def resolve_config(view: PlanView, info: Any) -> Any:
        return view.terms.config.to_json() if _staff(info) else None

    @staticmethod
    def resolve_revision(view: PlanView, info: Any) -> str | None:
        return revision_of(view.terms.config) if _staff(info) else None


def _staff(info: Any) -> bool:
    return viewer_of(info).may(Permission.MANAGE_PROGRAMMES)
