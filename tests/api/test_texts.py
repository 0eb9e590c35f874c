"""What people read: every reason in every language we have, numbers in its manner."""

import re
from pathlib import Path

import pytest

import saleor_loyalty
from saleor_loyalty.api import texts
from saleor_loyalty.ledger.models import EntryKind
from saleor_loyalty.values.language import LANGUAGES
from saleor_loyalty.values.money import Money
from saleor_loyalty.values.points import Unit


@pytest.mark.parametrize("kind", EntryKind, ids=lambda kind: kind.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_entry_has_its_words(kind: EntryKind, language: str) -> None:
    reason = texts.reason_of(kind, None)
    for order in ("", "100"):
        text = texts.entry_text(kind, reason, order, language)
        assert text
        assert "%" not in text
    english = texts.entry_text(kind, reason, "", "en")
    assert (texts.entry_text(kind, reason, "", language) == english) == (language == "en")


def test_every_reason_that_is_written_has_its_words() -> None:
    code = Path(saleor_loyalty.__file__).parent.rglob("*.py")
    written = {
        reason for path in code for reason in re.findall(r'"reason": "(\w+)"', path.read_text())
    }
    assert {"order", "reward", "lottery_tickets", "group_stake"} <= written
    as_its_kind = texts.entry_text(EntryKind.ADJUST, "", "", "en")
    said = {reason: texts.entry_text(EntryKind.ADJUST, reason, "", "en") for reason in written}
    assert [reason for reason in said if said[reason] == as_its_kind] == ["adjusted"]


def test_a_reason_of_a_later_version_reads_as_its_kind() -> None:
    assert texts.entry_text(EntryKind.EXPIRE, "swallowed", "", "en") == "Expired"
    assert texts.excluded_text("moonlight", "en") == "This earns no points"


def test_an_order_number_is_shown_as_it_is() -> None:
    assert texts.entry_text(EntryKind.EARN, "order", "100%", "en") == "Order 100%"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "10 points for each $2.00"),
        ("de", "10 Punkte je 2,00\xa0$"),
        ("de-AT", "10 Punkte je $\xa02,00"),
        ("zh-hans", "每 US$2.00 得 10 积分"),
        ("zh-TW", "每 US$2.00 得 10 點"),
        ("fr", "10 points par tranche de 2,00\xa0$US"),
        # Not translated: the words are English, the money is written as Brazilians do.
        ("pt-br", "10 points for each US$\xa02,00"),
        ("xx", "10 points for each $2.00"),
        ("", "10 points for each $2.00"),
    ],
)
def test_a_rate(language: str, text: str) -> None:
    assert texts.rate_text(10, Money(200, "USD"), Unit.POINTS, language) == text


def test_one_point_is_not_points() -> None:
    assert texts.rate_text(1, Money(150, "JPY"), Unit.POINTS, "en") == "1 point for each ¥150"


def test_growth_is_not_points() -> None:
    assert texts.rate_text(2, Money(100, "USD"), Unit.GROWTH, "en") == "2 growth for each $1.00"
    assert texts.rate_text(2, Money(100, "USD"), Unit.GROWTH, "ja") == "$1.00ごとに成長値2"
    assert texts.rate_text(1, Money(150, "JPY"), Unit.GROWTH, "de") == "1 Statuspunkt je 150\xa0¥"


def test_the_language_of_one_text_does_not_stay_for_the_next() -> None:
    assert texts.shipping_text("de") == "Versand"
    assert texts.shipping_text("en") == "Shipping"


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(1999, "USD"), "$19.99"),
        (Money(1999, "JPY"), "¥1,999"),
        (Money(0, "EUR"), "€0.00"),
    ],
)
def test_money_has_the_digits_of_its_currency(money: Money, text: str) -> None:
    assert texts.money_text(money, "en") == text


def test_a_currency_of_three_digits() -> None:
    # Whether a space follows the code is another matter in every version of Babel.
    assert texts.money_text(Money(1999, "KWD"), "en").replace("\xa0", "") == "KWD1.999"
