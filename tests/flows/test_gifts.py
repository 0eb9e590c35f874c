"""What something of our own gives: an event like any other, under the same rules and caps."""

from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.earning.rule_config import Cap, Period
from saleor_loyalty.features.member_events.names import Own
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.gifts import Happening, happen
from saleor_loyalty.flows.member_events import undo_event
from saleor_loyalty.ledger.models import Entry
from saleor_loyalty.values.gift import Gift
from saleor_loyalty.values.points import Unit
from saleor_loyalty.values.texts import Texts
from tests.flows.balances import sums
from tests.flows.events import event_rules, everything, points_of, tell, used
from tests.shop import NOON

ON_TOP = {
    "kind": "bonus",
    "slug": "on-top",
    "points": 3,
    "when": {"kind": "event", "name": "loyalty.check_in"},
}


def checked_in(**more: Any) -> Happening:
    given: dict[str, Any] = {"kind": Own.CHECK_IN, "source": "ada/1", "occurred_at": NOON}
    return Happening(**{**given, "channel": "web", **more})


def test_it_gives_points_and_growth_and_says_for_what(ada: Member) -> None:
    event_rules(ON_TOP)
    happening = checked_in(about="day 3", name=Texts({"en": "Check-in"}))
    event = happen(ada, happening, Gift(points=5, growth=2), now=NOON)
    assert (points_of(event), points_of(event, Unit.GROWTH)) == (8, 2)
    assert sums(ada) == (8, 0, 0, 0)
    entry = Entry.objects.get(available=8)
    assert entry.data == {"reason": "check_in", "event": "day 3"}
    parts = Award.objects.get(unit=Unit.POINTS).breakdown["parts"]
    assert [(part["rule"], part["points"], part["name"]) for part in parts] == [
        ("@check_in", 5, {"en": "Check-in"}),
        ("on-top", 3, {}),
    ]


def test_the_same_again_is_the_same_event(ada: Member) -> None:
    event_rules()
    first = happen(ada, checked_in(), Gift(points=5), now=NOON)
    again = happen(ada, checked_in(), Gift(points=5), now=NOON + timedelta(hours=1))
    assert (again.pk, sums(ada)) == (first.pk, (5, 0, 0, 0))


def test_its_own_cap_cuts_it_and_gets_back_what_is_undone(ada: Member) -> None:
    event_rules()
    caps = (Cap(period=Period.EVER, points=7),)
    first = happen(ada, checked_in(caps=caps), Gift(points=5), now=NOON)
    second = happen(ada, checked_in(caps=caps, source="ada/2"), Gift(points=5), now=NOON)
    assert (points_of(first), points_of(second)) == (5, 2)
    undo_event(first, now=NOON)
    assert sums(ada) == (2, 0, 0, 0)
    assert list(used().values()) == [2]
    assert Entry.objects.latest("seq").data["reason"] == "check_in_undone"


def test_the_programmes_cap_holds_for_it_as_well(ada: Member) -> None:
    event_rules(caps=[{"period": "day", "points": 4}])
    assert points_of(happen(ada, checked_in(), Gift(points=5), now=NOON)) == 4


def test_nobody_outside_tells_of_our_events(ada: Member) -> None:
    event_rules(ON_TOP)
    before = everything()
    with pytest.raises(LoyaltyError) as refusal:
        tell(ada, "loyalty.check_in")
    assert (refusal.value.code, refusal.value.field) == (Code.INVALID, "name")
    assert everything() == before


def test_without_a_programme_it_is_refused(ada: Member) -> None:
    before = everything()
    with pytest.raises(LoyaltyError) as refusal:
        happen(ada, checked_in(occurred_at=NOON - timedelta(days=400)), Gift(points=5), now=NOON)
    assert refusal.value.code is Code.INVALID
    assert everything() == before
