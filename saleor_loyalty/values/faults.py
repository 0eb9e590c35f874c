"""What is wrong with a configuration, place by place, so that it can be said in any language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..errors import N_, NN_, FaultError, Marked, Message, Places, Plural
from .patterns import FORMS
from .sentences import TOO_MANY

Place = tuple[str | int, ...]

# What pydantic finds, by the beginning of its names for it: the first that fits. What it tells of
# a fault beside that goes in by its names.
_TEXTS: tuple[tuple[str, Marked | Plural], ...] = (
    ("missing", N_("This is needed.")),
    ("extra_forbidden", N_("Nothing of this name belongs here.")),
    ("greater_than_equal", N_("At least %(ge)s.")),
    ("greater_than", N_("More than %(gt)s.")),
    ("less_than_equal", N_("At most %(le)s.")),
    ("less_than", N_("Less than %(lt)s.")),
    ("string_too_short", NN_("At least %(count)s character.", "At least %(count)s characters.")),
    ("string_too_long", NN_("At most %(count)s character.", "At most %(count)s characters.")),
    ("string_pattern", N_("This does not have the form %(pattern)s.")),
    ("string", N_("A text belongs here.")),
    ("too_short", NN_("At least %(count)s entry.", "At least %(count)s entries.")),
    ("too_long", TOO_MANY),
    ("int", N_("A whole number belongs here.")),
    ("bool", N_("Yes or no belongs here (true or false).")),
    ("datetime", N_("A time belongs here, like 2026-03-01T12:00:00Z.")),
    ("timezone", N_("The time needs its zone, like 2026-03-01T12:00:00Z.")),
    ("date", N_("A day belongs here, like 2026-03-01.")),
    ("time", N_("A time of day belongs here, like 09:30.")),
    ("literal", N_("One of these belongs here: %(expected)s.")),
    ("enum", N_("One of these belongs here: %(expected)s.")),
    ("union_tag_invalid", N_("There is no kind %(tag)s; there are %(expected_tags)s.")),
    ("union_tag", N_("Choose a kind.")),
    ("list", N_("A list belongs here.")),
    ("tuple", N_("A list belongs here.")),
    ("set", N_("A list belongs here.")),
    ("frozen_set", N_("A list belongs here.")),
    ("dict", N_("Names with values belong here.")),
    ("model", N_("Names with values belong here.")),
)
# What belongs into an empty field, found while somebody is still writing.
_UNFILLED = ("missing", "int_type", "int_parsing", "string_type", "union_tag_not_found")


# With `why`, a message without a full stop.
NEVER_HOLDS = N_("This can never hold: %(why)s.")


@dataclass(frozen=True, slots=True)
class PlacedFault:
    """`missing`: it is only not filled in yet."""

    place: Place
    said: Message
    missing: bool = False


def faults_of(error: ValidationError) -> Iterator[PlacedFault]:
    for found in error.errors(include_url=False, include_input=False):
        own = found.get("ctx", {}).get("error")
        if isinstance(own, FaultError):
            inside = tuple(own.at.split(".")) if own.at else ()
            yield PlacedFault((*found["loc"], *inside), own.said, own.missing)
        else:
            yield PlacedFault(found["loc"], _said(found), _is_unfilled(found))


def places_of(error: ValidationError) -> Message:
    """ "earning.rates.USD.points: At least 1.", one after the other."""
    faults = ((".".join(map(str, one.place)), one.said) for one in faults_of(error))
    return Message.untranslated(Places(tuple(faults)))


def _said(found: ErrorDetails) -> Message:
    context = found.get("ctx", {})
    form = FORMS.get(context.get("pattern", ""))
    if form is not None:
        return Message(form)
    for beginning, text in _TEXTS:
        if found["type"].startswith(beginning):
            return Message(text, _values(context))
    return Message.untranslated(found["msg"])


def _values(context: Mapping[str, Any]) -> dict[str, int | str]:
    """The names of choices stand beside each other, without the word "or" between them."""
    values = {
        name: value if isinstance(value, int) else str(value).replace(" or ", ", ")
        for name, value in context.items()
    }
    for length in ("min_length", "max_length"):
        if length in values:
            values["count"] = values[length]
    return values


def _is_unfilled(found: ErrorDetails) -> bool:
    shortest = found.get("ctx", {}).get("min_length")
    return found["type"] in _UNFILLED or (found["type"].endswith("too_short") and shortest == 1)


def refuse_twice(names: Iterable[str], *, at: str = "") -> None:
    """Raises FaultError where a name is given more than once."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise FaultError(N_("%(name)s is given twice."), at=at, name=name)
        seen.add(name)
