"""Who reads what: the codes of browsers, shops and merchants against the texts there are."""

import pytest

from saleor_loyalty.values.language import LANGUAGES, closest, locale_of
from saleor_loyalty.values.texts import Texts


@pytest.mark.parametrize(
    ("code", "language", "locale"),
    [
        ("en", "en", "en"),
        ("en-GB", "en", "en_GB"),
        ("de-AT", "de", "de_AT"),
        ("de_ch", "de", "de_CH"),
        ("es-419", "es", "es_419"),
        ("fr-CA", "fr", "fr_CA"),
        ("ko-KR", "ko", "ko_KR"),
        ("vi", "vi", "vi"),
        ("zh", "zh-Hans", "zh"),
        ("zh-CN", "zh-Hans", "zh_Hans_CN"),
        ("zh-SG", "zh-Hans", "zh_Hans_SG"),
        ("zh-hans", "zh-Hans", "zh_Hans"),
        ("zh-TW", "zh-Hant", "zh_Hant_TW"),
        ("zh-HK", "zh-Hant", "zh_Hant_HK"),
        ("zh-mo", "zh-Hant", "zh_Hant_MO"),
        ("zh_Hant", "zh-Hant", "zh_Hant"),
        ("zh-hant-hk", "zh-Hant", "zh_Hant_HK"),
        # English texts, with numbers and money as the reader writes them.
        ("pt-BR", None, "pt_BR"),
        ("ar", None, "ar"),
        # A region nobody knows does not make the language unknown.
        ("de-XYZ", None, "de"),
        ("", None, "en"),
        ("*", None, "en"),
        ("klingon", None, "en"),
        ("de\x00", None, "en"),
        ("e" * 10_000, None, "en"),
        ("../../etc", None, "en"),
    ],
)
def test_the_language_and_the_manner_of_a_code(
    code: str, language: str | None, locale: str
) -> None:
    assert closest(code, LANGUAGES) == language
    assert str(locale_of(code)) == locale


@pytest.mark.parametrize(
    ("wanted", "given", "found"),
    [
        ("zh-TW", ["en", "zh", "zh-HK", "zh-Hant", "zh-TW"], "zh-TW"),
        ("zh-TW", ["en", "zh", "zh-HK", "zh-Hant"], "zh-Hant"),
        ("zh-TW", ["en", "zh", "zh-HK"], "zh-HK"),
        ("zh-TW", ["en", "zh-CN", "zh"], "zh"),
        ("zh-TW", ["en", "zh-CN"], "zh-CN"),
        ("zh-TW", ["de", "en"], "en"),
        ("zh", ["en", "zh-Hant", "zh-Hans"], "zh-Hans"),
        ("de-AT", ["en", "de-CH", "de"], "de"),
        ("de-AT", ["en", "de-CH"], "de-CH"),
        ("de_at", ["en", "de-AT"], "de-AT"),
        ("pt-BR", ["de", "en"], "en"),
        ("pt-BR", ["de", "fr"], "de"),
        ("", ["de", "en"], "en"),
        ("nonsense", ["de"], "de"),
    ],
)
def test_a_merchants_texts(wanted: str, given: list[str], found: str) -> None:
    texts = Texts({code: code for code in given})
    assert texts.get(wanted) == found


def test_a_merchants_own_fallback_and_no_text_at_all() -> None:
    assert Texts({"en": "Gold", "fr": "Or"}).get("ja", fallbacks=("fr-CA", "en")) == "Or"
    assert Texts({}).get("ja") == ""
