"""manage.py loyalty_lottery spring > published.json"""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...errors import LoyaltyError
from ...flows.lottery_published import published


class Command(BaseCommand):
    help = "Writes all that it takes to repeat the draw of a lottery, for docs/lottery_draw.py."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug")

    def handle(self, *args: Any, slug: str, **options: Any) -> None:
        try:
            self.stdout.write(json.dumps(published(slug), indent=1))
        except LoyaltyError as error:
            raise CommandError(error.message) from error
