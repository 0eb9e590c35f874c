"""Repeats the draw of a lottery from what was published, with nothing but Python 3.8 or later.

    python lottery_draw.py published.json

The file holds: commitment, seed, tickets_digest, tickets (their ids in the order of their numbers),
prizes (slug, stock, odds null or {"wins", "of"}) and wins (prize, number, ticket).
Answers with 0 where the seed is the one that was promised, the list the one that was frozen, and
the winners those that come out.
"""

import hashlib
import json
import sys
from pathlib import Path


def sha256(data):
    return hashlib.sha256(data).digest()


def digest_of(tickets):
    lines = [f"{number} {ticket}\n" for number, ticket in enumerate(tickets, start=1)]
    return sha256("".join(lines).encode())


def words(key):
    block = 0
    while True:
        found = sha256(key + block.to_bytes(8, "big"))
        for start in (0, 8, 16, 24):
            yield int.from_bytes(found[start : start + 8], "big")
        block += 1


def below(limit, stream):
    fair = 2**64 - 2**64 % limit
    return next(word for word in stream if word < fair) % limit


def draw(seed, tickets, prizes):
    """[(prize, number of the piece, id of the ticket)]"""
    stream = words(seed + digest_of(tickets))
    waiting = list(tickets)
    for last in range(len(waiting) - 1, 0, -1):
        other = below(last + 1, stream)
        waiting[last], waiting[other] = waiting[other], waiting[last]
    wins = []
    for prize in prizes:
        odds, winners, others = prize.get("odds"), [], []
        for ticket in waiting:
            if len(winners) == prize["stock"]:
                others.append(ticket)
            elif odds is None or below(odds["of"], stream) < odds["wins"]:
                winners.append(ticket)
            else:
                others.append(ticket)
        wins += [(prize["slug"], number, ticket) for number, ticket in enumerate(winners)]
        waiting = others
    return wins


def faults(published):
    """What does not agree with what was published."""
    seed, tickets = bytes.fromhex(published["seed"]), published["tickets"]
    found = []
    if sha256(seed).hex() != published["commitment"]:
        found.append("the seed is not the one that was promised")
    if len(set(tickets)) != len(tickets):
        found.append("a ticket stands in the list twice")
    if digest_of(tickets).hex() != published["tickets_digest"]:
        found.append("the list of tickets is not the one that was frozen")
    said = {(win["prize"], win["number"], win["ticket"]) for win in published["wins"]}
    if said != set(draw(seed, tickets, published["prizes"])):
        found.append("these are not the winners that come out")
    return found


def main():
    published = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for fault in faults(published):
        sys.stdout.write(f"WRONG: {fault}\n")
    for prize, number, ticket in draw(
        bytes.fromhex(published["seed"]), published["tickets"], published["prizes"]
    ):
        sys.stdout.write(f"{prize} {number + 1} {ticket}\n")
    return 1 if faults(published) else 0


if __name__ == "__main__":
    sys.exit(main())
