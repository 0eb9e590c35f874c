"""A code of a partner's, from a list that staff have uploaded."""

from typing import ClassVar, Literal

from ....values.slug import Slug
from .base import KindBase, Returnable


class PartnerCode(KindBase):
    """Once it was seen nobody can take it back."""

    returnable: ClassVar[Returnable] = Returnable.BY_STAFF

    kind: Literal["partner_code"]
    code_list: Slug
