"""Saying our texts to a person: in their language, with numbers, money and dates in its manner.

The catalogs are read by themselves, not through Django: it makes one of the catalogs of all apps,
and the shop's own word for "Order" or "Shipping" would stand in ours.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from ..errors import AnyOf, LoyaltyError, Message, Places, Plural, Value
from .language import LANGUAGES, closest, locale_of
from .money import Money
from .texts import Texts

_CATALOGS = Path(__file__).resolve().parents[1] / "locale"
# "First strong isolate" and its end: what stands between them does not turn what is around it.
_FSI, _PDI = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Voice:
    """English where we do not have the language; figures are in the reader's manner even then.

    `words` is the locale of what comes in words, as the names of days do: that of the texts.
    """

    locale: Locale
    words: Locale
    catalog: NullTranslations

    def say(self, text: str | Plural, **values: Value) -> str:
        """`text` marked by N_ or NN_. Whole numbers are written in the manner of the language."""
        if isinstance(text, Plural):
            count = values["count"]
            assert isinstance(count, int), "the value that chooses is a number"
            chosen = self.catalog.ngettext(text.one, text.other, count)
        else:
            # The empty text is a catalog's name for its own header.
            chosen = self.catalog.gettext(text) if text else ""
        return chosen % self._written(values) if values else chosen

    def message(self, message: Message) -> str:
        return self.say(message.text, **message.values)

    def refusal(self, error: LoyaltyError) -> str:
        return self.message(error.said)

    def number(self, number: int) -> str:
        return str(format_decimal(number, locale=self.locale))

    def percent(self, percent: int) -> str:
        return str(format_percent(Decimal(percent).scaleb(-2), locale=self.locale))

    def money(self, money: Money) -> str:
        return str(format_currency(money.decimal, money.currency, locale=self.locale))

    def day(self, day: date) -> str:
        return str(format_date(day, format="long", locale=self.words))

    def _written(self, values: Mapping[str, Value]) -> dict[str, str]:
        return {name: self._isolated(self._write(value)) for name, value in values.items()}

    def _write(self, value: Value) -> str:
        match value:
            case int():
                return self.number(value)
            case AnyOf():
                names = [Texts(dict(name)).get(str(self.locale)) for name in value.names]
                return str(format_list(names, style="or", locale=self.words))
            case Message():
                return self.message(value)
            case Places():
                return value.told(self.message)
            case _:
                return value

    def _isolated(self, value: str) -> str:
        if self.locale.character_order == "right-to-left" or _turns(value):
            return f"{_FSI}{value}{_PDI}"
        return value


@lru_cache(maxsize=512)
def voice_of(language_code: str) -> Voice:
    """For "de-AT" the German texts with Austrian numbers."""
    known, locale = closest(language_code, LANGUAGES), locale_of(language_code)
    folder = (known or LANGUAGES[0]).replace("-", "_")
    catalog = translation("django", str(_CATALOGS), languages=[folder], fallback=True)
    return Voice(locale, locale if known else locale_of(LANGUAGES[0]), catalog)


def _turns(value: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in value)
