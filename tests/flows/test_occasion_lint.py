"""What is odd about gifts, said before members find out."""

import pytest

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Reward
from saleor_loyalty.flows.occasion_lint import lint_engagements
from tests.flows import mall
from tests.flows.occasions import BIRTHDAY, keep
from tests.flows.perks import ladder
from tests.shop import NOON

TIER_GIFT = {"kind": "birthday_gift", "slug": "cake", "points": 5}


def found() -> list[tuple[str, str, str]]:
    return [(one.severity.value, one.code, one.place) for one in lint_engagements(now=NOON)]


@pytest.mark.parametrize("enabled", [True, False])
def test_two_gifts_for_one_birthday(ada: Member, enabled: bool) -> None:
    ladder(silver=[TIER_GIFT])
    keep(birthday=BIRTHDAY, enabled=enabled)
    assert found() == [("warning", "BIRTHDAY_TWICE", "occasions.birthday")] * enabled


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"active": False}, "is not active"),
        ({"stock": 0}, "is sold out"),
        ({"ends_at": NOON}, "is over"),
        ({"starts_at": NOON.replace(hour=13)}, "is not offered yet"),
        ({}, ""),
    ],
)
def test_a_reward_that_would_wait(ada: Member, change: dict[str, object], why: str) -> None:
    mall.reward("cake")
    keep(joined={"years": {"5": {"reward": "cake"}}})
    assert found() == []
    Reward.objects.update(**change)
    texts = [one.text for one in lint_engagements(now=NOON) if one.code == "GIFT_WAITS"]
    wanted = [f"The reward cake {why}: whoever is given it has to wait."]
    assert texts == (wanted if why else [])
