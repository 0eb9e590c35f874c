"""Every hook we have, called by Saleor itself with what this release passes."""

import inspect

import pytest
from django.conf import settings as django_settings
from saleor.account.models import User
from saleor.plugins.base_plugin import BasePlugin
from saleor.plugins.manager import PluginsManager, get_plugins_manager
from shopping import ADDRESS, gid

from saleor_loyalty.adapter.plugin import LoyaltyPlugin
from saleor_loyalty.events.models import InboxFact
from saleor_loyalty.features.members.models import Member

ORDER_HOOKS = (
    "order_created",
    "order_updated",
    "order_paid",
    "order_fully_paid",
    "order_refunded",
    "order_fully_refunded",
    "order_fulfilled",
    "order_cancelled",
    "order_expired",
)
ALL_HOOKS = (
    *ORDER_HOOKS,
    "order_bulk_created",
    "fulfillment_created",
    "fulfillment_approved",
    "fulfillment_canceled",
    "customer_created",
    "customer_updated",
    "customer_deleted",
    "account_confirmed",
    "checkout_created",
    "checkout_updated",
    "preprocess_order_creation",
    "transaction_initialize_session",
    "transaction_process_session",
    "transaction_charge_requested",
    "transaction_refund_requested",
    "transaction_cancelation_requested",
    "webhook",
)


@pytest.mark.parametrize("name", ALL_HOOKS)
def test_saleor_still_knows_the_hook(name):
    assert name in BasePlugin.__annotations__ or hasattr(BasePlugin, name)
    assert callable(getattr(PluginsManager, name))
    assert callable(getattr(LoyaltyPlugin, name))


@pytest.mark.parametrize("name", ALL_HOOKS[:-1])
def test_a_hook_takes_arguments_nobody_has_thought_of_yet(name):
    parameters = inspect.signature(
        getattr(LoyaltyPlugin, name), follow_wrapped=False
    ).parameters.values()
    assert any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters)


def _manager():
    return get_plugins_manager(allow_replica=False)


def _subjects():
    return list(InboxFact.objects.values_list("kind", "subject"))


@pytest.mark.parametrize("name", ORDER_HOOKS)
def test_order_hooks_through_saleors_manager(db, order, name):
    getattr(_manager(), name)(order)
    assert _subjects() == [("order", f"order:{order.pk}")]


def test_orders_in_bulk_through_saleors_manager(db, order_list):
    _manager().order_bulk_created(order_list)
    assert {subject for _, subject in _subjects()} == {f"order:{one.pk}" for one in order_list}


@pytest.mark.parametrize(
    "name", ["fulfillment_created", "fulfillment_approved", "fulfillment_canceled"]
)
def test_fulfilment_hooks_through_saleors_manager(db, fulfillment, name):
    getattr(_manager(), name)(fulfillment)
    assert _subjects() == [("order", f"order:{fulfillment.order_id}")]


@pytest.mark.parametrize("name", ["customer_created", "customer_updated", "account_confirmed"])
def test_customer_hooks_through_saleors_manager(db, customer_user, name):
    getattr(_manager(), name)(customer_user)
    assert _subjects() == [("customer", f"user:{customer_user.pk}")]


def test_a_payment_that_is_whole_is_told_once(db, order):
    order.charge_status = "full"
    manager = _manager()
    manager.order_paid(order)
    manager.order_fully_paid(order)
    assert _subjects() == [("order", f"order:{order.pk}")]


def test_packing_approval_and_taking_back_reach_us_by_mutation(shop, customer_user):
    order, _ = shop.buy({shop.variant("20.00"): 1}, customer_user)
    settings = _site_settings()
    settings.fulfillment_auto_approve = False
    settings.save()
    before = InboxFact.objects.count()
    shop.fulfil(order)
    packed = InboxFact.objects.count()
    assert packed > before
    fulfillment = _fulfillment()
    shop.call(
        """mutation($id: ID!) { orderFulfillmentApprove(id: $id, notifyCustomer: false) {
             errors { field message code } } }""",
        shop.staff,
        id=fulfillment,
    )
    approved = InboxFact.objects.count()
    assert approved > packed
    shop.call(
        """mutation($id: ID!, $warehouse: ID!) {
             orderFulfillmentCancel(id: $id, input: {warehouseId: $warehouse}) {
               errors { field message code } } }""",
        shop.staff,
        id=fulfillment,
        warehouse=gid("Warehouse", shop._given.warehouse.pk),
    )
    assert InboxFact.objects.count() > approved


def _site_settings():
    from django.contrib.sites.models import Site

    return Site.objects.get_current().settings


def _fulfillment():
    from saleor.order.models import Fulfillment

    return gid("Fulfillment", Fulfillment.objects.get().pk)


def test_a_customer_is_deleted_by_staff_and_the_member_stays_closed(shop, customer_user):
    shop.give_points(customer_user, 100)
    shop.call(
        "mutation($id: ID!) { customerDelete(id: $id) { errors { field message code } } }",
        shop.staff,
        id=gid("User", customer_user.pk),
    )
    assert not User.objects.filter(email=customer_user.email).exists()
    assert Member.objects.get().user_id is None


def test_a_customer_made_by_staff_reaches_us(shop):
    shop.call(
        """mutation($input: UserCreateInput!) { customerCreate(input: $input) {
             user { id } errors { field message code } } }""",
        shop.staff,
        input={"email": "new@example.com", "defaultBillingAddress": ADDRESS},
    )
    user = User.objects.get(email="new@example.com")
    assert ("customer", f"user:{user.pk}") in _subjects()


def test_the_suite_runs_with_saleors_webhooks_before_us():
    assert django_settings.PLUGINS[-1].endswith("LoyaltyPlugin")
