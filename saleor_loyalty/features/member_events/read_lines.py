"""The lines of a file of events, as spreadsheets and programs write them. Pure.

CSV with a header, or one JSON object a line. What is wrong with one line is said of that line;
what is wrong with the file as a whole is refused.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn

from ...errors import Code, LoyaltyError

MAX_LINES = 10_000
MAX_BYTES = 4_000_000

COLUMNS = ("key", "member", "email", "name", "occurred_at", "channel")
ATTRIBUTE = "attributes."
_REQUIRED = ("key", "name", "occurred_at")
# A leading zero is part of a code, not of a number.
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_LONGEST_CELL = 1_000


@dataclass(frozen=True, slots=True)
class RawLine:
    """One event as written. `number` is its line in the file, the header being line 1."""

    number: int
    key: str = ""
    member: str = ""
    email: str = ""
    name: str = ""
    occurred_at: str = ""
    channel: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)
    fault: str = ""


def read_lines(content: str) -> list[RawLine]:
    """Raises LoyaltyError REQUIRED, INVALID or LIMIT_EXCEEDED for the file as a whole."""
    if len(content) > MAX_BYTES or len(content.encode(errors="replace")) > MAX_BYTES:
        raise _refusal(Code.LIMIT_EXCEEDED, f"The file has more than {MAX_BYTES:,} bytes.")
    content = content.removeprefix("\ufeff")
    is_json = content.lstrip().startswith("{")
    lines: list[RawLine] = []
    for line in _json_lines(content) if is_json else _csv_lines(content):
        if len(lines) == MAX_LINES:
            raise _refusal(Code.LIMIT_EXCEEDED, f"The file has more than {MAX_LINES:,} lines.")
        lines.append(line)
    if not lines:
        raise _refusal(Code.REQUIRED, "The file has no lines.")
    return _with_duplicates(lines)


def _with_duplicates(lines: list[RawLine]) -> list[RawLine]:
    """The first line of a key counts; later ones say where it was."""
    first: dict[str, int] = {}
    found = []
    for line in lines:
        if line.key and line.key in first and not line.fault:
            line = replace(line, fault=f"The key is that of line {first[line.key]}.")
        first.setdefault(line.key, line.number)
        found.append(line)
    return found


def _csv_lines(content: str) -> Iterator[RawLine]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=_delimiter(content))
    columns: list[str] = []
    began = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if columns:
                    yield _csv_line(began, columns, cells)
                else:
                    columns = _header(cells)
            began = reader.line_num + 1
    except csv.Error as error:
        raise _refusal(Code.INVALID, f"Line {reader.line_num}: {error}.") from error


def _delimiter(content: str) -> str:
    """Spreadsheets write what their country writes between the cells."""
    first = content.lstrip().partition("\n")[0]
    return max(",;\t", key=first.count)


def _header(cells: list[str]) -> list[str]:
    columns = [cell.strip() if _is_attribute(cell) else cell.strip().lower() for cell in cells]
    while columns and not columns[-1]:
        columns.pop()
    for column in columns:
        if column not in COLUMNS and not _is_attribute(column):
            raise _refusal(
                Code.INVALID,
                f"There is no column {column[:100]!r}; there are {', '.join(COLUMNS)} and"
                f" {ATTRIBUTE}<name>.",
            )
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        raise _refusal(Code.INVALID, f"The column {twice[:100]!r} is there twice.")
    missing = [column for column in _REQUIRED if column not in columns]
    if not {"member", "email"} & set(columns):
        missing.append("member or email")
    if missing:
        raise _refusal(Code.REQUIRED, f"These columns are missing: {', '.join(missing)}.")
    return columns


def _is_attribute(column: str) -> bool:
    return column.strip().startswith(ATTRIBUTE) and column.strip() != ATTRIBUTE


def _csv_line(number: int, columns: list[str], cells: list[str]) -> RawLine:
    if any(cell.strip() for cell in cells[len(columns) :]):
        return RawLine(number, fault="There are more cells than columns.")
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        return RawLine(number, fault=f"A cell has more than {_LONGEST_CELL:,} characters.")
    given = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
    attributes = {
        column.removeprefix(ATTRIBUTE): _value(cell)
        for column, cell in given.items()
        if _is_attribute(column) and cell
    }
    texts = {column: given.get(column, "") for column in COLUMNS}
    return RawLine(number, attributes=attributes, **texts)


def _value(cell: str) -> str | int | bool:
    if cell.lower() in ("true", "false"):
        return cell.lower() == "true"
    return int(cell) if _WHOLE.fullmatch(cell) else cell


def _json_lines(content: str) -> Iterator[RawLine]:
    # Not splitlines(): JSON may hold U+2028 and its like inside of a text.
    for number, text in enumerate(content.split("\n"), start=1):
        if text.strip():
            yield _json_line(number, text)


def _json_line(number: int, text: str) -> RawLine:
    try:
        data = json.loads(text, parse_constant=_no_such_number)
    except (ValueError, RecursionError):
        return RawLine(number, fault="This is not JSON.")
    if not isinstance(data, dict):
        return RawLine(number, fault="This is not a JSON object.")
    unknown = sorted(set(data) - {*COLUMNS, "attributes"})
    if unknown:
        return RawLine(number, fault=f"There is no field {unknown[0][:100]!r}.")
    attributes = data.pop("attributes", None) or {}
    if not isinstance(attributes, dict):
        return RawLine(number, fault="The attributes are not a JSON object.")
    texts = {name: value for name, value in data.items() if value is not None}
    for name, value in texts.items():
        if not isinstance(value, str) or len(value) > _LONGEST_CELL:
            return RawLine(number, fault=f"{name} is not a text of up to {_LONGEST_CELL:,}.")
    return RawLine(number, attributes=attributes, **texts)


def _no_such_number(name: str) -> NoReturn:
    raise ValueError(name)


def _refusal(code: Code, message: str) -> LoyaltyError:
    return LoyaltyError(code, message, field="content")
