"""What clients write, checked before anything is asked of it."""

import unicodedata
from datetime import date, timedelta

from babel import Locale, UnknownLocaleError

from ..errors import Code, LoyaltyError

_OLDEST_YEARS = 130


def text(value: str | None, *, field: str, longest: int) -> str:
    """The text without the white space around it. Raises LoyaltyError REQUIRED or INVALID."""
    found = optional_text(value, field=field, longest=longest)
    if not found:
        raise LoyaltyError(Code.REQUIRED, "This must not be empty.", field=field)
    return found


def optional_text(value: str | None, *, field: str, longest: int) -> str:
    """As `text`, but may be left out or empty. `longest` is in characters."""
    # Before anything else looks at a text of any length.
    if value is not None and len(value) > longest:
        raise LoyaltyError(Code.INVALID, f"This has more than {longest} characters.", field=field)
    found = unicodedata.normalize("NFC", value or "").strip()
    # Half a surrogate pair and NUL cannot be stored, other control characters not be read.
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in found):
        raise LoyaltyError(Code.INVALID, "This has characters that cannot be printed.", field=field)
    return found


def language_code(value: str | None, *, field: str = "languageCode") -> str:
    """In the manner of Django: "en", "pt-br", "zh-hans". Raises LoyaltyError(INVALID)."""
    given = text(value, field=field, longest=35)
    try:
        Locale.parse(given.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        raise LoyaltyError(
            Code.INVALID, "This is not a language code such as en or pt-br.", field=field
        ) from None
    return given.replace("_", "-").lower()


def birthday(value: date, *, today: date, field: str = "birthday") -> date:
    """A day that somebody alive may have been born on. Raises LoyaltyError(INVALID)."""
    if not today - timedelta(days=366 * _OLDEST_YEARS) < value <= today:
        raise LoyaltyError(Code.INVALID, "Nobody can have been born on this day.", field=field)
    return value
