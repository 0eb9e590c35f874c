"""Goods that members may buy before everybody."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from .base import BenefitBase, Goods


class EarlyAccess(BenefitBase, Goods):
    """`hours` before everybody.

    Everybody is let in at `opens_at`; without one, that is so many hours after a product came into
    the shop that who has the most of them may buy it at once.
    """

    kind: Literal["early_access"]
    hours: Annotated[int, Field(strict=True, ge=1, le=8_760)]
    opens_at: AwareDatetime | None = None
