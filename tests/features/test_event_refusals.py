"""What is wrong with a line of a file is kept, and said later in the language of who looks."""

import json

import pytest

from saleor_loyalty.errors import N_, Code, LoyaltyError, Message, Places
from saleor_loyalty.features.member_events.refusals import kept, said
from saleor_loyalty.features.member_events.report import report_csv
from saleor_loyalty.values.sentences import TOO_LONG
from saleor_loyalty.values.voice import voice_of


@pytest.mark.parametrize(
    ("error", "english", "german"),
    [
        (
            LoyaltyError(Code.NOT_FOUND, N_("There is no such member."), field="email"),
            "There is no such member.",
            "Dieses Mitglied gibt es nicht.",
        ),
        (
            LoyaltyError(Code.INVALID, TOO_LONG, count=1000),
            "This has more than 1000 characters.",
            "Dies ist länger als 1.000 Zeichen.",
        ),
        (
            LoyaltyError(Code.INVALID, Message.untranslated(Places((("a", Message()),)))),
            "a: ",
            "a: ",
        ),
    ],
)
def test_kept_as_json_and_said_later(error: LoyaltyError, english: str, german: str) -> None:
    refusal = json.loads(json.dumps(kept(error)))
    assert (refusal["code"], refusal["message"]) == (error.code.value, english)
    assert refusal["field"] == (error.field or "")
    assert voice_of("de").message(said(refusal)) == german


def test_an_older_one_has_its_english_alone() -> None:
    old = {"code": "INVALID", "message": "100 % wrong.", "field": ""}
    assert voice_of("de").message(said(old)) == "100 % wrong."
    line = dict.fromkeys(("key", "name", "occurred_at", "points", "growth", "state"), "")
    report = report_csv([{**line, "line": 1, "error": old}], voice_of("de").message)
    assert report.splitlines()[1] == "1,,,,,,,100 % wrong."
