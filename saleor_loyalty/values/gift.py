"""What somebody is given for something, as a merchant writes it down."""

from typing import Self

from pydantic import model_validator

from .config import Config, Positive


class Gift(Config):
    """Points and growth, each whole."""

    points: Positive | None = None
    growth: Positive | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not any(getattr(self, name) for name in type(self).model_fields):
            raise ValueError("give something")
        return self
