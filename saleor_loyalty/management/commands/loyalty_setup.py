"""`manage.py loyalty_setup [document.json]`: programmes and tiers; without a document a start."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from ...errors import LoyaltyError
from ...events.host import host
from ...flows.setup import set_up

STARTER = Path(__file__).with_name("starter.json")


class Command(BaseCommand):
    help = "Sets up programmes and tiers from a JSON document (default: a programme to start with)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("document", nargs="?", type=Path, default=STARTER)

    def handle(self, *, document: Path, **options: Any) -> None:
        try:
            data = json.loads(document.read_text())
            with host().writing():
                done = set_up(data, now=timezone.now())
        except (OSError, ValueError, LoyaltyError) as error:
            raise CommandError(str(error)) from error
        for programme in done.programmes:
            self.stdout.write(f"programme {programme.slug}: {programme.name}")
        for rank, tier in enumerate(done.ladder.tiers if done.ladder else (), 1):
            self.stdout.write(f"tier {rank}, {tier.slug}: {tier.name.get('en')}")
