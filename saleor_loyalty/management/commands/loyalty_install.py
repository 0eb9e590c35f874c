from typing import Any

from django.core.management.base import BaseCommand

from ...events.host import host


class Command(BaseCommand):
    help = (
        "Makes points a payment gateway of the shop's, and puts the pages into its Dashboard. Safe"
        " to run again."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        created = host().install()
        self.stdout.write("installed" if created else "was installed before, is right now")
