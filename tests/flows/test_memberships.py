"""Orders that buy a membership: paid, refunded, cancelled, edited, and facts in any order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import (
    Membership,
    MembershipPurchase,
    MembershipSaving,
)
from saleor_loyalty.flows.members import find_or_join, merge_members
from saleor_loyalty.flows.membership_plans import archive_plan, update_plan
from saleor_loyalty.flows.membership_terms import document_of
from saleor_loyalty.flows.memberships import Saved, savings_of, trials_among
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.values.revision import revision_of
from tests.conftest import PROGRAMME, customer
from tests.flows.plans import LIFE, MONTH, PLUS, YEAR, buy, membership, order_of, plan, span
from tests.shop import NOON, Shop, line, paid_order

DAY = timedelta(days=1)
A_YEAR = "2026-03-10T12:00/2027-03-11T00:00"


def effects(kind: str) -> int:
    return OutboxEffect.objects.filter(kind=kind).count()


def saved(member: Member) -> list[Saved]:
    found = membership(member)
    return savings_of([found])[found.pk]


def test_a_paid_order_begins_it_and_the_next_prolongs_it(ada: Member) -> None:
    plan()
    buy(ada, MONTH)
    assert span(ada) == "2026-03-10T12:00/2026-04-11T00:00"
    buy(ada, YEAR, order_id="o2", at=NOON + 20 * DAY)
    assert span(ada) == "2026-03-10T12:00/2027-04-11T00:00"
    buy(ada, LIFE, order_id="o3", at=NOON + 21 * DAY)
    assert span(ada) == "2026-03-10T12:00/"


def test_an_order_that_is_not_paid_begins_nothing(ada: Member) -> None:
    plan()
    act_on([replace(order_of(ada), paid_at=None)], now=NOON)
    assert span(ada) == ""
    assert not MembershipPurchase.objects.exists()


def test_what_is_no_plan_begins_nothing(ada: Member) -> None:
    plan()
    buy(ada, "V-lamp")
    buy(ada, "", order_id="o2")
    assert not MembershipPurchase.objects.exists()


def test_several_pieces_and_lines_add_up(ada: Member) -> None:
    plan()
    two = line("n", 500, variant_id=MONTH)
    order = order_of(ada, MONTH, quantity=3)
    act_on([replace(order, lines=(*order.lines, two))], now=NOON)
    assert span(ada) == "2026-03-10T12:00/2026-07-11T00:00"


def test_the_same_fact_again_changes_nothing(ada: Member) -> None:
    plan()
    order = order_of(ada)
    act_on([order], now=NOON)
    before = list(MembershipPurchase.objects.values()), effects("reprice"), effects("mirror")
    for _ in range(3):
        act_on([order], now=NOON + DAY)
    after = list(MembershipPurchase.objects.values()), effects("reprice"), effects("mirror")
    assert after == before
    assert span(ada) == A_YEAR


def test_prices_and_what_the_shop_shows_follow_each_change(ada: Member) -> None:
    plan()
    told = [effects("reprice"), effects("mirror")]
    buy(ada)
    assert [effects("reprice"), effects("mirror")] == [told[0] + 1, told[1] + 1]
    act_on([replace(order_of(ada), fully_refunded=True)], now=NOON + DAY)
    assert [effects("reprice"), effects("mirror")] == [told[0] + 2, told[1] + 2]
    subjects = OutboxEffect.objects.filter(kind="mirror").values_list("subject", flat=True)
    assert set(subjects) == {f"member:{ada.pk}"}


@pytest.mark.parametrize(
    "how",
    [
        {"cancelled": True},
        {"fully_refunded": True},
        {"refunded_by_amount": 9900},
        {"lines": (line("m", 9900, variant_id=YEAR, refunded_quantity=1),)},
    ],
)
@pytest.mark.parametrize("policy", ["pro_rata", "at_once"])
def test_what_went_back_ends_it_and_used_time_stays(
    ada: Member, how: dict[str, Any], policy: str
) -> None:
    plan(refund=policy)
    buy(ada)
    act_on([replace(order_of(ada), **how)], now=NOON + 10 * DAY)
    assert span(ada) == "2026-03-10T12:00/2026-03-20T12:00"
    act_on([replace(order_of(ada), **how)], now=NOON + 20 * DAY)
    assert span(ada) == "2026-03-10T12:00/2026-03-20T12:00"


@pytest.mark.parametrize(
    ("policy", "ends"),
    [
        # Half of 366 days, with the one it was bought on.
        ("pro_rata", "2026-09-09T00:00"),
        ("at_once", "2026-03-20T12:00"),
    ],
)
def test_half_of_the_money_back(ada: Member, policy: str, ends: str) -> None:
    plan(refund=policy)
    buy(ada)
    act_on([replace(order_of(ada), refunded_by_amount=4950)], now=NOON + 10 * DAY)
    assert span(ada) == f"2026-03-10T12:00/{ends}"


@pytest.mark.parametrize(
    ("policy", "ends"), [("pro_rata", "2026-09-09T00:00"), ("at_once", "2027-03-11T00:00")]
)
def test_half_of_an_order_with_other_things(ada: Member, policy: str, ends: str) -> None:
    """For what the money went back nobody says: where any refund ends it, this one does not."""
    plan(refund=policy)
    order = order_of(ada)
    order = replace(order, lines=(*order.lines, line("lamp", 2000)))
    act_on([order], now=NOON)
    act_on([replace(order, refunded_by_amount=5950)], now=NOON + DAY)
    assert span(ada) == f"2026-03-10T12:00/{ends}"


def test_the_lamp_came_back_and_the_membership_stays(ada: Member) -> None:
    plan(refund="at_once")
    order = order_of(ada)
    lamp = line("lamp", 2000)
    act_on([replace(order, lines=(*order.lines, lamp))], now=NOON)
    back = replace(order, lines=(*order.lines, replace(lamp, refunded_quantity=1)))
    act_on([back], now=NOON + DAY)
    assert span(ada) == A_YEAR


def test_two_refunds_one_after_the_other_give_no_used_time_back(ada: Member) -> None:
    """The first has ended it in September; the second comes in December, for all the rest."""
    plan()
    buy(ada)
    act_on([replace(order_of(ada), refunded_by_amount=4950)], now=NOON + 10 * DAY)
    december = datetime(2026, 12, 1, tzinfo=UTC)
    buy(ada, MONTH, order_id="o2", at=datetime(2026, 9, 1, tzinfo=UTC))
    assert span(ada) == "2026-03-10T12:00/2026-10-10T00:00"
    act_on([replace(order_of(ada), fully_refunded=True)], now=december)
    assert span(ada) == "2026-03-10T12:00/2026-10-10T00:00"


def test_what_waited_begins_when_the_first_is_refunded(ada: Member) -> None:
    plan()
    buy(ada)
    buy(ada, MONTH, order_id="o2", at=NOON + DAY)
    act_on([replace(order_of(ada), cancelled=True)], now=NOON + 10 * DAY)
    assert span(ada) == "2026-03-10T12:00/2026-04-21T00:00"


def test_refunded_before_it_ever_covered_anything(ada: Member) -> None:
    plan()
    buy(ada)
    act_on([replace(order_of(ada), cancelled=True)], now=NOON)
    found = membership(ada)
    assert found.starts_at == found.ends_at == NOON


def test_an_order_that_was_cancelled_when_it_became_known(ada: Member) -> None:
    plan()
    act_on([replace(order_of(ada), cancelled=True)], now=NOON)
    assert not Membership.objects.exists()


def test_an_edited_order_counts_as_what_it_is_now(ada: Member) -> None:
    plan()
    order = order_of(ada, MONTH)
    act_on([order], now=NOON)
    more = replace(order, lines=(line("m", 2000, quantity=2, variant_id=MONTH),))
    act_on([more], now=NOON)
    assert span(ada) == "2026-03-10T12:00/2026-05-11T00:00"
    other = replace(order, lines=(line("x", 9900, variant_id=YEAR),))
    act_on([other], now=NOON)
    assert span(ada) == A_YEAR
    act_on([replace(order, lines=(line("y", 500),))], now=NOON + DAY)
    found = membership(ada)
    assert found.starts_at == found.ends_at


def test_a_late_fact_about_an_earlier_state_gives_nothing_back(ada: Member) -> None:
    plan()
    order = order_of(ada)
    act_on([order], now=NOON)
    act_on([replace(order, refunded_by_amount=9900)], now=NOON + 10 * DAY)
    act_on([order], now=NOON + 11 * DAY)
    assert span(ada) == "2026-03-10T12:00/2026-03-20T12:00"


def test_a_payment_that_flips_changes_nothing(ada: Member) -> None:
    plan()
    order = order_of(ada)
    for fact in (order, replace(order, paid_at=None), order):
        act_on([fact], now=NOON)
    assert span(ada) == A_YEAR


def test_what_was_bought_keeps_its_terms(ada: Member) -> None:
    made = plan()
    buy(ada)
    changed = {**PLUS, "variants": {YEAR: {"months": 1}}, "refund": "at_once"}
    update_plan("plus", changed, revision=revision_of(document_of(made)))
    act_on([replace(order_of(ada), refunded_by_amount=4950)], now=NOON + 10 * DAY)
    assert span(ada) == "2026-03-10T12:00/2026-09-09T00:00"


def test_whoever_paid_for_what_is_not_sold_any_more_has_it(ada: Member, bob: Member) -> None:
    plan()
    buy(ada)
    archive_plan("plus")
    assert span(ada) == A_YEAR
    buy(bob, order_id="o2")
    assert span(bob) == A_YEAR


def test_another_plan_may_take_over_a_variant(ada: Member) -> None:
    plan()
    archive_plan("plus")
    plan("better", variants={YEAR: {"months": 24}})
    buy(ada)
    assert (span(ada), span(ada, "better")) == ("", "2026-03-10T12:00/2028-03-11T00:00")


def test_two_plans_beside_each_other(ada: Member) -> None:
    plan()
    plan("vip", variants={"V-vip": {"days": 30}})
    buy(ada)
    buy(ada, "V-vip", order_id="o2")
    assert (span(ada), span(ada, "vip")) == (A_YEAR, "2026-03-10T12:00/2026-04-10T00:00")


def test_the_midnight_is_that_of_the_shops_own_programme(ada: Member) -> None:
    config = {**PROGRAMME["config"], "time_zone": "Asia/Shanghai"}
    later = {**PROGRAMME, "config": config, "valid_from": "2026-01-02T00:00:00Z"}
    set_up({"programmes": [later]}, now=NOON)
    plan()
    buy(ada, MONTH)
    assert span(ada) == "2026-03-10T12:00/2026-04-10T16:00"


def test_a_guest_has_it_and_takes_it_into_the_account(shop: Shop, programme: None) -> None:
    plan()
    order = paid_order(
        line("m", 990, variant_id=MONTH), user_id=None, email="eve@example.com", order_id="o9"
    )
    act_on([order], now=NOON)
    guest = Member.objects.get()
    assert span(guest) == "2026-03-10T12:00/2026-04-11T00:00"
    eve = find_or_join(customer(shop, "eve"), now=NOON + DAY)
    assert span(eve) == "2026-03-10T12:00/2026-04-11T00:00"
    guest.refresh_from_db()
    assert guest.merged_into == eve
    act_on([replace(order, cancelled=True)], now=NOON + 2 * DAY)
    assert span(eve) == "2026-03-10T12:00/2026-03-12T12:00"


def test_what_two_accounts_bought_covers_one_person(ada: Member, bob: Member) -> None:
    plan()
    plan("vip", variants={"V-vip": {"days": 30}})
    buy(ada, MONTH)
    buy(bob, YEAR, order_id="o2", at=NOON + DAY)
    buy(bob, "V-vip", order_id="o3")
    merge_members(bob, ada, now=NOON + 2 * DAY, actor="user:9")
    assert span(ada) == "2026-03-10T12:00/2027-04-11T00:00"
    assert span(ada, "vip") == "2026-03-10T12:00/2026-04-10T00:00"
    left = Membership.objects.get(member=bob)
    assert left.starts_at == left.ends_at
    # A refund of what bob bought takes from what ada has.
    act_on([replace(order_of(bob, YEAR, order_id="o2"), cancelled=True)], now=NOON + 2 * DAY)
    assert span(ada) == "2026-03-10T12:00/2026-04-11T00:00"


def test_what_it_saved_against_what_it_cost(ada: Member) -> None:
    plan()
    buy(ada, saved=(("plan:plus", 100), ("tier:gold", 7), ("plan:gone", 9)))
    lamp = paid_order(
        line("l", 2000),
        line("k", 2000),
        order_id="o2",
        user_id=ada.user_id,
        saved=(("plan:plus", 350),),
        paid_at=NOON + DAY,
    )
    act_on([lamp], now=NOON + DAY)
    assert saved(ada) == [Saved("USD", 450, 9900)]
    half = replace(lamp, lines=(lamp.lines[0], replace(lamp.lines[1], refunded_quantity=1)))
    act_on([half], now=NOON + DAY)
    assert saved(ada) == [Saved("USD", 275, 9900)]
    act_on([replace(half, cancelled=True)], now=NOON + DAY)
    assert saved(ada) == [Saved("USD", 100, 9900)]
    act_on([replace(order_of(ada), refunded_by_amount=900)], now=NOON + 2 * DAY)
    assert saved(ada) == [Saved("USD", 0, 9000)]


def test_savings_of_another_currency_stand_by_themselves(ada: Member) -> None:
    plan()
    buy(ada)
    act_on(
        [
            paid_order(
                line("l", 2000),
                order_id="o2",
                user_id=ada.user_id,
                currency="CNY",
                saved=(("plan:plus", 350),),
            )
        ],
        now=NOON,
    )
    assert saved(ada) == [Saved("CNY", 350, 0), Saved("USD", 0, 9900)]


def test_what_an_earlier_membership_saved_is_past(ada: Member) -> None:
    plan()
    buy(ada, MONTH, saved=(("plan:plus", 100),))
    assert saved(ada) == [Saved("USD", 100, 9900)]
    buy(ada, MONTH, order_id="o2", at=NOON + 90 * DAY, fee=1000)
    assert saved(ada) == [Saved("USD", 0, 1000)]
    assert MembershipSaving.objects.count() == 1


def test_many_orders_in_one_go(shop: Shop, programme: None) -> None:
    plan()
    orders = [
        paid_order(
            line("m", 990, variant_id=MONTH),
            order_id=f"o{number}",
            user_id=None,
            email=f"guest{number % 5}@example.com",
        )
        for number in range(20)
    ]
    act_on(orders, now=NOON)
    act_on(orders, now=NOON)
    assert MembershipPurchase.objects.count() == 20
    assert {span(member) for member in Member.objects.all()} == {
        "2026-03-10T12:00/2026-07-11T00:00"
    }
    assert trials_among(list(Membership.objects.all())) == set()


_runs = count()


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.sampled_from([MONTH, YEAR]),
            st.integers(0, 60),
            st.sampled_from([{}, {"refunded_by_amount": 3000}, {"cancelled": True}]),
        ),
        min_size=1,
        max_size=4,
    ),
    st.randoms(),
)
def test_facts_may_arrive_in_any_order_and_more_than_once(
    shop: Shop, programme: None, story: list[tuple[str, int, dict[str, Any]]], chance: Any
) -> None:
    """The last fact about each order is what it is; all that came before it leaves no trace."""
    run = next(_runs)
    slug = f"plan-{run}"
    now = NOON + 100 * DAY
    plan(slug, variants={f"{MONTH}{run}": {"months": 1}, f"{YEAR}{run}": {"months": 12}})
    people = [find_or_join(customer(shop, f"p{run}-{one}"), now=NOON) for one in "ab"]
    found = []
    for person in people:
        facts: list[OrderFact] = []
        for number, (variant, day, how) in enumerate(story):
            order = order_of(
                person,
                f"{variant}{run}",
                at=NOON + day * DAY,
                order_id=f"{person.pk}-{number}",
            )
            # The last state of each order comes after its others.
            facts.append(replace(order, **how))
            if chance.random() < 0.5:
                facts.insert(chance.randrange(len(facts)), order)
        last = {fact.order_id: fact for fact in facts}
        chance.shuffle(facts)
        for fact in [*facts, *last.values()]:
            act_on([fact], now=now)
        found.append(span(person, slug))
    assert found[0] == found[1]
