"""Packs of growth as an answer to storefronts and staff."""

from dataclasses import dataclass
from typing import Any

import graphene

from ...features.growth_packs.config import LimitPer
from ...features.growth_packs.models import PackPurchase
from ...flows.growth_packs import pieces_left
from ...flows.pack_terms import PackTerms
from ...values.revision import revision_of
from ..context import request_of, viewer_of
from ..ids import to_global
from ..memberships import PACK
from ..scalars import LoyaltyDateTime, LoyaltyInteger, LoyaltyJSON
from ..viewer import Permission

LoyaltyPackLimitPer = graphene.Enum(
    "LoyaltyPackLimitPer",
    [(per.name, per.value) for per in LimitPer],
    description="The time that a limit is for, by the shop's own calendar.",
)


@dataclass(frozen=True, slots=True)
class PackView:
    terms: PackTerms
    language_code: str
    # The member who asks; None: nobody in particular.
    member_id: int | None = None

    @property
    def id(self) -> str:
        return to_global(PACK, self.terms.slug)

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
    def variant_ids(self) -> list[str]:
        return sorted(self.terms.config.variants)

    @property
    def growth(self) -> int:
        return self.terms.config.growth

    @property
    def bonus_points(self) -> int:
        return self.terms.config.bonus_points

    @property
    def most_pieces(self) -> int | None:
        limit = self.terms.config.limit
        return limit.pieces if limit is not None else None

    @property
    def most_pieces_per(self) -> str | None:
        limit = self.terms.config.limit
        return limit.per.value if limit is not None else None


class LoyaltyGrowthPack(graphene.ObjectType):
    """Growth that can be bought: what one piece of any of its variants brings, usable at once."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True, description="In the language asked for, if there is one.")
    description = graphene.String(required=True)
    on_sale = graphene.Boolean(required=True)
    variant_ids = graphene.List(
        graphene.NonNull(graphene.ID),
        required=True,
        description="The shop's own ids of product variants. Their price is the shop's, too.",
    )
    growth = LoyaltyInteger(required=True)
    bonus_points = LoyaltyInteger(required=True)
    most_pieces = graphene.Int(
        description="So many count for one member; those above bring nothing. Null: no limit."
    )
    most_pieces_per = LoyaltyPackLimitPer(description="The time that limit is for.")
    pieces_left = graphene.Int(
        description="How many more would count for the caller now. Null: there is no limit, or "
        "the caller is no member."
    )
    config = LoyaltyJSON(description="As the merchant wrote it. Null without MANAGE_PROGRAMMES.")
    revision = graphene.String(
        description="Give it back with an edit: it is refused where somebody else was faster. "
        "Null without MANAGE_PROGRAMMES."
    )

    @staticmethod
    def resolve_pieces_left(view: PackView, info: Any) -> int | None:
        if view.member_id is None:
            return None
        return pieces_left(view.terms, view.member_id, now=request_of(info).now)

    @staticmethod
    def resolve_config(view: PackView, info: Any) -> Any:
        return view.terms.config.to_json() if _staff(info) else None

    @staticmethod
    def resolve_revision(view: PackView, info: Any) -> str | None:
        return revision_of(view.terms.config) if _staff(info) else None


@dataclass(frozen=True, slots=True)
class PackBoughtView:
    purchase: PackPurchase
    terms: PackTerms
    order_number: str
    language_code: str

    @property
    def pack(self) -> PackView:
        return PackView(self.terms, self.language_code, self.purchase.member_id)


class LoyaltyPackPurchase(graphene.ObjectType):
    """Growth that was bought."""

    pack = graphene.Field(LoyaltyGrowthPack, required=True)
    order_number = graphene.String(required=True)
    paid_at = LoyaltyDateTime(required=True)
    quantity = graphene.Int(required=True)
    counted = graphene.Int(
        required=True, description="Pieces within the limit; the others brought nothing."
    )
    growth = LoyaltyInteger(required=True, description="What it brought.")
    bonus_points = LoyaltyInteger(required=True)
    growth_taken_back = LoyaltyInteger(required=True, description="By refunds.")
    points_taken_back = LoyaltyInteger(required=True)

    @staticmethod
    def resolve_paid_at(view: PackBoughtView, _info: object) -> object:
        return view.purchase.paid_at

    @staticmethod
    def resolve_quantity(view: PackBoughtView, _info: object) -> int:
        return view.purchase.quantity

    @staticmethod
    def resolve_counted(view: PackBoughtView, _info: object) -> int:
        return view.purchase.counted

    @staticmethod
    def resolve_growth(view: PackBoughtView, _info: object) -> int:
        return view.purchase.growth

    @staticmethod
    def resolve_bonus_points(view: PackBoughtView, _info: object) -> int:
        return view.purchase.points

    @staticmethod
    def resolve_growth_taken_back(view: PackBoughtView, _info: object) -> int:
        return view.purchase.growth_taken_back

    @staticmethod
    def resolve_points_taken_back(view: PackBoughtView, _info: object) -> int:
        return view.purchase.points_taken_back


def _staff(info: Any) -> bool:
    return viewer_of(info).may(Permission.MANAGE_PROGRAMMES)
