"""`manage.py loyalty_events check FILE | run ID | undo ID | report ID`: events by file.

For files that are too large for a request.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from ...errors import LoyaltyError
from ...events.host import host
from ...features.member_events.models import EventBatch
from ...flows import event_batches


class Command(BaseCommand):
    help = "Looks at a file of events, has it done, undoes it, or reports what became of it"

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_subparsers(dest="what", required=True)
        check = what.add_parser("check", help="what each line would do; does nothing")
        check.add_argument("file", type=Path)
        for name in ("run", "undo", "report"):
            what.add_parser(name).add_argument("id", type=UUID)

    def handle(self, *, what: str, **options: Any) -> None:
        try:
            with host().writing():
                batch = self._batch(what, options)
        except (OSError, ValueError, LoyaltyError) as error:
            raise CommandError(str(error)) from error
        if what in ("check", "report"):
            self.stdout.write(event_batches.report(batch))
        self.stderr.write(
            f"{batch.public_id}: {batch.state}, {batch.lines:,} lines, {batch.done:,} done,"
            f" {batch.refused:,} refused"
        )

    def _batch(self, what: str, options: dict[str, Any]) -> EventBatch:
        if what == "check":
            file: Path = options["file"]
            return event_batches.check(
                file.read_text(encoding="utf-8"),
                name=file.name,
                actor="command line",
                now=timezone.now(),
            )
        public_id: UUID = options["id"]
        if what == "run":
            event_batches.start(public_id)
        elif what == "undo":
            event_batches.start_undo(public_id)
        batch = event_batches.known(public_id)
        while what != "report" and event_batches.step(batch.pk, now=timezone.now()):
            pass
        return event_batches.known(public_id)
