"""`manage.py loyalty_reconcile [--days N]`: feeds in orders that no hook told of."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from ... import conf
from ...events.host import host
from ...flows.inbox import work_inbox
from ...flows.reconcile import reconcile


class Command(BaseCommand):
    help = "Finds orders changed in the last days that loyalty does not know, and acts on them"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=conf.reconcile_window_days())

    def handle(self, *, days: int, **options: Any) -> None:
        now = timezone.now()
        with host().writing():
            fed = reconcile(since=now - timedelta(days=days), now=now)
            while work_inbox(now=timezone.now()):
                pass
        self.stdout.write(f"{fed} orders fed in")
