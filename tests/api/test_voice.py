"""One text in many languages: forms of the plural, figures in their manner, and isolates."""

from datetime import date

import pytest

from saleor_loyalty.errors import N_, NN_, Code, LoyaltyError, Message
from saleor_loyalty.values.language import LANGUAGES
from saleor_loyalty.values.money import Money
from saleor_loyalty.values.voice import voice_of

AT_MOST = NN_(
    "At most %(count)s point can be used here.", "At most %(count)s points can be used here."
)
FSI, PDI = "\u2068", "\u2069"


def spaced(text: str) -> str:
    """Which of the spaces that do not break it is changes with the version of Babel."""
    return text.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "none", "one", "many"),
    [
        ("en", "0 points", "1 point", "1,250 points"),
        ("de", "0 Punkte", "1 Punkt", "1.250 Punkte"),
        ("de-CH", "0 Punkte", "1 Punkt", "1’250 Punkte"),
        ("es", "0 puntos", "1 punto", "1.250 puntos"),
        # Nothing is singular in French.
        ("fr", "0 point", "1 point", "1 250 points"),
        ("ja", "0ポイント", "1ポイント", "1,250ポイント"),
        ("ko", "0포인트", "1포인트", "1,250포인트"),
        ("vi", "0 điểm", "1 điểm", "1.250 điểm"),
        ("zh-CN", "0 积分", "1 积分", "1,250 积分"),
        ("zh-TW", "0 點", "1 點", "1,250 點"),
        ("zh-HK", "0 點", "1 點", "1,250 點"),
        ("pt-BR", "0 points", "1 point", "1.250 points"),
        ("", "0 points", "1 point", "1,250 points"),
        ("nonsense", "0 points", "1 point", "1,250 points"),
    ],
)
def test_the_forms_of_a_number(language: str, none: str, one: str, many: str) -> None:
    text = NN_("%(count)s point", "%(count)s points")
    said = [spaced(voice_of(language).say(text, count=count)) for count in (0, 1, 1250)]
    assert said == [none, one, many]


def test_a_refusal_in_the_language_of_whoever_reads_it() -> None:
    error = LoyaltyError(Code.LIMIT_EXCEEDED, AT_MOST, field="amount", count=1250)
    assert voice_of("de").refusal(error) == "Hier können höchstens 1.250 Punkte eingelöst werden."
    assert spaced(voice_of("fr").refusal(error)) == (
        "Vous pouvez utiliser ici au maximum 1 250 points."
    )
    assert voice_of("en").refusal(error) == "At most 1,250 points can be used here."
    # For logs, whoever reads them.
    assert str(error) == error.message == "At most 1250 points can be used here."
    assert (error.code, error.field) == (Code.LIMIT_EXCEEDED, "amount")


@pytest.mark.parametrize("language", [*LANGUAGES, "ar", ""])
@pytest.mark.parametrize("text", ["100% of %(nothing)s", "rules.0: kind: 'x' is not known", ""])
def test_a_finished_text_stays_as_it_is(text: str, language: str) -> None:
    error = LoyaltyError(Code.INVALID, text)
    assert (error.message, voice_of(language).refusal(error)) == (text, text)


def test_one_refusal_made_of_anothers_message() -> None:
    message = Message(N_("Points cannot pay in %(currency)s in this shop."), {"currency": "CHF"})
    error = LoyaltyError(Code.CURRENCY_NOT_SUPPORTED, message)
    assert error.message == "Points cannot pay in CHF in this shop."
    assert voice_of("ja").refusal(error) == (
        "当ショップではCHFでのポイント払いはご利用いただけません。"
    )
    assert bool(message)
    assert not Message()


def test_what_is_inserted_does_not_turn_a_text_from_right_to_left() -> None:
    """English, as there is no Arabic, but read on a page from right to left."""
    order = N_("Order %(order)s")
    assert voice_of("ar").say(order, order="A-100") == f"Order {FSI}A-100{PDI}"
    assert voice_of("he").say(AT_MOST, count=1250) == (
        f"At most {FSI}1,250{PDI} points can be used here."
    )
    money = voice_of("fa").money(Money(1999, "USD"))
    each = NN_("%(count)s point for each %(amount)s", "%(count)s points for each %(amount)s")
    said = voice_of("fa").say(each, count=2, amount=money)
    assert said == f"{FSI}{voice_of('fa').number(2)}{PDI} points for each {FSI}{money}{PDI}"


def test_a_name_from_right_to_left_does_not_turn_the_text_around_it() -> None:
    assert voice_of("de").say(N_("Order %(order)s"), order="طلب 7") == f"Bestellung {FSI}طلب 7{PDI}"
    assert voice_of("de").say(N_("Order %(order)s"), order="A-7") == "Bestellung A-7"


@pytest.mark.parametrize(
    ("language", "money", "percent", "day"),
    [
        ("en", "€1,234.50", "150%", "March 1, 2027"),
        ("de", "1.234,50 €", "150 %", "1. März 2027"),
        ("es", "1.234,50 €", "150 %", "1 de marzo de 2027"),
        ("fr", "1 234,50 €", "150 %", "1 mars 2027"),
        ("ja", "€1,234.50", "150%", "2027年3月1日"),
        ("ko", "€1,234.50", "150%", "2027년 3월 1일"),
        ("vi", "1.234,50 €", "150%", "1 tháng 3, 2027"),
        ("zh-CN", "€1,234.50", "150%", "2027年3月1日"),
        ("zh-TW", "€1,234.50", "150%", "2027年3月1日"),
    ],
)
def test_money_and_days(language: str, money: str, percent: str, day: str) -> None:
    voice = voice_of(language)
    assert spaced(voice.money(Money(123450, "EUR"))) == money
    assert spaced(voice.percent(150)) == percent
    assert voice.day(date(2027, 3, 1)) == day


def test_the_names_of_days_are_of_the_language_of_the_text() -> None:
    """ "until domingo" would be no language at all."""
    assert voice_of("pt-BR").day(date(2027, 3, 1)) == "March 1, 2027"
    assert spaced(voice_of("pt-BR").money(Money(123450, "EUR"))) == "€ 1.234,50"


def test_the_catalogs_of_other_apps_say_nothing_here() -> None:
    # Django's own catalogs have words of their own for what ours do not.
    assert voice_of("de").say("Please enter a valid email address.") == (
        "Please enter a valid email address."
    )
