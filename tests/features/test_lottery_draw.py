"""The draw: fair, exact, and the same as the script that anybody can run."""

import hashlib
import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as some

from saleor_loyalty.features.lottery.draw import (
    Odds,
    PrizePool,
    commitment_of,
    digest_of_tickets,
    draw,
)

SCRIPT = Path(__file__).parents[2] / "docs" / "lottery_draw.py"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lottery_draw", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ANYBODY = script()
pools = some.lists(
    some.builds(
        PrizePool,
        slug=some.sampled_from("abcde"),
        stock=some.integers(1, 6),
        odds=some.none()
        | some.integers(2, 9).flatmap(
            lambda of: some.builds(Odds, wins=some.integers(1, of - 1), of=some.just(of))
        ),
    ),
    max_size=4,
    unique_by=lambda pool: pool.slug,
)
seeds = some.binary(min_size=32, max_size=32)


def as_published(prizes: list[PrizePool]) -> list[dict[str, object]]:
    return [
        {
            "slug": one.slug,
            "stock": one.stock,
            "odds": {"wins": one.odds.wins, "of": one.odds.of} if one.odds else None,
        }
        for one in prizes
    ]


@given(seeds, some.integers(0, 30), pools)
def test_no_ticket_twice_and_never_more_than_stock(
    seed: bytes, count: int, prizes: list[PrizePool]
) -> None:
    tickets = [f"t{number}" for number in range(count)]
    wins = draw(seed, tickets, prizes)
    assert len({win.place for win in wins}) == len(wins)
    for prize in prizes:
        pieces = [win.number for win in wins if win.prize == prize.slug]
        assert pieces == list(range(len(pieces)))
        assert len(pieces) <= prize.stock
    if all(prize.odds is None for prize in prizes):
        assert len(wins) == min(count, sum(prize.stock for prize in prizes))


@given(seeds, some.integers(0, 30), pools)
def test_the_script_of_the_docs_agrees(seed: bytes, count: int, prizes: list[PrizePool]) -> None:
    tickets = [f"t{number}" for number in range(count)]
    wins = draw(seed, tickets, prizes)
    ours = [(win.prize, win.number, tickets[win.place]) for win in wins]
    assert ANYBODY.draw(seed, tickets, as_published(prizes)) == ours
    assert ANYBODY.digest_of(tickets).hex() == digest_of_tickets(tickets)


def test_the_figures_of_one_draw() -> None:
    """Worked out once; they never change, or published draws could not be repeated any more."""
    seed = bytes(range(32))
    tickets = [f"t{number}" for number in range(10)]
    prizes = [PrizePool("bike", 1), PrizePool("cup", 3, Odds(1, 2)), PrizePool("pen", 2)]
    assert commitment_of(seed) == hashlib.sha256(seed).hexdigest()
    found = [(win.prize, win.number, win.place) for win in draw(seed, tickets, prizes)]
    assert found == FIGURES


FIGURES = [
    ("bike", 0, 4),
    ("cup", 0, 0),
    ("cup", 1, 2),
    ("cup", 2, 9),
    ("pen", 0, 6),
    ("pen", 1, 5),
]


def test_every_ticket_wins_as_often_as_any_other() -> None:
    """3,000 draws of one prize among 6 tickets: 500 each, give or take 5 standard deviations."""
    tickets = [f"t{number}" for number in range(6)]
    won = Counter(
        draw(number.to_bytes(32, "big"), tickets, [PrizePool("bike", 1)])[0].place
        for number in range(3_000)
    )
    assert set(won) == set(range(6))
    assert all(398 <= count <= 602 for count in won.values()), won


def test_odds_are_what_they_say() -> None:
    """600 tickets at 1 in 4 with stock for all: 150, give or take 5 standard deviations."""
    tickets = [f"t{number}" for number in range(600)]
    wins = draw(bytes(32), tickets, [PrizePool("cup", 600, Odds(1, 4))])
    assert 97 <= len(wins) <= 203


@pytest.mark.parametrize("limit", [3, 2**63 + 1])
def test_no_number_is_favoured_by_a_remainder(limit: int) -> None:
    """Of words above the last whole multiple none is used."""
    fair = 2**64 - 2**64 % limit
    stream = iter([fair, 2**64 - 1, fair - 1])
    assert ANYBODY.below(limit, stream) == limit - 1


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"seed": "00" * 32}, "the seed is not the one that was promised"),
        ({"tickets": ["b", "a", "c"]}, "the list of tickets is not the one that was frozen"),
        ({"wins": []}, "these are not the winners that come out"),
    ],
)
def test_the_script_finds_what_was_changed(change: dict[str, object], fault: str) -> None:
    seed, tickets = bytes(range(32)), ["a", "b", "c"]
    win = draw(seed, tickets, [PrizePool("bike", 1)])[0]
    published = {
        "seed": seed.hex(),
        "commitment": commitment_of(seed),
        "tickets": tickets,
        "tickets_digest": digest_of_tickets(tickets),
        "prizes": as_published([PrizePool("bike", 1)]),
        "wins": [{"prize": win.prize, "number": win.number, "ticket": tickets[win.place]}],
    }
    assert ANYBODY.faults(published) == []
    assert fault in ANYBODY.faults({**published, **change})
