"""Doing one thing again and again for a while."""

import time
from collections.abc import Callable, Iterator
from typing import Any


def repeat(seconds: float, step: Callable[[], None], most: int | None = None) -> dict[str, Any]:
    """For so long, or until it has been done `most` times."""
    began = time.perf_counter()
    done = 0
    while (elapsed := time.perf_counter() - began) < seconds and done != most:
        step()
        done += 1
    return {"done": done, "seconds": elapsed}


def timed(work: Callable[[], int]) -> dict[str, Any]:
    began = time.perf_counter()
    done = work()
    return {"done": done, "seconds": time.perf_counter() - began}


def scattered(first: int, count: int) -> Iterator[int]:
    """Numbers from 0 to count - 1 in no order that an index or a cache could use, each once.

    A walk by a prime step; `first` says where on the walk to begin, so that several walkers do
    not meet.
    """
    step = 7_368_787
    position = first * step % count
    while True:
        yield position
        position = (position + step) % count
