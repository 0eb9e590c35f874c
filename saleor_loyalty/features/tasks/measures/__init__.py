"""What can be counted. A new kind is one small class in one of the files here and one line."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .base import Gain, MeasureBase, Reads, Span
from .bought import Categories, Pieces, Products
from .events import Events
from .member import CheckIns, Friends, Points, Profile
from .orders import Orders, Spend

__all__ = ["KINDS", "Gain", "Measure", "MeasureBase", "Reads", "Span"]

KINDS: tuple[type[MeasureBase], ...] = (
    Categories,
    CheckIns,
    Events,
    Friends,
    Orders,
    Pieces,
    Points,
    Products,
    Profile,
    Spend,
)

if TYPE_CHECKING:
    Measure = MeasureBase
else:
    Measure = Annotated[reduce(or_, KINDS), Field(discriminator="kind")]
