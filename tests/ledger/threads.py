"""Several people at once, each with a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from saleor_loyalty.errors import LoyaltyError

# Seconds after which a test has failed rather than waits on.
PATIENCE = 60


def together(*acts):
    """Starts all at the same moment; answers what each answered, or the code of its refusal."""
    start = Barrier(len(acts))

    def run(act):
        try:
            connection.ensure_connection()
            start.wait(PATIENCE)
            return outcome(act)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(PATIENCE) for future in [pool.submit(run, act) for act in acts]]


def outcome(act, *arguments):
    try:
        return act(*arguments)
    except LoyaltyError as refusal:
        return refusal.code
