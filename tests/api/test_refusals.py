"""Refusals in the language of whoever asks: the member's, else the browser's, else English."""

import json
from uuid import UUID

import pytest

from saleor_loyalty.api.execute import execute
from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.language import accepted
from saleor_loyalty.api.viewer import Viewer
from saleor_loyalty.features.members.models import Member
from tests.api.client import error_of, operation
from tests.api.conftest import World

UPDATE = operation("storefront/member_update")
REOPEN = operation("dashboard/review_reopen")
HISTORY = "query($language: String) { loyaltyMe { history(first: 1) { edges { node {" + (
    " text(languageCode: $language) } } } } }"
)


def reads(world: World, language: str) -> None:
    Member.objects.filter(pk=world.ada.pk).update(language_code=language)


def message(viewer: Viewer, header: str, **given: object) -> str:
    body = json.dumps({"query": UPDATE, "variables": {"input": given}}).encode()
    _, answer = execute(body, viewer, accept_language=header)
    (error,) = next(iter(answer["data"].values()))["errors"]
    return str(error["message"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de-at", "Dies darf nicht leer sein."),
        ("zh-tw", "此項不能為空。"),
        ("zh-hk", "此項不能為空。"),
        ("zh-cn", "此项不能为空。"),
        ("zh-hans", "此项不能为空。"),
        ("pt-br", "This must not be empty."),
        ("", "This must not be empty."),
        ("nonsense", "This must not be empty."),
    ],
)
def test_of_the_member_before_the_browser(world: World, language: str, said: str) -> None:
    reads(world, language)
    header = "fr" if language else ""
    assert message(world.as_ada, header, languageCode="") == said


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("fr", "fr"),
        ("pt-BR,de-AT;q=0.8,en;q=0.5", "de-at"),
        ("da;q=1, zh-TW;q=0.9", "zh-tw"),
        ("en;q=0.1,ja;q=0.2", "ja"),
        ("*", "en"),
        ("tlh, ;;q=x,\x00", "en"),
        pytest.param("de," * 10_000, "de", id="endless"),
    ],
)
def test_the_best_that_a_browser_asks_for(header: str, language: str) -> None:
    assert accepted(header) == language


def test_of_the_browser_for_who_is_no_member(world: World) -> None:
    # Joins only if it is done, so nothing is known of them.
    stranger = Viewer(user_id=987_654)
    assert message(stranger, "ko,en;q=0.5", languageCode="de") == "존재하지 않는 고객입니다."
    assert message(stranger, "", languageCode="de") == "There is no such customer."


def test_of_a_question_too(world: World) -> None:
    reads(world, "vi")
    code, said = error_of(HISTORY, world.as_ada, language="klingon")
    assert (code, said) == (
        "INVALID",
        "languageCode: Đây không phải là mã ngôn ngữ như en hoặc pt-br.",
    )


def test_figures_in_the_members_manner(world: World) -> None:
    reads(world, "de")
    assert error_of(UPDATE, world.as_ada, input={"languageCode": "e" * 36}) == (
        "INVALID",
        "Dies ist länger als 35 Zeichen.",
    )


def test_staff_in_the_language_of_their_pages(world: World) -> None:
    for viewer, said in (
        (world.as_admin, "Diese Bewertung gibt es nicht."),
        (world.staff(), "Dafür ist die Berechtigung MANAGE_MEMBERS nötig."),
    ):
        given = {"id": to_global("LoyaltyReview", UUID(int=1))}
        body = json.dumps({"query": REOPEN, "variables": given}).encode()
        _, answer = execute(body, viewer, accept_language="de")
        assert said in json.dumps(answer, ensure_ascii=False)
