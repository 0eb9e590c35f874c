"""The process is killed with a step done and not committed; the next one does it anew.

As with a shop whose tables are beside ours: what it did is gone with what we did.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection, transaction

from saleor_loyalty.features.members.models import Member
from sandbox.postgres import postgres
from tests.flows.balances import sums
from tests.flows.mall import COUPON, MUG_AND_CASH, everything, give, reward
from tests.flows.mall_worker import act
from tests.ledger.book import differences
from tests.shop import Shop

pytestmark = pytest.mark.django_db(transaction=True)

# A path a step at a time: how many points ada has after it, and how many are set aside.
PATHS = {
    "coupon": [("redeem", 700, 0), ("deliver", 700, 0), ("cancel", 1000, 0)],
    "coupon that runs out": [("redeem", 700, 0), ("deliver", 700, 0), ("expire", 1000, 0)],
    "product": [("reserve", 700, 300), ("pay", 700, 0), ("refund", 1000, 0)],
}


@pytest.mark.parametrize("path", PATHS)
def test_killed_at_each_step(ada: Member, shop: Shop, path: str) -> None:
    give(ada, 1000)
    reward(gives=MUG_AND_CASH if path == "product" else COUPON, stock=1)
    for step, available, held in PATHS[path]:
        before = (everything(), sums(ada))
        _kill_at(step)
        assert (everything(), sums(ada)) == before
        with transaction.atomic():
            act(step, ada, shop)
        assert (step, sums(ada)) == (step, (available, 0, held, 0))
        assert differences() == []


def _kill_at(step: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.flows.mall_worker", step],
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
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "open\n"
        worker.kill()
