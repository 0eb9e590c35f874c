from typing import Any

from django.core.management.base import BaseCommand

from ...events.host import host


class Command(BaseCommand):
    help = (
        "Takes back what loyalty_install and loyalty_install_dashboard did. Run it before removing"
        " the package; the tables go with `migrate saleor_loyalty zero`."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        removed = host().uninstall()
        self.stdout.write("uninstalled" if removed else "there was nothing to take back")
