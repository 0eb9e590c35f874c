"""Friends on a real Saleor: what an order, its address and its refund decide."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from saleor.account.models import User
from shopping import ADDRESS, gid, programme

from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.features.referrals.models import Referral, ReferralCheckout, Trace
from saleor_loyalty.flows import engagement, referral_orders, setup
from saleor_loyalty.flows.outbox import work_outbox as deliver
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.tasks import work_inbox, work_outbox

OURS = "/plugins/saleor.loyalty/graphql/"
OPERATIONS = Path(__file__).parents[2] / "graphql"
ELSEWHERE = {**ADDRESS, "streetAddress1": "Rynek 12", "postalCode": "50-101"}
TERMS = {
    "welcome": {"points": 50},
    "friend": {"points": 100},
    "referrer": {"points": 200},
    "minimum": {"USD": 2000},
    "returns": {"days": 14, "since": "payment"},
}


class Friends:
    """Ada, who brings bob."""

    def __init__(self, shop):
        self.shop = shop
        self.ada = User.objects.create(email="ada@example.com")
        self.bob = User.objects.create(email="bob@example.com")

    def ask(self, name, user, **variables):
        text = (OPERATIONS / f"{name}.graphql").read_text()
        (answer,) = self.shop._post(text, user=user, path=OURS, **variables).values()
        return answer

    def code(self):
        return self.ask("storefront/referral_code_make", self.ada)["code"]

    def joins(self, user):
        answer = self.ask("storefront/referral_join", user, code=self.code())
        assert not answer["errors"], answer["errors"]
        return answer["broughtBy"]["state"]

    def buys(self, user, address=ELSEWHERE, price="25.00", email="", code=""):
        """A paid order, which goes there, and its payment."""
        checkout = self.shop.checkout({self.shop.variant(price): 1}, user, email)["id"]
        for kind in ("shipping", "billing"):
            self.shop.call(
                f"""mutation($id: ID!, $address: AddressInput!) {{
                  checkout{kind.title()}AddressUpdate(id: $id, {kind}Address: $address) {{
                    errors {{ field message code }} }} }}""",
                user,
                id=checkout,
                address=address,
            )
        if code:
            given = {"checkoutId": checkout, "code": code}
            assert not self.ask("storefront/referral_at_checkout", None, **given)["errors"]
        total = str(self.shop.ship(checkout)["totalPrice"]["gross"]["amount"])
        paid = self.shop.pay_by_card(checkout, total)
        order = self.shop.complete(checkout, user)
        work()
        return order, paid, total

    def days_pass(self, days):
        later = timezone.now() + timedelta(days=days)
        referral_orders.due(now=later)
        OutboxEffect.objects.filter(status=WorkStatus.NEW).update(due_at=later)
        while deliver(now=later):
            pass

    def points(self):
        """By gifts alone: nobody earns anything by money here."""
        return [self.shop.points(user).available for user in (self.ada, self.bob)]


def work():
    for _ in range(3):
        work_inbox()
        work_outbox()


@pytest.fixture
def friends(shop):
    nothing = {"EUR": {"points": 1, "minor": 100}}
    setup.set_up(programme(rates=nothing, growth_rates=nothing), now=timezone.now())
    engagement.save(Subject.REFERRALS, TERMS, enabled=True, actor="", now=timezone.now())
    return Friends(shop)


def state():
    work()
    return Referral.objects.get().state


def audited():
    differences = []
    audit(differences.append)
    return differences


def test_a_friend_orders_returns_orders_again_and_both_have_theirs(friends):
    assert friends.joins(friends.bob) == "REGISTERED"
    assert friends.points() == [0, 50]
    _, paid, total = friends.buys(friends.bob)
    assert state() == "ordered"
    friends.shop.refund_by_card(paid, total)
    assert state() == "registered"
    friends.days_pass(15)
    assert friends.points() == [0, 50]
    _, paid, total = friends.buys(friends.bob)
    friends.days_pass(15)
    assert (state(), friends.points()) == ("rewarded", [200, 150])
    page = friends.ask("storefront/my_referrals", friends.ada, first=9)
    assert (page["rewarded"], page["earnedPoints"]) == (1, 200)
    assert page["friends"]["edges"][0]["node"]["name"] == "B***"
    friends.shop.refund_by_card(paid, total)
    assert (state(), friends.points()) == ("refused", [0, 50])
    assert audited() == []


def test_an_order_below_the_minimum_or_cancelled_does_not_count(friends):
    friends.joins(friends.bob)
    friends.buys(friends.bob, price="19.99")
    assert state() == "registered"
    order, _, _ = friends.buys(friends.bob)
    assert state() == "ordered"
    friends.shop.of_order("orderCancel", order["id"])
    assert state() == "registered"


def test_the_same_address_waits_for_staff(friends):
    friends.buys(friends.ada, address={**ADDRESS, "streetAddress1": "ul. Tęczowa 7/2"})
    friends.joins(friends.bob)
    friends.buys(
        friends.bob, address={**ADDRESS, "streetAddress1": "UL TECZOWA", "streetAddress2": "7 / 2"}
    )
    assert state() == "held"
    (case,) = friends.ask("dashboard/referrals", friends.shop.staff, state="HELD", first=9)["edges"]
    assert case["node"]["signals"] == [{"kind": "address", "commonWith": "referrer"}]
    friends.days_pass(15)
    assert friends.points() == [0, 50]
    answer = friends.ask(
        "dashboard/referral_refuse", friends.shop.staff, id=case["node"]["id"], reason="One person"
    )
    assert not answer["errors"]
    assert (state(), friends.points()) == ("refused", [0, 0])


def test_the_same_phone_waits_for_staff_who_let_it_pass(friends):
    friends.buys(friends.ada, address={**ADDRESS, "phone": "+48713456789"})
    friends.joins(friends.bob)
    friends.buys(friends.bob, address={**ELSEWHERE, "phone": "+48 71 345 67 89"})
    assert state() == "held"
    referral = gid("LoyaltyReferral", Referral.objects.get().public_id)
    friends.ask("dashboard/referral_approve", friends.shop.staff, id=referral, reason="Sisters")
    friends.days_pass(15)
    assert (state(), friends.points()) == ("rewarded", [200, 150])


def test_addresses_are_compared_and_not_kept(friends):
    friends.buys(friends.ada)
    member = Member.objects.get(user=friends.ada.pk)
    assert Trace.objects.filter(member=member, kind="address").count() == 1
    snapshot = OrderRecord.objects.get().snapshot
    assert (snapshot["address_digests"], "Rynek" in str(snapshot)) == ([], False)


def test_a_guest_at_the_till_is_a_friend_once_there_is_an_account(friends):
    friends.buys(None, email="cleo@example.com", code=friends.code())
    assert not Referral.objects.exists()
    assert ReferralCheckout.objects.get().settled_at is None
    cleo = User.objects.create(email="cleo@example.com", is_confirmed=True)
    friends.ask("storefront/member_join", cleo)
    assert (state(), Referral.objects.get().how) == ("ordered", "checkout")
    friends.days_pass(15)
    assert state() == "rewarded"
    assert [friends.shop.points(user).available for user in (friends.ada, cleo)] == [200, 150]


def test_an_old_account_is_no_friend(friends):
    User.objects.filter(pk=friends.bob.pk).update(date_joined=timezone.now() - timedelta(days=31))
    answer = friends.ask("storefront/referral_join", friends.bob, code=friends.code())
    assert [error["code"] for error in answer["errors"]] == ["FORBIDDEN"]
