"""What the worker runs. Each task is safe to run twice, at once, and to kill anywhere."""

import logging
from datetime import timedelta
from functools import partial

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from . import broker, conf
from .events import wake
from .events.host import host
from .flows import daily as daily_flow
from .flows import event_batches as event_batches_flow
from .flows import inbox as inbox_flow
from .flows import ladder_trials as ladder_trials_flow
from .flows import outbox as outbox_flow
from .flows import reconcile as reconcile_flow
from .flows import tier_review as tier_review_flow

logger = logging.getLogger(__name__)

# One task stops after so many rows and calls the next, so that no task runs for hours.
_BATCH = 500
_BATCHES = 20


@shared_task(name="saleor_loyalty.work_inbox", ignore_result=True)
def work_inbox() -> None:
    with host().writing():
        for _ in range(_BATCHES):
            if not inbox_flow.work_inbox(now=timezone.now(), limit=_BATCH):
                break
        else:
            work_inbox.delay()
        outbox_flow.work_outbox(now=timezone.now(), limit=_BATCH)


@shared_task(name="saleor_loyalty.work_outbox", ignore_result=True)
def work_outbox() -> None:
    with host().writing():
        while outbox_flow.work_outbox(now=timezone.now(), limit=_BATCH):
            pass


@shared_task(name="saleor_loyalty.work_event_batches", ignore_result=True)
def work_event_batches() -> None:
    with host().writing():
        for _ in range(_BATCHES):
            if not event_batches_flow.work(now=timezone.now()):
                break
        else:
            work_event_batches.delay()


@shared_task(name="saleor_loyalty.work_ladders", ignore_result=True)
def work_ladders() -> None:
    with host().writing():
        tier_review_flow.review_new_ladder(now=timezone.now())
        for _ in range(_BATCHES):
            if not ladder_trials_flow.work():
                break
        else:
            work_ladders.delay()


@shared_task(name="saleor_loyalty.daily", ignore_result=True)
def daily() -> None:
    with host().writing():
        logger.info("daily run: %s", daily_flow.run(now=timezone.now()))


@shared_task(name="saleor_loyalty.reconcile", ignore_result=True)
def reconcile() -> None:
    now = timezone.now()
    with host().writing():
        since = now - timedelta(days=conf.reconcile_window_days())
        fed = reconcile_flow.reconcile(since=since, now=now)
    if fed:
        logger.warning("reconcile fed in %s orders that no hook had told of", fed)
        work_inbox.delay()


def nudge() -> None:
    """Asks for a worker once the transaction is committed. Never raises."""
    transaction.on_commit(partial(broker.send, work_inbox), robust=True)


wake.by(nudge)
