"""docs/referrals.md, step by step."""

import json
import re
from datetime import datetime, timedelta

import pytest

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.config import ReferralsConfig
from saleor_loyalty.features.referrals.models import Referral
from saleor_loyalty.flows.referral_cases import approve, refuse
from tests.docs.play import block, page, story
from tests.flows.referrals import back, bring, buys, got, programme, time_passes
from tests.shop import NOON

TEXT = page("referrals.md")
STREET = "Rainbow Street 7"


class Told:
    """The people of the page and their clock."""

    def __init__(self, ada: Member, bob: Member) -> None:
        self.ada, self.bob = ada, bob
        self.now: datetime = NOON
        self.orders: list[OrderFact] = []

    def tell(self, step: str) -> None:
        price = re.fullmatch(r"bob orders for (\d+)\.(\d\d)", step)
        if price is not None:
            self.orders.append(self.buys(self.bob, int(price[1] + price[2])))
        else:
            getattr(self, re.sub(r"\W+", "_", step.lower()))()

    def buys(self, member: Member, gross: int = 2500, **more: str) -> OrderFact:
        number = f"o{member.pk}-{len(self.orders)}"
        return buys(member, gross, order_id=number, at=self.now, **more)

    def bob_joins_with_ada_s_code(self) -> None:
        bring(self.ada, self.bob, now=self.now)

    def bob_returns_it(self) -> None:
        back(self.orders[-1], at=self.now)

    def ada_orders_to_the_rainbow_street(self) -> None:
        self.buys(self.ada, address=STREET)

    def bob_orders_to_the_rainbow_street(self) -> None:
        self.buys(self.bob, address=STREET)

    def _13_days_pass(self) -> None:
        self.days(13)

    def a_day_passes(self) -> None:
        self.days(1)

    def days(self, days: int) -> None:
        self.now += timedelta(days=days)
        time_passes(self.now)

    def staff_let_it_pass(self) -> None:
        approve(Referral.objects.get().public_id, "Flatmates", actor="user:9", now=self.now)

    def staff_end_it(self) -> None:
        refuse(Referral.objects.get().public_id, "One person", actor="user:9", now=self.now)

    def row(self) -> list[str]:
        referral = Referral.objects.first()
        where = referral.state if referral is not None else "nobody's friend"
        return [where, str(got(self.ada)), str(got(self.bob))]


@pytest.mark.parametrize(
    "title", ["Brought, ordered, rewarded", "Returned before its time", "The same address"]
)
def test_the_story(ada: Member, bob: Member, title: str) -> None:
    programme(**json.loads(block(TEXT, "json setting")))
    people = Told(ada, bob)
    for step, *expected in story(TEXT, title):
        people.tell(step if not step[0].isdigit() else f"_{step}")
        assert people.row() == expected, step


def test_every_part_is_explained() -> None:
    table = TEXT.split("| part |")[1].split("\n\n")[0]
    explained = set(re.findall(r"`(\w+)`", table))
    assert set(ReferralsConfig.model_fields) <= explained
