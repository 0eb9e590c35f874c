"""The beat entries: what makes the work go on when every hook and message was lost."""

from datetime import timedelta
from typing import Any

from celery.schedules import crontab
from django.conf import LazySettings

ENTRIES: dict[str, dict[str, Any]] = {
    "saleor-loyalty-inbox": {
        "task": "saleor_loyalty.work_inbox",
        "schedule": timedelta(minutes=1),
    },
    "saleor-loyalty-outbox": {
        "task": "saleor_loyalty.work_outbox",
        "schedule": timedelta(minutes=1),
    },
    "saleor-loyalty-event-batches": {
        "task": "saleor_loyalty.work_event_batches",
        "schedule": timedelta(minutes=1),
    },
    "saleor-loyalty-ladders": {
        "task": "saleor_loyalty.work_ladders",
        "schedule": timedelta(minutes=1),
    },
    # Every quarter of an hour, for holds that have run out and for members far from UTC.
    "saleor-loyalty-daily": {
        "task": "saleor_loyalty.daily",
        "schedule": crontab(minute="*/15"),
    },
    "saleor-loyalty-reconcile": {
        "task": "saleor_loyalty.reconcile",
        "schedule": crontab(minute="7"),
    },
}


def add_to(settings: LazySettings) -> None:
    """Beat reads the setting when it starts, after the apps are ready. A merchant's own entry of
    the same name wins."""
    schedule = getattr(settings, "CELERY_BEAT_SCHEDULE", None)
    if isinstance(schedule, dict):
        for name, entry in ENTRIES.items():
            schedule.setdefault(name, entry)
