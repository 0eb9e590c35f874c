"""Orders that go first."""

from typing import Annotated, Literal

from pydantic import Field

from .base import BenefitBase


class Priority(BenefitBase):
    """`mark` is what staff see on the order and can filter by."""

    kind: Literal["priority"]
    mark: Annotated[str, Field(min_length=1, max_length=50)] = "priority"
