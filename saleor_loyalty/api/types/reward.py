"""Rewards as an answer to storefronts and staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.rewards.config import Picture
from ...features.rewards.kinds import KINDS, KindBase, Product, Service
from ...features.rewards.models import RewardCategory
from ...flows.reward_offers import Offer
from ...flows.rewards import revision_of
from ...values.money import Money
from ...values.texts import Texts
from ...values.voice import voice_of
from ..context import viewer_of
from ..errors import LoyaltyErrorCode
from ..ids import to_global
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..viewer import Permission
from .money import LoyaltyMoney, MoneyView

TYPE, CATEGORY = "LoyaltyReward", "LoyaltyRewardCategory"

_KINDS = {
    "coupon": "A code that takes an amount or a share off one order.",
    "free_shipping": "A code for an order whose shipping costs nothing.",
    "gift_card": "A gift card of the shop.",
    "lottery_ticket": "Tickets of a lottery.",
    "partner_code": "A code of a partner's.",
    "product": "A product, for points or for points and money.",
    "service": "Something people do or hand over; the member has a code.",
    "tier_upgrade": "A higher tier for some time.",
}


def kind_of(kind: type[KindBase]) -> str:
    name: str = kind.model_fields["kind"].annotation.__args__[0]  # type: ignore[union-attr]
    return name


LoyaltyRewardKind = graphene.Enum(
    "LoyaltyRewardKind",
    [(kind_of(kind).upper(), kind_of(kind)) for kind in KINDS],
    description=lambda value: None if value is None else _KINDS[value.value],
)


@dataclass(frozen=True, slots=True)
class CategoryView:
    category: RewardCategory
    language: str

    @property
    def id(self) -> str:
        return to_global(CATEGORY, self.category.slug)

    @property
    def slug(self) -> str:
        return self.category.slug

    @property
    def name(self) -> str:
        return text_in(self.category.name, self.language)

    @property
    def position(self) -> int:
        return self.category.position


class LoyaltyRewardCategory(graphene.ObjectType):
    """Where a reward stands in the mall."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    names = LoyaltyJSON(description="By language. Null without MANAGE_PROGRAMMES.")
    position = graphene.Int(required=True)

    @staticmethod
    def resolve_names(view: CategoryView, info: Any) -> dict[str, str] | None:
        return view.category.name if _staff(info) else None


class LoyaltyRewardPicture(graphene.ObjectType):
    """A picture of a reward."""

    url = graphene.String(required=True, description="An https address.")
    text = graphene.String(required=True, description="What it shows. May be empty.")


class LoyaltyRewardRefusal(graphene.ObjectType):
    """Why a reward cannot be redeemed."""

    code = LoyaltyErrorCode(required=True)
    message = graphene.String(required=True, description="To show: “You are 120 points short.”")


@dataclass(frozen=True, slots=True)
class RewardView:
    offer: Offer
    language: str


