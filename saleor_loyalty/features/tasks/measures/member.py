"""What members do beside buying: check in, earn, bring friends, tell of themselves."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..facts import Facts
from .base import Gain, MeasureBase, Reads, Span


class CheckIns(MeasureBase):
    """Days they checked in; `made_up` counts days that were made good for points as well."""

    kind: Literal["check_ins"]
    made_up: bool = False
    reads: ClassVar[Reads] = Reads.CHECK_INS

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        for one in facts.check_ins:
            if one.at in span and (not one.made_up or self._makes_up(one.day, span)):
                yield Gain(one.at, 1)

    def hears(self, event: str, /) -> bool:
        return event == "loyalty.check_in"

    def most(self, span: Span | None, /) -> int | None:
        # A time that begins or ends within a day may hold a day of another zone more.
        return span.days + 1 if span is not None and span.days is not None else None

    def _makes_up(self, day: date, span: Span) -> bool:
        """A day of last month, made good in this one, is none of this month's."""
        return self.made_up and day >= span.begins.astimezone(span.zone).date()


class Points(MeasureBase):
    """Points earned and not taken back, whatever became of them; not those from tasks."""

    kind: Literal["points"]
    reads: ClassVar[Reads] = Reads.EARNED

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        for one in facts.earned:
            if one.at in span and one.points > 0:
                yield Gain(one.at, one.points)

    def hears(self, event: str, /) -> bool:
        return event != "loyalty.task"


class Friends(MeasureBase):
    """Friends brought along, each from when their first order was safe."""

    kind: Literal["friends"]
    reads: ClassVar[Reads] = Reads.FRIENDS

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        return (Gain(at, 1) for at in facts.friends if at in span)


class ProfileField(StrEnum):
    BIRTHDAY = "birthday"
    LANGUAGE = "language"
    TIME_ZONE = "time_zone"
    # An account of the shop, where they had been known by e-mail alone.
    ACCOUNT = "account"
    LEADERBOARD_NAME = "leaderboard_name"


class Profile(MeasureBase):
    """How much of the profile is filled in. It has no past: what is there now counts now."""

    kind: Literal["profile"]
    fields: Annotated[frozenset[ProfileField], Field(min_length=1)]
    reads: ClassVar[Reads] = Reads.PROFILE

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        there = len(self.fields & facts.profile)
        if there and facts.seen_at is not None:
            yield Gain(span.nearest(facts.seen_at), there)

    def most(self, _span: Span | None, /) -> int | None:
        return len(self.fields)
