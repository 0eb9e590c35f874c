"""Which of some languages a person reads best, by the codes that browsers and shops use."""

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale

# Complete for everything a member sees; the first is that of the messages in the code.
LANGUAGES = ("en", "de", "es", "fr", "ja", "ko", "vi", "zh-Hans", "zh-Hant")


@lru_cache(maxsize=1024)
def known_locale(code: str) -> Locale | None:
    """ "pt-br", "zh_TW", "de": None for what Babel has never heard of."""
    try:
        return Locale.parse(code.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def locale_of(code: str) -> Locale:
    """The language itself where its region is not known, English where neither is."""
    for wanted in (code, code.replace("_", "-").partition("-")[0]):
        locale = known_locale(wanted)
        if locale is not None:
            return locale
    return Locale("en")


def closest(wanted: str, given: Iterable[str]) -> str | None:
    """The one of the `given` codes that a reader of `wanted` reads best; None for no kinship.

    The script counts more than the region: zh-TW is zh-Hant before it is zh-HK, and zh after that.
    """
    ranked = [(rank, code) for code in given if (rank := _rank(wanted, code)) is not None]
    return min(ranked, key=lambda found: found[0])[1] if ranked else None


def _rank(wanted: str, given: str) -> int | None:
    """0 for the same, more for what is further away."""
    if _plain(wanted) == _plain(given):
        return 0
    mine, theirs = known_locale(wanted), known_locale(given)
    if mine is None or theirs is None or mine.language != theirs.language:
        return None
    if _script(mine) != _script(theirs):
        return 5 if theirs.script else 4
    if mine.territory == theirs.territory:
        return 1
    return 3 if theirs.territory else 2


def _script(locale: Locale) -> str | None:
    if locale.script:
        return str(locale.script)
    likely = get_global("likely_subtags")
    full = likely.get(f"{locale.language}_{locale.territory}") or likely.get(locale.language)
    return parse_locale(full)[2] if full else None


def _plain(code: str) -> str:
    return code.replace("_", "-").lower()
