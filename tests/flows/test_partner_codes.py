"""Codes of partners: each given once, whoever asks at the same time."""

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.benefits.models import (
    BenefitGift,
    CodeList,
    GiftState,
    PartnerCode,
)
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import partner_codes
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.partner_codes import BadCode, Stock, Upload, claim, stock_of, upload
from saleor_loyalty.values.texts import Texts
from tests.conftest import customer
from tests.flows.perks import join_plan, ladder, plan, put_in
from tests.ledger.threads import together
from tests.shop import NOON, Shop

CINEMA = {"kind": "partner_codes", "slug": "cinema", "code_list": "cinema"}
DAY = timedelta(days=1)


@pytest.fixture
def cinema(programme: None) -> CodeList:
    ladder(silver=[], gold=[CINEMA])
    return partner_codes.create_list("cinema", Texts({"en": "Cinema"}))


@pytest.fixture
def gold(ada: Member, cinema: CodeList) -> Member:
    return put_in(ada, "gold")


def put(cinema: CodeList, *codes: str, **more: datetime) -> Upload:
    given = {"valid_until": None, "now": NOON, **more}
    return upload(cinema, codes, **given)  # type: ignore[arg-type]


def refused(code: Code) -> AbstractContextManager[object]:
    return pytest.raises(LoyaltyError, check=lambda error: error.code is code)


def test_what_becomes_of_each_line(cinema: CodeList) -> None:
    put(cinema, "OLD")
    lines = [" A1 ", "A1", "", "B2", "OLD", "x" * 256, "a\tb", "b2"]
    assert put(cinema, *lines) == Upload(
        added=3,
        repeated=1,
        known=1,
        refused=2,
        bad=(
            BadCode(6, "longer than 255 characters"),
            BadCode(7, "has characters that cannot be seen"),
        ),
        served=0,
    )
    assert sorted(PartnerCode.objects.values_list("code", flat=True)) == ["A1", "B2", "OLD", "b2"]
    # The same file again adds nothing.
    assert put(cinema, *lines).added == 0


def test_too_many_at_once_and_too_old_ones_are_refused(cinema: CodeList) -> None:
    with refused(Code.LIMIT_EXCEEDED):
        put(cinema, *map(str, range(10_001)))
    with refused(Code.INVALID):
        put(cinema, "A1", valid_until=NOON)
    assert not PartnerCode.objects.exists()
    assert put(cinema, *map(str, range(10_000))).added == 10_000


def test_a_slug_is_taken_once_and_a_list_has_a_name(cinema: CodeList) -> None:
    with refused(Code.INVALID):
        partner_codes.create_list("cinema", Texts({"en": "Another"}))
    with refused(Code.INVALID):
        partner_codes.create_list("other", Texts({}))
    assert list(CodeList.objects.values_list("name", flat=True)) == [{"en": "Cinema"}]


def test_the_oldest_code_and_the_same_however_often(cinema: CodeList, gold: Member) -> None:
    put(cinema, "B", "A", valid_until=NOON + 10 * DAY)
    first = claim(gold, "cinema", now=NOON)
    assert (first.code, first.state, first.given_at) == ("B", GiftState.GIVEN, NOON)
    assert first.valid_until == NOON + 10 * DAY
    assert claim(gold, "cinema", now=NOON + DAY) == first
    assert stock_of(cinema, now=NOON) == Stock(total=2, given=1, free=1, too_old=0, waiting=0)


def test_codes_that_are_too_old_are_not_given(cinema: CodeList, gold: Member) -> None:
    put(cinema, "OLD", valid_until=NOON + DAY)
    put(cinema, "NEW")
    assert claim(gold, "cinema", now=NOON + DAY).code == "NEW"
    assert stock_of(cinema, now=NOON + DAY) == Stock(2, 1, 0, 1, 0)


def test_a_code_each_month(cinema: CodeList, gold: Member) -> None:
    ladder(silver=[], gold=[{**CINEMA, "per": "month"}])
    put(cinema, "A", "B", "C")
    april = datetime(2026, 4, 1, tzinfo=UTC)
    moments = [NOON, april - timedelta(seconds=1), april]
    assert [claim(gold, "cinema", now=at).code for at in moments] == ["A", "A", "B"]


