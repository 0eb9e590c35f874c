"""What a measure is. Pure: values in, values out."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from ....values.config import Config
from ..facts import Facts


class Reads(StrEnum):
    """Which facts have to be read."""

    EVENTS = "events"
    ORDERS = "orders"
    LINES = "lines"
    CHECK_INS = "check_ins"
    EARNED = "earned"
    FRIENDS = "friends"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class Span:
    """From `begins` until before `ends`; None: without an end. `zone` says what a day is."""

    begins: datetime
    ends: datetime | None
    zone: ZoneInfo

    def __contains__(self, at: datetime) -> bool:
        return self.begins <= at and (self.ends is None or at < self.ends)

    def nearest(self, at: datetime) -> datetime:
        """The moment itself, or the one of the span that is next to it."""
        last = self.ends - timedelta(microseconds=1) if self.ends is not None else at
        return max(self.begins, min(at, last))

    @property
    def days(self) -> int | None:
        """How many days of the calendar it touches."""
        if self.ends is None:
            return None
        last = self.ends - timedelta(microseconds=1)
        return (
            last.astimezone(self.zone).date() - self.begins.astimezone(self.zone).date()
        ).days + 1


@dataclass(frozen=True, slots=True, order=True)
class Gain:
    """So much further at that moment."""

    at: datetime
    amount: int


class MeasureBase(Config, ABC):
    """One way to count. A new kind is one small class and one line in the registry."""

    reads: ClassVar[Reads]

    @abstractmethod
    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        """What counts in that time, in any order."""

    def hears(self, _event: str, /) -> bool:
        """Whether an event of that name may move it. Orders move what reads orders or points."""
        return False

    def most(self, _span: Span | None, /) -> int | None:
        """What can be reached at most, in that time if one is given. None: no limit."""
        return None
