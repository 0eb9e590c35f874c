"""Pieces that configurations are written with.

Unknown, missing or contradictory input is refused with the place named.
"""

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    field_serializer,
)

from ..errors import LoyaltyError
from .money import currency_digits
from .points import MAX_POINTS
from .rate import Rate

Points = Annotated[int, Field(strict=True, ge=0, le=MAX_POINTS)]
Positive = Annotated[int, Field(strict=True, ge=1, le=MAX_POINTS)]
Days = Annotated[int, Field(strict=True, ge=0, le=36_500)]


def _known_currency(code: str) -> str:
    try:
        currency_digits(code)
    except LoyaltyError as error:
        raise ValueError(error.message) from error
    return code


Currency = Annotated[str, AfterValidator(_known_currency)]


class Config(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_serializer("*", mode="wrap", when_used="json", check_fields=False)
    def _sets_in_order(self, value: Any, otherwise: SerializerFunctionWrapHandler) -> Any:
        # The same configuration has the same text, so that saving it again is no new version.
        return sorted(value) if isinstance(value, frozenset) else otherwise(value)

    def to_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)


class RateConfig(Config):
    """`points` for each `minor` minor units; with `whole_steps` only whole ones count."""

    points: Positive
    minor: Positive
    whole_steps: bool = False

    @property
    def rate(self) -> Rate:
        return Rate(self.points, self.minor, self.whole_steps)
