"""A task, as a merchant writes it down."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from ...errors import N_, FaultError
from ...values.config import Config, Positive
from ...values.gate import Gate
from ...values.gift import Gift
from ...values.slug import Slug
from ...values.texts import GIVE_A_NAME, Texts
from .measures import Measure, Span
from .windows import Clock, Dates, Each, Unit, Window

MOST_STEPS = 20
_LONGEST = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: 366}


class Start(StrEnum):
    """By hand: the member accepts, and what happened before does not count."""

    BY_ITSELF = "by_itself"
    BY_HAND = "by_hand"


class Refunds(StrEnum):
    """What becomes of a gift when what reached it goes back afterwards."""

    KEEP = "keep"
    TAKE_BACK = "take_back"


class Step(Config):
    """`most_members`: only the first so many have its gift, in each period."""

    goal: Positive
    gift: Gift | None = None
    most_members: Annotated[int, Field(strict=True, ge=1, le=10_000_000)] | None = None


class TaskConfig(Config):
    """`after`: the slug of a task to be done before this one opens. `channel`: where its gifts are
    booked. `leaderboard`: shown to members, with those who agreed.
    """

    name: Texts
    description: Texts = Texts({})
    counts: Measure
    window: Window = Dates(kind="dates")
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_STEPS)]
    start: Start = Start.BY_ITSELF
    gate: Gate = Gate()
    after: Slug | None = None
    refunds: Refunds = Refunds.KEEP
    channel: Annotated[str, Field(max_length=255)] = ""
    leaderboard: bool = False

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if not self.name.root:
            raise FaultError(GIVE_A_NAME, at="name", missing=True)
        goals = [step.goal for step in self.steps]
        if goals != sorted(set(goals)):
            raise FaultError(N_("Each goal must be above the one before."), at="steps")
        most = self.most
        if most is not None and self.goal > most:
            raise FaultError(
                N_("%(goal)s can never be reached: at most %(most)s."),
                at="steps",
                goal=self.goal,
                most=most,
            )
        return self

    @property
    def goal(self) -> int:
        """Of the last step."""
        return self.steps[-1].goal

    @property
    def most(self) -> int | None:
        """What can be reached at most in one period, as far as the config alone tells."""
        most = self.counts.most(None)
        if most is None and isinstance(self.window, Each) and self.counts_days:
            # One more where a day of the member's zone hangs over the end.
            most = _LONGEST[self.window.unit] + (self.window.clock is Clock.PROGRAMME)
        return most

    def most_between(self, begins: datetime | None, ends: datetime | None) -> int | None:
        """What can be reached at most where all of it lies between these moments."""
        if begins is None or ends is None:
            return self.most
        found = (self.most, self.counts.most(Span(begins, ends, ZoneInfo("UTC"))))
        return min((most for most in found if most is not None), default=None)

    @property
    def counts_days(self) -> bool:
        return self.counts.reads == "check_ins"

    @property
    def promise(self) -> dict[str, object]:
        """What stays as it is once the task is shown: all but texts and who it is for."""
        said = self.to_json()
        return {name: said[name] for name in said if name not in _MAY_CHANGE}


_MAY_CHANGE = frozenset({"name", "description", "gate", "leaderboard"})
