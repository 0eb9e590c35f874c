"""The plans of paid membership: what they are sold as, and what they give."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from ..features.benefits.kinds import Benefits
from ..features.memberships.config import PlanConfig, Term
from ..features.memberships.models import MembershipPlan


class PlanDocument(PlanConfig):
    benefits: Benefits = ()


def document_of(plan: MembershipPlan) -> PlanDocument:
    return PlanDocument.of_document(plan.config)


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """One plan as the flows use it."""

    plan_id: int
    slug: str
    active: bool
    config: PlanDocument

    @property
    def holder(self) -> str:
        """As benefits name who gives them."""
        return f"plan:{self.slug}"


@dataclass(frozen=True, slots=True)
class Sold:
    """A variant that is a plan. One piece of it lasts as `term` says."""

    plan: PlanTerms
    term: Term


class Plans:
    """All plans, of which there are few: read once for a batch of work.

    What is sold no more still counts for whoever has paid it, unless another plan has its variant.
    """

    def __init__(self, plans: Iterable[PlanTerms]) -> None:
        self.all = sorted(plans, key=lambda one: (not one.active, one.slug))
        self.by_slug = {one.slug: one for one in self.all}
        self.by_id = {one.plan_id: one for one in self.all}
        self._sold: dict[str, Sold] = {}
        for one in self.all:
            for variant, term in one.config.variants.items():
                self._sold.setdefault(variant, Sold(one, term))

    @classmethod
    def load(cls) -> Self:
        return cls(terms_of(plan) for plan in MembershipPlan.objects.all())

    @property
    def active(self) -> list[PlanTerms]:
        """By slug."""
        return sorted((one for one in self.all if one.active), key=lambda one: one.slug)

    def of_variant(self, variant_id: str) -> Sold | None:
        return self._sold.get(variant_id)


def terms_of(plan: MembershipPlan) -> PlanTerms:
    return PlanTerms(plan.pk, plan.slug, plan.active, document_of(plan))
