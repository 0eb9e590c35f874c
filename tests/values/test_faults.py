"""What is wrong with a configuration, said to whoever wrote it."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from saleor_loyalty.errors import LoyaltyError, Message, Places, Plural
from saleor_loyalty.features.rewards.config import RewardConfig
from saleor_loyalty.features.tiers.config import LadderConfig
from saleor_loyalty.flows.configurations import Configured, faults_in
from saleor_loyalty.values.config import Config
from saleor_loyalty.values.faults import PlacedFault, faults_of
from saleor_loyalty.values.points import MAX_POINTS
from saleor_loyalty.values.voice import voice_of
from sandbox.catalog_files import messages, read
from sandbox.catalogs import PACKAGE, SOURCE

# What hardly a field takes, each wrong in a way of its own.
NONSENSE: tuple[Any, ...] = (
    *(None, True, "", "no such thing", "x" * 5_000, "2026-01-01T10:00:00", "25:00", -1, 0, 10**15),
    *(1.5, [], [None] * 101, {}, {"kind": "nonsense"}, {"kind": 1}, {"": None}, {"x": "y"}),
    *({str(number): None for number in range(101)},),
)


def every(kind: type[Config] = Config) -> Iterator[type[Config]]:
    for one in kind.__subclasses__():
        yield one
        yield from every(one)


def faults(kind: type[Config], document: Any) -> list[PlacedFault]:
    try:
        kind.model_validate(document)
    except ValidationError as error:
        return list(faults_of(error))
    return []


def test_whatever_is_wrong_is_said_in_every_language() -> None:
    found = {
        fault.said.text
        for kind in every()
        for name, field in kind.model_fields.items()
        for wrong in NONSENSE
        for fault in faults(kind, {field.alias or name: wrong, "surprise": 1})
    }
    known = {
        one.id if isinstance(one.id, str) else one.id[0] for one in messages(read(PACKAGE, SOURCE))
    }
    assert {text.one if isinstance(text, Plural) else text for text in found} <= known
    assert len(found) > 30


@pytest.mark.parametrize(
    ("wrong", "place", "english", "german", "chinese"),
    [
        ({}, "points", "This is needed.", "Bitte ausfüllen.", "此项必填。"),
        (
            {"points": MAX_POINTS + 1},
            "points",
            f"At most {MAX_POINTS}.",
            "Höchstens 1.000.000.000.000.",
            "最多为 1,000,000,000,000。",
        ),
        (
            {"points": 1, "points_by_tier": {"a b": 1}},
            "points_by_tier.a b.[key]",
            "1 to 50 letters (a to z), digits, - and _.",
            "1 bis 50 Buchstaben (a bis z), Ziffern, - und _.",
            "1 至 50 个字母（a 到 z）、数字、- 和 _。",
        ),
        (
            {"points": 1, "name": {}},
            "name",
            "Give it in one language at least.",
            "Bitte in mindestens einer Sprache angeben.",
            "请至少填写一种语言。",
        ),
    ],
)
def test_at_its_place(
    wrong: dict[str, Any], place: str, english: str, german: str, chinese: str
) -> None:
    whole = {"name": {"en": "A"}, "gives": {"kind": "service"}, **wrong}
    (fault,) = faults_in(Configured.REWARD, whole)
    said = [voice_of(code).message(fault.said) for code in ("de", "zh-Hans")]
    assert (fault.place, str(fault.said), *said) == (place, english, german, chinese)


def test_only_not_filled_in_yet() -> None:
    ladder = {"tiers": [{"slug": "gold", "name": {}}], "warn_days_before": [0]}
    found = {".".join(map(str, one.place)): one.missing for one in faults(LadderConfig, ladder)}
    assert found == {"tiers.0.name": True, "warn_days_before.0": False}


def test_a_refusal_names_each_place() -> None:
    with pytest.raises(LoyaltyError) as refusal:
        RewardConfig.parse({"name": {"en": 1}, "points": 1, "gives": {"kind": "coupon"}})
    assert refusal.value.message == (
        "name.en: A text belongs here. gives.coupon: Give either an amount or a percentage."
    )
    assert voice_of("de").refusal(refusal.value) == (
        "name.en: Hier gehört ein Text hin. "
        "gives.coupon: Bitte entweder einen Betrag oder einen Prozentsatz angeben."
    )


def test_a_message_within_a_message() -> None:
    places = Places((("a.0", Message.untranslated("x")), ("", Message.untranslated("y"))))
    assert str(Message.untranslated(places)) == "a.0: x y"
