"""Lists of partners' codes, as an answer to staff."""

from dataclasses import dataclass
from typing import Any

import graphene

from ...features.benefits.models import CodeList
from ..ids import to_global
from ..list_loaders import StockOfCodeList
from ..loaders import loader
from ..scalars import LoyaltyJSON

TYPE = "LoyaltyCodeList"


@dataclass(frozen=True)
class CodeListView:
    code_list: CodeList

    @property
    def id(self) -> str:
        return to_global(TYPE, self.code_list.slug)

    @property
    def slug(self) -> str:
        return self.code_list.slug

    @property
    def name(self) -> Any:
        return self.code_list.name

    @property
    def active(self) -> bool:
        return self.code_list.active


class LoyaltyCodeStock(graphene.ObjectType):
    """How many codes a list has."""

    total = graphene.Int(required=True)
    given = graphene.Int(required=True, description="Members have them.")
    free = graphene.Int(required=True, description="They can still be given.")
    too_old = graphene.Int(required=True, description="Never given, and not good any more.")
    waiting = graphene.Int(required=True, description="Members who asked when there was none.")


class LoyaltyCodeList(graphene.ObjectType):
    """Codes of a partner, each given to one member."""

    id = graphene.ID(required=True)
    slug = graphene.String(required=True, description="What benefits name.")
    name = LoyaltyJSON(required=True, description="By language.")
    active = graphene.Boolean(required=True, description="Whether codes are given from it.")
    stock = graphene.Field(LoyaltyCodeStock, required=True)
    empty = graphene.Boolean(required=True, description="Whether there is none left to give.")

    @staticmethod
    def resolve_stock(view: CodeListView, info: Any) -> Any:
        return loader(info, StockOfCodeList).load(view.code_list)

    @staticmethod
    def resolve_empty(view: CodeListView, info: Any) -> Any:
        found = loader(info, StockOfCodeList).load(view.code_list)
        return found.then(lambda stock: not stock.free)


class LoyaltyBadCode(graphene.ObjectType):
    """A line that is no code."""

    line = graphene.Int(required=True, description="Counts from 1.")
    why = graphene.String(required=True)


class LoyaltyCodeUpload(graphene.ObjectType):
    """What became of the lines of an upload."""

    added = graphene.Int(required=True)
    repeated = graphene.Int(required=True, description="They stand there more than once.")
    known = graphene.Int(required=True, description="The list has them already.")
    refused = graphene.Int(required=True)
    bad = graphene.List(
        graphene.NonNull(LoyaltyBadCode), required=True, description="The first hundred refused."
    )
    served = graphene.Int(required=True, description="So many who waited have a code now.")
