"""Tables for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence

# What a spreadsheet takes for the beginning of a formula, some of them the wide signs too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_table(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV: a line of titles and a line for each row. No text begins a formula."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(titles)
    for row in rows:
        table.writerow([_cell(value) for value in row])
    return written.getvalue()


def _cell(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int) else text
