"""docs/occasions.md, step by step."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.occasions.config import (
    Anniversary,
    Birthday,
    FirstOrder,
    OccasionsConfig,
    Welcome,
)
from saleor_loyalty.flows import daily
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.values.gift import Gift
from tests.docs.play import block, page, story
from tests.flows import mall
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.occasions import at, born, keep
from tests.shop import line, paid_order

TEXT = page("occasions.md")


class Told:
    """The people of the page."""

    def __init__(self, ada: Member, bob: Member) -> None:
        self.ada = born(ada, "1990-03-12", joined="2025-03-10T12:00")
        self.bob = born(bob, "1992-02-29", joined="2025-03-01T12:00")

    def night(self, now: datetime) -> None:
        daily.run(now=now)

    def ada_says_she_was_born_two_days_later(self, now: datetime) -> None:
        Member.objects.filter(pk=self.ada.pk).update(birthday=at("1990-03-14").date())

    def ada_orders(self, now: datetime) -> None:
        self.order = paid_order(
            line("l1", 2000), user_id=self.ada.user_id, placed_at=now, paid_at=now, fulfilled_at=now
        )
        act_on([self.order], now=now)

    def ada_returns_it(self, now: datetime) -> None:
        act_on([replace(self.order, fully_refunded=True, refunded_total=2000)], now=now)


def test_the_story(ada: Member, bob: Member) -> None:
    # Nothing is earned by money, and gifts can be used at once.
    event_rules(now=at("2026-01-02"), rates={}, growth_rates={}, maturity={"kind": "at_once"})
    people = Told(ada, bob)
    keep(now=at("2026-01-02"), **json.loads(block(TEXT, "json occasions")))
    for step, *expected in story(TEXT, "The story"):
        day, _, what = step.partition(" ")
        now = at(f"{day}T12:00")
        getattr(people, what.replace(" ", "_"))(now)
        mall.deliver(now + timedelta(minutes=1))
        assert [str(sums(member)[0]) for member in (ada, bob)] == expected, step


@pytest.mark.parametrize(
    "kind", [OccasionsConfig, Birthday, Anniversary, Welcome, FirstOrder, Gift]
)
def test_every_part_is_explained(kind: type) -> None:
    for name in kind.model_fields:  # type: ignore[attr-defined]
        assert f"`{name}`" in TEXT, name
