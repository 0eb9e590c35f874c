"""More rows of what there is, for pages that are to be long."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Field, Model, OneToOneField


def more(row: Model, times: int = 4, **different: Any) -> list[Any]:
    """So many copies, which differ in what is unique by itself and in what is `different`: a
    function of the number of the copy, or the same for all."""
    copies = []
    for number in range(1, times + 1):
        given = {
            name: value(number) if callable(value) else value for name, value in different.items()
        }
        copies.append(type(row)(**{**dict(_values(row, number)), **given}))
    return list(type(row)._default_manager.bulk_create(copies))


def _values(row: Model, number: int) -> Iterator[tuple[str, Any]]:
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if not field.unique or value is None or isinstance(field, OneToOneField):
            yield field.attname, value
        elif not (field.primary_key and not isinstance(value, UUID)):
            yield field.attname, _other(field, value, number)


def _other(field: "Field[Any, Any]", value: Any, number: int) -> Any:
    match value:
        case UUID():
            return uuid4()
        case int():
            return value + number
        case str():
            return f"{value}-{number}"
    raise TypeError(f"{field.name}: {type(value)}")
