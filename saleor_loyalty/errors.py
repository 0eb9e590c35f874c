"""Every refusal this package makes, each with a code a program can act on.

The code is the contract (it reaches GraphQL clients unchanged); the message is for people, and can
be said in their language where it is given as a template and what goes into it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType, Self, TypeAlias


class Code(StrEnum):
    """Why something was refused."""

    NOT_FOUND = "NOT_FOUND"
    INVALID = "INVALID"
    REQUIRED = "REQUIRED"
    FORBIDDEN = "FORBIDDEN"
    NOT_ENOUGH_POINTS = "NOT_ENOUGH_POINTS"
    SOURCE_KEY_CONFLICT = "SOURCE_KEY_CONFLICT"
    CHANGED_MEANWHILE = "CHANGED_MEANWHILE"
    HOLD_NOT_OPEN = "HOLD_NOT_OPEN"
    MEMBER_CLOSED = "MEMBER_CLOSED"
    CURRENCY_NOT_SUPPORTED = "CURRENCY_NOT_SUPPORTED"
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
    BELOW_MINIMUM = "BELOW_MINIMUM"
    NOT_A_MULTIPLE = "NOT_A_MULTIPLE"
    PROGRAMME_NOT_ACTIVE = "PROGRAMME_NOT_ACTIVE"
    BUSY = "BUSY"


# A text that is in the message catalogs: what is written for people is not any text.
Marked = NewType("Marked", str)


@dataclass(frozen=True, slots=True)
class Plural:
    """A text in two forms: the value named `count` chooses, in the manner of each language."""

    one: str
    other: str


def N_(text: str) -> Marked:  # noqa: N802
    """Marks a text for the message catalogs."""
    return Marked(text)


def NN_(one: str, other: str) -> Plural:  # noqa: N802
    """Marks a text of two forms for the message catalogs: "%(count)s point", "%(count)s points"."""
    return Plural(one, other)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What merchants call some things, each by language: "Gold or Plus" to who reads English."""

    names: tuple[Mapping[str, str], ...]

    def __str__(self) -> str:
        return " or ".join(name.get("en") or next(iter(name.values()), "") for name in self.names)


@dataclass(frozen=True, slots=True)
class Places:
    """What is wrong with each place of a document: "rates.USD.points: At least 1."."""

    faults: tuple[tuple[str, "Message"], ...]

    def __str__(self) -> str:
        return self.told(str)

    def told(self, say: Callable[["Message"], str]) -> str:
        return " ".join(f"{place}: {say(it)}" if place else say(it) for place, it in self.faults)


# A message within a message is said in the language of the whole.
Value: TypeAlias = "int | str | AnyOf | Places | Message"


@dataclass(frozen=True, slots=True)
class Message:
    """A text for people that can be said in another language, and what goes into it by name."""

    text: Marked | Plural = Marked("")
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        """In English, with plain numbers: for logs."""
        text: str | Plural = self.text
        if isinstance(text, Plural):
            text = text.one if self.values["count"] == 1 else text.other
        # A text without values may have a % of its own.
        return text % self.values if self.values else text

    def __bool__(self) -> bool:
        return bool(self.text)

    @classmethod
    def of(cls, text: Marked | Plural, **values: Value) -> Self:
        return cls(text, values)

    @classmethod
    def untranslated(cls, given: "str | Places") -> Self:
        """What somebody else wrote, or what has no words of its own."""
        return cls(Marked("%(given)s"), {"given": given})


class FaultError(ValueError):
    """What is wrong with a document that people write, where its parts are read.

    `at` is the field it belongs to, inside of what is read; `missing` says that something is only
    not filled in yet.
    """

    def __init__(
        self,
        text: Marked | Plural | Message,
        *,
        at: str = "",
        missing: bool = False,
        **values: Value,
    ) -> None:
        self.said = text if isinstance(text, Message) else Message(text, values)
        super().__init__(str(self.said))
        self.at = at
        self.missing = missing


class LoyaltyError(Exception):
    """A refusal: nothing was changed.

    `message` is English; `said` is the same for people who read another language. What shoppers
    may see is given as `N_("At most %(points)s.")` or `NN_(...)` with the values by name, so that
    it is translated; what only staff see may be a finished text. `field` names the input at fault
    in the caller's own words (camelCase for GraphQL), if one is.
    """

    def __init__(
        self,
        code: Code,
        text: Marked | Plural | Message,
        *,
        field: str | None = None,
        **values: Value,
    ) -> None:
        if isinstance(text, Message):
            self.said = text
        else:
            self.said = Message(text if isinstance(text, Plural) else Marked(text), values)
        self.message = str(self.said)
        super().__init__(self.message)
        self.code = code
        self.field = field
