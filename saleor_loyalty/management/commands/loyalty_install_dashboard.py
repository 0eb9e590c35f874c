from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ... import conf
from ...errors import LoyaltyError
from ...events.host import host


class Command(BaseCommand):
    help = (
        "Puts the loyalty pages into the shop's Dashboard, and sets right what an older version or"
        " another address has left. Safe to run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--url",
            help="the address at which browsers reach the shop's API: https://shop.example.com"
            " (remembered, and needed only where Saleor does not know it by PUBLIC_URL)",
        )

    def handle(self, *, url: str | None, **options: Any) -> None:
        try:
            done = host().install_dashboard(url)
        except LoyaltyError as error:
            raise CommandError(str(error)) from error
        for line in done:
            self.stdout.write(line)
        if not (conf.dashboard_folder() / "index.html").is_file():
            self.stderr.write("The pages are not built into this checkout: run `make dashboard`.")
