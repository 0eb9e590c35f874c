"""Tiers given to a member: by staff, for a time or for good, at least or exactly."""

from datetime import timedelta
from uuid import UUID

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import TierGrant, TierMove
from saleor_loyalty.flows.members import merge_members
from saleor_loyalty.flows.tier_grants import end_grant, set_tier
from saleor_loyalty.flows.tiers import reevaluate_many
from tests.flows.ladders import THREE, buy, moves_of, set_ladder, tier_of
from tests.shop import NOON

MONTH = NOON + timedelta(days=30)


@pytest.fixture(autouse=True)
def three(programme: None) -> None:
    """Bronze, silver and gold, for 100, 500 and 1,000 dollars in twelve months."""
    set_ladder(THREE)


def given(member: Member, slug: str | None, **more):
    return set_tier(
        member,
        slug,
        reason="press",
        actor="user:9",
        **{"until": None, "now": NOON, **more},
    )


def test_it_is_the_least_they_have(ada: Member) -> None:
    given(ada, "silver")
    assert tier_of(ada) == "silver"
    buy(ada, 100, "o1")
    assert tier_of(ada) == "silver"
    buy(ada, 900, "o2")
    assert tier_of(ada) == "gold"
    buy(ada, 900, "o2", fully_refunded=True)
    assert tier_of(ada) == "silver"
    assert moves_of(ada) == [
        (None, "silver", "by_hand"),
        ("silver", "gold", "reached"),
        ("gold", "silver", "taken_back"),
    ]


def test_exactly_that_whatever_they_reach(ada: Member) -> None:
    buy(ada, 1000, "o1")
    given(ada, "bronze", exact=True)
    buy(ada, 500, "o2")
    assert tier_of(ada) == "bronze"
    given(ada, None)
    assert tier_of(ada) == "gold"
    assert moves_of(ada) == [
        (None, "gold", "reached"),
        ("gold", "bronze", "by_hand"),
        ("bronze", "gold", "by_hand"),
    ]


def test_until_its_end(ada: Member) -> None:
    given(ada, "gold", until=MONTH)
    buy(ada, 100, "o1")
    reevaluate_many([ada.pk], now=MONTH - timedelta(microseconds=1))
    assert tier_of(ada) == "gold"
    reevaluate_many([ada.pk], now=MONTH)
    assert tier_of(ada) == "bronze"
    assert moves_of(ada)[-1] == ("gold", "bronze", "grant_ended")


def test_what_staff_give_next_stands_for_what_they_gave(ada: Member) -> None:
    given(ada, "gold")
    given(ada, "silver", until=MONTH)
    assert tier_of(ada) == "silver"
    assert list(TierGrant.objects.order_by("pk").values_list("tier__slug", "ended_at")) == [
        ("gold", NOON),
        ("silver", None),
    ]


def test_who_gave_it_and_why_is_written_down(ada: Member) -> None:
    given(ada, "gold")
    (move,) = TierMove.objects.all()
    assert (move.reason, move.actor, move.moved_at) == ("press", "user:9", NOON)
    (grant,) = TierGrant.objects.all()
    end_grant(grant.public_id, reason="over", actor="user:8", now=MONTH)
    move = TierMove.objects.latest("pk")
    assert (move.cause, move.reason, move.actor) == ("grant_ended", "over", "user:8")
    assert tier_of(ada) is None


def test_what_has_ended_ends_once(ada: Member) -> None:
    given(ada, "gold", until=MONTH)
    (grant,) = TierGrant.objects.all()
    for _ in range(2):
        with pytest.raises(LoyaltyError) as refusal:
            end_grant(grant.public_id, reason="over", actor="user:8", now=MONTH)
        assert refusal.value.code is Code.INVALID
    assert TierGrant.objects.get().ended_at is None
    with pytest.raises(LoyaltyError) as refusal:
        end_grant(UUID(int=7), reason="over", actor="user:8", now=NOON)
    assert refusal.value.code is Code.NOT_FOUND


def test_two_accounts_of_one_person_have_what_either_was_given(ada: Member, bob: Member) -> None:
    given(bob, "gold")
    merge_members(bob, ada, now=NOON, actor="user:9")
    assert tier_of(ada) == "gold"
    with pytest.raises(LoyaltyError) as refusal:
        given(bob, "silver")
    assert refusal.value.code is Code.MEMBER_CLOSED
    assert TierGrant.objects.count() == 1


@pytest.mark.parametrize(
    ("slug", "reason", "days", "code"),
    [
        ("platinum", "press", None, Code.NOT_FOUND),
        ("gold", "  ", None, Code.REQUIRED),
        ("gold", "x" * 501, None, Code.INVALID),
        ("gold", "press", 0, Code.INVALID),
        ("gold", "press", -1, Code.INVALID),
    ],
)
def test_what_cannot_be_given_is_refused_and_nothing_changes(
    ada: Member, slug: str, reason: str, days: int | None, code: Code
) -> None:
    given(ada, "silver")
    until = NOON + timedelta(days=days) if days is not None else None
    with pytest.raises(LoyaltyError) as refusal:
        set_tier(ada, slug, reason=reason, actor="user:9", until=until, now=NOON)
    assert refusal.value.code is code
    assert tier_of(ada) == "silver"
    assert TierGrant.objects.get().ended_at is None
    assert TierMove.objects.count() == 1
