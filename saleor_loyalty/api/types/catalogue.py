"""Products, variants, categories and collections of the shop, as staff choose them."""

import graphene

from ...events.host_shown import CatalogueKind

LoyaltyCatalogueKind = graphene.Enum(
    "LoyaltyCatalogueKind",
    [(kind.name, kind.value) for kind in CatalogueKind],
    description="What rules can name of the shop's catalogue.",
)


class LoyaltyCatalogueItem(graphene.ObjectType):
    """Something of the shop's catalogue."""

    id = graphene.ID(required=True, description="The shop's: what rules name it by.")
    kind = LoyaltyCatalogueKind(required=True)
    name = graphene.String(required=True)
    detail = graphene.String(
        required=True,
        description="Tells alike names apart: the category above, a variant's number. May be "
        "empty.",
    )
    picture = graphene.String(description="Its address. Null: there is none.")

    @staticmethod
    def resolve_kind(item: "LoyaltyCatalogueItem", _info: object) -> str:
        return CatalogueKind(item.kind).value

    @staticmethod
    def resolve_picture(item: "LoyaltyCatalogueItem", _info: object) -> str | None:
        return item.picture or None
