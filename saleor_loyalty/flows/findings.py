"""What looking for oddities finds."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error earns nothing or too much; a warning may be meant; a note is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` as refusals name it: "earning.rules.twice". The text is English, for staff."""

    severity: Severity
    code: str
    place: str
    text: str
