"""The harness itself: that the shop is real, and that what is committed stays in its own test."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import transaction
from saleor.account.models import User
from saleor.plugins.manager import get_plugins_manager

ME = "{ me { email } }"


def _in_another_thread(work):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result(timeout=30)


def test_saleor_knows_the_plugin(db):
    assert "saleor_loyalty" in settings.INSTALLED_APPS
    manager = get_plugins_manager(allow_replica=False)
    names = [type(plugin).__name__ for plugin in manager.get_plugins(active_only=True)]
    assert (names[0], names[-1]) == ("WebhookPlugin", "LoyaltyPlugin")


def test_saleor_answers_a_logged_in_customer(live, customer_user):
    assert live(ME, user=customer_user) == {"me": {"email": customer_user.email}}


@pytest.mark.parametrize("attempt", [1, 2])
def test_a_commit_is_seen_by_another_connection_and_gone_in_the_next_test(live, attempt):
    assert not User.objects.exists()
    User.objects.create(email="anna@example.com")
    assert _in_another_thread(User.objects.count) == 1
    assert _in_another_thread(User.objects.using("replica").count) == 1


def test_on_commit_hooks_run(transactional_db):
    ran = []
    with transaction.atomic():
        transaction.on_commit(lambda: ran.append(True))
    assert ran


@pytest.mark.parametrize("attempt", [1, 2])
def test_a_rolled_back_test_leaves_nothing(db, attempt):
    assert not User.objects.exists()
    User.objects.create(email="anna@example.com")
