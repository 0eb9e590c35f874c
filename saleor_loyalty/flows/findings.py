"""What looking for oddities finds."""

from dataclasses import dataclass
from enum import StrEnum

from ..errors import N_, Message


class Severity(StrEnum):
    """An error earns nothing or too much; a warning may be meant; a note is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` as refusals name it: "earning.rules.twice"."""

    severity: Severity
    code: str
    place: str
    said: Message

    @property
    def text(self) -> str:
        """In English."""
        return str(self.said)


def no_tier(slug: str) -> Message:
    return Message.of(N_("There is no tier %(tier)s."), tier=slug)


def no_plan(slug: str) -> Message:
    return Message.of(N_("There is no plan %(plan)s."), plan=slug)


def no_programme(channel: str) -> Message:
    if not channel:
        return Message(N_("No programme serves what names no channel: nothing can be given."))
    text = N_("No programme serves the channel %(channel)s: nothing can be given.")
    return Message.of(text, channel=channel)
