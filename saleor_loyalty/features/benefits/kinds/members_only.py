"""Goods that nobody else may buy."""

from typing import Literal, Self

from pydantic import model_validator

from ....errors import N_, FaultError
from .base import BenefitBase, Goods


class MembersOnly(BenefitBase, Goods):
    """Who has it in any tier or plan may buy them."""

    kind: Literal["members_only"]

    @model_validator(mode="after")
    def _of_something(self) -> Self:
        if self.all_goods:
            raise FaultError(
                N_("Name products, variants, categories or collections."), missing=True
            )
        return self
