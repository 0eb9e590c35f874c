"""Benefits: what may be bought for everybody; uses, gifts and code lists for staff."""

from datetime import datetime
from typing import Any

import graphene

from ...errors import Code, LoyaltyError
from ...features.benefits.items import Item
from ...features.benefits.models import BenefitGift, BenefitUse, CodeList
from ...flows.benefit_uses import quotas_of
from ...flows.perks import Entitlements, perks_of_user
from ...values.sentences import TOO_MANY
from ..context import request_of, viewer_of
from ..errors import refusing
from ..inputs import language_code as checked_language
from ..inputs import optional_text, text
from ..language import language_of
from ..members import known_member
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..scalars import LoyaltyDateTime
from ..types.benefit_gift import GiftView, LoyaltyBenefitGiftState
from ..types.benefit_use import LoyaltyBenefitUse, LoyaltyQuota, UseView
from ..types.code_list import CodeListView, LoyaltyCodeList
from ..types.connection import connection_of
from ..types.gift_of_member import LoyaltyGiftOfMember
from ..types.product_access import AccessView, LoyaltyProductAccess
from ..viewer import Permission, require

_MOST_PRODUCTS = 100
_MOST_IDS = 100
_LONGEST_ID = 100

LoyaltyBenefitUseConnection = connection_of(LoyaltyBenefitUse)
LoyaltyGiftOfMemberConnection = connection_of(LoyaltyGiftOfMember)


class LoyaltyProductInput(graphene.InputObjectType):
    """A product, as the shop's own API tells it."""

    product_id = graphene.ID(required=True)
    variant_id = graphene.ID()
    category_ids = graphene.List(
        graphene.NonNull(graphene.ID), description="Its category and those above it. At most 100."
    )
    collection_ids = graphene.List(graphene.NonNull(graphene.ID), description="At most 100.")
    published_at = LoyaltyDateTime(description="When it came into the shop.")


class BenefitQueries(graphene.ObjectType):
    loyalty_product_access = graphene.List(
        graphene.NonNull(LoyaltyProductAccess),
        required=True,
        products=graphene.List(
            graphene.NonNull(LoyaltyProductInput), required=True, description="At most 100."
        ),
        language_code=graphene.String(description="Of the texts. Without it: the caller's."),
        description="Whether the caller may buy these products now, and else from when. The shop "
        "checks it once more when an order is made.",
    )
    loyalty_quotas = graphene.List(
        graphene.NonNull(LoyaltyQuota),
        member_id=graphene.ID(required=True),
        description="What staff can use up for a member. Needs MANAGE_MEMBERS.",
    )
    loyalty_benefit_uses = graphene.Field(
        LoyaltyBenefitUseConnection,
        **arguments(),
        member_id=graphene.ID(description="Only theirs."),
        order_id=graphene.ID(description="Only what is for this order."),
        description="Uses of benefits, the newest first. Needs MANAGE_MEMBERS.",
    )
    loyalty_benefit_gifts = graphene.Field(
        LoyaltyGiftOfMemberConnection,
        **arguments(),
        state=LoyaltyBenefitGiftState(
            description="DUE: the shop has yet to make them; NOTHING_LEFT: a list had no code."
        ),
        member_id=graphene.ID(description="Only theirs."),
        description="What benefits gave, the newest first. Needs MANAGE_MEMBERS.",
    )
    loyalty_code_lists = graphene.List(
        graphene.NonNull(LoyaltyCodeList),
        description="Lists of partners' codes, by slug. Needs MANAGE_PROGRAMMES.",
    )

    @staticmethod
    @refusing
    def resolve_loyalty_product_access(
        _root: None, info: Any, products: list[Any], language_code: str | None = None
    ) -> list[AccessView]:
        if len(products) > _MOST_PRODUCTS:
            raise LoyaltyError(
                Code.LIMIT_EXCEEDED,
                TOO_MANY,
                field="products",
                count=_MOST_PRODUCTS,
            )
        given = checked_language(language_code) if language_code is not None else None
        language = given or language_of(info)
        perks = perks_of_user(viewer_of(info).user_id, now=request_of(info).now)
        items = [_item(product) for product in products]
        return [
            AccessView(item.product_id, item.variant_id or None, perks.access(item), language)
            for item in items
        ]

    @staticmethod
    @refusing
    def resolve_loyalty_quotas(_root: None, info: Any, member_id: str) -> Any:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        return quotas_of(known_member(member_id), now=request_of(info).now)

    @staticmethod
    @refusing
    def resolve_loyalty_benefit_uses(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        member_id: str | None = None,
        order_id: str | None = None,
    ) -> Slice[UseView]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        before = key_in(after, int)
        found = BenefitUse.objects.select_related("member__tier", "member__merged_into")
        if member_id is not None:
            found = found.filter(member=known_member(member_id))
        if order_id is not None:
            wanted = text(order_id, field="orderId", longest=_LONGEST_ID)
            found = found.filter(order_id=wanted)
        if before is not None:
            found = found.filter(pk__lt=before)
        return slice_of(
            lambda limit: [UseView(use) for use in found.order_by("-pk")[:limit]],
            lambda view: view.use.pk,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_benefit_gifts(
        _root: None,
        info: Any,
        first: int,
        after: str | None = None,
        state: str | None = None,
        member_id: str | None = None,
    ) -> Slice[GiftView]:
        require(viewer_of(info), Permission.MANAGE_MEMBERS)
        before = key_in(after, int)
        found = BenefitGift.objects.select_related("member__tier", "member__merged_into")
        if member_id is not None:
            found = found.filter(member=known_member(member_id))
        if state is not None:
            found = found.filter(state=state)
        if before is not None:
            found = found.filter(pk__lt=before)
        language, offered = language_of(info), Entitlements.load([]).offered
        return slice_of(
            lambda limit: [
                GiftView(gift, offered, language) for gift in found.order_by("-pk")[:limit]
            ],
            lambda view: view.gift.pk,
            first=check_size(first),
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_loyalty_code_lists(_root: None, info: Any) -> list[CodeListView]:
        require(viewer_of(info), Permission.MANAGE_PROGRAMMES)
        return [CodeListView(one) for one in CodeList.objects.order_by("slug")]


def _item(given: Any) -> Item:
    published: datetime | None = given.get("published_at")
    return Item(
        product_id=text(given["product_id"], field="products", longest=_LONGEST_ID),
        variant_id=optional_text(given.get("variant_id"), field="products", longest=_LONGEST_ID),
        category_ids=_ids(given.get("category_ids")),
        collection_ids=_ids(given.get("collection_ids")),
        published_at=published,
    )


def _ids(given: list[str] | None) -> tuple[str, ...]:
    if given is not None and len(given) > _MOST_IDS:
        raise LoyaltyError(Code.LIMIT_EXCEEDED, TOO_MANY, field="products", count=_MOST_IDS)
    return tuple(text(one, field="products", longest=_LONGEST_ID) for one in given or ())
