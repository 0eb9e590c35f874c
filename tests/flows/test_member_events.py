"""Events that a merchant names: what they bring, once, under the rules of then, and back again."""

from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.members.service import Person, members_of
from saleor_loyalty.flows.member_events import undo_event
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.ledger.models import Entry, EntryKind, Lot
from saleor_loyalty.values.points import Unit
from tests.conftest import customer
from tests.flows.balances import sums
from tests.flows.events import (
    PICTURES,
    REVIEW,
    VISIT,
    event_rules,
    everything,
    points_of,
    tell,
    used,
)
from tests.shop import NOON, Shop, line, paid_order


def refused(member: Member, **more: Any) -> tuple[Code, str | None]:
    """Code and field; and nothing was changed."""
    before = everything()
    with pytest.raises(LoyaltyError) as refusal:
        tell(member, **more)
    assert everything() == before
    return refusal.value.code, refusal.value.field


@pytest.mark.parametrize(
    ("attributes", "points"),
    [({}, 30), ({"pictures": 0}, 30), ({"pictures": 2}, 50), ({"pictures": True}, 30)],
)
def test_an_event_brings_what_its_rules_say(ada: Member, attributes: Any, points: int) -> None:
    event_rules(REVIEW, PICTURES, VISIT)
    event = tell(ada, attributes=attributes)
    assert sums(ada) == (points, 0, 0, 0)
    award = Award.objects.get()
    assert (award.event, award.points, award.unit) == (event, points, Unit.POINTS)
    entry = Entry.objects.get()
    assert entry.data == {"reason": "event", "event": "review"}
    assert entry.key == award.key


def test_the_terms_say_when_points_can_be_used_and_when_they_end(ada: Member) -> None:
    event_rules(REVIEW, maturity={"kind": "days_after_fulfilment", "days": 14})
    tell(ada)
    assert sums(ada) == (0, 30, 0, 0)
    lot = Lot.objects.get()
    assert lot.matures_at == NOON + timedelta(days=14)
    # Twelve months later, at the end of the day.
    assert lot.expires_at is not None
    assert lot.expires_at.isoformat() == "2027-03-11T00:00:00+00:00"
    assert (lot.worth_points, lot.worth_minor, lot.worth_currency) == (1, 1, "USD")


def test_growth_moves_the_tier_at_once_and_back(ada: Member) -> None:
    event_rules(VISIT)
    event = tell(ada, "visit")
    assert sums(ada, Unit.GROWTH) == (120, 0, 0, 0)
    ada.refresh_from_db()
    assert ada.tier is not None
    assert ada.tier.slug == "silver"
    undo_event(event, now=NOON)
    ada.refresh_from_db()
    assert ada.tier is None
    assert sums(ada, Unit.GROWTH) == (0, 0, 0, 0)


def test_a_rule_that_names_no_event_is_for_orders(ada: Member) -> None:
    event_rules({"kind": "bonus", "slug": "welcome", "points": 50})
    event = tell(ada)
    assert points_of(event) == 0
    act_on([paid_order(line("a", 1000), user_id=ada.user_id)], now=NOON)
    assert sums(ada)[1] == 60


def test_told_twice_counts_once(ada: Member) -> None:
    event_rules(REVIEW)
    first = tell(ada, attributes={"pictures": 1})
    before = everything()
    much_later = NOON + timedelta(days=4000)
    assert tell(ada, attributes={"pictures": 1}, now=much_later) == first
    assert everything() == before


@pytest.mark.parametrize(
    "other",
    [
        {"name": "visit"},
        {"attributes": {"pictures": True}},
        {"attributes": {}},
        {"channel": "app"},
        {"occurred_at": NOON - timedelta(seconds=1)},
    ],
)
def test_the_same_key_with_other_data(ada: Member, other: dict[str, Any]) -> None:
    event_rules(REVIEW)
    tell(ada, attributes={"pictures": 1})
    given = {"attributes": {"pictures": 1}, **other}
    assert refused(ada, **given) == (Code.SOURCE_KEY_CONFLICT, "sourceKey")


def test_the_same_key_for_somebody_else(ada: Member, bob: Member) -> None:
    event_rules(REVIEW)
    tell(ada)
    assert refused(bob) == (Code.SOURCE_KEY_CONFLICT, "sourceKey")


def test_a_guest_who_got_an_account_is_still_the_same(shop: Shop, programme: None) -> None:
    event_rules(REVIEW)
    person = Person(None, "eve@example.com", NOON)
    guest = members_of([person]).members[person.identity]
    event = tell(guest)
    eve = find_or_join(customer(shop, "eve"), now=NOON)
    guest.refresh_from_db()
    assert tell(eve) == tell(guest) == event
    assert refused(guest, source="api:2")[0] == Code.MEMBER_CLOSED
    assert sums(eve) == (30, 0, 0, 0)
    undo_event(event, now=NOON)
    assert sums(eve) == (0, 0, 0, 0)


def test_a_late_event_has_the_rules_of_then(ada: Member) -> None:
    event_rules(REVIEW, now=NOON - timedelta(days=20))
    event_rules({**REVIEW, "points": 70}, now=NOON - timedelta(days=10))
    late = tell(ada, occurred_at=NOON - timedelta(days=10, seconds=1))
    recent = tell(ada, source="api:2", occurred_at=NOON - timedelta(days=10))
    assert (points_of(late), points_of(recent)) == (30, 70)
    assert Award.objects.get(event=late).programme_version_id != (
        Award.objects.get(event=recent).programme_version_id
    )


