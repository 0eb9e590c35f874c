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

from ...errors import N_, Code, LoyaltyError, Marked, Message, Value
from ...values.sentences import TOO_LONG

MAX_LINES = 10_000
MAX_BYTES = 4_000_000

COLUMNS = ("key", "member", "email", "name", "occurred_at", "channel")
ATTRIBUTE = "attributes."
_REQUIRED = ("key", "name", "occurred_at")
# A leading zero is part of a code, not of a number.
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_LONGEST_CELL = 1_000
_TOO_LONG = Message(TOO_LONG, {"count": _LONGEST_CELL})


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
    fault: Message | None = None


def read_lines(content: str) -> list[RawLine]:
    """Raises LoyaltyError REQUIRED, INVALID or LIMIT_EXCEEDED for the file as a whole."""
    if len(content) > MAX_BYTES or len(content.encode(errors="replace")) > MAX_BYTES:
        raise _refusal(
            Code.LIMIT_EXCEEDED, N_("The file has more than %(most)s bytes."), most=MAX_BYTES
        )
    content = content.removeprefix("\ufeff")
    is_json = content.lstrip().startswith("{")
    lines: list[RawLine] = []
    for line in _json_lines(content) if is_json else _csv_lines(content):
        if len(lines) == MAX_LINES:
            raise _refusal(
                Code.LIMIT_EXCEEDED, N_("The file has more than %(most)s lines."), most=MAX_LINES
            )
        lines.append(line)
    if not lines:
        raise _refusal(Code.REQUIRED, N_("The file has no lines."))
    return _with_duplicates(lines)


def _with_duplicates(lines: list[RawLine]) -> list[RawLine]:
    """The first line of a key counts; later ones say where it was."""
    first: dict[str, int] = {}
    found = []
    for line in lines:
        if line.key and line.key in first and line.fault is None:
            text = N_("The key is that of line %(line)s.")
            line = replace(line, fault=Message.of(text, line=first[line.key]))
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
        raise _refusal(
            Code.INVALID,
            N_("Line %(line)s cannot be read: %(why)s."),
            line=reader.line_num,
            why=str(error),
        ) from error


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
                N_("There is no column %(column)s; there are %(columns)s."),
                column=column[:100],
                columns=", ".join([*COLUMNS, f"{ATTRIBUTE}<name>"]),
            )
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        raise _refusal(Code.INVALID, N_("%(name)s is given twice."), name=twice[:100])
    missing = [column for column in _REQUIRED if column not in columns]
    if not {"member", "email"} & set(columns):
        missing.append("member/email")
    if missing:
        raise _refusal(
            Code.REQUIRED,
            N_("These columns are missing: %(columns)s."),
            columns=", ".join(missing),
        )
    return columns


def _is_attribute(column: str) -> bool:
    return column.strip().startswith(ATTRIBUTE) and column.strip() != ATTRIBUTE


def _csv_line(number: int, columns: list[str], cells: list[str]) -> RawLine:
    if any(cell.strip() for cell in cells[len(columns) :]):
        return RawLine(number, fault=Message(N_("There are more cells than columns.")))
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        return RawLine(number, fault=_TOO_LONG)
    given = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
    attributes = {
        column.removeprefix(ATTRIBUTE): _value(cell)
        for column, cell in given.items()
        if _is_attribute(column) and cell
    }
    texts: dict[str, Any] = {column: given.get(column, "") for column in COLUMNS}
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
        return RawLine(number, fault=Message(N_("This is not JSON.")))
    if not isinstance(data, dict):
        return RawLine(number, fault=Message(N_("This must be a JSON object.")))
    unknown = sorted(set(data) - {*COLUMNS, "attributes"})
    if unknown:
        return RawLine(
            number, fault=Message.of(N_("There is no field %(name)s."), name=unknown[0][:100])
        )
    attributes = data.pop("attributes", None) or {}
    if not isinstance(attributes, dict):
        return RawLine(number, fault=Message(N_("The attributes are not a JSON object.")))
    texts = {name: value for name, value in data.items() if value is not None}
    for name, value in texts.items():
        if not isinstance(value, str) or len(value) > _LONGEST_CELL:
            text = N_("%(name)s is not a text of up to %(most)s characters.")
            fault = Message.of(text, name=name, most=_LONGEST_CELL)
            return RawLine(number, fault=fault)
    return RawLine(number, attributes=attributes, **texts)


def _no_field(name: str) -> Message:
    return Message.of(N_("There is no field %(name)s."), name=name)


def _no_such_number(name: str) -> NoReturn:
    raise ValueError(name)


def _refusal(code: Code, text: Marked, **values: Value) -> LoyaltyError:
    return LoyaltyError(code, text, field="content", **values)
