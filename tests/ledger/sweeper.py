"""A worker that sweeps batch after batch, and is killed: run by test_killed.py.

Says "open" when a batch is done but not committed, and goes on when it reads a line.
"""

import sys
from datetime import datetime

import django

if __name__ == "__main__":
    django.setup()

    from django.db import transaction

    from saleor_loyalty.ledger import post

    now, limit = datetime.fromisoformat(sys.argv[1]), int(sys.argv[2])
    settled = limit
    while settled:
        with transaction.atomic():
            settled = post.settle_due(now=now, limit=limit)
            sys.stdout.write("open\n")
            sys.stdout.flush()
            sys.stdin.readline()
