"""Pages of the shop, programs that are no visitors, and what an order by a link is worth."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.shares.config import ShareConfig
from saleor_loyalty.features.shares.models import ShareOrderState
from saleor_loyalty.features.shares.rules import Buying, Worth, checked_page, is_bot, worth_of
from tests.shop import NOON

CHROME = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0"
    " Safari/537.36"
)
FORTNIGHT = timedelta(days=14)


@pytest.mark.parametrize(
    "page",
    ["/", "/products/red-shoe", "/de/produkte/schuh?size=4&x=%20", "/商品/靴", "/a:b", "/a//b"],
)
def test_pages_of_the_shop(page: str) -> None:
    assert checked_page(page) == page


@pytest.mark.parametrize(
    "page",
    [
        "",
        "products/shoe",
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/\t/evil.example",
        "/ /x",
        "/a\nb",
        "javascript:alert(1)",
        "/a#b",
        "/a<script>",
        '/a"b',
        "/a\u202eb",
        "/a\x00b",
        "/" + "a" * 500,
    ],
)
def test_what_is_no_page_of_the_shop(page: str) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        checked_page(page)
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "page")


@pytest.mark.parametrize(
    ("user_agent", "expected"),
    [
        (CHROME, False),
        ("Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG 9) Chrome/141.0 Mobile Safari", False),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) [FBAN/FBIOS;FBAV/480.0]", False),
        ("", True),
        ("   ", True),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://bot.example.com/about)", True),
        ("facebookexternalhit/1.1", True),
        ("WhatsApp/2.24.6.77 A", True),
        ("TelegramBot (like TwitterBot)", True),
        ("curl/8.5.0", True),
        ("python-requests/2.32", True),
        (CHROME.replace("Chrome", "HeadlessChrome"), True),
        ("HouseProbe/1.0", True),
    ],
)
def test_programs_are_no_visitors(user_agent: str, expected: bool) -> None:
    assert is_bot(user_agent, ["houseprobe"]) is expected


def bought(**more: Any) -> Buying:
    given: dict[str, Any] = {
        "paid_at": NOON,
        "fulfilled_at": None,
        "gone": False,
        "own": False,
        "first": True,
    }
    return Buying(**{**given, **more})


def config(**order: Any) -> Any:
    return ShareConfig.parse({"order": {"gift": {"points": 50}, **order}}).order


WAITING = Worth(ShareOrderState.WAITING)
TOMORROW = NOON + timedelta(days=1)


@pytest.mark.parametrize(
    ("buying", "order", "expected"),
    [
        (bought(paid_at=None), {}, WAITING),
        (bought(), {}, WAITING),
        (
            bought(fulfilled_at=TOMORROW),
            {},
            Worth(ShareOrderState.WAITING, due_at=TOMORROW + FORTNIGHT),
        ),
        (
            bought(),
            {"safe_from": "payment", "days": 0},
            Worth(ShareOrderState.WAITING, due_at=NOON),
        ),
        (bought(gone=True), {}, Worth(ShareOrderState.REFUSED, "returned")),
        (bought(gone=True, paid_at=None), {}, Worth(ShareOrderState.REFUSED, "returned")),
        (bought(own=True), {}, Worth(ShareOrderState.REFUSED, "self")),
        (bought(first=False), {}, Worth(ShareOrderState.REFUSED, "not_first")),
    ],
)
def test_what_an_order_is_worth(buying: Buying, order: dict[str, Any], expected: Worth) -> None:
    assert worth_of(buying, config(**order)) == expected


def test_where_nothing_is_given_it_waits() -> None:
    assert worth_of(bought(fulfilled_at=NOON), None) == WAITING


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ({}, "Say what a visit or an order gives"),
        ({"visit": {}}, "visit.gift"),
        ({"visit": {"gift": {"points": 1}, "a_day": 0}}, "visit.a_day"),
        ({"visit": {"gift": {"points": 1}, "bots": ["x"]}}, "visit.bots.0"),
        ({"order": {"gift": {"points": 1}, "days": -1}}, "order.days"),
        ({"order": {"gift": {"points": 1}, "safe_from": "delivery"}}, "order.safe_from"),
    ],
)
def test_what_cannot_be_meant_is_refused(document: dict[str, Any], place: str) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        ShareConfig.parse(document)
    assert place in refusal.value.message
