"""Growth that is bought: what it brings, its limits, and what a refund takes back."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.growth_packs.config import LimitPer, PackConfig
from saleor_loyalty.features.growth_packs.models import PackPurchase
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.members import find_or_join, merge_members
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.pack_terms import config_of
from saleor_loyalty.flows.packs import archive_pack, update_pack
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.ledger.models import Entry, Lot
from saleor_loyalty.values.points import Unit
from saleor_loyalty.values.revision import revision_of
from tests.conftest import PROGRAMME, customer
from tests.flows.balances import sums
from tests.flows.plans import PACK, order_of, pack
from tests.ledger.threads import together
from tests.shop import NOON, Shop, line

DAY = timedelta(days=1)
NOTHING = (0, 0, 0, 0)


@pytest.fixture
def no_awards(programme: None) -> None:
    """A programme under which orders earn nothing by themselves."""
    config = {**PROGRAMME["config"], "earning": {"rates": {}, "expiry": {"months": 12}}}
    later = {**PROGRAMME, "config": config, "valid_from": "2026-01-02T00:00:00Z"}
    set_up({"programmes": [later]}, now=NOON)


def of(member: Member, **more: Any) -> OrderFact:
    return order_of(member, "V-pack", **{"fee": 1000, **more})


def both(member: Member) -> tuple[int, int]:
    """Growth and points that are there; all of them usable."""
    growth, points = sums(member, Unit.GROWTH), sums(member)
    assert (growth[1:], points[1:]) == ((0, 0, 0), (0, 0, 0))
    return growth[0], points[0]


def test_both_are_there_at_once_and_move_the_tier(ada: Member, no_awards: None) -> None:
    """Though what an order earns waits for its fulfilment here."""
    pack()
    act_on([of(ada)], now=NOON)
    assert both(ada) == (300, 50)
    ada.refresh_from_db()
    assert ada.tier is not None
    assert ada.tier.slug == "silver"
    act_on([of(ada)], now=NOON + DAY)
    assert both(ada) == (300, 50)


def test_the_entries_say_what_they_are_for(ada: Member, no_awards: None) -> None:
    pack()
    act_on([of(ada)], now=NOON)
    entries = Entry.objects.order_by("account_id").values_list("source", "data")
    assert list(entries) == [
        ("order:o1/pack/m/1/points", {"reason": "growth_pack", "order": "1"}),
        ("order:o1/pack/m/1/growth", {"reason": "growth_pack", "order": "1"}),
    ]


def test_bonus_points_end_and_are_worth_what_points_are(ada: Member, programme: None) -> None:
    pack(growth=1, bonus_points=100)
    act_on([of(ada, fee=0)], now=NOON)
    lot = Lot.objects.get(amount=100)
    assert lot.expires_at == (NOON + 366 * DAY).replace(hour=0)
    assert (lot.worth_points, lot.worth_minor, lot.worth_currency) == (1, 1, "USD")
    assert Lot.objects.get(amount=1).expires_at is None


@pytest.mark.parametrize(
    ("how", "left"),
    [
        ({"cancelled": True}, (0, 0)),
        ({"fully_refunded": True}, (0, 0)),
        ({"refunded_by_amount": 3000}, (0, 0)),
        ({"refunded_by_amount": 1500}, (450, 75)),
        ({"refunded_by_amount": 1}, (899, 149)),
        (
            {"lines": (line("m", 3000, quantity=3, variant_id="V-pack", refunded_quantity=1),)},
            (600, 100),
        ),
        (
            {
                "lines": (line("m", 3000, quantity=3, variant_id="V-pack", refunded_quantity=1),),
                "refunded_by_amount": 1000,
            },
            (300, 50),
        ),
        ({"lines": (line("m", 2000, quantity=2, variant_id="V-pack"),)}, (600, 100)),
        ({"lines": (line("x", 500),)}, (0, 0)),
    ],
)
def test_a_refund_takes_back_both(
    ada: Member, no_awards: None, how: dict[str, Any], left: tuple[int, int]
) -> None:
    pack()
    order = of(ada, quantity=3)
    act_on([order], now=NOON)
    assert both(ada) == (900, 150)
    for _ in range(2):
        act_on([replace(order, **how)], now=NOON + DAY)
        assert both(ada) == left
    act_on([order], now=NOON + DAY)
    assert both(ada) == left


def test_what_was_spent_meanwhile_is_owed(ada: Member, no_awards: None) -> None:
    pack()
    act_on([of(ada)], now=NOON)
    adjust_points(ada, -50, reason="gift", source="spent", actor="staff", now=NOON)
    act_on([of(ada, cancelled=True)], now=NOON)
    assert sums(ada) == (0, 0, 0, 50)
    assert sums(ada, Unit.GROWTH) == NOTHING
    ada.refresh_from_db()
    assert ada.tier is None


def test_a_programme_without_debt_records_the_loss(ada: Member, no_awards: None) -> None:
    config = {"earning": {"rates": {}}, "debt": "only_what_is_there"}
    set_up(
        {"programmes": [{**PROGRAMME, "valid_from": NOON.isoformat(), "config": config}]}, now=NOON
    )
    pack()
    act_on([of(ada)], now=NOON)
    adjust_points(ada, -50, reason="gift", source="spent", actor="staff", now=NOON)
    act_on([of(ada, cancelled=True)], now=NOON)
    assert sums(ada) == NOTHING


def test_pieces_that_were_added_later_bring_theirs(ada: Member, no_awards: None) -> None:
    pack()
    act_on([of(ada)], now=NOON)
    act_on([of(ada, quantity=3)], now=NOON)
    assert both(ada) == (900, 150)
    act_on([of(ada, quantity=3, cancelled=True)], now=NOON)
    assert both(ada) == (0, 0)


@pytest.mark.parametrize(
    ("per", "second", "brought"),
    [
        ("month", NOON + 21 * DAY, 2),
        ("month", NOON + 22 * DAY, 4),
        ("year", NOON + 22 * DAY, 2),
        ("year", NOON + 297 * DAY, 4),
        ("ever", NOON + 900 * DAY, 2),
    ],
)
def test_pieces_above_the_limit_bring_nothing(
    ada: Member, no_awards: None, per: str, second: Any, brought: int
) -> None:
    pack(limit={"pieces": 2, "per": per})
    act_on([of(ada, quantity=3)], now=NOON)
    assert both(ada) == (600, 100)
    act_on([of(ada, quantity=5, order_id="o2", at=second)], now=second)
    assert sums(ada, Unit.GROWTH)[0] == brought * 300
    counted = PackPurchase.objects.order_by("pk").values_list("quantity", "counted")
    assert list(counted) == [(3, 2), (5, brought - 2)]


def test_what_comes_back_makes_room_again(ada: Member, no_awards: None) -> None:
    """The piece that brought nothing comes back first."""
    pack(limit={"pieces": 2, "per": "ever"})
    three = of(ada, quantity=3)
    act_on([three], now=NOON)
    bought = three.lines[0]
    for back, growth in ((1, 600), (2, 300)):
        act_on([replace(three, lines=(replace(bought, refunded_quantity=back),))], now=NOON)
        assert both(ada)[0] == growth
    act_on([of(ada, quantity=2, order_id="o2")], now=NOON)
    assert both(ada) == (600, 100)


def test_one_members_limit_is_not_anothers(ada: Member, bob: Member, no_awards: None) -> None:
    pack(limit={"pieces": 1, "per": "ever"})
    act_on([of(ada), of(bob, order_id="o2")], now=NOON)
    assert (both(ada), both(bob)) == ((300, 50), (300, 50))


def test_the_month_is_that_of_the_shop() -> None:
    config = PackConfig.model_validate({**PACK, "limit": {"pieces": 1, "per": "month"}})
    late = NOON.replace(day=31, hour=20)
    assert config.period(late, ZoneInfo("UTC")) == "2026-03"
    assert config.period(late, ZoneInfo("Asia/Shanghai")) == "2026-04"
    assert LimitPer.YEAR.period(late, ZoneInfo("UTC")) == "2026"


def test_what_was_bought_keeps_what_it_brought(ada: Member, no_awards: None) -> None:
    made = pack()
    act_on([of(ada, quantity=2)], now=NOON)
    update_pack(
        "step", {**PACK, "growth": 1, "bonus_points": 0}, revision=revision_of(config_of(made))
    )
    back = replace(
        of(ada), lines=(line("m", 2000, quantity=2, variant_id="V-pack", refunded_quantity=1),)
    )
    act_on([back], now=NOON)
    assert both(ada) == (300, 50)
    archive_pack("step")
    act_on([of(ada, order_id="o2")], now=NOON)
    assert both(ada) == (301, 50)


def test_what_two_accounts_bought_counts_for_one_person(
    ada: Member, bob: Member, no_awards: None
) -> None:
    pack(limit={"pieces": 2, "per": "ever"})
    act_on([of(ada), of(bob, order_id="o2")], now=NOON)
    merge_members(bob, ada, now=NOON, actor="user:9")
    assert both(ada) == (600, 100)
    act_on([of(ada, order_id="o3")], now=NOON)
    assert both(ada) == (600, 100)
    act_on([of(bob, order_id="o2", cancelled=True)], now=NOON)
    assert both(ada) == (300, 50)


def test_awards_of_the_same_order_stand_beside_it(ada: Member, programme: None) -> None:
    pack()
    order = of(ada, fulfilled_at=NOON)
    act_on([order], now=NOON)
    assert both(ada) == (310, 60)
    act_on([replace(order, cancelled=True)], now=NOON)
    assert both(ada) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_orders_at_once_do_not_pass_the_limit(ada: Member, no_awards: None) -> None:
    pack(limit={"pieces": 3, "per": "month"})
    orders = [of(ada, quantity=2, order_id=f"o{number}") for number in range(4)]

    def act(order: OrderFact) -> Any:
        with transaction.atomic():
            act_on([order], now=NOON)
        return "done"

    assert together(*(lambda order=order: act(order) for order in orders)) == ["done"] * 4
    assert both(ada) == (900, 150)
    counted = PackPurchase.objects.values_list("counted", flat=True)
    assert sorted(counted) == [0, 0, 1, 2]
    found: list[Any] = []
    audit(found.append)
    assert found == []


_runs = count()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.integers(1, 3),
            st.sampled_from(
                [{}, {"refunded_by_amount": 300}, {"refunded_by_amount": 999}, {"cancelled": True}]
            ),
        ),
        min_size=1,
        max_size=3,
    ),
    st.randoms(),
)
def test_facts_may_arrive_in_any_order_and_more_than_once(
    shop: Shop, no_awards: None, story: list[tuple[int, dict[str, Any]]], chance: Any
) -> None:
    run = next(_runs)
    pack(f"pack-{run}", variants=[f"V-{run}"])
    found = []
    for name in "ab":
        member = find_or_join(customer(shop, f"g{run}-{name}"), now=NOON)
        facts = []
        for number, (quantity, how) in enumerate(story):
            order = order_of(
                member, f"V-{run}", quantity=quantity, order_id=f"g{member.pk}-{number}", fee=1000
            )
            facts += [order, replace(order, **how)]
        last = facts[1::2]
        if name == "b":
            chance.shuffle(facts)
        for fact in [*facts, *last]:
            act_on([fact], now=NOON)
        found.append(both(member))
    assert found[0] == found[1]
