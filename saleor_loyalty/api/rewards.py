"""Finding rewards and redemptions for the API."""

from typing import Any

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.rewards.models import Redemption, Reward
from ..flows.reward_offers import offers_of
from ..flows.rewards import Placing
from .context import request_of, viewer_of
from .ids import public_of
from .inputs import language_code as checked_language
from .language import language_of
from .types.redemption import RedemptionView
from .types.reward import CATEGORY, TYPE, RewardView

LONGEST_KEY = 100
LONGEST_NOTE = 500
LONGEST_CODE = 255
LONGEST_TRACKING = 200


def reward_slug(global_id: str, *, field: str = "id") -> str:
    return public_of(global_id, TYPE, field=field)


def category_slug(global_id: str, *, field: str = "id") -> str:
    return public_of(global_id, CATEGORY, field=field)


def caller(info: Any) -> Member | None:
    """The member who is calling, if they are one."""
    user_id = viewer_of(info).user_id
    if user_id is None:
        return None
    return Member.objects.select_related("tier").filter(user_id=user_id).first()


def language(info: Any, given: str | None) -> str:
    return checked_language(given) if given is not None else language_of(info)


def reward_views(
    info: Any, rewards: list[Reward], in_language: str, *, for_caller: bool = True
) -> list[RewardView]:
    """`for_caller` False: as they stand for everybody, whoever is looking."""
    member = caller(info) if for_caller else None
    offers = offers_of(member, rewards, now=request_of(info).now)
    return [RewardView(offer, in_language) for offer in offers]


def reward_view(info: Any, reward: Reward) -> RewardView:
    return reward_views(info, [reward], language_of(info))[0]


def redemption_view(info: Any, redemption: Redemption) -> RedemptionView:
    found = Redemption.objects.select_related("reward", "member__tier")
    return RedemptionView(found.get(pk=redemption.pk), language_of(info))


def placing_of(given: dict[str, Any]) -> Placing:
    """What is left out is as it is for a new reward."""
    category_id = given.get("category_id")
    position = given.get("position")
    if given.get("stock") is not None and given["stock"] < 0:
        raise LoyaltyError(Code.INVALID, N_("At least %(ge)s."), field="stock", ge=0)
    return Placing(
        category=category_slug(category_id, field="categoryId") if category_id else None,
        position=position if position is not None else 0,
        stock=given.get("stock"),
        starts_at=given.get("starts_at"),
        ends_at=given.get("ends_at"),
    )
