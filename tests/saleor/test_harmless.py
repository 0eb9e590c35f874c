"""A shop whose loyalty is locked, broken or gone still sells, and soon."""

import logging
import time
from contextlib import contextmanager

import psycopg
import pytest
from django.db import connection, transaction
from saleor.discount.models import CheckoutLineDiscount
from saleor.plugins.manager import get_plugins_manager

from saleor_loyalty.adapter import bounded, checkout_prices, plugin, refusals
from saleor_loyalty.events.models import InboxFact

# Hooks of one mutation together: each may wait a tenth of a second for a lock, twice. The rest
# is for a machine that is busy with others; a hook without limits would wait for ever.
SECONDS = 15


@contextmanager
def everything_locked():
    """As a migration would: nobody may even read our tables."""
    connection.ensure_connection()
    parameters = connection.get_connection_params()
    keys = ("host", "port", "user", "password", "dbname")
    other = psycopg.connect(**{key: parameters[key] for key in keys if parameters.get(key)})
    with other, other.cursor() as cursor:
        cursor.execute(
            "SELECT format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', tablename) FROM pg_tables"
            " WHERE tablename LIKE 'saleor\\_loyalty\\_%'"
        )
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
        yield
        other.rollback()


@pytest.fixture
def gold(shop, customer_user):
    return shop.give_tier(customer_user, 1000)


def _plugin_seconds(work, monkeypatch):
    """What `work` answers, and how long our hooks took of it."""
    spent = []
    names = ("_checkout", "_order", "_order_before_fully_paid", "_customer")
    for hook in (*(getattr(plugin, name) for name in names), refusals.before_order):

        def timed(*args, _hook=hook, **kwargs):
            began = time.monotonic()
            try:
                return _hook(*args, **kwargs)
            finally:
                spent.append(time.monotonic() - began)

        for attribute, value in vars(plugin.LoyaltyPlugin).items():
            if value is hook:
                monkeypatch.setattr(plugin.LoyaltyPlugin, attribute, timed)
    return work(), spent


def test_with_our_tables_locked_a_member_still_buys(shop, customer_user, gold, monkeypatch, caplog):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 20}, customer_user)
    assert checkout["subtotalPrice"]["gross"]["amount"] == 180

    def shopping():
        with everything_locked():
            fewer = shop.update(checkout["id"], {variant: 1}, customer_user)
            total = shop.ship(checkout["id"])["totalPrice"]["gross"]["amount"]
            shop.pay_by_card(checkout["id"], str(total))
            return fewer, shop.complete(checkout["id"], customer_user)

    with caplog.at_level(logging.ERROR):
        (fewer, order), spent = _plugin_seconds(shopping, monkeypatch)
    # What was right for twenty pieces is not left on one.
    assert fewer["subtotalPrice"]["gross"]["amount"] == 10
    assert order["total"]["gross"]["amount"] == 20
    assert spent
    assert sum(spent) < SECONDS
    assert any("reconcile will look again" in message for message in caplog.messages)


def test_points_cannot_be_used_while_our_tables_are_locked(shop, customer_user):
    shop.give_points(customer_user, 5000)
    checkout = shop.checkout({shop.variant("10.00"): 1}, customer_user)["id"]
    with everything_locked():
        answer = shop.pay_with_points(checkout, "5.00", customer_user)
    assert answer["transactionEvent"]["type"] == "CHARGE_FAILURE"
    assert "try again" in answer["transactionEvent"]["message"]
    assert shop.points(customer_user).available == 5000


