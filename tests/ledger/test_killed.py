"""A worker dies in the middle of a batch: what it had not committed is done by the next."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from saleor_loyalty.ledger import post
from saleor_loyalty.models import Entry, EntryKind
from sandbox.postgres import postgres
from tests.ledger.book import day, differences, earn, open_account, sums
from tests.ledger.threads import together

pytestmark = pytest.mark.django_db(transaction=True)

ACCOUNTS = 30
BATCH = 10


@pytest.fixture
def accounts():
    accounts = [open_account() for _ in range(ACCOUNTS)]
    for account in accounts:
        earn(account, 10, ends=1)
        earn(account, 5, pending=True, matures_at=day(1))
    return accounts


def start_worker():
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.sweeper", day(2).isoformat(), str(BATCH)],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": postgres().url,
            "SALEOR_LOYALTY_TEST_DATABASE": connection.settings_dict["NAME"],
        },
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def expired():
    return Entry.objects.filter(kind=EntryKind.EXPIRE).count()


@pytest.mark.parametrize("batches", [1, 2])
def test_a_sweep_that_was_killed_is_finished_by_the_next(accounts, batches):
    with start_worker() as worker:
        for _ in range(batches):
            assert worker.stdout.readline() == "open\n"
            worker.stdin.write("go on\n")
            worker.stdin.flush()
        # One more batch is done and waits for its commit, which will never come.
        assert worker.stdout.readline() == "open\n"
        worker.kill()
    assert expired() == batches * BATCH
    assert differences() == []

    rounds = []
    while settled := post.settle_due(now=day(2), limit=BATCH):
        rounds.append(settled)
    assert sum(rounds) == ACCOUNTS - batches * BATCH
    assert expired() == ACCOUNTS
    assert {sums(account) for account in accounts} == {(5, 0, 0, 0)}
    assert differences() == []


def test_others_go_on_as_soon_as_the_killed_worker_is_gone(accounts):
    with start_worker() as worker:
        assert worker.stdout.readline() == "open\n"
        worker.kill()
        acts = [
            partial(post.spend, account, 5, source=f"order:{account}", now=day(2))
            for account in accounts[:4]
        ]
        assert [answer.available for answer in together(*acts)] == [-5] * 4
    assert differences() == []
