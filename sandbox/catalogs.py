"""The message catalogs in `saleor_loyalty/locale`: kept equal to what the code says.

    python -m sandbox.catalogs update        takes new messages in, drops stale ones, compiles
    python -m sandbox.catalogs update fr     the same, with a further language
    python -m sandbox.catalogs check         changes nothing; fails on a missing or stale message

The compiled catalogs are committed too: whoever installs the package from a checkout, a wheel or a
git address gets them without a build step.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir

from saleor_loyalty.values.language import LANGUAGES as LISTED
from sandbox.catalog_files import languages, messages, read, read_compiled, write
from sandbox.environment import TREE

PACKAGE = TREE / "saleor_loyalty"
# Said to be complete, so they must be; folders have an underscore where codes have a hyphen.
LANGUAGES = tuple(code.replace("-", "_") for code in LISTED)
# The language of the messages in the code. It has a catalog of its own because Django would
# otherwise show the site's language to a person who asked for English.
SOURCE = "en"

_KEYWORDS: dict[str, Any] = {
    # Of saleor_loyalty.errors, for floors that know no Django.
    "N_": None,
    "NN_": (1, 2),
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
_METHODS: list[tuple[str, str]] = [("**/migrations/**", "ignore"), ("**.py", "python")]
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def main(arguments: Sequence[str]) -> int:
    match arguments:
        case ["check"]:
            return _check()
        case ["update", *added]:
            return _update(added)
    sys.exit(__doc__)


def _check() -> int:
    problems = list(find_problems(PACKAGE, LANGUAGES))
    for problem in problems:
        print(problem)
    if problems:
        print("`make translations` takes messages in and out; translating is for a person.")
    return 1 if problems else 0


def _update(added: Sequence[str]) -> int:
    update(PACKAGE, [*LANGUAGES, *added])
    for problem in find_problems(PACKAGE, LANGUAGES):
        print(problem)
    return 0


def extract(package: Path) -> Catalog:
    """Every message of the package's code."""
    catalog = Catalog(charset="utf-8")
    found = extract_from_dir(
        package,
        _METHODS,
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for file, _line, message, comments, context in sorted(found, key=lambda row: row[:2]):
        # Without line numbers: they change with every edit.
        catalog.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalog


def update(package: Path, added: Sequence[str] = ()) -> None:
    """Brings every catalog, and those of `added` languages, up to the code."""
    for language in sorted({SOURCE, *languages(package), *added}):
        catalog = read(package, language)
        # Anew for each: a catalog keeps the messages it is updated with, not copies of them.
        catalog.update(extract(package), no_fuzzy_matching=True)
        if language == SOURCE:
            for message in messages(catalog):
                message.string = message.id
        write(package, language, catalog)


def find_problems(package: Path, complete: Sequence[str] = ()) -> Iterator[str]:
    """Of every catalog there is, and of the `complete` languages, there or not."""
    wanted = extract(package)
    for language in sorted({SOURCE, *languages(package), *complete}):
        for problem in _problems_of(package, language, wanted):
            yield f"{language}: {problem}"


def _problems_of(package: Path, language: str, wanted: Catalog) -> Iterator[str]:
    catalog = read(package, language)
    have, want = set(_translations(catalog)), set(_translations(wanted))
    yield from sorted(f"missing: {key}" for key in want - have)
    yield from sorted(f"stale: {key}" for key in have - want)
    for message in messages(catalog):
        if message.fuzzy or not _is_complete(message, catalog.num_plurals):
            yield f"not translated: {message.id!r}"
        elif not _same_placeholders(message):
            yield f"other placeholders than in the code: {message.id!r}"
    if _translations(read_compiled(package, language)) != _translations(catalog, only_done=True):
        yield "the compiled catalog is another"


def _translations(
    catalog: Catalog, *, only_done: bool = False
) -> dict[tuple[str | None, tuple[str, ...]], tuple[str, ...]]:
    return {
        (message.context, _texts(message.id)): _strings(message)
        for message in messages(catalog)
        if all(_strings(message)) or not only_done
    }


def _is_complete(message: Message, num_plurals: int) -> bool:
    wanted = num_plurals if len(_texts(message.id)) > 1 else 1
    strings = _strings(message)
    return len(strings) == wanted and all(strings)


def _same_placeholders(message: Message) -> bool:
    """Of the plural, that is: a singular may do without the number, in any language."""
    ids, strings = _texts(message.id), _strings(message)
    return set(_PLACEHOLDER.findall(ids[-1])) == set(_PLACEHOLDER.findall(strings[-1]))


def _strings(message: Message) -> tuple[str, ...]:
    return _texts(message.string)


def _texts(given: str | Sequence[str] | None) -> tuple[str, ...]:
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
