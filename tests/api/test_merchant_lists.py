"""Lists that staff keep: by name in any language, by how things stand, page by page."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.features.flash_sales.models import FlashSale
from saleor_loyalty.features.group_buys.models import GroupBuyOffer
from saleor_loyalty.features.rewards.models import Reward
from saleor_loyalty.flows.flash_sales import save_sale
from saleor_loyalty.flows.group_buys import save_offer
from saleor_loyalty.flows.merchant_lists import named
from saleor_loyalty.flows.rewards import Placing, create_reward
from tests.api import mall_world, play_world
from tests.api.client import answer_to, data_of, error_of, operation
from tests.api.conftest import World
from tests.api.test_play import listed, nodes
from tests.shop import NOON

HOUR = timedelta(hours=1)
WHEN = {
    "begun": (NOON - HOUR, NOON + HOUR),
    "ahead": (NOON + HOUR, NOON + 2 * HOUR),
    "past": (NOON - 2 * HOUR, NOON),
}
# Of each how it stands: switched on, and switched off.
STANDINGS = {"begun": ("ON", "OFF"), "ahead": ("PLANNED", "OFF"), "past": ("OVER", "OVER")}


def _sale(slug: str, name: dict[str, str], when: str = "begun", *, active: bool = True) -> None:
    starts_at, ends_at = WHEN[when]
    config = {**play_world.SALE, "name": name}
    save_sale(slug, config, starts_at=starts_at, ends_at=ends_at, active=active)


def _offer(slug: str, name: dict[str, str], when: str, *, active: bool) -> None:
    starts_at, ends_at = WHEN[when]
    config = {**play_world.OFFER, "name": name}
    save_offer(slug, config, starts_at=starts_at, ends_at=ends_at, active=active)


def _reward(slug: str, name: dict[str, str], when: str, *, active: bool) -> None:
    starts_at, ends_at = WHEN[when]
    placing = Placing(starts_at=starts_at, ends_at=ends_at, position=9)
    create_reward(slug, {**mall_world.TALK, "name": name}, placing, active=active)


KINDS: list[tuple[str, Any, Any]] = [
    ("all_flash_sales", FlashSale, _sale),
    ("all_group_offers", GroupBuyOffer, _offer),
    ("all_rewards", Reward, _reward),
]


@pytest.mark.parametrize(("name", "model", "make"), KINDS)
def test_each_stands_in_one_way(world: World, name: str, model: Any, make: Any) -> None:
    others = list(model.objects.values_list("slug", flat=True))
    for when in WHEN:
        for active in (True, False):
            make(f"{when}-{active}".lower(), {"en": "One"}, when, active=active)
    wanted: dict[str, list[str]] = {}
    for when, (on, off) in STANDINGS.items():
        wanted.setdefault(on, []).append(f"{when}-true")
        wanted.setdefault(off, []).append(f"{when}-false")
    found = {
        standing: listed(f"dashboard/{name}", world.as_admin, standing=standing, search="one")
        for standing in ("ON", "PLANNED", "OFF", "OVER")
    }
    assert {standing: sorted(slugs) for standing, slugs in found.items()} == {
        standing: sorted(slugs) for standing, slugs in wanted.items()
    }
    every = listed(f"dashboard/{name}", world.as_admin)
    assert sorted(every) == sorted([*others, *(one for slugs in found.values() for one in slugs)])


def test_a_name_is_found_in_every_language_by_parts_of_its_words(world: World) -> None:
    _sale("eisen", {"en": 'Cast iron "Old 50%" pan', "de": "Gußeiserne Pfanne", "ja": "鉄鍋"})
    _sale("other", {"en": "Kettle", "de": "Kessel"})

    def found(search: str) -> list[str]:
        return listed("dashboard/all_flash_sales", world.as_admin, search=search)

    for search in ("pfanne", "GUßEISERNE", "鉄", "iron cast", "pan eisen", '"old', "50%", " pan "):
        assert found(search) == ["eisen"], search
    # Names of languages, the marks between names and wild cards are no names.
    for search in ("de", "ja", '","', '", "', "_", "%%", "\\", "iron kettle"):
        assert found(search) == [], search
    assert found("") == ["flash", "other", "eisen"]
    assert found("ket") == found("kessel") == ["other"]


def test_lotteries_and_tasks_are_found_by_name_and_state(world: World) -> None:
    def lotteries(**given: Any) -> list[str]:
        return listed("dashboard/all_lotteries", world.as_admin, **given)

    assert lotteries(search="frühl", state="DRAFT") == ["summer"]
    assert lotteries(search="wint") == lotteries(state="DRAWN") == ["winter"]
    query = operation("dashboard/all_tasks")
    every = nodes(data_of(query, world.as_admin, first=50))
    active = nodes(data_of(query, world.as_admin, first=50, state="ACTIVE"))
    assert active == [task for task in every if task["state"] == "ACTIVE"] != every
    one = every[0]
    word = one["name"].split()[0].upper()
    assert one in nodes(data_of(query, world.as_admin, first=50, search=word))
    assert nodes(data_of(query, world.as_admin, first=50, search="nowhere")) == []


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("loyaltyRewards", 'search: "x"'),
        ("loyaltyFlashSales", "standing: OFF"),
        ("loyaltyGroupOffers", "standing: OVER"),
        ("loyaltyLotteries", "state: DRAFT"),
    ],
)
def test_filters_of_staff_are_theirs_alone(world: World, field: str, given: str) -> None:
    query = f"{{ {field}(first: 9, {given}) {{ edges {{ node {{ id }} }} }} }}"
    wrong = given.partition(":")[0]
    assert error_of(query, world.as_admin) == ("INVALID", f"{wrong}: This goes with `all` alone.")
    kept = query.replace("first: 9", "first: 9, all: true")
    assert "errors" not in answer_to(kept, world.as_admin)
    assert error_of(kept, world.as_ada)[0] == "FORBIDDEN"


def test_a_search_has_an_end(world: World) -> None:
    query = operation("dashboard/all_rewards")
    code, said = error_of(query, world.as_admin, first=9, search="x" * 101)
    assert (code, said) == ("INVALID", "search: This has more than 100 characters.")
    assert not named(Reward.objects.all(), "x" * 100).exists()


SAVED = [
    ("flash_sale_save", "flash_sale", "flashSale", "flash", FlashSale),
    ("group_offer_save", "group_offer", "offer", "tea", GroupBuyOffer),
]


@pytest.mark.parametrize(("save", "read", "field", "slug", "model"), SAVED)
def test_who_saves_says_what_they_have_read(
    world: World, save: str, read: str, field: str, slug: str, model: Any
) -> None:
    """The second of two who write at the same time loses nothing of the first's."""
    change = operation(f"dashboard/{save}")
    ids = {"flash": play_world.SALE_ID, "tea": play_world.TEA}
    before = data_of(operation(f"dashboard/{read}"), world.as_admin, id=ids[slug])
    given = {**play_world.MERCHANTS[save](None), "slug": slug, "config": before["config"]}
    first = {**given, "active": False, "revision": before["revision"]}
    saved = data_of(change, world.as_admin, **first)[field]
    assert saved["active"] is False
    again = data_of(operation(f"dashboard/{read}"), world.as_admin, id=ids[slug])
    assert again["revision"] == saved["revision"] != before["revision"]
    kept = model.objects.values().get(slug=slug)

    late = {**given, "active": True, "revision": before["revision"]}
    assert error_of(change, world.as_admin, **late)[0] == "CHANGED_MEANWHILE"
    new = {**given, "revision": ""}
    assert error_of(change, world.as_admin, **new) == ("INVALID", "This slug is taken.")
    nowhere = {**given, "slug": "nowhere", "revision": saved["revision"]}
    assert error_of(change, world.as_admin, **nowhere)[0] == "CHANGED_MEANWHILE"
    assert model.objects.values().get(slug=slug) == kept
    assert not model.objects.filter(slug="nowhere").exists()

    made = data_of(change, world.as_admin, **{**new, "slug": "nowhere"})[field]
    assert made["slug"] == "nowhere"
