"""docs/shares.md, step by step."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.shares.models import ShareOrder
from saleor_loyalty.flows.engagement import save
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.share_orders import attach, settle, settle_due
from tests.docs.play import block, page, story
from tests.flows.balances import sums
from tests.flows.events import event_rules
from tests.flows.sharing import come, link_of, numbers
from tests.shop import NOON, Shop, line, open_checkout, paid_order

TEXT = page("shares.md")
CONFIG = json.loads(block(TEXT, "json config"))
DAY = timedelta(days=1)


class Story:
    def __init__(self, ada: Member, bob: Member, shop: Shop) -> None:
        self.ada, self.bob, self.shop, self.now = ada, bob, shop, NOON
        self.link = link_of(ada)
        order = paid_order(line("a", 3000), user_id=bob.user_id, email=bob.email, checkout_id="c1")
        self.order = replace(order, paid_at=NOON + DAY, fulfilled_at=NOON + DAY)

    def comes(self, *visitors: str, viewer: Member | None = None) -> None:
        come(self.link, *visitors, viewer=viewer, now=self.now)

    def passes(self, days: int) -> None:
        self.now += days * DAY
        settle_due(now=self.now)

    def next_day(self) -> None:
        self.now += DAY
        self.comes("v5")

    def has_a_checkout(self, checkout_id: str) -> None:
        checkout = open_checkout(3000, checkout_id=checkout_id, user_id=self.bob.user_id)
        self.shop.checkouts[checkout_id] = checkout
        attach(self.link.code, checkout_id, now=self.now)

    def bob_comes(self) -> None:
        self.comes("bobs", viewer=self.bob)
        self.has_a_checkout("c1")

    def orders(self) -> None:
        act_on([self.order], now=self.now)

    def orders_again(self) -> None:
        self.has_a_checkout("c2")
        again = replace(self.order, order_id="o2", checkout_id="c2", paid_at=self.now)
        act_on([replace(again, fulfilled_at=self.now)], now=self.now)

    def returns(self) -> None:
        act_on([replace(self.order, fully_refunded=True)], now=self.now)
        # What the outbox does next.
        for row in ShareOrder.objects.all():
            settle(row.pk, now=self.now)


def test_the_story(ada: Member, bob: Member, shop: Shop) -> None:
    event_rules(now=NOON - 60 * DAY)
    save(Subject.SHARES, CONFIG, enabled=True, actor="user:9", now=NOON - DAY)
    told = Story(ada, bob, shop)
    steps: dict[str, Callable[[], None]] = {
        "a visitor comes": partial(told.comes, "v1"),
        "the same visitor comes again": partial(told.comes, "v1"),
        "a search engine comes": partial(come, told.link, "v9", user_agent="Googlebot/2.1"),
        "ada looks, logged in": partial(told.comes, "adas", viewer=ada),
        "ada looks with the same browser, logged out": partial(told.comes, "adas"),
        "two more visitors come": partial(told.comes, "v2", "v3"),
        "another visitor comes": partial(told.comes, "v4"),
        "the day after, another one comes": told.next_day,
        "bob comes, and has a checkout": told.bob_comes,
        "bob's order is paid and fulfilled": told.orders,
        "13 days pass": partial(told.passes, 13),
        "the 14th day passes": partial(told.passes, 1),
        "bob orders again by the link": told.orders_again,
        "another 14 days pass": partial(told.passes, 14),
        "bob returns his first order": told.returns,
    }
    for step, come_by, counted, points in story(TEXT, "The story"):
        steps[step]()
        found = (*numbers(told.link), sums(ada)[0])
        assert [str(one) for one in found] == [come_by, counted, points], step