def test_a_late_event_draws_on_the_cap_of_its_own_day(ada: Member) -> None:
    event_rules({**REVIEW, "caps": [{"period": "day", "points": 40}]}, now=NOON - timedelta(days=9))
    days = [0, 0, 1, 0, 1]
    events = [
        tell(ada, source=f"api:{number}", occurred_at=NOON - timedelta(days=day))
        for number, day in enumerate(days)
    ]
    assert [points_of(event) for event in events] == [30, 10, 30, 0, 10]
    part = Award.objects.get(event=events[3]).breakdown["parts"][0]
    assert (part["points"], part["cut"]) == (0, 30)


def test_what_has_not_happened_yet_or_is_too_old(ada: Member, settings: Any) -> None:
    event_rules(REVIEW, now=NOON - timedelta(days=60))
    settings.SALEOR_LOYALTY_EVENT_MAX_AGE_DAYS = 30
    invalid = (Code.INVALID, "occurredAt")
    assert refused(ada, occurred_at=NOON + timedelta(seconds=1)) == invalid
    assert refused(ada, occurred_at=NOON - timedelta(days=30, seconds=1)) == invalid
    assert points_of(tell(ada, occurred_at=NOON - timedelta(days=30))) == 30


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": ""}, Code.REQUIRED, "name"),
        ({"name": "x" * 101}, Code.INVALID, "name"),
        ({"name": "a\x00b"}, Code.INVALID, "name"),
        ({"name": "a\ud800"}, Code.INVALID, "name"),
        ({"occurred_at": NOON.replace(tzinfo=None)}, Code.INVALID, "occurredAt"),
        ({"attributes": {"a": 1.5}}, Code.INVALID, "attributes"),
        ({"attributes": {"a": None}}, Code.INVALID, "attributes"),
        ({"attributes": {"a": {"b": 1}}}, Code.INVALID, "attributes"),
        ({"attributes": {"a": 2**53}}, Code.INVALID, "attributes"),
        ({"attributes": {"a": "x" * 201}}, Code.INVALID, "attributes"),
        ({"attributes": {"a": "\x00"}}, Code.INVALID, "attributes"),
        ({"attributes": {"": 1}}, Code.REQUIRED, "attributes"),
        (
            {"attributes": {str(number): 1 for number in range(21)}},
            Code.LIMIT_EXCEEDED,
            "attributes",
        ),
    ],
)
def test_bad_input_changes_nothing(ada: Member, given: Any, code: Code, field: str) -> None:
    event_rules(REVIEW)
    assert refused(ada, **given) == (code, field)


def test_before_any_programme(ada: Member) -> None:
    event_rules(REVIEW)
    long_ago = NOON - timedelta(days=200)
    assert refused(ada, occurred_at=long_ago) == (Code.PROGRAMME_NOT_ACTIVE, None)


def test_undone_gives_back_balance_and_counters(ada: Member, bob: Member) -> None:
    event_rules({**REVIEW, "budget": {"points": 50, "money": {"USD": 1000}}}, VISIT)
    event = tell(ada)
    assert set(used().values()) == {30}
    assert points_of(tell(bob, source="api:2")) == 20
    undone = undo_event(event, now=NOON)
    assert undone.undone_at == NOON
    assert sums(ada) == (0, 0, 0, 0)
    assert sums(bob) == (20, 0, 0, 0)
    assert set(used().values()) == {20}
    before = everything()
    assert undo_event(event, now=NOON + timedelta(days=1)).undone_at == NOON
    assert tell(ada) == event
    assert everything() == before
    assert Entry.objects.get(kind=EntryKind.CLAW_BACK).data["reason"] == "event_undone"


def test_undone_after_it_was_spent_is_owed(ada: Member) -> None:
    event_rules(REVIEW)
    event = tell(ada)
    adjust_points(ada, -25, reason="Used", source="s", actor="user:1", now=NOON)
    undo_event(event, now=NOON)
    assert sums(ada) == (0, 0, 0, 25)


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_never_exceed_a_cap(ada: Member) -> None:
    event_rules(
        {**REVIEW, "caps": [{"period": "month", "points": 100}]},
        {**VISIT, "when": {"kind": "event", "name": "review"}, "budget": {"points": 500}},
    )
    at_once(lambda number: tell(ada, source=f"api:{number}"))
    awards = Award.objects.filter(unit=Unit.POINTS).values_list("points", flat=True)
    assert sorted(awards) == [0, 0, 0, 0, 10, 30, 30, 30]
    assert sums(ada) == (100, 0, 0, 0)
    assert sums(ada, Unit.GROWTH) == (500, 0, 0, 0)
    assert sorted(used().values()) == [100, 500]


@pytest.mark.django_db(transaction=True)
def test_the_same_event_from_eight_at_once_is_one(ada: Member) -> None:
    event_rules(REVIEW)
    found = at_once(lambda number: tell(ada))
    assert set(found) == {MemberEvent.objects.get()}
    assert sums(ada) == (30, 0, 0, 0)
    assert set(at_once(lambda number: undo_event(found[0], now=NOON))) == set(found)
    assert sums(ada) == (0, 0, 0, 0)


def at_once(act: Any) -> list[Any]:
    """Eight threads that begin together; their answers."""
    start = Barrier(8)
    answers: list[Any] = [None] * 8

    def run(number: int) -> None:
        start.wait()
        try:
            answers[number] = act(number)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert None not in answers
    return answers