@pytest.mark.parametrize("broken", ["read", "write"])
def test_with_our_code_broken_a_member_still_buys(shop, customer_user, gold, monkeypatch, broken):
    variant = shop.variant("10.00")
    checkout = shop.checkout({variant: 2}, customer_user)["id"]

    def throws(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(checkout_prices, broken, throws)
    monkeypatch.setattr(plugin, "as_statement", throws)
    assert (
        shop.update(checkout, {variant: 1}, customer_user)["subtotalPrice"]["gross"]["amount"] == 10
    )
    total = shop.ship(checkout)["totalPrice"]["gross"]["amount"]
    shop.pay_by_card(checkout, str(total))
    assert shop.complete(checkout, customer_user)["chargeStatus"] == "FULL"
    assert not InboxFact.objects.exists()


def test_without_our_tables_a_customer_still_buys_and_can_be_deleted(shop, customer_user):
    variant = shop.variant("10.00")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE saleor_loyalty_inboxfact CASCADE")
        cursor.execute("DROP TABLE saleor_loyalty_tier CASCADE")
    order, _ = shop.buy({variant: 1}, customer_user)
    assert order["chargeStatus"] == "FULL"
    shop.of_order("orderCancel", order["id"])


def test_an_inactive_plugin_does_nothing(shop, customer_user, gold):
    shop.call(
        """mutation { pluginUpdate(id: "saleor.loyalty", input: {active: false}) {
             plugin { globalConfiguration { active } } errors { field message code } } }""",
        shop.staff,
    )
    checkout = shop.checkout({shop.variant("10.00"): 1}, customer_user)
    assert checkout["lines"][0]["unitPrice"]["gross"]["amount"] == 10
    shop.buy({shop.variant("10.00"): 1}, customer_user)
    assert not InboxFact.objects.exists()


def _manager():
    return get_plugins_manager(allow_replica=False)


def test_inside_a_transaction_the_limits_end_with_the_hook(db, customer_user, order):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '7s'")
        _manager().order_updated(order)
        cursor.execute(
            "SELECT current_setting('lock_timeout'), current_setting('statement_timeout')"
        )
        assert cursor.fetchone() == ("7s", "0")
    assert InboxFact.objects.count() == 1


def _hook():
    """The hook itself: in a broken transaction Saleor's manager could not even find it."""
    (ours,) = [
        found
        for found in _manager().get_plugins(active_only=True)
        if isinstance(found, plugin.LoyaltyPlugin)
    ]
    return ours.order_updated


def test_in_a_transaction_that_django_knows_to_be_broken(transactional_db, order):
    hook = _hook()
    with transaction.atomic():
        transaction.set_rollback(True)
        assert hook(order, previous_value="as before") == "as before"
        assert connection.needs_rollback
    assert not InboxFact.objects.exists()
    hook(order, previous_value=None)
    assert InboxFact.objects.count() == 1


def test_in_a_transaction_that_only_postgres_knows_to_be_broken(transactional_db, order):
    hook = _hook()
    with transaction.atomic(), connection.cursor() as cursor:
        with pytest.raises(Exception, match="division by zero"):
            cursor.execute("SELECT 1 / 0")
        assert hook(order, previous_value="as before") == "as before"
        transaction.set_rollback(True)
    assert not InboxFact.objects.exists()
    hook(order, previous_value=None)
    assert InboxFact.objects.count() == 1


def test_a_hook_rolled_back_with_the_shops_transaction_leaves_nothing(transactional_db, order):
    with transaction.atomic():
        _manager().order_updated(order)
        transaction.set_rollback(True)
    assert not InboxFact.objects.exists()


def test_limits_hold_for_slow_statements_as_well(transactional_db, settings):
    settings.SALEOR_LOYALTY_HOOK_STATEMENT_TIMEOUT_MS = 100
    began = time.monotonic()
    with pytest.raises(Exception, match="statement timeout"):
        bounded.run("SELECT pg_sleep(%(seconds)s)", {"seconds": 20})
    with pytest.raises(Exception, match="statement timeout"), bounded.bounded():
        connection.cursor().execute("SELECT pg_sleep(20)")
    assert time.monotonic() - began < SECONDS
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout')")
        assert cursor.fetchone() == ("0",)


def test_a_failing_price_takes_only_our_own_discounts(shop, customer_user, gold, monkeypatch):
    one, other = shop.variant("10.00"), shop.variant("10.00")
    checkout = shop.checkout({one: 1, other: 1}, customer_user)
    kept = CheckoutLineDiscount.objects.first()
    CheckoutLineDiscount.objects.filter(pk=kept.pk).update(reason="Staff were kind")

    def throws(*args):
        raise ZeroDivisionError

    monkeypatch.setattr(checkout_prices, "read", throws)
    shop.update(checkout["id"], {shop.variant("1.00"): 1}, customer_user)
    assert [row.pk for row in CheckoutLineDiscount.objects.all()] == [kept.pk]
