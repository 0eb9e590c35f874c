"""What Saleor's own tools see: marks on orders to filter by, tier and plans at the customer."""

from django.utils import timezone
from saleor.account.models import User
from saleor.order.models import Order
from shopping import gid

from saleor_loyalty.events.host import host
from saleor_loyalty.events.models import InboxFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import Tier
from saleor_loyalty.flows import members, mirror
from saleor_loyalty.flows.outbox import work_outbox

ORDERS = """query($value: String!) {
  orders(first: 9, filter: {metadata: [{key: "loyalty.priority", value: $value}]}) {
    edges { node { id } } } }"""


def _found(shop, value):
    edges = shop._post(ORDERS, user=shop.staff, value=value)["orders"]["edges"]
    return [edge["node"]["id"] for edge in edges]


def test_staff_filter_orders_by_the_mark(shop, customer_user):
    marked, _ = shop.buy({shop.variant("10.00"): 1}, customer_user)
    shop.buy({shop.variant("10.00"): 1}, customer_user)
    host().mark_order(marked["id"], {"loyalty.priority": "VIP"})
    assert _found(shop, "VIP") == [marked["id"]]
    assert _found(shop, "other") == []


def test_orders_of_a_tier_that_goes_first_are_marked_by_themselves(
    shop, customer_user, customer_user2
):
    shop.give_tier(customer_user, 0, "best_of", {"kind": "priority", "mark": "VIP"})
    variant = shop.variant("10.00")
    first, _ = shop.buy({variant: 1}, customer_user)
    shop.buy({variant: 1}, customer_user2)
    work_outbox(now=timezone.now())
    assert _found(shop, "VIP") == [first["id"]]


def test_a_new_tier_shows_at_the_customer(shop, customer_user):
    shop.change_tier("gold")
    member = members.find_or_join(customer_user.pk, now=timezone.now())
    gold = Tier.objects.get(slug="gold")
    Member.objects.filter(pk=member.pk).update(tier=gold)
    mirror.show([member.pk], now=timezone.now())
    customer_user.refresh_from_db()
    assert customer_user.metadata["loyalty.tier"] == "gold"


def test_a_mark_leaves_the_rest_alone_and_is_no_change_of_the_order(shop, customer_user):
    order, _ = shop.buy({shop.variant("10.00"): 1}, customer_user)
    Order.objects.update(metadata={"erp": "17"})
    facts = InboxFact.objects.count()
    before = Order.objects.get()
    fingerprint = host().order(order["id"]).fingerprint
    host().mark_order(order["id"], {"loyalty.priority": "VIP"})
    after = Order.objects.get()
    assert after.metadata == {"erp": "17", "loyalty.priority": "VIP"}
    assert after.updated_at == before.updated_at
    assert host().order(order["id"]).fingerprint == fingerprint
    assert InboxFact.objects.count() == facts


def test_an_order_that_is_gone_is_no_error(shop):
    host().mark_order(gid("Order", "00000000-0000-0000-0000-000000000000"), {"a": "b"})
    host().mark_order("nonsense", {"a": "b"})
    assert not Order.objects.exists()


def test_customers_show_what_they_are(shop, customer_user, customer_user2):
    User.objects.filter(pk=customer_user.pk).update(metadata={"crm": "9", "loyalty.plans": "plus"})
    facts = InboxFact.objects.count()
    shown = {
        customer_user.pk: {"loyalty.tier": "gold", "loyalty.plans": None},
        customer_user2.pk: {"loyalty.tier": None, "loyalty.plans": "plus,vip"},
        999_999: {"loyalty.tier": "gold"},
    }
    assert host().mirror(shown) == 2
    metadata = dict(User.objects.values_list("pk", "metadata"))
    assert metadata[customer_user.pk] == {"crm": "9", "loyalty.tier": "gold"}
    assert metadata[customer_user2.pk] == {"loyalty.plans": "plus,vip"}
    assert host().mirror(shown) == 0
    assert host().mirror({}) == 0
    assert InboxFact.objects.count() == facts
