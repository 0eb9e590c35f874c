"""Scalars of our own: no float anywhere, and names that cannot meet the host's.

What cannot be parsed is None: graphql-core then names the place and the type it expected.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import graphene
from graphql.language import ast

# What a JavaScript client can hold exactly.
_LARGEST = 2**53 - 1


class LoyaltyInteger(graphene.Scalar):
    """A whole number, on the wire a JSON number without a fraction, of up to 53 bits."""

    @staticmethod
    def serialize(value: Any) -> int:
        return int(value)

    @staticmethod
    def parse_value(value: Any) -> int | None:
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
            return None
        return value

    @classmethod
    def parse_literal(cls, node: Any) -> int | None:
        # The length first: turning a million digits into a number takes seconds.
        if not isinstance(node, ast.IntValue) or len(node.value) > 17:
            return None
        return cls.parse_value(int(node.value))


class LoyaltyDecimal(graphene.Scalar):
    """An exact decimal number as text: "19.99". Only ever an answer."""

    @staticmethod
    def serialize(value: Decimal) -> str:
        return f"{value:f}"

    @staticmethod
    def parse_value(_value: Any) -> None:
        return None

    @staticmethod
    def parse_literal(_node: Any) -> None:
        return None


class LoyaltyDateTime(graphene.Scalar):
    """A moment in UTC, ISO 8601: "2026-03-01T12:00:00Z"."""

    @staticmethod
    def serialize(value: datetime) -> str:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")

    @staticmethod
    def parse_value(value: Any) -> datetime | None:
        if not isinstance(value, str) or len(value) > 40:
            return None
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return None
        return moment if moment.tzinfo else None

    @classmethod
    def parse_literal(cls, node: Any) -> datetime | None:
        return cls.parse_value(node.value) if isinstance(node, ast.StringValue) else None


class LoyaltyDate(graphene.Scalar):
    """A day: "1990-12-31"."""

    @staticmethod
    def serialize(value: date) -> str:
        return value.isoformat()

    @staticmethod
    def parse_value(value: Any) -> date | None:
        # fromisoformat also takes "19901231" and "1990-W52-1", which nobody means.
        if not isinstance(value, str) or len(value) != 10 or value.count("-") != 2 or "W" in value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None

    @classmethod
    def parse_literal(cls, node: Any) -> date | None:
        return cls.parse_value(node.value) if isinstance(node, ast.StringValue) else None


class LoyaltyJSON(graphene.Scalar):
    """Any JSON value, without fractions where it is given."""

    @staticmethod
    def serialize(value: Any) -> Any:
        return value

    @staticmethod
    def parse_value(value: Any) -> Any:
        return value

    @classmethod
    def parse_literal(cls, node: Any) -> Any:
        if isinstance(node, ast.ObjectValue):
            return {field.name.value: cls.parse_literal(field.value) for field in node.fields}
        if isinstance(node, ast.ListValue):
            return [cls.parse_literal(value) for value in node.values]
        if isinstance(node, ast.IntValue):
            return LoyaltyInteger.parse_literal(node)
        return node.value if isinstance(node, ast.StringValue | ast.BooleanValue) else None