def test_only_who_has_the_benefit(cinema: CodeList, gold: Member, bob: Member) -> None:
    put(cinema, "A")
    for member, slug in ((bob, "cinema"), (gold, "zoo")):
        with refused(Code.NOT_FOUND):
            claim(member, slug, now=NOON)
    assert not BenefitGift.objects.exists()
    assert stock_of(cinema, now=NOON).free == 1


def test_a_plan_has_a_code_of_its_own(cinema: CodeList, gold: Member) -> None:
    join_plan(gold, plan("plus", [CINEMA]))
    put(cinema, "A", "B")
    assert [claim(gold, slug, now=NOON).code for slug in ("cinema", "plus.cinema")] == ["A", "B"]


def test_an_empty_list_and_who_waits_first_is_served_first(
    shop: Shop, cinema: CodeList, gold: Member, bob: Member
) -> None:
    put_in(bob, "gold")
    eve = put_in(find_or_join(customer(shop, "eve"), now=NOON), "gold")
    waiting = claim(gold, "cinema", now=NOON)
    assert (waiting.state, waiting.code) == (GiftState.NOTHING_LEFT, "")
    assert claim(gold, "cinema", now=NOON) == waiting
    claim(bob, "cinema", now=NOON)
    assert stock_of(cinema, now=NOON) == Stock(0, 0, 0, 0, waiting=2)
    assert put(cinema, "A").served == 1
    assert claim(gold, "cinema", now=NOON).code == "A"
    # A code that came in by another way goes to who waits, not to who asks just now.
    PartnerCode.objects.create(code_list=cinema, code="B")
    assert claim(eve, "cinema", now=NOON).state == GiftState.NOTHING_LEFT
    assert claim(bob, "cinema", now=NOON).code == "B"
    PartnerCode.objects.create(code_list=cinema, code="C")
    assert partner_codes.serve_waiting(now=NOON) == 1
    assert claim(eve, "cinema", now=NOON).code == "C"


def test_a_list_that_is_not_active_gives_nothing(cinema: CodeList, gold: Member) -> None:
    put(cinema, "A")
    partner_codes.set_active(cinema, False, now=NOON)
    assert claim(gold, "cinema", now=NOON).state == GiftState.NOTHING_LEFT
    assert partner_codes.serve_waiting(now=NOON) == 0
    partner_codes.set_active(cinema, True, now=NOON)
    assert claim(gold, "cinema", now=NOON).code == "A"


def test_a_list_nobody_has_uploaded(gold: Member) -> None:
    ladder(silver=[], gold=[{**CINEMA, "code_list": "nothing"}])
    assert claim(gold, "cinema", now=NOON).state == GiftState.NOTHING_LEFT


@pytest.mark.django_db(transaction=True)
def test_many_members_at_once_have_a_code_each(shop: Shop, cinema: CodeList) -> None:
    members = [
        put_in(find_or_join(customer(shop, f"m{number}"), now=NOON), "gold") for number in range(6)
    ]
    put(cinema, "A", "B", "C", "D")
    asked = together(*(lambda one=one: claim(one, "cinema", now=NOON) for one in members))
    assert User.objects.count() == len(asked) == 6
    # Somebody may have met the last codes locked by another: they are there for whoever waits.
    partner_codes.serve_waiting(now=NOON)
    gifts = BenefitGift.objects.all()
    given = [one.code for one in gifts if one.state == GiftState.GIVEN]
    assert sorted(given) == ["A", "B", "C", "D"]
    assert stock_of(cinema, now=NOON) == Stock(4, 4, 0, 0, waiting=2)
    codes = PartnerCode.objects.select_related("gift")
    assert all(one.gift is not None and one.gift.code == one.code for one in codes)


@pytest.mark.django_db(transaction=True)
def test_one_member_who_asks_twice_at_once_has_one(cinema: CodeList, gold: Member) -> None:
    put(cinema, "A", "B")
    first, second = together(*(lambda: claim(gold, "cinema", now=NOON) for _ in range(2)))
    assert first == second
    assert stock_of(cinema, now=NOON).free == 1


@pytest.mark.django_db(transaction=True)
def test_two_uploads_of_one_file_at_once(cinema: CodeList) -> None:
    reports = together(*(lambda: put(cinema, "A", "B", "C") for _ in range(2)))
    assert sorted((one.added, one.known) for one in reports) == [(0, 3), (3, 0)]
