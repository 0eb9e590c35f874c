"""What orders of a real shop decide for tasks: counted once paid, gone with a refund."""

from datetime import timedelta

from django.utils import timezone
from saleor.product.models import Category
from shopping import gid

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.models import TaskRun
from saleor_loyalty.flows.inbox import work_inbox
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.task_setup import activate_task, create_task

PLAIN = {"name": {"en": "Task"}, "refunds": "take_back"}


def _task(slug, **config):
    now = timezone.now()
    create_task(slug, {**PLAIN, **config}, starts_at=now - timedelta(days=1))
    activate_task(slug, now=now)


def _work():
    now = timezone.now() + timedelta(seconds=1)
    while work_inbox(now=now) or work_outbox(now=now):
        pass


def _stands(customer, slug):
    run = TaskRun.objects.get(task__slug=slug, member=Member.objects.get(user=customer))
    return run.state, run.progress


def test_orders_count_when_they_are_paid_and_not_when_they_are_refunded(shop, customer_user):
    _task("orders", counts={"kind": "orders"}, steps=[{"goal": 2, "gift": {"points": 500}}])
    _task(
        "much",
        counts={"kind": "orders", "minimum": {"USD": 3000}},
        steps=[{"goal": 1, "gift": {"growth": 5}}],
    )
    first, _ = shop.buy({shop.variant("20.00"): 1}, customer_user)
    _work()
    assert _stands(customer_user, "orders") == ("running", 1)
    assert shop.points(customer_user).available == 20
    shop.buy({shop.variant("30.00"): 1}, customer_user)
    _work()
    assert _stands(customer_user, "orders") == ("done", 2)
    assert _stands(customer_user, "much") == ("done", 1)
    assert shop.points(customer_user).available == 550
    shop.of_order("orderCancel", first["id"])
    _work()
    assert _stands(customer_user, "orders") == ("running", 1)
    assert _stands(customer_user, "much") == ("done", 1)
    assert shop.points(customer_user).available == 30


def test_different_categories_of_the_catalogue(shop, customer_user):
    above = Category.objects.create(name="Drinks", slug="drinks")
    kinds = [
        Category.objects.create(name=name, slug=name, parent=above) for name in ("tea", "coffee")
    ]
    tea, coffee = (shop.variant("5.00", category=kind) for kind in kinds)
    _task("new", counts={"kind": "categories"}, steps=[{"goal": 2, "gift": {"points": 9}}])
    drinks = {"kind": "categories", "any_of": [gid("Category", above.pk)]}
    _task("drinks", counts=drinks, steps=[{"goal": 1}])
    shop.buy({tea: 3}, customer_user)
    shop.buy({tea: 1}, customer_user)
    _work()
    assert _stands(customer_user, "new") == ("running", 1)
    shop.buy({coffee: 1, tea: 1}, customer_user)
    _work()
    assert _stands(customer_user, "new") == ("done", 2)
    assert _stands(customer_user, "drinks") == ("done", 1)
