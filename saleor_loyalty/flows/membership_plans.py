"""Plans as staff make and change them. What was bought keeps the time it was bought for."""

from typing import Any

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.memberships.models import MembershipPlan
from ..values.revision import revision_of
from ..values.slug import checked_slug
from .membership_terms import PlanDocument, document_of


@transaction.atomic
def create_plan(slug: str, config: Any) -> MembershipPlan:
    """On sale from now on: whoever pays one of its variants has it.

    Raises INVALID naming each place at fault, or for a slug there is.
    """
    document = PlanDocument.parse(config).to_json()
    plan, made = MembershipPlan.objects.get_or_create(
        slug=checked_slug(slug), defaults={"config": document}
    )
    if not made:
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug")
    return plan


@transaction.atomic
def update_plan(slug: str, config: Any, *, revision: str) -> MembershipPlan:
    """Benefits and texts change for everybody who has it, terms for what is bought from now on.

    Raises INVALID naming each place, NOT_FOUND, CHANGED_MEANWHILE.
    """
    document = PlanDocument.parse(config).to_json()
    plan = _locked(slug)
    if revision != revision_of(document_of(plan)):
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE,
            N_("Somebody else has changed this since you read it."),
            field="revision",
        )
    plan.config = document
    plan.save(update_fields=["config", "updated_at"])
    return plan


@transaction.atomic
def archive_plan(slug: str, *, archived: bool = True) -> MembershipPlan:
    """Takes it off sale, or puts it on sale again; who has it keeps it. Raises NOT_FOUND."""
    plan = _locked(slug)
    if plan.active == archived:
        plan.active = not archived
        plan.save(update_fields=["active", "updated_at"])
    return plan


def _locked(slug: str) -> MembershipPlan:
    plan = MembershipPlan.objects.select_for_update().filter(slug=slug).first()
    if plan is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such plan."), field="id")
    return plan
