"""Setting up by document, refusals with their place, and which programme serves what."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.features.earning.expiry_config import Expiry, ExpiryEnd
from saleor_loyalty.features.programme.models import Programme, ProgrammeVersion
from saleor_loyalty.features.tiers.models import LadderVersion, Tier
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.flows.terms import Catalogue, ProgrammeConfig
from saleor_loyalty.management.commands.loyalty_setup import STARTER
from tests.conftest import LADDER, PROGRAMME
from tests.shop import NOON


@pytest.mark.django_db
def test_the_starter_document_works_and_twice_is_once() -> None:
    for _ in range(2):
        set_up(json.loads(STARTER.read_text()), now=NOON)
    assert ProgrammeVersion.objects.count() == 1
    assert list(Tier.objects.order_by("rank").values_list("slug", flat=True)) == ["silver", "gold"]


@pytest.mark.django_db
def test_a_tier_may_be_put_below_those_there_are_and_another_taken_away() -> None:
    set_up({"programmes": [], "ladder": LADDER}, now=NOON)
    bronze = {"slug": "bronze", "name": {"en": "Bronze"}, "everybody": True}
    silver, _gold = LADDER["tiers"]
    set_up({"programmes": [], "ladder": {**LADDER, "tiers": [bronze, silver]}}, now=NOON)
    tiers = Tier.objects.order_by("-active", "rank").values_list("slug", "rank", "active")
    assert list(tiers) == [("bronze", 1, True), ("silver", 2, True), ("gold", 2, False)]
    assert LadderVersion.objects.count() == 2


@pytest.mark.django_db
def test_an_edit_is_a_further_version_and_the_past_keeps_its_own() -> None:
    set_up({"programmes": [PROGRAMME]}, now=NOON)
    later = NOON + timedelta(days=1)
    changed = {**PROGRAMME, "valid_from": later.isoformat()}
    changed["config"] = {**PROGRAMME["config"], "debt": "only_what_is_there"}
    set_up({"programmes": [changed]}, now=NOON)
    catalogue = Catalogue.load()
    numbers = [catalogue.in_force("web", at) for at in (NOON, later)]
    assert [terms.number for terms in numbers if terms] == [1, 2]
    assert catalogue.in_force("web", NOON - timedelta(days=365)) is None


@pytest.mark.django_db
def test_a_programme_that_names_a_channel_serves_it_alone() -> None:
    eu = {**PROGRAMME, "slug": "eu", "channels": ["eu", "uk"]}
    set_up({"programmes": [PROGRAMME, eu]}, now=NOON)
    served = [Catalogue.load().in_force(slug, NOON) for slug in ("eu", "uk", "us")]
    assert [terms.programme for terms in served if terms] == ["eu", "eu", "points"]


def with_config(path: str, value: Any) -> dict[str, Any]:
    document = json.loads(json.dumps({"programmes": [PROGRAMME], "ladder": LADDER}))
    place = document
    *parents, last = path.split(".")
    for name in parents:
        place = place[int(name) if name.isdigit() else name]
    place[last] = value
    return document


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("programmes.0.config.earning.rates.USD.points", 0),
        ("programmes.0.config.earning.rates.USD.points", 1.5),
        ("programmes.0.config.earning.rates.USD.points", True),
        ("programmes.0.config.earning.rates.USD.minor", -1),
        ("programmes.0.config.earning.rates.XXY", {"points": 1, "minor": 1}),
        ("programmes.0.config.earning.maturity", {"kind": "at_once", "days": 3}),
        ("programmes.0.config.earning.maturity", {"kind": "some day"}),
        ("programmes.0.config.earning.surprise", 1),
        ("programmes.0.config.spending.max_share", 10_001),
        ("programmes.0.config.time_zone", "Mars/Olympus"),
        ("programmes.0.slug", "not a slug"),
        ("ladder.grace_days", -1),
        ("ladder.tiers.0.slug", "not a slug"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(path: str, value: Any) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        set_up(with_config(path, value), now=NOON)
    assert path in refusal.value.message
    assert not Programme.objects.exists()


@pytest.mark.django_db
def test_a_channel_belongs_to_one_programme() -> None:
    twice = [{**PROGRAMME, "slug": slug, "channels": ["eu"]} for slug in ("a", "b")]
    with pytest.raises(LoyaltyError, match="eu is given twice"):
        set_up({"programmes": twice}, now=NOON)
    assert not Programme.objects.exists()


@pytest.mark.parametrize(
    ("end_of", "zone", "expected"),
    [
        (ExpiryEnd.DAY, "UTC", datetime(2027, 3, 1, tzinfo=UTC)),
        (ExpiryEnd.MONTH, "UTC", datetime(2027, 3, 1, tzinfo=UTC)),
        (ExpiryEnd.YEAR, "UTC", datetime(2028, 1, 1, tzinfo=UTC)),
        # It is the 28th in New York still, and the 1st in Tokyo already.
        (ExpiryEnd.DAY, "America/New_York", datetime(2027, 3, 1, 5, tzinfo=UTC)),
        (ExpiryEnd.DAY, "Asia/Tokyo", datetime(2027, 3, 1, 15, tzinfo=UTC)),
        (ExpiryEnd.MONTH, "Asia/Tokyo", datetime(2027, 3, 31, 15, tzinfo=UTC)),
    ],
)
def test_expiry_is_at_the_programmes_midnight(
    end_of: ExpiryEnd, zone: str, expected: datetime
) -> None:
    earned = datetime(2026, 2, 28, 20, tzinfo=UTC)
    assert Expiry(months=12, end_of=end_of).expires_at(earned, ZoneInfo(zone)) == expected


def test_expiry_of_a_leap_day_and_never() -> None:
    leap = datetime(2024, 2, 29, 12, tzinfo=UTC)
    zone = ZoneInfo("UTC")
    assert Expiry(months=12).expires_at(leap, zone) == datetime(2025, 3, 1, tzinfo=UTC)
    assert Expiry().expires_at(leap, zone) is None


def test_a_config_survives_being_stored() -> None:
    config = ProgrammeConfig.parse(PROGRAMME["config"])
    assert ProgrammeConfig.parse(json.loads(json.dumps(config.to_json()))) == config
