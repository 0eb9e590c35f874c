"""A higher tier for some time."""

from typing import Annotated, Literal

from pydantic import Field

from ....values.slug import Slug
from .base import KindBase


class TierUpgrade(KindBase):
    """To the end of the day so many months later; without `months` for good."""

    kind: Literal["tier_upgrade"]
    tier: Slug
    months: Annotated[int, Field(strict=True, ge=1, le=120)] | None = None
