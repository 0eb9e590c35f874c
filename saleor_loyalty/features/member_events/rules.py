"""What an event may say. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...errors import N_, Code, LoyaltyError
from ...values.sentences import TOO_LONG, TOO_MANY
from ...values.source_key import digest_of
from .names import PREFIX

LONGEST_NAME = 100
LONGEST_KEY = 100
LONGEST_CHANNEL = 255
MOST_ATTRIBUTES = 20
LONGEST_TEXT = 200
# What a JavaScript client can hold exactly.
LARGEST_NUMBER = 2**53 - 1

Attributes = Mapping[str, str | int | bool]


@dataclass(frozen=True, slots=True)
class EventFact:
    """What happened to a member: `name` is the merchant's, `attributes` are what rules look at."""

    name: str
    occurred_at: datetime
    attributes: Attributes
    channel: str = ""

    @property
    def digest(self) -> int:
        # 1 == True in Python, and means something else here.
        attributes = {
            name: [type(value).__name__, value] for name, value in self.attributes.items()
        }
        moment = self.occurred_at.timestamp().hex()
        return digest_of(
            {"name": self.name, "at": moment, "channel": self.channel, "attributes": attributes}
        )


def check_event(fact: EventFact, *, ours: bool = False) -> None:
    """Raises LoyaltyError REQUIRED, INVALID or LIMIT_EXCEEDED naming the place."""
    check_text(fact.name, "name", LONGEST_NAME)
    if fact.name.startswith(PREFIX) and not ours:
        raise LoyaltyError(
            Code.INVALID, N_("This name belongs to the loyalty's own events."), field="name"
        )
    if fact.channel:
        check_text(fact.channel, "channel", LONGEST_CHANNEL)
    if fact.occurred_at.tzinfo is None:
        raise LoyaltyError(
            Code.INVALID,
            N_("The time needs its zone, like 2026-03-01T12:00:00Z."),
            field="occurredAt",
        )
    if len(fact.attributes) > MOST_ATTRIBUTES:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            TOO_MANY,
            field="attributes",
            count=MOST_ATTRIBUTES,
        )
    for name, value in fact.attributes.items():
        check_text(name, "attributes", LONGEST_NAME)
        _check_value(name, value)


def check_time(occurred_at: datetime, *, now: datetime, oldest_days: int, field: str) -> None:
    """Raises LoyaltyError(INVALID) for what has not happened yet or is too long ago."""
    if occurred_at > now:
        raise LoyaltyError(Code.INVALID, N_("This lies in the future."), field=field)
    if occurred_at < now - timedelta(days=oldest_days):
        raise LoyaltyError(
            Code.INVALID,
            N_("This is more than %(days)s days ago."),
            field=field,
            days=oldest_days,
        )


def check_text(value: str, field: str, longest: int) -> None:
    if not value.strip():
        raise LoyaltyError(Code.REQUIRED, N_("This must not be empty."), field=field)
    if len(value) > longest:
        raise LoyaltyError(Code.INVALID, TOO_LONG, field=field, count=longest)
    if not value.isprintable():
        raise LoyaltyError(
            Code.INVALID, N_("This has characters that cannot be printed."), field=field
        )


def _check_value(name: str, value: object) -> None:
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        fits = abs(value) <= LARGEST_NUMBER
    else:
        fits = isinstance(value, str) and len(value) <= LONGEST_TEXT
        fits = fits and (value == "" or str(value).isprintable())
    if not fits:
        raise LoyaltyError(
            Code.INVALID,
            N_(
                "%(name)s: a text of up to %(most)s characters, a whole number of up to 53 bits, "
                "true or false."
            ),
            field="attributes",
            name=name,
            most=LONGEST_TEXT,
        )
