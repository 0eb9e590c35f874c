"""What clients write, checked before anything is asked of it."""

import unicodedata
from datetime import date, timedelta
from typing import Any

from babel import Locale, UnknownLocaleError

from ..errors import N_, Code, LoyaltyError
from ..values.sentences import TOO_LONG

_OLDEST_YEARS = 130
_DEEPEST = 40
_LONGEST_IN_DOCUMENT = 2_000


def text(value: str | None, *, field: str, longest: int) -> str:
    """The text without the white space around it. Raises LoyaltyError REQUIRED or INVALID."""
    found = optional_text(value, field=field, longest=longest)
    if not found:
        raise LoyaltyError(Code.REQUIRED, N_("This must not be empty."), field=field)
    return found


def optional_text(value: str | None, *, field: str, longest: int) -> str:
    """As `text`, but may be left out or empty. `longest` is in characters."""
    # Before anything else looks at a text of any length.
    if value is not None and len(value) > longest:
        raise LoyaltyError(Code.INVALID, TOO_LONG, field=field, count=longest)
    found = unicodedata.normalize("NFC", value or "").strip()
    # Half a surrogate pair and NUL cannot be stored, other control characters not be read.
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in found):
        unfit = N_("This has characters that cannot be printed.")
        raise LoyaltyError(Code.INVALID, unfit, field=field)
    return found


def language_code(value: str | None, *, field: str = "languageCode") -> str:
    """In the manner of Django: "en", "pt-br", "zh-hans". Raises LoyaltyError(INVALID)."""
    given = text(value, field=field, longest=35)
    try:
        Locale.parse(given.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        raise LoyaltyError(
            Code.INVALID, N_("This is not a language code such as en or pt-br."), field=field
        ) from None
    return given.replace("_", "-").lower()


def birthday(value: date, *, today: date, field: str = "birthday") -> date:
    """A day that somebody alive may have been born on. Raises LoyaltyError(INVALID)."""
    if not today - timedelta(days=366 * _OLDEST_YEARS) < value <= today:
        raise LoyaltyError(Code.INVALID, N_("Nobody can have been born on this day."), field=field)
    return value


def document(value: Any, *, field: str = "config") -> dict[str, Any]:
    """A JSON object whose texts can be stored and which is no deeper than anybody writes one.

    Raises LoyaltyError(INVALID).
    """
    if not isinstance(value, dict):
        raise LoyaltyError(Code.INVALID, N_("This must be a JSON object."), field=field)
    waiting: list[tuple[Any, int]] = [(value, 1)]
    while waiting:
        found, depth = waiting.pop()
        if depth > _DEEPEST:
            raise LoyaltyError(
                Code.INVALID, N_("This is more than %(most)s deep."), field=field, most=_DEEPEST
            )
        if isinstance(found, dict):
            waiting += [(part, depth + 1) for part in (*found, *found.values())]
        elif isinstance(found, list):
            waiting += [(part, depth + 1) for part in found]
        elif isinstance(found, str):
            optional_text(found, field=field, longest=_LONGEST_IN_DOCUMENT)
    return value
