"""docs/lottery.md, step by step, and its script as anybody runs it."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import call_command

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.lottery.models import Lottery, LotteryTicket
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.lotteries import buy_tickets, close_lottery, create_lottery, open_lottery
from saleor_loyalty.flows.lottery_draw import draw_lottery
from saleor_loyalty.flows.outbox import work_outbox
from tests.docs.play import DOCS, block, page, story
from tests.flows.balances import sums
from tests.flows.lottery import CLOSES, SEED, rich
from tests.shop import NOON

TEXT = page("lottery.md")


def buy(member: Member, count: int, key: str = "k1") -> None:
    buy_tickets(member, "spring", count, source_key=key, now=NOON)


def one_too_many(member: Member) -> None:
    with pytest.raises(LoyaltyError) as refused:
        buy(member, 8, "k2")
    assert refused.value.code is Code.LIMIT_EXCEEDED


def freeze() -> None:
    for ticket in LotteryTicket.objects.all():
        # The page shows the same ids every time.
        LotteryTicket.objects.filter(pk=ticket.pk).update(public_id=UUID(int=ticket.number))
    close_lottery("spring")


def test_the_story_and_the_published_file(ada: Member, bob: Member) -> None:
    config = json.loads(block(TEXT, "json lottery"))
    create_lottery("spring", config, opens_at=NOON, closes_at=CLOSES)
    open_lottery("spring", seed=SEED, now=NOON)
    steps: dict[str, Callable[[], object]] = {
        "both have points": lambda: (rich(ada), rich(bob)),
        "ada buys 3": lambda: buy(ada, 3),
        "bob buys 2": lambda: buy(bob, 2),
        "ada clicks the same again": lambda: buy(ada, 3),
        "ada wants 8 more": lambda: one_too_many(ada),
        "the list is frozen": freeze,
        "the draw": lambda: draw_lottery("spring", now=CLOSES),
        "prizes are sent": lambda: work_outbox(now=NOON + timedelta(days=3_650)),
    }
    for step, *told in story(TEXT, "The story"):
        steps.pop(step)()
        lottery = Lottery.objects.get()
        points = (str(sums(ada)[0]), str(sums(bob)[0]))
        assert [*points, str(lottery.tickets_sold), lottery.state] == told, step
    assert steps == {}
    output = StringIO()
    call_command("loyalty_lottery", "spring", stdout=output)
    assert json.loads(output.getvalue()) == json.loads(block(TEXT, "json published"))


def run(published: dict[str, object], folder: Path) -> tuple[int, str]:
    file = folder / "published.json"
    file.write_text(json.dumps(published))
    done = subprocess.run(
        [sys.executable, "-I", DOCS / "lottery_draw.py", file], capture_output=True, text=True
    )
    return done.returncode, done.stdout


def test_the_script_repeats_the_draw_of_the_page(tmp_path: Path) -> None:
    published = json.loads(block(TEXT, "json published"))
    assert run(published, tmp_path) == (0, block(TEXT, "text output"))
    code, output = run({**published, "wins": []}, tmp_path)
    assert code == 1
    assert output.startswith("WRONG: these are not the winners that come out\n")
