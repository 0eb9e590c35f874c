"""`python -m sandbox shop_work`: the worker and the clock of the sandbox, until stopped.

A shop has Celery for both; here one process looks for work all the time.
"""

from datetime import timedelta
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from saleor_loyalty.flows import daily, event_batches
from saleor_loyalty.flows.inbox import work_inbox
from saleor_loyalty.flows.outbox import work_outbox

_SECONDS_BETWEEN_LOOKS = 0.1
_BETWEEN_DAILY_RUNS = timedelta(minutes=15)


class Command(BaseCommand):
    help = "Acts on facts, delivers effects, and does what time brings"

    def handle(self, **_options: Any) -> None:
        stop, next_daily = Event(), timezone.now()
        while not stop.wait(_SECONDS_BETWEEN_LOOKS):
            while work_inbox(now=timezone.now()) or work_outbox(now=timezone.now()):
                pass
            event_batches.work(now=timezone.now())
            if timezone.now() >= next_daily:
                daily.run(now=timezone.now())
                next_daily = timezone.now() + _BETWEEN_DAILY_RUNS
