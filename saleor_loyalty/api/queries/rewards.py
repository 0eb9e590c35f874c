"""The points mall."""

from typing import Any

import graphene
from django.db.models import Q

from ...features.rewards.models import Reward
from ...flows.rewards import categories, offered
from ..context import request_of, viewer_of
from ..errors import refusing
from ..merchant_lists import kept, search_argument, standing_argument
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..rewards import category_slug, language, reward_slug, reward_views
from ..types.connection import connection_of
from ..types.reward import (
    CategoryView,
    LoyaltyReward,
    LoyaltyRewardCategory,
    LoyaltyRewardKind,
    RewardView,
)
from ..viewer import Permission

LoyaltyRewardConnection = connection_of(LoyaltyReward)


def _language() -> graphene.String:
    return graphene.String(description="Of the texts. Without it: the caller's.")


class RewardQueries(graphene.ObjectType):
    loyalty_rewards = graphene.Field(
        LoyaltyRewardConnection,
        language_code=_language(),
        category_id=graphene.ID(),
        kind=LoyaltyRewardKind(),
        all=graphene.Boolean(
            description="Those that are not offered now as well. Needs MANAGE_PROGRAMMES."
        ),
        search=search_argument(),
        standing=standing_argument(),
        **arguments(),
        description="What points can be turned into, in the merchant's order.",
    )
    loyalty_reward = graphene.Field(
        LoyaltyReward,
        id=graphene.ID(required=True),
        language_code=_language(),
        description="One reward. Null where it is not offered now; staff with MANAGE_PROGRAMMES "
        "see it all the same.",
    )
    loyalty_reward_categories = graphene.List(
        graphene.NonNull(LoyaltyRewardCategory),
        required=True,
        language_code=_language(),
        description="In the merchant's order.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_rewards(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        language_code: str | None = None,
        category_id: str | None = None,
        kind: str | None = None,
        all: bool | None = None,
        search: str | None = None,
        standing: str | None = None,
    ) -> Slice[RewardView]:
        said = language(info, language_code)
        found = Reward.objects.select_related("category").order_by("position", "pk")
        found = kept(info, found, all=all, search=search, standing=standing)
        if not all:
            found = found.filter(offered(now=request_of(info).now))
        if category_id is not None:
            found = found.filter(category__slug=category_slug(category_id, field="categoryId"))
        if kind is not None:
            found = found.filter(kind=kind)
        last_seen = key_in(after, _place)
        if last_seen is not None:
            position, pk = last_seen
            found = found.filter(Q(position__gt=position) | Q(position=position, pk__gt=pk))
        return slice_of(
            lambda limit: reward_views(info, list(found[:limit]), said, for_caller=not all),
            lambda view: f"{view.offer.reward.position},{view.offer.reward.pk}",
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_reward(
        _root: None, info: Any, id: str, language_code: str | None = None
    ) -> RewardView | None:
        found = Reward.objects.select_related("category").filter(slug=reward_slug(id))
        if not viewer_of(info).may(Permission.MANAGE_PROGRAMMES):
            found = found.filter(offered(now=request_of(info).now))
        return next(iter(reward_views(info, list(found), language(info, language_code))), None)

    @staticmethod
    @refusing
    def resolve_loyalty_reward_categories(
        _root: None, info: Any, language_code: str | None = None
    ) -> list[CategoryView]:
        said = language(info, language_code)
        return [CategoryView(category, said) for category in categories()]


def _place(key: str) -> tuple[int, int]:
    position, _, pk = key.partition(",")
    return int(position), int(pk)
