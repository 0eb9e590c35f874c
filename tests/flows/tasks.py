"""A shop with tasks, and how tests look at them."""

from datetime import datetime, timedelta
from typing import Any

from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tasks.models import Task, TaskRun
from saleor_loyalty.flows.member_events import record_event
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.flows.task_setup import activate_task, create_task
from tests.shop import NOON, line, paid_order

VISITS = {"kind": "events", "name": "visit"}
ORDERS = {"kind": "orders"}


def step(goal: int, points: int | None = 10, **more: Any) -> dict[str, Any]:
    return {"goal": goal, "gift": {"points": points} if points else None, **more}


def task(
    slug: str = "visits",
    *,
    now: datetime = NOON,
    starts_at: datetime | None = NOON - timedelta(days=9),
    ends_at: datetime | None = NOON + timedelta(days=20),
    **config: Any,
) -> Task:
    """An active one: three visits, once, for ten points. It goes on from 1 to 30 March."""
    given: dict[str, Any] = {
        "name": {"en": slug.title(), "de": f"{slug.title()} (de)"},
        "counts": VISITS,
        "steps": [step(3)],
        "channel": "web",
    }
    create_task(slug, {**given, **config}, starts_at=starts_at, ends_at=ends_at)
    shown = activate_task(slug, now=now)
    work(now)
    return shown


def work(now: datetime = NOON) -> None:
    """As a worker does; effects are due by the clock of the test."""
    waiting = OutboxEffect.objects.filter(status=WorkStatus.NEW)
    while waiting.update(due_at=now):
        work_outbox(now=now)


def visit(
    member: Member, key: str, at: datetime = NOON, *, now: datetime | None = None, **more: Any
) -> Any:
    """One visit, and all that follows from it."""
    event = record_event(
        member,
        more.pop("name", "visit"),
        source=f"api:{member.pk}/{key}",
        occurred_at=at,
        attributes=more,
        channel="web",
        now=now or max(at, NOON),
    )
    work(now or max(at, NOON))
    return event


def order(
    member: Member, order_id: str, gross: int = 1000, *, at: datetime = NOON, **more: Any
) -> Any:
    now = more.pop("now", max(at, NOON))
    lines = more.pop("lines", (line("a", gross),))
    fact = paid_order(
        *lines,
        order_id=order_id,
        user_id=member.user_id,
        email=member.email,
        placed_at=at,
        paid_at=at,
        **more,
    )
    act_on([fact], now=now)
    work(now)
    return fact


def run_of(member: Member, slug: str = "visits", period: str = "") -> tuple[str, int] | None:
    """State and progress, as last looked at."""
    found = TaskRun.objects.filter(task__slug=slug, member=member, period=period).first()
    return (found.state, found.progress) if found is not None else None
