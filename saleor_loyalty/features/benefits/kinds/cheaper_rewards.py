"""Rewards for fewer points."""

from typing import Annotated, Literal

from pydantic import Field

from .base import BenefitBase


class CheaperRewards(BenefitBase):
    """`percent` off the price in points."""

    kind: Literal["cheaper_rewards"]
    percent: Annotated[int, Field(strict=True, ge=1, le=100)]
