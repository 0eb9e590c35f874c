"""What a merchant wrote, in several languages."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, Field, RootModel

from ..errors import N_, FaultError
from .language import closest, known_locale


def _known_language(code: str) -> str:
    if known_locale(code) is None:
        raise FaultError(N_("%(code)s is not a language code."), code=code)
    return code


Language = Annotated[
    str, AfterValidator(_known_language), Field(json_schema_extra={"format": "language"})
]
Text = Annotated[str, Field(max_length=2_000)]


# Of what members see by its name.
GIVE_A_NAME = N_("Give it in one language at least.")


class Texts(RootModel[dict[Language, Text]]):
    """By language code ("en", "pt-BR"); the first language given stands in for missing ones."""

    model_config = {"frozen": True}

    def get(self, language: str, fallbacks: Sequence[str] = ("en",)) -> str:
        """The text in that language or the closest to it, a fallback, or the first one given."""
        for wanted in (language, *fallbacks):
            found = closest(wanted, self.root)
            if found is not None:
                return self.root[found]
        return next(iter(self.root.values()), "")
