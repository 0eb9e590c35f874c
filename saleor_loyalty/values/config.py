"""Pieces that configurations are written with.

Unknown, missing or contradictory input is refused with the place named.
"""

import json
from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    field_serializer,
)

from ..errors import Code, FaultError, LoyaltyError
from ..values.faults import places_of
from .money import currency_digits
from .points import MAX_POINTS
from .rate import Rate

Points = Annotated[int, Field(strict=True, ge=0, le=MAX_POINTS)]
Positive = Annotated[int, Field(strict=True, ge=1, le=MAX_POINTS)]
Days = Annotated[int, Field(strict=True, ge=0, le=36_500)]
# Of something of the host's: a product, a category.
Id = Annotated[str, Field(min_length=1, max_length=100)]
Ids = Annotated[frozenset[Id], Field(max_length=100)]


def _known_currency(code: str) -> str:
    try:
        currency_digits(code)
    except LoyaltyError as error:
        raise FaultError(error.said) from error
    return code


Currency = Annotated[
    str, AfterValidator(_known_currency), Field(json_schema_extra={"format": "currency"})
]


class Config(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_serializer("*", mode="wrap", when_used="json", check_fields=False)
    def _sets_in_order(self, value: Any, otherwise: SerializerFunctionWrapHandler) -> Any:
        # The same configuration has the same text, so that saving it again is no new version.
        return sorted(value) if isinstance(value, frozenset) else otherwise(value)

    def to_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)

    @classmethod
    def parse(cls, data: Any) -> Self:
        """From what somebody wrote. Raises LoyaltyError(INVALID) naming each place at fault."""
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise LoyaltyError(Code.INVALID, places_of(error), field="config") from error

    @classmethod
    def of_document(cls, document: Any) -> Self:
        """From the text form as it is kept in a row."""
        return cls.of_text(json.dumps(document))

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Each text is read once by a process: a config is some hundred small objects."""
        found = _of_text(cls, text)
        assert isinstance(found, cls), "read as what was asked for"
        return found


@lru_cache(maxsize=2_048)
def _of_text(kind: type[Config], text: str) -> Config:
    return kind.parse(json.loads(text))


class RateConfig(Config):
    """`points` for each `minor` minor units; with `whole_steps` only whole ones count."""

    points: Positive
    minor: Positive
    whole_steps: bool = False

    @property
    def rate(self) -> Rate:
        return Rate(self.points, self.minor, self.whole_steps)
