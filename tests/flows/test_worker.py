"""A hook's nudge, over a real broker, to a real worker."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from celery import Celery, signals
from celery.contrib.testing.worker import start_worker
from celery.schedules import crontab
from django.db import connection
from django.utils import timezone

from saleor_loyalty import broker as broker_module
from saleor_loyalty import schedule, tasks
from saleor_loyalty.events import inbox
from saleor_loyalty.events.models import InboxFact, WorkStatus
from saleor_loyalty.features.members.models import Member
from sandbox.redis_server import running_redis
from tests.flows.balances import sums
from tests.shop import Shop, line, paid_order

_PATIENCE = 30


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Celery]:
    with running_redis(tmp_path) as address:
        app = Celery("tests", broker=f"{address}/0", set_as_current=True)
        app.autodiscover_tasks(["saleor_loyalty"], force=True)
        yield app


@pytest.fixture(autouse=True)
def trusting() -> None:
    """No failure of another test is remembered."""
    broker_module._off_until = 0.0


@pytest.fixture
def finished() -> Iterator[Event]:
    """Set once the worker has done a task."""
    done = Event()

    def note(**_: Any) -> None:
        # The worker is a thread here: nobody else closes its connection.
        connection.close()
        done.set()

    signals.task_postrun.connect(note)
    yield done
    signals.task_postrun.disconnect(note)


@pytest.mark.django_db(transaction=True)
def test_a_nudge_reaches_a_worker_that_awards_the_order(
    broker: Celery, finished: Event, ada: Member, shop: Shop
) -> None:
    shop.orders["o1"] = paid_order(line("a", 2500), user_id=ada.user_id)
    inbox.record(inbox.NewFact("order", "order:o1", timezone.now()))
    tasks.nudge()
    with start_worker(broker, pool="solo", perform_ping_check=False):
        assert finished.wait(_PATIENCE)
    assert sums(ada) == (0, 25, 0, 0)
    assert InboxFact.objects.get().status == WorkStatus.DONE


@pytest.mark.parametrize("silent", [False, True])
def test_a_broker_that_is_down_or_silent_is_asked_once_and_not_for_long(silent: bool) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=1) as server:
        port = server.getsockname()[1]
        if not silent:
            server.close()
        Celery("tests", broker=f"redis://127.0.0.1:{port}/0", set_as_current=True)
        started = time.monotonic()
        for _ in range(100):
            broker_module.send(tasks.work_inbox)
        # Celery's own way takes seven seconds for each of the hundred; ours a fraction of one
        # for all, and the rest of this minute is for a machine that is busy with others.
        assert time.monotonic() - started < 60


def test_the_beat_entries_leave_a_merchants_own_alone() -> None:
    own = {"task": "saleor_loyalty.daily", "schedule": crontab(hour="3")}
    settings = SimpleNamespace(CELERY_BEAT_SCHEDULE={"saleor-loyalty-daily": own})
    schedule.add_to(settings)  # type: ignore[arg-type]
    assert settings.CELERY_BEAT_SCHEDULE["saleor-loyalty-daily"] == own
    assert set(settings.CELERY_BEAT_SCHEDULE) == set(schedule.ENTRIES)
    known = {
        tasks.work_inbox.name,
        tasks.work_outbox.name,
        tasks.work_event_batches.name,
        tasks.work_ladders.name,
        tasks.daily.name,
        tasks.reconcile.name,
    }
    assert {entry["task"] for entry in schedule.ENTRIES.values()} == known
