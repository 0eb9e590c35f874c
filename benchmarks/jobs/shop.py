"""Making the shop."""

from typing import Any

from django.core.management import call_command
from django.db import connection

from benchmarks.shop import NOW, PROGRAMME
from saleor_loyalty.flows import setup


def set_up_shop() -> dict[str, Any]:
    call_command("migrate", verbosity=0)
    setup.set_up(PROGRAMME, now=NOW)
    # Databases are copied from this one only while nobody is in it.
    connection.close()
    return {}
