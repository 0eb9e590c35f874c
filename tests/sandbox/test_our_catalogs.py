"""The catalogs we ship: nine languages, each complete and each its own."""

import re

import pytest
from babel.messages.catalog import Message

from saleor_loyalty.errors import Plural
from saleor_loyalty.values.language import LANGUAGES as CODES
from saleor_loyalty.values.voice import voice_of
from sandbox.catalog_files import messages, read
from sandbox.catalogs import LANGUAGES, PACKAGE, SOURCE, extract, find_problems

OTHERS = [language for language in LANGUAGES if language != SOURCE]
WANTED = messages(extract(PACKAGE))
PLACEHOLDER = re.compile(r"%\((\w+)\)s")

# The same word in both languages.
SAME = {"de": {"Bonus", "Check-in"}, "fr": {"Bonus", "Points", "%(count)s point"}}


def first_id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_nine_languages_and_no_other():
    folders = {folder.name for folder in (PACKAGE / "locale").iterdir()}
    assert folders == set(LANGUAGES)
    assert set(LANGUAGES) == {
        *("en", "de", "fr", "es", "zh_Hans", "zh_Hant", "ja", "ko", "vi"),
    }


def test_each_is_complete():
    assert list(find_problems(PACKAGE, LANGUAGES)) == []


@pytest.mark.parametrize("code", CODES)
def test_each_text_is_said_without_a_gap(code):
    voice = voice_of(code)
    for message in WANTED:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        text = Plural(*ids) if len(ids) == 2 else ids[0]
        names = PLACEHOLDER.findall(ids[-1])
        for count in (0, 1, 2, 1250):
            values = {name: count if name == "count" else f"<{name}>" for name in names}
            said = voice.say(text, **values)
            assert said, message.id
            assert "%" not in said, said
            assert all(f"<{name}>" in said for name in names if name != "count"), said
            assert count < 2 or "count" not in names or voice.number(count) in said, said


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language):
    left = {
        first_id(message)
        for message in messages(read(PACKAGE, language))
        if set(strings(message))
        & set(message.id if isinstance(message.id, tuple) else [message.id])
    }
    assert left == SAME.get(language, set())


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("ja", r"[\u3040-\u30ff\u4e00-\u9fff]"),
        ("ko", r"[\uac00-\ud7a3]"),
        ("zh_Hans", r"[\u4e00-\u9fff]"),
        ("zh_Hant", r"[\u4e00-\u9fff]"),
    ],
)
def test_each_text_is_in_the_script_of_its_language(language, script):
    texts = [text for message in messages(read(PACKAGE, language)) for text in strings(message)]
    assert [text for text in texts if not re.search(script, text)] == []


@pytest.mark.parametrize(("language", "encoding"), [("zh_Hans", "gb2312"), ("zh_Hant", "big5")])
def test_one_chinese_is_not_the_other(language, encoding):
    """The character sets of Beijing and of Taipei have only the characters of their own script."""
    texts = [text for message in messages(read(PACKAGE, language)) for text in strings(message)]
    foreign = {
        character
        for text in texts
        for character in text
        if not character.encode(encoding, errors="ignore")
    }
    assert foreign == set()


def test_both_chinese_have_their_own_words():
    hans, hant = (
        {first_id(message): strings(message) for message in messages(read(PACKAGE, language))}
        for language in ("zh_Hans", "zh_Hant")
    )
    assert any("积分" in text for text in hans["There are not enough points."])
    assert any("點數" in text for text in hant["There are not enough points."])
    assert (
        hans["%(count)s growth for each %(amount)s"] != hant["%(count)s growth for each %(amount)s"]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_as_sentences(language):
    """What is a sentence in English is one everywhere, and a label stays a label."""
    ends = (".", "。")
    odd = [
        text
        for message in messages(read(PACKAGE, language))
        for text in strings(message)
        if first_id(message).endswith(".") != text.endswith(ends)
    ]
    assert odd == []
