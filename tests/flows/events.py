"""A programme that rewards events, and how tests tell of one."""

from datetime import datetime
from typing import Any

from saleor_loyalty.features.earning.models import Award, Counter
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.member_events import awards_of, record_event
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.ledger.models import Account, Entry, Lot
from saleor_loyalty.values.points import Unit
from tests.conftest import LADDER, PROGRAMME
from tests.shop import NOON

REVIEW = {
    "kind": "bonus",
    "slug": "review",
    "points": 30,
    "when": {"kind": "event", "name": "review"},
}
PICTURES = {
    "kind": "bonus",
    "slug": "pictures",
    "points": 20,
    "when": {
        "kind": "all",
        "of": [
            {"kind": "event", "name": "review"},
            {"kind": "attribute", "name": "pictures", "operator": "at_least", "value": 1},
        ],
    },
}
VISIT = {
    "kind": "bonus",
    "slug": "visit",
    "points": 120,
    "units": "growth",
    "when": {"kind": "event", "name": "visit"},
}


def event_rules(*given: dict[str, Any], now: datetime = NOON, **earning: Any) -> None:
    """The next version of the programme, with these rules, in force from `now` on."""
    config = {**PROGRAMME["config"]}
    config["earning"] = {**config["earning"], "rules": list(given), **earning}
    programme = {**PROGRAMME, "valid_from": now.isoformat(), "config": config}
    set_up({"programmes": [programme], "ladder": LADDER}, now=now)


def tell(member: Member, name: str = "review", **more: Any) -> MemberEvent:
    given: dict[str, Any] = {
        "source": "api:1",
        "occurred_at": NOON,
        "attributes": {},
        "channel": "web",
        "now": NOON,
    }
    return record_event(member, name, **{**given, **more})


def points_of(event: MemberEvent, unit: Unit = Unit.POINTS) -> int:
    award = awards_of([event])[event.pk].get(unit)
    return award.points if award else 0


def used() -> dict[str, int]:
    return dict(Counter.objects.values_list("key", "used"))


def everything() -> list[Any]:
    """All that an event or a receipt may change."""
    tables = (Account, Entry, Lot, Award, Counter, MemberEvent, Member)
    return [sorted(table.objects.values_list(), key=str) for table in tables]
