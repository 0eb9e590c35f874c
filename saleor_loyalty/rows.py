"""Many rows in one statement: one JSON document goes in, the database makes the rows of it.

`bulk_create` sends every column as an array of texts and escapes each of them: three times the
time where rows have JSON in them.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model
from django.db.models.expressions import DatabaseDefault

# A document of so many rows is some megabytes.
_AT_ONCE = 5_000


def insert(
    rows: Iterable[Model],
    *,
    unique: str = "",
    update: Sequence[str] = (),
    returning: Sequence[str] = (),
) -> None:
    """Inserts rows of one table that have no id yet. Columns are named as in the database.

    Where the `unique` column has the value already, the row is left out; with `update` these
    columns are overwritten instead. `returning` are read back into the rows, all of which must
    have been written.
    """
    instances = list(rows)
    for begin in range(0, len(instances), _AT_ONCE):
        _insert(instances[begin : begin + _AT_ONCE], _on_conflict(unique, update), returning)


def _insert(rows: list[Model], on_conflict: str, returning: Sequence[str]) -> None:
    table = connection.ops.quote_name(rows[0]._meta.db_table)
    document = [_columns(row) for row in rows]
    names = _names(document[0])
    answer = f" RETURNING {_names(returning)}" if returning else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names})"  # noqa: S608 - our own names
            f" SELECT {names} FROM jsonb_populate_recordset(NULL::{table}, %s)"
            f"{on_conflict}{answer}",
            [json.dumps(document, default=str)],
        )
        if returning:
            for row, values in zip(rows, cursor.fetchall(), strict=True):
                for name, value in zip(returning, values, strict=True):
                    setattr(row, name, value)


def _columns(row: Model) -> dict[str, Any]:
    """What the row gives a value for; the rest is the database's business."""
    found = {
        str(field.column): field.pre_save(row, add=True)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    return {name: value for name, value in found.items() if not isinstance(value, DatabaseDefault)}


def _on_conflict(unique: str, update: Sequence[str]) -> str:
    if not unique:
        return ""
    changes = ", ".join(f"{name} = excluded.{name}" for name in update)
    return f" ON CONFLICT ({unique}) DO {f'UPDATE SET {changes}' if changes else 'NOTHING'}"


def _names(columns: Iterable[str]) -> str:
    return ", ".join(connection.ops.quote_name(name) for name in columns)
