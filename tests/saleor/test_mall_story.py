"""docs/rewards.md, "A way through the mall", on a real Saleor and by the operations shops paste."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from saleor.account.models import User
from saleor.order.models import Order, OrderGrantedRefund
from shopping import gid, pk_of, programme

from saleor_loyalty.features.group_buys.models import Group
from saleor_loyalty.flows import setup
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.tasks import work_inbox, work_outbox
from tests.docs.play import block, page, story

OURS = "/plugins/saleor.loyalty/graphql/"
OPERATIONS = Path(__file__).parents[2] / "graphql"
TITLE = "A way through the mall"


class Ada:
    """Each step answers what there was to pay and what it came to."""

    def __init__(self, shop):
        self.shop = shop
        self.user = User.objects.create(email="ada@example.com")
        self.bob = User.objects.create(email="bob@example.com")
        self.tea = shop.variant("20.00")
        self.mug = shop.variant("50.00")
        self.code = ""
        self.checkout = ""
        self.order = {}
        self.card = ""

    def ask(self, name, user=None, **variables):
        text = (OPERATIONS / f"{name}.graphql").read_text()
        user = user or self.user
        (answer,) = self.shop._post(text, user=user, path=OURS, **variables).values()
        errors = answer["errors"] if isinstance(answer, dict) and "errors" in answer else []
        assert not errors, errors
        work()
        return answer

    def staff(self, name, **variables):
        return self.ask(f"dashboard/{name}", self.shop.staff, **variables)

    def redeem(self, slug, **more):
        found = self.ask("storefront/rewards", first=50)["edges"]
        reward = next(one["node"]["id"] for one in found if one["node"]["slug"] == slug)
        self.ask("storefront/reward_redeem", rewardId=reward, sourceKey=slug, **more)

    def newest(self):
        edges = self.ask("storefront/my_redemptions", first=1)["edges"]
        return edges[0]["node"]

    def begin(self, lines, user=None):
        self.checkout = self.shop.checkout(lines, user or self.user)["id"]
        if lines:
            self.shop.ship(self.checkout)

    def pay(self, user=None):
        """All there is to pay, by card; answers how much that was."""
        found = self.shop._post(
            "query($id: ID!) { checkout(id: $id) { totalPrice { gross { amount } } } }",
            user=user or self.user,
            id=self.checkout,
        )["checkout"]
        total = f"{found['totalPrice']['gross']['amount']:.2f}"
        self.card = self.shop.pay_by_card(self.checkout, total)
        self.order = self.shop.complete(self.checkout, user or self.user)
        assert f"{self.order['total']['gross']['amount']:.2f}" == total
        work()
        return total

    def status(self):
        return Order.objects.get(pk=pk_of(self.order["id"])).status

    # The steps of the page

    def ada_has_points(self):
        self.shop.give_points(self.user, 3000)
        return "", ""

    def ada_redeems_a_coupon(self):
        self.redeem("coupon", points=400)
        self.code = self.newest()["code"]
        return "", self.newest()["state"]

    def ada_orders_tea_with_it(self):
        self.begin({self.tea: 1})
        change = "checkoutAddPromoCode"
        self.shop.change(change, self.user, checkoutId=self.checkout, promoCode=self.code)
        return self.pay(), self.newest()["state"]

    def ada_takes_two_mugs(self):
        self.begin({})
        self.redeem("mug", points=300, quantity=2, checkoutId=self.checkout)
        return "", self.newest()["state"]

    def ada_orders_them(self):
        self.shop.ship(self.checkout)
        return self.pay(), self.newest()["state"]

    def a_mug_is_refunded(self):
        (line,) = self.order["lines"]
        granted = self.shop.grant(
            self.order["id"],
            transactionId=self.card,
            amount="4.99",
            lines=[{"id": line["id"], "quantity": 1}],
        )
        OrderGrantedRefund.objects.filter(pk=pk_of(granted)).update(status="success")
        self.shop.refund_by_card(self.card, "4.99")
        work()
        return "-4.99", self.newest()["state"]

    def ada_buys_three_tickets(self):
        lottery = gid("LoyaltyLottery", "spring")
        buy = "storefront/lottery_tickets_buy"
        tickets = self.ask(buy, lotteryId=lottery, count=3, sourceKey="one")["tickets"]
        return "", f"{len(tickets)} tickets"

    def the_lottery_is_drawn(self):
        lottery = gid("LoyaltyLottery", "spring")
        self.staff("lottery_close", id=lottery)
        drawn = self.staff("lottery_draw", id=lottery)["lottery"]
        return "", drawn["state"]

    def bob_opens_a_group_and_pays(self):
        offer = gid("LoyaltyGroupOffer", "tea")
        seat = self.ask("storefront/group_open", self.bob, offerId=offer, sourceKey="one")["seat"]
        return self.sit(seat, self.bob)

    def ada_joins_it(self):
        seat = self.ask("storefront/group_join", code=Group.objects.get().code)["seat"]
        self.begin({})
        self.ask("storefront/group_checkout", seatId=seat["id"], checkoutId=self.checkout)
        return "", "RESERVED"

    def ada_pays(self):
        self.shop.ship(self.checkout)
        return self.pay(), self.status().upper()

    def sit(self, seat, user):
        self.begin({}, user)
        put = "storefront/group_checkout"
        self.ask(put, user, seatId=seat["id"], checkoutId=self.checkout)
        self.shop.ship(self.checkout)
        return self.pay(user), self.status().upper()

    def sums(self):
        balance = self.shop.points(self.user)
        return [str(balance.available), str(balance.held)]


def work():
    for _ in range(2):
        work_inbox()
        work_outbox()


@pytest.fixture
def ada(shop):
    # Orders earn nothing here: every point that moves is one of the mall's.
    nothing = {"EUR": {"points": 1, "minor": 100}}
    setup.set_up(programme(rates=nothing, growth_rates=nothing), now=timezone.now())
    ada = Ada(shop)
    shop.give_points(ada.bob, 1000)
    merchant = json.loads(block(page("rewards.md"), "json mall"))
    for slug, config in merchant["rewards"].items():
        config["gives"] = {
            name: ada.mug if value == "the mug" else value
            for name, value in config["gives"].items()
        }
        ada.staff("reward_create", slug=slug, config=config, active=True)
    now = timezone.now()
    window = {"opensAt": now - timedelta(hours=1), "closesAt": now + timedelta(days=1)}
    ada.staff("lottery_create", slug="spring", config=merchant["lottery"], **window)
    ada.staff("lottery_open", id=gid("LoyaltyLottery", "spring"))
    offer = {**merchant["group"], "variant_id": ada.tea}
    ada.staff("group_offer_save", slug="tea", config=offer, active=True)
    return ada


def test_the_story(ada):
    for step, *expected in story(page("rewards.md"), TITLE):
        paid, state = getattr(ada, step.replace(" ", "_"))()
        assert [*ada.sums(), paid, state] == expected, step
    differences = []
    audit(differences.append)
    assert differences == []
