"""Buying together on a real Saleor, in a channel that confirms all new orders by itself.

The stories are those of docs/group-buys.md, by the operations that shops paste.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection
from django.db.models import F
from django.test import override_settings
from django.utils import timezone
from saleor.account.models import User
from saleor.checkout.models import CheckoutLine
from saleor.giftcard.models import GiftCard
from saleor.order.models import Order, OrderGrantedRefund
from saleor.payment.models import TransactionEvent
from shopping import gid, pk_of, programme

from saleor_loyalty.events.host import Coupon, host
from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.group_buys.models import Group, Seat
from saleor_loyalty.flows import setup
from saleor_loyalty.flows.group_buy_orders import end_due
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.ledger.models import Hold
from saleor_loyalty.tasks import work_inbox, work_outbox
from tests.docs.play import block, page, story

OURS = "/plugins/saleor.loyalty/graphql/"
OPERATIONS = Path(__file__).parents[2] / "graphql"
TEXT = page("group-buys.md")


def work():
    for _ in range(3):
        work_inbox()
        work_outbox()


class Friends:
    """Ada and bob, each with a checkout of their own."""

    def __init__(self, shop):
        self.shop = shop
        self.users = {name: User.objects.create(email=f"{name}@example.com") for name in "ab"}
        self.people = {"ada": self.users["a"], "bob": self.users["b"]}
        self.by_post = True
        self.checkouts: dict[str, str] = {}
        self.orders: dict[str, str] = {}
        self.cards: dict[str, str] = {}

    def ask(self, name, user, **variables):
        text = (OPERATIONS / f"{name}.graphql").read_text()
        (answer,) = self.shop._post(text, user=user, path=OURS, **variables).values()
        assert not answer["errors"], answer["errors"]
        return answer

    def offer(self, **more):
        config = json.loads(block(TEXT, "json offer"))
        config = {**config, "variant_id": self.shop.variant("20.00"), **more}
        save = "dashboard/group_offer_save"
        return self.ask(save, self.shop.staff, slug="tea", active=True, config=config)["offer"]

    def seat(self, who):
        return Seat.objects.filter(member__user_id=self.people[who].pk).latest("pk")

    def leads(self, who):
        offer = gid("LoyaltyGroupOffer", "tea")
        user = self.people[who]
        self.put(who, self.ask("storefront/group_open", user, offerId=offer, sourceKey="one"))

    def joins(self, who):
        code = Group.objects.get().code
        self.put(who, self.ask("storefront/group_join", self.people[who], code=code))

    def put(self, who, answer):
        user, seat = self.people[who], answer["seat"]["id"]
        checkout = self.shop.checkout({}, user)["id"]
        self.ask("storefront/group_checkout", user, seatId=seat, checkoutId=checkout)
        if self.by_post:
            self.shop.ship(checkout)
        self.checkouts[who] = checkout

    def orders_it(self, who):
        order = self.shop.complete(self.checkouts[who], self.people[who])
        self.orders[who] = order["id"]
        return order

    def pays(self, who, amount="25.00"):
        """15.00 for the tea and 10.00 for sending it."""
        self.cards[who] = self.shop.pay_by_card(self.checkouts[who], amount)
        order = self.orders_it(who)
        assert order["total"]["gross"]["amount"] == float(amount)

    def leaves(self, who):
        seat = gid("LoyaltyGroupSeat", self.seat(who).public_id)
        self.ask("storefront/group_leave", self.people[who], seatId=seat)

    def status(self, who):
        return Order.objects.get(pk=pk_of(self.orders[who])).status

    def row(self):
        group = Group.objects.first()
        taken, paid = (group.taken, group.paid) if group is not None else (0, 0)
        refunds = {str(pk) for pk in OrderGrantedRefund.objects.values_list("order_id", flat=True)}
        return [
            *(self.sums(who) for who in self.people),
            str(taken),
            str(paid),
            self.those(lambda who: self.status(who) == "unconfirmed"),
            self.those(lambda who: self.status(who) == "canceled"),
            self.those(lambda who: pk_of(self.orders[who]) in refunds),
        ]

    def sums(self, who):
        balance = self.shop.points(self.people[who])
        return f"{balance.available} ({balance.held})"

    def those(self, are):
        return " ".join(who for who in self.people if who in self.orders and are(who))


def pass_by(**time):
    """As if so much time had passed since."""
    back = timedelta(**time)
    Group.objects.update(closes_at=F("closes_at") - back)
    Seat.objects.update(expires_at=F("expires_at") - back)
    Hold.objects.update(expires_at=F("expires_at") - back)
    end_due(now=timezone.now(), limit=9)


@pytest.fixture
def friends(shop, channel_USD):
    assert channel_USD.automatically_confirm_all_new_orders
    # Nobody earns anything here: the page tells of stakes alone.
    nothing = {"EUR": {"points": 1, "minor": 100}}
    setup.set_up(programme(rates=nothing, growth_rates=nothing), now=timezone.now())
    return Friends(shop)


@pytest.fixture
def with_points(friends, shop):
    for user in friends.people.values():
        shop.give_points(user, 1000)


def audited():
    differences = []
    audit(differences.append)
    return differences


@pytest.mark.parametrize("title", ["Full in time", "Not full in time"])
def test_the_story(shop, friends, with_points, title):
    friends.offer()
    acts = {
        "both have points": lambda: None,
        "ada opens a group": lambda: friends.leads("ada"),
        "bob joins": lambda: friends.joins("bob"),
        "bob leaves": lambda: friends.leaves("bob"),
        "ada pays": lambda: friends.pays("ada"),
        "bob pays": lambda: friends.pays("bob"),
        "half an hour passes": lambda: pass_by(minutes=45),
        "a day passes": lambda: pass_by(days=1),
    }
    for step, *expected in story(TEXT, title):
        if step == "half an hour passes":
            # Bob's line is in his checkout still when he pays.
            with worker_away():
                acts[step]()
            assert friends.row() == late_row(expected)
            continue
        acts[step]()
        work()
        assert friends.row() == expected, step
    if title == "Full in time":
        assert [friends.status(who) for who in friends.people] == ["unfulfilled"] * 2
    assert audited() == []


@contextmanager
def worker_away():
    """Nobody is asked on commit: what is left undone waits for the beat."""
    with override_settings(CELERY_TASK_ALWAYS_EAGER=False):
        assert not work_inbox.app.conf.task_always_eager
        yield


def late_row(expected):
    """His stake comes back by the worker as well."""
    ada, _, *rest = expected
    return [ada, "900 (100)", *rest]


def test_the_group_is_paid_back_in_full(shop, friends):
    friends.offer(stake_points=0)
    friends.leads("ada")
    friends.pays("ada")
    work()
    pass_by(days=1, hours=1)
    work()
    asked = TransactionEvent.objects.get(type="refund_request")
    assert (asked.amount_value, friends.status("ada")) == (25, "canceled")
    shop.refund_by_card(friends.cards["ada"], "25.00")
    work()
    assert Group.objects.get().state == "failed"
    assert host().order(friends.orders["ada"]).fully_refunded


def test_leaving_after_paying(shop, friends, with_points):
    friends.offer()
    friends.leads("ada")
    friends.pays("ada")
    work()
    friends.leaves("ada")
    work()
    assert friends.row() == ["1000 (0)", "1000 (0)", "0", "0", "", "ada", "ada"]
    assert audited() == []


def test_leaving_before_paying_empties_the_checkout(shop, friends, with_points):
    friends.offer()
    friends.leads("ada")
    assert CheckoutLine.objects.count() == 1
    friends.leaves("ada")
    work()
    assert not CheckoutLine.objects.exists()
    assert friends.sums("ada") == "1000 (0)"


def test_the_last_seat_is_taken_once(shop, friends, with_points):
    friends.offer()
    friends.leads("ada")
    cleo = friends.people["cleo"] = User.objects.create(email="cleo@example.com")
    shop.give_points(cleo, 1000)
    code, start = Group.objects.get().code, Barrier(2)
    text = (OPERATIONS / "storefront/group_join.graphql").read_text()

    def join(who):
        try:
            connection.ensure_connection()
            start.wait(60)
            (answer,) = shop._post(text, user=friends.people[who], path=OURS, code=code).values()
            return [error["code"] for error in answer["errors"]]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(join, ["bob", "cleo"]))
    assert sorted(answers) == [[], ["LIMIT_EXCEEDED"]]
    assert sorted(map(friends.sums, ["bob", "cleo"])) == ["1000 (0)", "900 (100)"]
    assert Group.objects.get().taken == 2


def full_but_for_one(friends):
    friends.offer(stake_points=0)
    friends.leads("ada")
    friends.joins("bob")
    friends.pays("bob")
    work()


def test_money_that_comes_after_the_order_does_not_confirm_it(shop, friends, channel_USD):
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    friends.offer(stake_points=0)
    friends.leads("ada")
    friends.orders_it("ada")
    assert friends.status("ada") == "unconfirmed"
    shop.pay_by_card(friends.orders["ada"], "10.00")
    assert friends.status("ada") == "unconfirmed"
    shop.pay_by_card(friends.orders["ada"], "15.00")
    work()
    assert (friends.status("ada"), Group.objects.get().paid) == ("unconfirmed", 1)
    friends.joins("bob")
    friends.pays("bob")
    work()
    assert [friends.status(who) for who in friends.people] == ["unfulfilled"] * 2


def test_staff_who_mark_it_as_paid_do_not_confirm_it(shop, friends, channel_USD):
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    friends.offer(stake_points=0)
    friends.leads("ada")
    friends.orders_it("ada")
    shop.of_order("orderMarkAsPaid", friends.orders["ada"])
    work()
    assert (friends.status("ada"), Group.objects.get().paid) == ("unconfirmed", 1)


def test_a_payment_of_the_old_kind_does_not_confirm_it(shop, friends):
    friends.offer(stake_points=0)
    friends.leads("ada")
    shop.call(
        """mutation($id: ID!, $input: PaymentInput!) {
          checkoutPaymentCreate(id: $id, input: $input) { errors { field message code } } }""",
        friends.people["ada"],
        id=friends.checkouts["ada"],
        input={"gateway": "mirumee.payments.dummy", "token": "fully_charged", "amount": "25.00"},
    )
    friends.orders_it("ada")
    work()
    assert (friends.status("ada"), Group.objects.get().paid) == ("unconfirmed", 1)


def test_an_order_beside_it_is_confirmed_as_ever(shop, friends):
    full_but_for_one(friends)
    order, _ = shop.buy({shop.variant("20.00"): 1}, friends.people["ada"])
    friends.orders["ada"] = order["id"]
    assert (friends.status("ada"), friends.status("bob")) == ("unfulfilled", "unconfirmed")


def test_a_gift_card_is_sent_once_the_group_is_full(
    shop, friends, channel_USD, non_shippable_gift_card_product_type
):
    channel_USD.automatically_fulfill_non_shippable_gift_card = True
    channel_USD.save()
    shop._given.product_type = non_shippable_gift_card_product_type
    friends.by_post = False
    friends.offer(stake_points=0)
    friends.leads("ada")
    friends.joins("bob")
    friends.cards["bob"] = shop.pay_by_card(friends.checkouts["bob"], "15.00")
    friends.orders_it("bob")
    work()
    assert (GiftCard.objects.count(), friends.status("bob")) == (0, "unconfirmed")
    friends.cards["ada"] = shop.pay_by_card(friends.checkouts["ada"], "15.00")
    friends.orders_it("ada")
    work()
    assert [friends.status(who) for who in friends.people] == ["fulfilled"] * 2
    assert GiftCard.objects.count() == 2


def test_a_gift_card_that_lowered_the_total_has_it_back(shop, friends, channel_USD):
    # Before 3.23 Saleor does not count such a card where a transaction pays the rest.
    channel_USD.allow_unpaid_orders = True
    channel_USD.save()
    friends.offer(stake_points=0)
    friends.leads("ada")
    card = GiftCard.objects.create(
        code="OLD-CARD",
        currency="USD",
        initial_balance_amount=10,
        current_balance_amount=10,
        is_active=True,
    )
    shop.change(
        "checkoutAddPromoCode",
        friends.people["ada"],
        checkoutId=friends.checkouts["ada"],
        promoCode="OLD-CARD",
    )
    friends.pays("ada", "15.00")
    work()
    card.refresh_from_db()
    assert card.current_balance_amount == 0
    friends.leaves("ada")
    work()
    card.refresh_from_db()
    assert (card.current_balance_amount, card.is_active) == (10, True)
    assert OrderGrantedRefund.objects.get().amount_value == 15


def test_a_coupon_can_be_used_again(shop, friends):
    friends.offer(stake_points=0)
    friends.leads("ada")
    ada = friends.people["ada"]
    coupon = Coupon(kind="fixed", currency="USD", value=500)
    with host().writing():
        code = host().make_coupon(ada.pk, coupon, source="a coupon")
    checkout = friends.checkouts["ada"]
    shop.change("checkoutAddPromoCode", ada, checkoutId=checkout, promoCode=code)
    friends.pays("ada", "20.00")
    work()
    assert host().order(friends.orders["ada"]).coupons == (code,)
    assert not host().withdraw_coupon("a coupon")
    friends.leaves("ada")
    work()
    assert host().order(friends.orders["ada"]).coupons == ()
    again = shop.checkout({shop.variant("20.00"): 1}, ada)["id"]
    shop.ship(again)
    used = shop.change("checkoutAddPromoCode", ada, checkoutId=again, promoCode=code)
    assert used["totalPrice"]["gross"]["amount"] == 25
    assert host().withdraw_coupon("a coupon")


def test_what_staff_have_sent_before_the_group_was_full_is_shown_to_them(shop, friends):
    full_but_for_one(friends)
    shop.of_order("orderConfirm", friends.orders["bob"])
    order = shop._post(
        "query($id: ID!) { order(id: $id) { id lines { id quantity } } }",
        user=shop.staff,
        id=friends.orders["bob"],
    )["order"]
    shop.fulfil(order)
    pass_by(days=1, hours=1)
    work()
    (effect,) = OutboxEffect.objects.filter(kind="group_seat").exclude(status=WorkStatus.DONE)
    assert "cannot be cancelled" in effect.error
    assert friends.status("bob") == "fulfilled"
    assert not OrderGrantedRefund.objects.exists()
