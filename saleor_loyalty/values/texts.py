"""What a merchant wrote, in several languages."""

from collections.abc import Sequence
from typing import Annotated

from babel.core import Locale, UnknownLocaleError, negotiate_locale
from pydantic import AfterValidator, Field, RootModel


def _known_language(code: str) -> str:
    try:
        Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise ValueError(f"{code!r} is not a language code") from error
    return code


Language = Annotated[str, AfterValidator(_known_language)]
Text = Annotated[str, Field(max_length=2_000)]


class Texts(RootModel[dict[Language, Text]]):
    """By language code ("en", "pt-BR"); the first language given stands in for missing ones."""

    model_config = {"frozen": True}

    def get(self, language: str, fallbacks: Sequence[str] = ("en",)) -> str:
        """The text in that language, its base language, a fallback, or the first one given."""
        available = list(self.root)
        wanted = [language, *fallbacks]
        found = negotiate_locale(wanted, available, sep="-")
        if found is None:
            return next(iter(self.root.values()), "")
        by_lower = {code.lower(): text for code, text in self.root.items()}
        return by_lower[found.replace("_", "-").lower()]
