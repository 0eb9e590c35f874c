"""For whom lotteries, flash sales and group buys are, and what the others are told."""

from datetime import timedelta

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.lottery.models import LotteryTicket
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.flash_sale_claims import price_for
from saleor_loyalty.flows.flash_sales import save_sale
from saleor_loyalty.flows.gate_lint import lint_gates
from saleor_loyalty.flows.gates import Named, check_member
from saleor_loyalty.values.gate import Gate
from saleor_loyalty.values.voice import voice_of
from tests.flows.balances import sums
from tests.flows.groups import an_offer, counts, join, lead
from tests.flows.lottery import a_lottery, buy, rich
from tests.flows.mall import reward
from tests.flows.perks import ladder, plan, put_in
from tests.shop import NOON

VIP = {"segments": ["vip"]}


def of_ada(member_id: int) -> set[str]:
    return {"vip"} if Member.objects.get(pk=member_id).email.startswith("ada") else {"other"}


@pytest.fixture(autouse=True)
def segments(settings: object) -> None:
    settings.SALEOR_LOYALTY_SEGMENTS = "tests.flows.test_gates.of_ada"  # type: ignore[attr-defined]


def refusal(gate: Gate, language: str = "en") -> str:
    return voice_of(language).refusal(Named().refusal(gate))


def test_a_segment_may_play_and_others_may_not(ada: Member, bob: Member) -> None:
    rich(ada)
    rich(bob)
    a_lottery(gate=VIP)
    an_offer(gate=VIP)
    items = [{"variant_id": "v1", "prices": {"USD": 700}}]
    config = {"name": {"en": "Flash"}, "items": items, "gate": VIP}
    ends = NOON + timedelta(days=1)
    save_sale("flash", config, starts_at=NOON, ends_at=ends, active=True)

    assert len(buy(ada, 2)) == 2
    lead(ada)
    mine = price_for(ada, "v1", "USD", 1, "c1", now=NOON)
    assert mine is not None
    assert mine.price == 700
    for act in (lambda: buy(bob, 1), lambda: join(bob)):
        with pytest.raises(LoyaltyError) as refused:
            act()
        assert (refused.value.code, refused.value.message) == (
            Code.FORBIDDEN,
            "This is for other members.",
        )
    assert price_for(bob, "v1", "USD", 1, "c2", now=NOON) is None
    assert (LotteryTicket.objects.count(), counts(), sums(bob)[0]) == (2, ("open", 1, 0), 1000)


def test_any_of_what_a_gate_names_lets_in(ada: Member, bob: Member) -> None:
    ladder(silver=[], gold=[])
    put_in(bob, "gold")
    gate = Gate.parse({"tiers": ["gold"], "segments": ["vip"]})
    check_member(ada, gate, now=NOON)
    check_member(bob, gate, now=NOON)
    with pytest.raises(LoyaltyError):
        check_member(bob, Gate.parse({"tiers": ["silver"], "segments": ["vip"]}), now=NOON)


def test_the_others_are_told_whom_it_is_for(ada: Member) -> None:
    ladder(silver=[], gold=[])
    plan("plus", [])
    plan("old", [], active=False)
    gold = Gate.parse({"tiers": ["gold"]})
    assert refusal(gold) == "This is for Gold members."
    assert refusal(gold, "de") == "Das ist für Mitglieder mit Gold-Stufe."
    several = Gate.parse({"tiers": ["gold", "silver"], "plans": ["plus", "old"]})
    assert refusal(several) == "This is for Silver, Gold, or Plus members."
    assert refusal(Gate.parse({"plans": ["old"]})) == "This is for other members."
    assert Named().refusal(several).message == "This is for Silver or Gold or Plus members."


def test_how_many_points_are_missing_is_said(ada: Member) -> None:
    rich(ada, 150)
    a_lottery()
    an_offer(stake_points=151)
    said = []
    for act in (lambda: buy(ada, 3), lambda: lead(ada)):
        with pytest.raises(LoyaltyError) as refused:
            act()
        said.append((refused.value.code, refused.value.field, refused.value.message))
    assert said == [
        (Code.NOT_ENOUGH_POINTS, "count", "You are 150 points short."),
        (Code.NOT_ENOUGH_POINTS, "offerId", "You are 1 point short."),
    ]
    assert sums(ada) == (150, 0, 0, 0)


def test_a_gate_that_nobody_passes_is_found(ada: Member) -> None:
    ladder(silver=[], gold=[])
    plan("old", [], active=False)
    reward(gate={"tiers": ["gold", "glod"]})
    reward("hidden", gate={"tiers": ["glod"]}, active=False)
    a_lottery(gate={"plans": ["old"]})
    an_offer(gate={"tiers": ["bronze"], "segments": ["vip"]})
    items = [{"variant_id": "v1", "prices": {"USD": 700}}]
    config = {"name": {"en": "Flash"}, "items": items, "gate": {"tiers": ["bronze"]}}
    ends = NOON + timedelta(days=1)
    save_sale("flash", config, starts_at=NOON, ends_at=ends, active=True)
    found = {(one.severity.value, one.place, one.text) for one in lint_gates(now=NOON)}
    assert found == {
        ("warning", "rewards.gift.gate.tiers", "There is no tier glod."),
        ("warning", "groups.tea.gate.tiers", "There is no tier bronze."),
        ("error", "flash_sales.flash.gate.tiers", "There is no tier bronze."),
        ("error", "lotteries.spring.gate.plans", "There is no plan old."),
    }
    assert {one.place for one in lint_gates(now=ends)} == {place for _, place, _ in found} - {
        "flash_sales.flash.gate.tiers"
    }
