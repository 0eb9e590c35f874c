"""The catalogue as staff keep it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Reward, RewardCategory
from saleor_loyalty.flows.rewards import (
    Placing,
    categories,
    create_reward,
    delete_category,
    offered,
    revision_of,
    save_category,
    set_active,
    update_reward,
)
from saleor_loyalty.values.texts import Texts
from tests.flows.mall import COUPON, PARCEL, WORKSHOP, again, get, give, reward
from tests.shop import NOON

CONFIG = {"name": {"en": "Talk"}, "points": 50, "gives": WORKSHOP}

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> tuple[Code, str | None]:
    before = [list(table.objects.values()) for table in (Reward, RewardCategory)]
    with pytest.raises(LoyaltyError) as refusal:
        act()
    assert [list(table.objects.values()) for table in (Reward, RewardCategory)] == before
    return refusal.value.code, refusal.value.field


@pytest.mark.parametrize(
    ("slug", "placing", "code", "field"),
    [
        ("a b", {}, Code.INVALID, "slug"),
        ("talk", {}, Code.INVALID, "slug"),
        ("new", {"stock": -1}, Code.INVALID, "stock"),
        ("new", {"stock": 2**31}, Code.INVALID, "stock"),
        ("new", {"position": -1}, Code.INVALID, "position"),
        ("new", {"category": "nope"}, Code.NOT_FOUND, "categoryId"),
        ("new", {"starts_at": NOON, "ends_at": NOON}, Code.INVALID, "endsAt"),
    ],
)
def test_what_cannot_be_made(slug: str, placing: dict[str, Any], code: Code, field: str) -> None:
    create_reward("talk", CONFIG, Placing())
    assert refused(lambda: create_reward(slug, CONFIG, Placing(**placing))) == (code, field)


def test_it_is_shown_when_it_is_active_and_in_its_time() -> None:
    later = NOON + timedelta(days=1)
    create_reward("talk", CONFIG, Placing(starts_at=NOON, ends_at=later))
    assert _shown(NOON) == 0
    set_active("talk", True)
    assert [_shown(now) for now in (NOON - timedelta(seconds=1), NOON, later)] == [0, 1, 0]
    set_active("talk", False)
    assert _shown(NOON) == 0


def _shown(now: datetime) -> int:
    return Reward.objects.filter(offered(now=now)).count()


def test_two_who_edit_at_once() -> None:
    made = create_reward("talk", CONFIG, Placing(stock=5))
    read = revision_of(made)
    changed = update_reward("talk", {**CONFIG, "points": 60}, Placing(stock=5), revision=read)
    assert changed.config["points"] == 60
    late = {**CONFIG, "points": 70}
    assert refused(lambda: update_reward("talk", late, Placing(), revision=read)) == (
        Code.CHANGED_MEANWHILE,
        "revision",
    )
    other = {**CONFIG, "gives": COUPON}
    found = refused(lambda: update_reward("talk", other, Placing(), revision=revision_of(changed)))
    assert found == (Code.INVALID, "config")
    assert refused(lambda: set_active("nope", True)) == (Code.NOT_FOUND, "id")


def test_members_who_take_one_are_no_edit_and_their_promise_stays(ada: Member) -> None:
    give(ada, 1000)
    made = reward(gives=PARCEL, stock=5)
    read = revision_of(made)
    redemption = get(ada)
    assert revision_of(Reward.objects.get()) == read
    config = {**made.config, "points": 1, "name": {"en": "New"}}
    assert refused(lambda: update_reward("gift", config, Placing(stock=0), revision=read)) == (
        Code.INVALID,
        "stock",
    )
    update_reward("gift", config, Placing(stock=1), revision=read)
    found = again(redemption)
    assert (found.points, found.promised["name"], Reward.objects.get().taken) == (
        300,
        {"en": "gift"},
        1,
    )


def test_categories_in_their_order_and_deleted_without_their_rewards() -> None:
    save_category("b", Texts({"en": "B"}), position=1)
    save_category("a", Texts({"en": "A"}), position=2)
    save_category("c", Texts({"en": "C"}), position=0)
    create_reward("talk", CONFIG, Placing(category="b"))
    save_category("b", Texts({"en": "Bee", "de": "Biene"}), position=3)
    assert [(one.slug, one.name["en"]) for one in categories()] == [
        ("c", "C"),
        ("a", "A"),
        ("b", "Bee"),
    ]
    delete_category("b")
    assert Reward.objects.get().category is None
    assert refused(lambda: delete_category("b")) == (Code.NOT_FOUND, "id")
    assert refused(lambda: save_category("d", Texts({}), position=0)) == (Code.INVALID, "name")
