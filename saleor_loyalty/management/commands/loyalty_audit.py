"""manage.py loyalty_audit: proves every balance, or names what differs."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ...ledger.audit import Difference, audit


class Command(BaseCommand):
    help = (
        "Replays all entries from zero and compares accounts, lots and holds with the result."
        " Prints each difference and exits 1 if there is one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--json",
            action="store_true",
            help="one JSON object a line: each difference, then the summary",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        tell = self._tell_json if options["json"] else self._tell
        audited = audit(tell)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(audited)))
        else:
            self.stdout.write(
                f"{audited.accounts:,} accounts, {audited.entries:,} entries and"
                f" {audited.lots:,} lots replayed: {audited.differences:,} differences."
            )
        if audited.differences:
            raise SystemExit(1)

    def _tell(self, found: Difference) -> None:
        self.stdout.write(
            f"account {found.account_id} (member {found.member_id}): {found.what}:"
            f" stored {found.stored}, replayed {found.replayed}"
        )

    def _tell_json(self, found: Difference) -> None:
        self.stdout.write(json.dumps(asdict(found)))
