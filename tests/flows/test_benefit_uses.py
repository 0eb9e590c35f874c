"""Quotas: used by orders and by staff, given back, and never more than there are."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.events.models import OutboxEffect
from saleor_loyalty.features.benefits.models import BenefitUse
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import benefit_uses
from saleor_loyalty.flows.benefit_uses import NewUse
from saleor_loyalty.flows.outbox import work_outbox
from tests.flows.perks import join_plan, ladder, plan, put_in
from tests.ledger.threads import together
from tests.shop import NOON, Shop, line, paid_order

RETURNS = {"kind": "free_returns", "quota": 2, "per": "month"}
SHIPPING = {"kind": "free_shipping", "quota": 2, "per": "month"}
USED = ("free_shipping", "free_shipping")


@pytest.fixture
def gold(ada: Member) -> Member:
    ladder(silver=[], gold=[RETURNS, SHIPPING])
    return put_in(ada, "gold")


def use(
    member: Member,
    slug: str = "free_returns",
    *,
    kind: str = "free_returns",
    source: str = "",
    now: datetime = NOON,
    quantity: int = 1,
    note: str = "",
) -> BenefitUse:
    wanted = NewUse(
        kind=kind, slug=slug, source=source or str(uuid4()), quantity=quantity, note=note
    )
    return benefit_uses.use(member, wanted, actor="staff:7", now=now)


def left(member: Member, now: datetime = NOON) -> dict[str, int | None]:
    return {one.slug: one.left for one in benefit_uses.quotas_of(member, now=now)}


def refused(code: Code) -> AbstractContextManager[object]:
    return pytest.raises(LoyaltyError, check=lambda error: error.code is code)


def order(member: Member, order_id: str = "o1", **more: object) -> OrderFact:
    given: dict[str, object] = {"user_id": member.user_id, "email": member.email, "used": (USED,)}
    return paid_order(line("a", 1000), order_id=order_id, **{**given, **more})


def changed(member: Member, *facts: OrderFact, now: datetime = NOON) -> None:
    benefit_uses.orders_changed(facts, {}, {one.order_id: member for one in facts}, now=now)


def test_staff_use_one_up_and_give_it_back(gold: Member) -> None:
    made = use(gold, note="parcel 17")
    assert (made.period, made.actor, made.note, made.used_at) == (
        "2026-03",
        "staff:7",
        "parcel 17",
        NOON,
    )
    assert left(gold) == {"free_returns": 1, "free_shipping": 2}
    later = NOON + timedelta(days=1)
    undone = benefit_uses.undo(made.public_id, actor="staff:8", now=later)
    again = benefit_uses.undo(made.public_id, actor="staff:9", now=later + timedelta(days=1))
    assert (undone.undone_at, undone.undone_by) == (again.undone_at, again.undone_by)
    assert (again.undone_at, again.undone_by) == (later, "staff:8")
    assert left(gold)["free_returns"] == 2


def test_not_more_than_there_are(gold: Member) -> None:
    use(gold, quantity=2)
    with refused(Code.LIMIT_EXCEEDED):
        use(gold)
    assert BenefitUse.objects.count() == 1
    assert left(gold)["free_returns"] == 0


def test_with_the_next_month_there_are_as_many_again(gold: Member) -> None:
    use(gold, quantity=2)
    april = NOON.replace(month=4, day=1, hour=0)
    assert left(gold, april - timedelta(seconds=1))["free_returns"] == 0
    assert left(gold, april)["free_returns"] == 2
    ends = [one.period_ends_at for one in benefit_uses.quotas_of(gold, now=NOON)]
    assert ends == [april, april]


def test_the_same_use_told_again_counts_once(gold: Member) -> None:
    first = use(gold, source="slip 9", quantity=2)
    assert use(gold, source="slip 9", quantity=2) == first
    with refused(Code.SOURCE_KEY_CONFLICT):
        use(gold, source="slip 9", quantity=1)
    assert left(gold)["free_returns"] == 0


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"slug": "nothing"}, Code.NOT_FOUND),
        ({"kind": "service"}, Code.NOT_FOUND),
        ({"quantity": 0}, Code.INVALID),
        ({"quantity": 1001}, Code.INVALID),
        ({"note": "x" * 501}, Code.INVALID),
        ({"note": "a\0b"}, Code.INVALID),
    ],
)
def test_refused_and_nothing_changed(gold: Member, given: dict[str, str], code: Code) -> None:
    with refused(code):
        use(gold, **given)  # type: ignore[arg-type]
    assert not BenefitUse.objects.exists()


def test_who_is_in_another_tier_has_none(gold: Member) -> None:
    put_in(gold, "silver")
    with refused(Code.NOT_FOUND):
        use(gold)
    gold.merged_into = gold
    with refused(Code.MEMBER_CLOSED):
        use(gold)


def test_undoing_what_is_not_there(gold: Member) -> None:
    with refused(Code.NOT_FOUND):
        benefit_uses.undo(uuid4(), actor="staff:7", now=NOON)


def test_tier_and_plan_have_quotas_of_their_own(gold: Member) -> None:
    join_plan(gold, plan("plus", [RETURNS]))
    use(gold, quantity=2)
    use(gold, "plus.free_returns")
    assert left(gold) == {"free_returns": 0, "free_shipping": 2, "plus.free_returns": 1}


def test_an_order_uses_what_it_was_promised_once(gold: Member) -> None:
    for _ in range(2):
        changed(gold, order(gold))
    assert left(gold)["free_shipping"] == 1
    changed(gold, *(order(gold, f"o{number}") for number in range(2, 5)))
    # Two more than there were: they were promised.
    assert left(gold)["free_shipping"] == 0
    assert BenefitUse.objects.filter(period="2026-03").count() == 4


def test_a_cancelled_order_gives_back_what_it_used(gold: Member) -> None:
    use(gold, "free_shipping", kind="free_shipping")
    changed(gold, order(gold))
    changed(gold, order(gold, cancelled=True))
    changed(gold, order(gold, "o2", cancelled=True))
    assert left(gold)["free_shipping"] == 1
    # A late fact of the order as it was paid takes nothing again.
    changed(gold, order(gold))
    assert left(gold)["free_shipping"] == 1


def test_an_order_not_paid_uses_nothing(gold: Member) -> None:
    changed(gold, order(gold, paid_at=None))
    assert not BenefitUse.objects.exists()


def test_an_order_counts_in_the_month_it_was_placed(gold: Member) -> None:
    april = NOON + timedelta(days=30)
    changed(gold, order(gold), now=april)
    assert left(gold, april)["free_shipping"] == 2
    assert left(gold)["free_shipping"] == 1


def test_what_is_given_no_more_is_written_down_all_the_same(gold: Member) -> None:
    put_in(gold, "silver")
    changed(gold, order(gold), order(gold, "o2", used=(("free_shipping", "old.free_shipping"),)))
    assert sorted(BenefitUse.objects.values_list("slug", "period")) == [
        ("free_shipping", "2026-03"),
        ("old.free_shipping", "ever"),
    ]


def take(member: Member, checkout_id: str, now: datetime = NOON) -> bool:
    return benefit_uses.take_at_checkout(member.pk, *USED, checkout_id, now=now)


def test_a_checkout_takes_one_and_its_order_finds_it(gold: Member) -> None:
    assert [take(gold, name) for name in ("c1", "c1", "c2", "c3")] == [True, True, True, False]
    changed(gold, order(gold, checkout_id="c1"))
    assert left(gold)["free_shipping"] == 0
    assert BenefitUse.objects.get(order_id="o1").checkout_id == "c1"


def test_a_plan_bought_in_the_same_checkout_has_its_quota(ada: Member) -> None:
    ladder(silver=[])
    variants = {"plus-year": {"months": 12}}
    plan("plus", [SHIPPING], in_same_order=True, variants=variants)
    wanted = (ada.pk, "free_shipping", "plus.free_shipping", "c1")
    bought = frozenset(variants)
    assert not benefit_uses.take_at_checkout(*wanted, now=NOON)
    assert benefit_uses.take_at_checkout(*wanted, bought_variants=bought, now=NOON)
    assert BenefitUse.objects.get().period == "2026-03"


def test_a_checkout_that_becomes_no_order_gives_it_back(gold: Member) -> None:
    take(gold, "c1")
    take(gold, "c2")
    changed(gold, order(gold, checkout_id="c1"))
    day = NOON + timedelta(days=1)
    assert benefit_uses.give_up_checkouts(now=day) == 0
    assert benefit_uses.give_up_checkouts(now=day + timedelta(seconds=1)) == 1
    assert left(gold)["free_shipping"] == 1
    # Paid after all: it was promised.
    changed(gold, order(gold, "o2", checkout_id="c2"))
    assert left(gold)["free_shipping"] == 0


def test_a_checkout_that_comes_back_asks_again(gold: Member) -> None:
    take(gold, "c1")
    later = NOON + timedelta(days=2)
    benefit_uses.give_up_checkouts(now=later)
    assert [take(gold, name, later) for name in ("c2", "c1", "c3")] == [True, True, False]
    assert BenefitUse.objects.filter(undone_at__isnull=True).count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_last_one_taken_twice_at_once_is_given_once(gold: Member) -> None:
    use(gold)
    answers = together(*(lambda: use(gold) for _ in range(4)))
    assert sorted(isinstance(one, BenefitUse) for one in answers) == [False, False, False, True]
    assert answers.count(Code.LIMIT_EXCEEDED) == 3
    assert left(gold)["free_returns"] == 0


@pytest.mark.django_db(transaction=True)
def test_two_checkouts_race_for_the_last_free_shipping(gold: Member) -> None:
    take(gold, "c0")
    assert sorted(together(lambda: take(gold, "c1"), lambda: take(gold, "c2"))) == [False, True]
    assert BenefitUse.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_click_that_arrives_twice_at_once(gold: Member) -> None:
    first, second = together(*(lambda: use(gold, source="slip") for _ in range(2)))
    assert first == second
    assert BenefitUse.objects.count() == 1


def test_an_order_is_marked_once_for_those_who_pack_it(shop: Shop, ada: Member) -> None:
    ladder(gold=[{"kind": "priority", "mark": "VIP"}, {"kind": "samples", "each_order": 2}])
    put_in(ada, "gold")
    fact = order(ada, used=())
    changed(ada, fact, order(ada, "o2", used=(), fulfilled_at=NOON))
    changed(ada, fact)
    work_outbox(now=NOON.replace(year=2100))
    assert shop.marks == {"o1": {"loyalty.priority": "VIP", "loyalty.samples": "2"}}
    assert OutboxEffect.objects.filter(kind="mark_order").count() == 1


def test_the_uses_of_two_accounts_of_one_person_are_theirs(gold: Member, bob: Member) -> None:
    put_in(bob, "gold")
    use(bob)
    use(gold)
    benefit_uses.move(bob.pk, gold.pk)
    assert left(gold)["free_returns"] == 0


_OF = {"use": "slip", "undo": "slip", "order": "o", "cancel": "o"}
histories = st.lists(
    st.tuples(
        st.sampled_from(sorted(_OF)),
        st.integers(0, 4),
        st.integers(1, 2),
        st.integers(0, 40),
    ),
    max_size=12,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories)
def test_any_history_leaves_what_a_list_of_uses_leaves(
    gold: Member, history: list[tuple[str, int, int, int]]
) -> None:
    BenefitUse.objects.all().delete()
    mine: dict[str, tuple[str, int]] = {}
    over: set[str] = set()
    for action, number, quantity, day in sorted(history, key=lambda one: one[3]):
        now = NOON + timedelta(days=day)
        month = f"{now:%Y-%m}"
        name = f"{_OF[action]}{number}"
        if action == "use" and name not in mine and name not in over:
            used = sum(count for at, count in mine.values() if at == month)
            if used + quantity <= 2:
                use(
                    gold,
                    "free_shipping",
                    kind="free_shipping",
                    source=name,
                    now=now,
                    quantity=quantity,
                )
                mine[name] = (month, quantity)
            else:
                with refused(Code.LIMIT_EXCEEDED):
                    use(
                        gold,
                        "free_shipping",
                        kind="free_shipping",
                        source=name,
                        now=now,
                        quantity=quantity,
                    )
        elif action == "undo" and name in mine:
            found = BenefitUse.objects.get(key=NewUse(kind="", slug="", source=name).key)
            benefit_uses.undo(found.public_id, actor="staff:7", now=now)
            del mine[name]
            over.add(name)
        elif action == "order" and name not in over:
            placed = replace(order(gold, name), placed_at=now, paid_at=now)
            if name not in mine:
                changed(gold, placed, now=now)
                mine[name] = (month, 1)
        elif action == "cancel":
            changed(gold, order(gold, name, cancelled=True), now=now)
            mine.pop(name, None)
            over.add(name)
        used = sum(count for at, count in mine.values() if at == month)
        assert left(gold, now)["free_shipping"] == max(2 - used, 0)
