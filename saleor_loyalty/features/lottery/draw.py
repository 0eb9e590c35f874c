"""Who wins: a pure function of the seed, the list of tickets and the prizes.

docs/lottery_draw.py says the same once more, for anybody to run; tests hold the two together.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_WORDS = 2**64


@dataclass(frozen=True, slots=True)
class Odds:
    wins: int
    of: int


@dataclass(frozen=True, slots=True)
class PrizePool:
    """`stock` pieces of one prize."""

    slug: str
    stock: int
    odds: Odds | None = None


@dataclass(frozen=True, slots=True)
class Win:
    """Piece `number` (from 0) of a prize goes to the ticket at that place (from 0) of the list."""

    prize: str
    number: int
    place: int


def commitment_of(seed: bytes) -> str:
    return hashlib.sha256(seed).hexdigest()


def digest_of_tickets(tickets: Iterable[str]) -> str:
    """SHA-256 of the list as text: a line "number id" for each ticket, in order, from 1."""
    digest = hashlib.sha256()
    for number, ticket in enumerate(tickets, start=1):
        digest.update(f"{number} {ticket}\n".encode())
    return digest.hexdigest()


def draw(seed: bytes, tickets: Sequence[str], prizes: Sequence[PrizePool]) -> list[Win]:
    """No ticket wins twice, no prize more often than its stock."""
    chance = _Chance(seed, bytes.fromhex(digest_of_tickets(tickets)))
    waiting = _shuffled(len(tickets), chance)
    wins: list[Win] = []
    for prize in prizes:
        winners, waiting = _winners(prize, waiting, chance)
        wins += [Win(prize.slug, number, place) for number, place in enumerate(winners)]
    return wins


def _winners(
    prize: PrizePool, waiting: list[int], chance: "_Chance"
) -> tuple[list[int], list[int]]:
    if prize.odds is None:
        return waiting[: prize.stock], waiting[prize.stock :]
    winners: list[int] = []
    others: list[int] = []
    for position, place in enumerate(waiting):
        if len(winners) == prize.stock:
            return winners, others + waiting[position:]
        won = chance.below(prize.odds.of) < prize.odds.wins
        (winners if won else others).append(place)
    return winners, others


def _shuffled(count: int, chance: "_Chance") -> list[int]:
    """Fisher and Yates: each order is as likely as any other."""
    places = list(range(count))
    for last in range(count - 1, 0, -1):
        other = chance.below(last + 1)
        places[last], places[other] = places[other], places[last]
    return places


class _Chance:
    """64-bit words: SHA-256 of seed, digest of the list and a counter, four words a block."""

    def __init__(self, seed: bytes, digest: bytes) -> None:
        self._words = self._stream(seed + digest)

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1. Words past the last whole multiple of it are thrown away:
        a plain remainder would favour the small numbers."""
        fair = _WORDS - _WORDS % limit
        while (word := next(self._words)) >= fair:
            pass
        return word % limit

    @staticmethod
    def _stream(key: bytes) -> Iterator[int]:
        block = 0
        while True:
            found = hashlib.sha256(key + block.to_bytes(8, "big")).digest()
            for start in range(0, 32, 8):
                yield int.from_bytes(found[start : start + 8], "big")
            block += 1
