"""docs/group-buys.md, step by step."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.group_buy_orders import end_due, orders_changed
from saleor_loyalty.flows.group_buys import join_group, leave_group, open_group, save_offer
from tests.docs.play import block, page, story
from tests.flows.balances import sums
from tests.flows.groups import deliver, in_basket, order_of, told
from tests.flows.lottery import rich
from tests.shop import NOON

TEXT = page("group-buys.md")


class Told:
    """The people of the page and their clock."""

    def __init__(self, ada: Member, bob: Member) -> None:
        self.ada, self.bob = ada, bob
        self.now: datetime = NOON

    def seat(self, member: Member) -> Seat:
        return Seat.objects.filter(member=member).latest("pk")

    def both_have_points(self) -> None:
        rich(self.ada)
        rich(self.bob)

    def ada_opens_a_group(self) -> None:
        in_basket(open_group(self.ada, "tea", source_key="k1", now=self.now))

    def bob_joins(self) -> None:
        in_basket(join_group(self.bob, Group.objects.get().code, now=self.now))

    def bob_leaves(self) -> None:
        leave_group(self.bob, self.seat(self.bob).public_id, now=self.now)

    def ada_pays(self) -> None:
        orders_changed([order_of(self.seat(self.ada))], now=self.now)

    def bob_pays(self) -> None:
        orders_changed([order_of(self.seat(self.bob), paid_at=self.now)], now=self.now)

    def half_an_hour_passes(self) -> None:
        self.now += timedelta(minutes=45)
        end_due(now=self.now, limit=9)

    def a_day_passes(self) -> None:
        self.now += timedelta(days=1)
        end_due(now=self.now, limit=9)

    def row(self) -> list[str]:
        group = Group.objects.first()
        taken, paid = (group.taken, group.paid) if group is not None else (0, 0)
        return [
            *(f"{sums(one)[0]} ({sums(one)[2]})" for one in (self.ada, self.bob)),
            str(taken),
            str(paid),
            *(" ".join(sorted(self._buyer(order) for order in orders)) for orders in told()),
        ]

    def _buyer(self, order_id: str) -> str:
        return "ada" if Seat.objects.get(order_id=order_id).member_id == self.ada.pk else "bob"


@pytest.mark.parametrize("title", ["Full in time", "Not full in time"])
def test_the_story(ada: Member, bob: Member, title: str) -> None:
    save_offer("tea", json.loads(block(TEXT, "json offer")), active=True)
    people = Told(ada, bob)
    for step, *expected in story(TEXT, title):
        act: Callable[[], None] = getattr(people, step.replace(" ", "_"))
        act()
        deliver()
        assert people.row() == expected, step
