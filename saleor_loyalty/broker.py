"""Asking for a worker from within a shopper's request: bounded, whatever state the broker is in.

Celery's own connection tries again for seconds before it gives up. Ours tries once, for a fraction
of a second, and after a failure not at all for a while: the beat finds what was left undone.
"""

import logging
import time
from functools import cache
from typing import Any

from celery import Task, current_app
from kombu import Connection, pools

logger = logging.getLogger(__name__)

_CONNECT_SECONDS = 0.3
_SECONDS_OFF = 30.0

_off_until = 0.0


def send(task: "Task[..., Any]") -> None:
    """Never raises. Waits less than a second, and that at most twice a minute."""
    global _off_until
    if task.app.conf.task_always_eager:
        _do_at_once(task)
        return
    if time.monotonic() < _off_until:
        return
    try:
        _publish(task)
    except Exception:
        _off_until = time.monotonic() + _SECONDS_OFF
        logger.warning("no worker could be asked; the beat will", exc_info=True)


def _do_at_once(task: "Task[..., Any]") -> None:
    """Without a broker Celery does the work itself; that it fails says nothing of a broker."""
    try:
        task.apply_async()
    except Exception:
        logger.warning("the work failed; it will be tried again", exc_info=True)


def _publish(task: "Task[..., Any]") -> None:
    address = task.app.connection_for_write().as_uri(include_password=True)
    with pools.producers[_connection(address)].acquire(
        block=True, timeout=_CONNECT_SECONDS
    ) as producer:
        task.apply_async(producer=producer, retry=False)


@cache
def _connection(address: str) -> Connection:
    """One for each process and broker; kombu keeps a pool of it."""
    ours = current_app.connection_for_write(address, connect_timeout=_CONNECT_SECONDS)
    ours.transport_options = {
        **(ours.transport_options or {}),
        "max_retries": 0,
        "socket_connect_timeout": _CONNECT_SECONDS,
        "socket_timeout": _CONNECT_SECONDS,
        "retry_on_timeout": False,
    }
    return ours
