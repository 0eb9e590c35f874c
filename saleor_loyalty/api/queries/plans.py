"""What is sold to members beside goods: plans of paid membership, and growth."""

from collections.abc import Iterable
from typing import Any, TypeVar

import graphene

from ...flows.members import member_of_user
from ...flows.membership_terms import PlanTerms
from ...flows.pack_terms import Packs, PackTerms
from ..context import viewer_of
from ..errors import refusing
from ..inputs import language_code as checked_language
from ..language import language_of
from ..loaders import loader
from ..memberships import AllPlans
from ..types.growth_pack import LoyaltyGrowthPack, PackView
from ..types.plan import LoyaltyPlan, PlanView
from ..viewer import Permission, require

T = TypeVar("T", PlanTerms, PackTerms)


class PlanQueries(graphene.ObjectType):
    loyalty_plans = graphene.List(
        graphene.NonNull(LoyaltyPlan),
        required=True,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        all=graphene.Boolean(
            description="Those that are not on sale as well. Needs MANAGE_PROGRAMMES."
        ),
        description="The paid memberships on sale, by slug.",
    )
    loyalty_growth_packs = graphene.List(
        graphene.NonNull(LoyaltyGrowthPack),
        required=True,
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        all=graphene.Boolean(
            description="Those that are not on sale as well. Needs MANAGE_PROGRAMMES."
        ),
        description="The growth on sale, by slug.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_plans(
        _root: None, info: Any, language_code: str | None = None, all: bool | None = None
    ) -> list[PlanView]:
        language = _language(info, language_code)
        found = _shown(info, loader(info, AllPlans).get().all, all)
        return [PlanView(one, language) for one in found]

    @staticmethod
    @refusing
    def resolve_loyalty_growth_packs(
        _root: None, info: Any, language_code: str | None = None, all: bool | None = None
    ) -> list[PackView]:
        language = _language(info, language_code)
        # Who looks at all of them looks for the shop, not for themselves.
        user_id = viewer_of(info).user_id if not all else None
        member = member_of_user(user_id) if user_id is not None else None
        member_id = member.pk if member is not None else None
        found = _shown(info, Packs.load().all, all)
        return [PackView(one, language, member_id) for one in found]


def _language(info: Any, given: str | None) -> str:
    return checked_language(given) if given is not None else language_of(info)


def _shown(info: Any, found: Iterable[T], everything: bool | None) -> list[T]:
    if everything:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
    return sorted((one for one in found if everything or one.active), key=lambda one: one.slug)
