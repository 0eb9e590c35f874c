"""Codes that let whoever has them into a tier, counted."""

from datetime import UTC, datetime, timedelta

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import TierGrant, TierInvitation
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.tier_grants import end_grant
from saleor_loyalty.flows.tier_invitations import (
    create_invitation,
    deactivate_invitation,
    redeem,
)
from saleor_loyalty.flows.tiers import reevaluate_many
from tests.conftest import customer
from tests.flows.ladders import THREE, moves_of, set_ladder, tier_of
from tests.ledger.threads import outcome, together
from tests.shop import NOON, Shop

DAY = timedelta(days=1)


@pytest.fixture
def three(programme: None) -> None:
    set_ladder(THREE)


def invite(code: str = "GOLDEN", **more) -> TierInvitation:
    given = {"tier_slug": "gold", "code": code, "actor": "user:9", "now": NOON, **more}
    return create_invitation(given.pop("tier_slug"), **given)


def test_it_gives_the_tier_for_so_many_months(three: None, ada: Member) -> None:
    invite(months=12, uses=5)
    grant = redeem(ada, " golden ", now=NOON)
    assert (grant.starts_at, grant.ends_at) == (NOON, datetime(2027, 3, 11, tzinfo=UTC))
    assert tier_of(ada) == "gold"
    assert TierInvitation.objects.get().used == 1
    reevaluate_many([ada.pk], now=datetime(2027, 3, 11, tzinfo=UTC))
    assert moves_of(ada) == [(None, "gold", "invitation"), ("gold", None, "grant_ended")]


def test_a_member_uses_it_once(three: None, ada: Member) -> None:
    invite(uses=5)
    first = redeem(ada, "GOLDEN", now=NOON)
    assert redeem(ada, "GOLDEN", now=NOON + DAY).pk == first.pk
    assert TierInvitation.objects.get().used == 1
    end_grant(first.public_id, reason="a mistake", actor="user:9", now=NOON + DAY)
    assert outcome(redeem_at(ada, NOON + DAY)) is Code.INVALID
    assert tier_of(ada) is None


def redeem_at(member: Member, now: datetime, code: str = "GOLDEN"):
    return lambda: redeem(member, code, now=now)


def test_no_more_members_than_it_has_uses(three: None, ada: Member, bob: Member) -> None:
    invite(uses=1)
    redeem(ada, "GOLDEN", now=NOON)
    assert outcome(redeem_at(bob, NOON)) is Code.INVALID
    assert tier_of(bob) is None
    assert TierGrant.objects.count() == 1


def test_not_after_its_end_nor_once_it_is_switched_off(
    three: None, ada: Member, bob: Member
) -> None:
    invite(valid_until=NOON + DAY)
    invite("OTHER-1")
    deactivate_invitation("OTHER-1")
    assert outcome(redeem_at(ada, NOON + DAY)) is Code.INVALID
    assert outcome(redeem_at(ada, NOON, "OTHER-1")) is Code.INVALID
    redeem(bob, "GOLDEN", now=NOON + DAY - timedelta(seconds=1))
    assert (tier_of(ada), tier_of(bob)) == (None, "gold")


def test_who_tries_ten_wrong_codes_waits_an_hour(three: None, ada: Member, bob: Member) -> None:
    invite()
    for number in range(10):
        assert outcome(redeem_at(ada, NOON, f"WRONG{number}")) is Code.INVALID
    assert outcome(redeem_at(ada, NOON)) is Code.LIMIT_EXCEEDED
    redeem(bob, "GOLDEN", now=NOON)
    redeem(ada, "GOLDEN", now=NOON + timedelta(hours=1))
    assert (tier_of(ada), tier_of(bob)) == ("gold", "gold")


def test_a_code_of_its_own_cannot_be_guessed(three: None) -> None:
    made = {create_invitation("gold", actor="user:9", now=NOON).code for _ in range(20)}
    assert len(made) == 20
    assert all(len(code) == 12 and not set(code) & set("01IO") for code in made)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"tier_slug": "platinum"}, Code.NOT_FOUND),
        ({"code": "no"}, Code.INVALID),
        ({"code": "ÄÖÜß"}, Code.INVALID),
        ({"code": "-GOLD-"}, Code.INVALID),
        ({"code": "taken"}, Code.INVALID),
        ({"months": 0}, Code.INVALID),
        ({"months": 1201}, Code.INVALID),
        ({"uses": 0}, Code.INVALID),
        ({"valid_until": NOON}, Code.INVALID),
    ],
)
def test_what_makes_no_sense_is_refused(three: None, wrong, code: Code) -> None:
    invite("TAKEN")
    assert outcome(lambda: invite(**wrong)) is code
    assert TierInvitation.objects.count() == 1


def test_switching_off_what_is_not_there(three: None) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        deactivate_invitation("GOLDEN")
    assert refusal.value.code is Code.NOT_FOUND


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_the_last_use_at_once_one_has_it(three: None, shop: Shop) -> None:
    for number in range(5):
        people = [
            find_or_join(customer(shop, f"{name}{number}"), now=NOON) for name in ("ada", "bob")
        ]
        code = f"LAST-{number}"
        invite(code, uses=1)
        answers = together(*(redeem_at(one, NOON, code) for one in people))
        assert sum(answer is Code.INVALID for answer in answers) == 1
        assert sorted(str(tier_of(one)) for one in people) == ["None", "gold"]
        assert TierInvitation.objects.get(code=code).used == 1


@pytest.mark.django_db(transaction=True)
def test_a_member_who_clicks_twice_at_once_uses_it_once(three: None, shop: Shop) -> None:
    ada = find_or_join(customer(shop, "ada"), now=NOON)
    invite(uses=5)
    first, second = together(redeem_at(ada, NOON), redeem_at(ada, NOON))
    assert first.pk == second.pk
    assert TierInvitation.objects.get().used == 1
