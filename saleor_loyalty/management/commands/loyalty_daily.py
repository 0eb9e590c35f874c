"""`manage.py loyalty_daily [--at TIME]`: ends holds, matures and expires points as of a moment."""

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from ...events.host import host
from ...flows.daily import run


def moment(text: str) -> datetime:
    parsed = parse_datetime(text)
    if parsed is None or parsed.tzinfo is None:
        raise CommandError(f"{text!r} is not a time with its zone, like 2026-12-31T00:00:00Z")
    return parsed


class Command(BaseCommand):
    help = "Does what time alone brings: holds end, points mature and expire"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--at", type=moment, default=None, help="as of then (default: now)")

    def handle(self, *, at: datetime | None, **options: Any) -> None:
        with host().writing():
            report = run(now=at or timezone.now())
        self.stdout.write(
            f"{report.holds_ended} holds ended, {report.accounts_settled} accounts settled,"
            f" {report.tiers_reviewed} tiers reviewed, {report.mirrors_mended} mirrors mended,"
            f" {report.rows_forgotten} rows forgotten"
        )
