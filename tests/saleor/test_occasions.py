"""Days of members on a real Saleor: registered, bought, given back, a coupon used, a boost."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from saleor.account.models import User
from shopping import programme

from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.occasions.models import OccasionGift
from saleor_loyalty.features.rewards.models import Redemption
from saleor_loyalty.flows import engagement, setup
from saleor_loyalty.flows.occasion_days import find_due
from saleor_loyalty.flows.occasion_gifts import give_due
from saleor_loyalty.flows.rewards import Placing, create_reward
from saleor_loyalty.ledger.audit import audit
from saleor_loyalty.tasks import work_inbox, work_outbox

OURS = "/plugins/saleor.loyalty/graphql/"
OPERATIONS = Path(__file__).parents[2] / "graphql"
FIVE_OFF = {
    "name": {"en": "Five off"},
    "points": 0,
    "gifts_only": True,
    "gives": {"kind": "coupon", "amount": {"USD": 500}, "valid_days": 30},
}


@pytest.fixture
def days(shop):
    setup.set_up(programme(), now=timezone.now())
    create_reward("five", FIVE_OFF, Placing(), active=True)

    def keep(**occasions):
        engagement.save(
            Subject.OCCASIONS, occasions, enabled=True, actor="staff:1", now=timezone.now()
        )

    shop.keep = keep
    yield shop
    found = []
    audit(found.append)
    assert found == []


def ask(shop, name, user, **variables):
    text = (OPERATIONS / f"{name}.graphql").read_text()
    (answer,) = shop._post(text, user=user, path=OURS, **variables).values()
    return answer


def work():
    work_inbox()
    work_outbox()


def test_who_registers_is_welcomed(days, channel_USD, settings):
    settings.ALLOWED_CLIENT_HOSTS = ["localhost"]
    days.keep(welcome={"gift": {"points": 100}})
    answer = days.call(
        """mutation($input: AccountRegisterInput!) { accountRegister(input: $input) {
             errors { field message code } } }""",
        input={
            "email": "cleo@example.com",
            "password": "A-Pass-Word-1",
            "channel": channel_USD.slug,
            "redirectUrl": "http://localhost:3000/",
        },
    )
    assert not answer["errors"]
    User.objects.filter(email="cleo@example.com").update(is_active=True, is_confirmed=True)
    cleo = User.objects.get(email="cleo@example.com")
    for _ in range(2):
        assert not ask(days, "storefront/member_join", cleo)["errors"]
        work()
    assert days.points(cleo).available == 100
    assert OccasionGift.objects.count() == 1


def test_a_first_order_and_its_end(days, customer_user):
    days.keep(first_order={"gift": {"points": 70, "reward": "five"}, "when": "paid"})
    checkout = days.checkout({days.variant("25.00"): 1}, customer_user)["id"]
    total = str(days.ship(checkout)["totalPrice"]["gross"]["amount"])
    paid = days.pay_by_card(checkout, total)
    days.complete(checkout, customer_user)
    work()
    # 25 for the money of it.
    assert days.points(customer_user).available == 95
    given = Redemption.objects.get()
    assert (given.state, given.points, given.amount) == ("issued", 0, 500)
    days.refund_by_card(paid, total)
    work()
    work()
    assert days.points(customer_user).available == 0
    assert Redemption.objects.get().state == "cancelled"
    # The code is worth nothing any more.
    answer = _promo(days, customer_user, given.code)
    assert answer["errors"]


def test_a_coupon_for_the_birthday_is_used_in_an_order_that_earns_double(days, customer_user):
    gift = {"reward": "five", "boost": {"percent": 200, "days": 3}}
    days.keep(birthday={"gift": gift, "name": {"en": "Your day"}})
    assert not ask(days, "storefront/member_join", customer_user)["errors"]
    now = timezone.now()
    Member.objects.update(birthday=now.date().replace(year=1992), joined_at=now - timedelta(400))
    find_due(now=now)
    assert give_due(now=now) == 1
    work()
    (edge,) = ask(days, "storefront/my_redemptions", customer_user, first=9)["edges"]
    redemption = edge["node"]
    assert (redemption["given"], redemption["points"], redemption["state"]) == (True, 0, "ISSUED")
    (boost,) = ask(days, "storefront/boosts", customer_user)["boosts"]
    assert (boost["name"], boost["percent"]) == ("Your day", 200)
    checkout = _promo(days, customer_user, redemption["code"])["checkout"]
    total = checkout["totalPrice"]["gross"]["amount"]
    days.pay_by_card(checkout["id"], str(total))
    days.complete(checkout["id"], customer_user)
    work()
    # 20.00 of goods, five off, double.
    balance = days.points(customer_user)
    assert (total, balance.available + balance.pending) == (25, 30)


def _promo(shop, user, code):
    checkout = shop.checkout({shop.variant("20.00"): 1}, user)["id"]
    shop.ship(checkout)
    answer = shop._post(
        """mutation($id: ID!, $code: String!) { checkoutAddPromoCode(id: $id, promoCode: $code) {
             checkout { id totalPrice { gross { amount } } } errors { code } } }""",
        user=user,
        id=checkout,
        code=code,
    )
    return answer["checkoutAddPromoCode"]
