"""The daily check-in as an answer."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import graphene

from ...errors import N_, Code, LoyaltyError
from ...features.check_ins.calendar import CalendarDay, DayState
from ...features.check_ins.models import CheckIn
from ...flows.check_in_days import Standing
from ...values.gift import Gift
from ..errors import refusing
from ..scalars import LoyaltyDate, LoyaltyDateTime, LoyaltyInteger
from .gift import LoyaltyGift

_STATES = {
    DayState.CHECKED: "Checked in on the day itself.",
    DayState.MADE_UP: "Missed, and made good for points.",
    DayState.MISSED: "Missed.",
    DayState.OPEN: "Today: can be checked in on now.",
    DayState.FUTURE: "To come.",
    DayState.NONE: "Before the member could check in, or no day where they were.",
}

LoyaltyCheckInDayState = graphene.Enum(
    "LoyaltyCheckInDayState",
    [(state.name, state.value) for state in DayState],
    description=lambda value: None if value is None else _STATES[DayState(value.value)],
)


@dataclass(frozen=True, slots=True)
class CheckInsView:
    """How somebody stands, in a language."""

    standing: Standing
    language_code: str

    @property
    def name(self) -> str:
        return self.standing.config.name.get(self.language_code)

    @property
    def description(self) -> str:
        return self.standing.config.description.get(self.language_code)

    @property
    def time_zone(self) -> str:
        return self.standing.zone.key

    @property
    def today(self) -> date:
        return self.standing.today

    @property
    def is_open(self) -> bool:
        return self.standing.is_open

    @property
    def opens_at(self) -> datetime | None:
        return self.standing.opens_at if self.standing.may else None

    @property
    def checked_today(self) -> bool:
        return self.standing.checked_today

    @property
    def streak(self) -> int:
        return self.standing.streak

    @property
    def next_gift(self) -> Gift | None:
        return self.standing.next_gift if self.standing.may else None

    @property
    def ladder_days(self) -> int:
        return len(self.standing.config.days)

    @property
    def make_up_points(self) -> int | None:
        make_up = self.standing.config.make_up
        return make_up.points if make_up is not None else None

    @property
    def make_ups_left(self) -> int:
        return self.standing.make_ups_left


class LoyaltyCheckInDay(graphene.ObjectType):
    """One day of the calendar."""

    day = LoyaltyDate(required=True)
    state = LoyaltyCheckInDayState(required=True)
    streak = LoyaltyInteger(
        description="Days in a row up to this one; of a day to come, if none before it is missed."
    )
    points = LoyaltyInteger(description="That it gave. Null for a day that was not checked.")
    gift = graphene.Field(
        LoyaltyGift, description="What a day to come gives, if none before it is missed."
    )
    price = LoyaltyInteger(
        description="So many points make a missed day good. Null: it cannot be made good."
    )

    @staticmethod
    def resolve_state(day: CalendarDay, _info: object) -> str:
        return day.state.value


class LoyaltyCheckIns(graphene.ObjectType):
    """The daily check-in of one member."""

    name = graphene.String(required=True, description="As the shop calls it; may be empty.")
    description = graphene.String(required=True)
    time_zone = graphene.String(required=True, description="Whose days they are.")
    today = LoyaltyDate(required=True)
    is_open = graphene.Boolean(required=True, description="Whether they can check in now.")
    opens_at = LoyaltyDateTime(
        description="From when on they can: now, or after the day they had. Null: not for them."
    )
    checked_today = graphene.Boolean(required=True)
    streak = LoyaltyInteger(
        required=True, description="Days in a row, today's among them once it is checked."
    )
    next_gift = graphene.Field(
        LoyaltyGift, description="What the next check-in gives. Null: nothing, or not for them."
    )
    ladder_days = LoyaltyInteger(required=True, description="Days of the ladder of gifts.")
    make_up_points = LoyaltyInteger(
        description="What making a missed day good costs. Null: it cannot be done."
    )
    make_ups_left = LoyaltyInteger(
        required=True, description="So many days of this month can still be made good."
    )
    month = graphene.List(
        graphene.NonNull(LoyaltyCheckInDay),
        required=True,
        year=graphene.Int(description="Without it: this one."),
        month=graphene.Int(description="1 to 12. Without it: this one."),
        description="Every day of a month, in order.",
    )

    @staticmethod
    @refusing
    def resolve_month(
        view: CheckInsView, _info: Any, year: int | None = None, month: int | None = None
    ) -> list[CalendarDay]:
        today = view.standing.today
        return view.standing.month(_first_of(year or today.year, month or today.month))


class LoyaltyCheckIn(graphene.ObjectType):
    """A day that was checked in on, or made good."""

    day = LoyaltyDate(required=True)
    streak = LoyaltyInteger(required=True, description="Days in a row up to this one.")
    points = LoyaltyInteger(required=True, description="That it gave.")
    made_up_for = LoyaltyInteger(
        description="What making it good cost. Null: checked in on the day itself."
    )
    at = LoyaltyDateTime(required=True)

    @staticmethod
    def resolve_points(row: CheckIn, _info: object) -> int:
        return row.points


def _first_of(year: int, month: int) -> date:
    # The next months of the years at either end are no dates.
    if not (1900 <= year <= 9000 and 1 <= month <= 12):
        raise LoyaltyError(Code.INVALID, N_("This is not a month."), field="month")
    return date(year, month, 1)
