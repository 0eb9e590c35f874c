"""A higher tier for some time."""

from typing import Annotated, Literal

from pydantic import Field

from .base import KindBase, Slug


class TierUpgrade(KindBase):
    """To the end of the day so many months later; without `months` for good."""

    kind: Literal["tier_upgrade"]
    tier: Slug
    months: Annotated[int, Field(strict=True, ge=1, le=120)] | None = None
