"""Links on a real Saleor: what the first order of who came by one decides, and its return."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from saleor.account.models import User
from shopping import programme

from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.shares.models import ShareOrder
from saleor_loyalty.flows import engagement, setup, share_orders
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.tasks import work_inbox, work_outbox

OURS = "/plugins/saleor.loyalty/graphql/"
OPERATIONS = Path(__file__).parents[2] / "graphql"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0"
TERMS = {
    "visit": {"gift": {"points": 2}},
    "order": {"gift": {"points": 50}, "days": 14, "safe_from": "payment"},
}


class Sharing:
    """Ada shares a page; bob comes by her link, or a guest does."""

    def __init__(self, shop):
        self.shop = shop
        self.ada = User.objects.create(email="ada@example.com")
        self.bob = User.objects.create(email="bob@example.com")
        self.code = self.ask("share_link", self.ada, page="/products/tea")["link"]["code"]

    def ask(self, name, user, **variables):
        text = (OPERATIONS / "storefront" / f"{name}.graphql").read_text()
        (answer,) = self.shop._post(text, user=user, path=OURS, **variables).values()
        return answer

    def checkout(self, user, email=""):
        return self.shop.checkout({self.shop.variant("25.00"): 1}, user, email)["id"]

    def attach(self, checkout):
        return self.ask("share_attach", None, code=self.code, checkoutId=checkout)["errors"]

    def buys(self, user, email=""):
        """A paid order by the link, and its payment."""
        checkout = self.checkout(user, email)
        assert self.attach(checkout) == []
        total = str(self.shop.ship(checkout)["totalPrice"]["gross"]["amount"])
        paid = self.shop.pay_by_card(checkout, total)
        order = self.shop.complete(checkout, user)
        work()
        return order, paid, total

    def points(self):
        work()
        return self.shop.points(self.ada).available


def work():
    for _ in range(3):
        work_inbox()
        work_outbox()


def days_pass(days):
    return share_orders.settle_due(now=timezone.now() + timedelta(days=days))


def state():
    work()
    row = ShareOrder.objects.latest("pk")
    return row.state, row.why_not


@pytest.fixture
def sharing(shop):
    nothing = {"EUR": {"points": 1, "minor": 100}}
    setup.set_up(programme(rates=nothing, growth_rates=nothing), now=timezone.now())
    engagement.save(Subject.SHARES, TERMS, enabled=True, actor="", now=timezone.now())
    return Sharing(shop)


def test_a_visit_and_a_first_order_and_its_return(sharing):
    visit = {"code": sharing.code, "visitor": "v1", "userAgent": FIREFOX}
    for _ in range(2):
        assert sharing.ask("share_visit", None, **visit)["page"] == "/products/tea"
    assert sharing.points() == 2
    _, paid, total = sharing.buys(sharing.bob)
    assert (days_pass(13), sharing.points()) == (0, 2)
    assert (days_pass(14), sharing.points()) == (1, 52)
    sharing.shop.refund_by_card(paid, total)
    assert state() == ("refused", "returned")
    assert sharing.points() == 2
    differences = []
    audit(differences.append)
    assert differences == []


def test_a_cancelled_order_and_a_second_one_give_nothing(sharing):
    order, _, _ = sharing.buys(sharing.bob)
    sharing.shop.of_order("orderCancel", order["id"])
    assert state() == ("refused", "returned")
    sharing.buys(sharing.bob)
    assert state() == ("refused", "not_first")
    assert (days_pass(99), sharing.points()) == (0, 0)


def test_ones_own_order_gives_nothing(sharing):
    (error,) = sharing.attach(sharing.checkout(sharing.ada))
    assert error["code"] == "FORBIDDEN"
    sharing.buys(None, "Ada+me@example.com")
    assert state() == ("refused", "self")
    assert (days_pass(99), sharing.points()) == (0, 0)


def test_a_guest_who_came_by_the_link_counts(sharing):
    sharing.buys(None, "cleo@example.com")
    assert (days_pass(14), sharing.points()) == (1, 50)
    shown = sharing.ask("share_links", sharing.ada, first=9)["shareLinks"]
    assert [(one["orders"], one["rewarded"]) for one in shown] == [(1, 1)]
