"""What one document says otherwise than another."""

from typing import Any

import pytest

from saleor_loyalty.values.difference import MISSING, Difference, differences


def found(before: Any, after: Any) -> list[tuple[str, Any, Any]]:
    return [(one.place, one.before, one.after) for one in differences(before, after)]


@pytest.mark.parametrize("document", [{}, {"a": [1, {"b": None}]}, [], 1, "x", None])
def test_the_same_has_none(document: Any) -> None:
    assert found(document, document) == []


def test_places_in_objects() -> None:
    before = {"earning": {"rates": {"USD": {"points": 1, "minor": 100}}, "basis": "net"}}
    after = {"earning": {"rates": {"USD": {"points": 2, "minor": 100}, "JPY": 1}, "basis": "net"}}
    assert found(before, after) == [
        ("earning.rates.USD.points", 1, 2),
        ("earning.rates.JPY", MISSING, 1),
    ]


def test_what_is_gone_and_what_is_null() -> None:
    assert found({"a": None, "b": 1}, {"a": 0}) == [("a", None, 0), ("b", 1, MISSING)]
    assert found({"a": True}, {"a": 1}) == [("a", True, 1)]


def test_things_with_slugs_are_compared_by_them() -> None:
    double = {"slug": "double", "percent": 200}
    triple = {"slug": "triple", "percent": 300}
    assert found({"rules": [double, triple]}, {"rules": [{**triple, "percent": 400}]}) == [
        ("rules.double", double, MISSING),
        ("rules.triple.percent", 300, 400),
    ]
    assert list(differences([double, triple], [triple, double])) == [
        Difference("", ["double", "triple"], ["triple", "double"])
    ]


def test_other_lists_are_one_thing() -> None:
    assert found({"days": [30, 7]}, {"days": [7]}) == [("days", [30, 7], [7])]
    twice = [{"slug": "a"}, {"slug": "a"}]
    assert found(twice, [{"slug": "a"}]) == [("", twice, [{"slug": "a"}])]