class LoyaltyReward(graphene.ObjectType):
    """Something that points can be turned into."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    kind = LoyaltyRewardKind(required=True)
    name = graphene.String(required=True)
    description = graphene.String(required=True)
    terms = graphene.String(required=True, description="The small print.")
    instructions = graphene.String(
        required=True, description="What to do with the code of a service. May be empty."
    )
    pictures = graphene.List(graphene.NonNull(LoyaltyRewardPicture), required=True)
    category = graphene.Field(LoyaltyRewardCategory)
    position = graphene.Int(required=True)
    points = LoyaltyInteger(
        required=True,
        description="What one costs the caller now, with their tier and benefits. Give it back "
        "with the redemption: another price is refused.",
    )
    full_points = LoyaltyInteger(required=True, description="What one costs everybody now.")
    missing_points = LoyaltyInteger(
        required=True, description="How many points the caller is short of one. 0: none."
    )
    currencies = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="One of these is chosen with the redemption; none or one: nothing to choose.",
    )
    value = graphene.Field(
        LoyaltyMoney,
        currency=graphene.String(required=True),
        description="Of a coupon or card; for a product what one costs besides its points. Null "
        "where there is none in that currency.",
    )
    variant_id = graphene.String(description="Of a product, as the shop names it.")
    left = LoyaltyInteger(description="How many are left. Null: any number.")
    most = graphene.Int(required=True, description="How many one redemption can be about.")
    starts_at = LoyaltyDateTime()
    ends_at = LoyaltyDateTime()
    refusal = graphene.Field(
        LoyaltyRewardRefusal,
        description="Why the caller cannot redeem one now. Null: they can.",
    )
    active = graphene.Boolean(description="Null without MANAGE_PROGRAMMES.")
    stock = LoyaltyInteger(description="In all. Null without MANAGE_PROGRAMMES.")
    taken = LoyaltyInteger(description="Of the stock. Null without MANAGE_PROGRAMMES.")
    config = LoyaltyJSON(description="As the merchant wrote it. Null without MANAGE_PROGRAMMES.")
    revision = graphene.String(
        description="Give it back with an edit: it is refused where somebody else was faster. "
        "Null without MANAGE_PROGRAMMES."
    )

    @staticmethod
    def resolve_id(view: RewardView, _info: Any) -> str:
        return to_global(TYPE, view.offer.reward.slug)

    @staticmethod
    def resolve_slug(view: RewardView, _info: Any) -> str:
        return view.offer.reward.slug

    @staticmethod
    def resolve_kind(view: RewardView, _info: Any) -> str:
        return view.offer.reward.kind

    @staticmethod
    def resolve_name(view: RewardView, _info: Any) -> str:
        return view.offer.config.name.get(view.language)

    @staticmethod
    def resolve_description(view: RewardView, _info: Any) -> str:
        return view.offer.config.description.get(view.language)

    @staticmethod
    def resolve_terms(view: RewardView, _info: Any) -> str:
        return view.offer.config.terms.get(view.language)

    @staticmethod
    def resolve_instructions(view: RewardView, _info: Any) -> str:
        gives = view.offer.config.gives
        return gives.instructions.get(view.language) if isinstance(gives, Service) else ""

    @staticmethod
    def resolve_pictures(view: RewardView, _info: Any) -> list[LoyaltyRewardPicture]:
        return [_picture(one, view.language) for one in view.offer.config.pictures]

    @staticmethod
    def resolve_category(view: RewardView, _info: Any) -> CategoryView | None:
        category = view.offer.reward.category
        return CategoryView(category, view.language) if category is not None else None

    @staticmethod
    def resolve_position(view: RewardView, _info: Any) -> int:
        return view.offer.reward.position

    @staticmethod
    def resolve_points(view: RewardView, _info: Any) -> int:
        return view.offer.points

    @staticmethod
    def resolve_full_points(view: RewardView, _info: Any) -> int:
        return view.offer.full_points

    @staticmethod
    def resolve_missing_points(view: RewardView, _info: Any) -> int:
        return view.offer.missing

    @staticmethod
    def resolve_currencies(view: RewardView, _info: Any) -> list[str]:
        return sorted(view.offer.config.gives.in_currencies)

    @staticmethod
    def resolve_value(view: RewardView, _info: Any, currency: str) -> MoneyView | None:
        gives = view.offer.config.gives
        if currency not in gives.in_currencies or not gives.value(currency):
            return None
        return MoneyView(Money(gives.value(currency), currency), view.language)

    @staticmethod
    def resolve_variant_id(view: RewardView, _info: Any) -> str | None:
        gives = view.offer.config.gives
        return gives.variant_id if isinstance(gives, Product) else None

    @staticmethod
    def resolve_left(view: RewardView, _info: Any) -> int | None:
        return view.offer.shelf.left

    @staticmethod
    def resolve_most(view: RewardView, _info: Any) -> int:
        return view.offer.config.gives.most

    @staticmethod
    def resolve_starts_at(view: RewardView, _info: Any) -> datetime | None:
        return view.offer.reward.starts_at

    @staticmethod
    def resolve_ends_at(view: RewardView, _info: Any) -> datetime | None:
        return view.offer.reward.ends_at

    @staticmethod
    def resolve_refusal(view: RewardView, _info: Any) -> LoyaltyRewardRefusal | None:
        refusal = view.offer.refusal
        if refusal is None:
            return None
        said = voice_of(view.language).refusal(refusal)
        return LoyaltyRewardRefusal(code=refusal.code.value, message=said)

    @staticmethod
    def resolve_active(view: RewardView, info: Any) -> bool | None:
        return view.offer.reward.active if _staff(info) else None

    @staticmethod
    def resolve_stock(view: RewardView, info: Any) -> int | None:
        return view.offer.reward.stock if _staff(info) else None

    @staticmethod
    def resolve_taken(view: RewardView, info: Any) -> int | None:
        return view.offer.reward.taken if _staff(info) else None

    @staticmethod
    def resolve_config(view: RewardView, info: Any) -> Any:
        return view.offer.reward.config if _staff(info) else None

    @staticmethod
    def resolve_revision(view: RewardView, info: Any) -> str | None:
        return revision_of(view.offer.reward) if _staff(info) else None


def _picture(picture: Picture, language: str) -> LoyaltyRewardPicture:
    return LoyaltyRewardPicture(url=picture.url, text=picture.text.get(language))


def text_in(texts: dict[str, str], language: str) -> str:
    return Texts(texts).get(language)


def _staff(info: Any) -> bool:
    return viewer_of(info).may(Permission.MANAGE_PROGRAMMES)
