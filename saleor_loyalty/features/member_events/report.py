"""What became of each line of a batch, for a spreadsheet. Pure."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ...errors import Message
from .refusals import said

_COLUMNS = ("line", "key", "name", "occurred_at", "points", "growth", "state", "error")
# A spreadsheet takes a cell that begins so for a formula, and carries it out.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_csv(lines: Iterable[Mapping[str, Any]], say: Callable[[Message], str] = str) -> str:
    """With a byte order mark, or spreadsheets take it for another encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for line in lines:
        row = {**line, "error": say(said(line["error"])) if line["error"] else ""}
        writer.writerow([_harmless(row[column]) for column in _COLUMNS])
    return "\ufeff" + out.getvalue()


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
