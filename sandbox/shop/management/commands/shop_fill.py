"""`python -m sandbox shop_fill [--orders N] [--without-programme]`: tables, logins, programme, the
log as orders."""

import json
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.management.commands.loyalty_setup import STARTER
from sandbox.feed import feed, first_moment
from sandbox.progress import Bar
from sandbox.viewer import make_logins


class Command(BaseCommand):
    help = "Makes the shop of the sandbox in an empty database"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--orders", type=int, help="only the first so many of the log")
        parser.add_argument(
            "--without-programme", action="store_true", help="a shop that has not begun"
        )

    def handle(self, *, orders: int | None, without_programme: bool, **_options: Any) -> None:
        now = timezone.now()
        call_command("migrate", run_syncdb=True, verbosity=0)
        # The programme to start with, as `loyalty_setup` makes it, but in force for the log.
        if not without_programme:
            set_up(json.loads(STARTER.read_text()), now=first_moment(now))
        make_logins()
        feed(now=now, limit=orders, progress=Bar("orders"))
