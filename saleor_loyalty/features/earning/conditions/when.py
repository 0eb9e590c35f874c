"""When it was bought, on the programme's clock or the member's."""

from calendar import monthrange
from datetime import datetime, time
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from ....errors import N_, FaultError, Message
from .base import ConditionBase, Item, Occasion

Clock = Literal["programme", "member"]
IsoWeekday = Annotated[int, Field(strict=True, ge=1, le=7)]
DayOfMonth = Annotated[int, Field(strict=True, ge=1, le=31)]


class Weekday(ConditionBase):
    """1 is Monday, 7 is Sunday (ISO 8601)."""

    kind: Literal["weekday"]
    any_of: frozenset[IsoWeekday] = Field(min_length=1)
    clock: Clock = "programme"

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return occasion.local(self.clock).isoweekday() in self.any_of


class MonthDay(ConditionBase):
    """Days of the month. A month without its 31st has that day on its last one."""

    kind: Literal["month_day"]
    any_of: frozenset[DayOfMonth] = Field(min_length=1)
    clock: Clock = "programme"

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        today = occasion.local(self.clock)
        if today.day in self.any_of:
            return True
        return today.day == _days_in_month(today) and max(self.any_of) > today.day


class Hours(ConditionBase):
    """From (inclusive) until (exclusive); until before from goes past midnight."""

    kind: Literal["hours"]
    from_: time = Field(alias="from")
    until: time
    clock: Clock = "programme"

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        now = occasion.local(self.clock).time()
        if self.from_ <= self.until:
            return self.from_ <= now < self.until
        return now >= self.from_ or now < self.until

    def contradiction(self) -> Message | None:
        same = self.from_ == self.until
        return Message(N_("its beginning is its end")) if same else None


class Dates(ConditionBase):
    """From (inclusive) until (exclusive); either may be left open."""

    kind: Literal["dates"]
    from_: AwareDatetime | None = Field(default=None, alias="from")
    until: AwareDatetime | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ is None and self.until is None:
            raise FaultError(N_("Give a beginning, an end or both."), missing=True)
        if self.from_ is not None and self.until is not None and self.from_ >= self.until:
            raise FaultError(N_("The end must lie after the beginning."), at="until")
        return self

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        if self.from_ is not None and occasion.at < self.from_:
            return False
        return self.until is None or occasion.at < self.until


def _days_in_month(day: datetime) -> int:
    return monthrange(day.year, day.month)[1]
