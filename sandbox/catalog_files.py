"""Message catalogs as files: text for translators, compiled for Django."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

# A file should change when a message does, and only then: not with the hour it was written in.
_ALWAYS = datetime(2020, 1, 1, tzinfo=UTC)


def languages(package: Path) -> list[str]:
    return sorted(file.parts[-3] for file in package.glob("locale/*/LC_MESSAGES/django.po"))


def read(package: Path, language: str) -> Catalog:
    """The catalog as its translators left it, or an empty one."""
    file = _folder(package, language) / "django.po"
    if not file.exists():
        return _empty(language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language, charset="utf-8")


def read_compiled(package: Path, language: str) -> Catalog:
    file = _folder(package, language) / "django.mo"
    if not file.exists():
        return _empty(language)
    with file.open("rb") as opened:
        return read_mo(opened)


def write(package: Path, language: str, catalog: Catalog) -> None:
    folder = _folder(package, language)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "django.po").write_bytes(_as_text(language, catalog))
    (folder / "django.mo").write_bytes(_compiled(language, catalog))


def messages(catalog: Catalog) -> list[Message]:
    """All but the header."""
    return [message for message in catalog if message.id]


def _folder(package: Path, language: str) -> Path:
    return package / "locale" / language / "LC_MESSAGES"


def _empty(language: str) -> Catalog:
    return Catalog(
        locale=Locale.parse(language),
        project="saleor-loyalty",
        charset="utf-8",
        creation_date=_ALWAYS,
        revision_date=_ALWAYS,
        fuzzy=False,
    )


def _as_text(language: str, catalog: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, omit_header=True, sort_output=True, ignore_obsolete=True)
    header = [
        'msgid ""',
        'msgstr ""',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        f'"Language: {language}\\n"',
        f'"Plural-Forms: {_empty(language).plural_forms}\\n"',
    ]
    return "\n".join([*header, "", buffer.getvalue().decode().strip(), ""]).encode()


def _compiled(language: str, catalog: Catalog) -> bytes:
    plain = _empty(language)
    for message in messages(catalog):
        string = message.string
        if string and (isinstance(string, str) or all(string)):
            plain.add(message.id, string, context=message.context)
    buffer = io.BytesIO()
    write_mo(buffer, plain)
    return buffer.getvalue()
