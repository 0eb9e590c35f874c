"""Asking for a worker from below: whoever makes an effect that somebody waits for says so."""

from collections.abc import Callable

_asked: list[Callable[[], None]] = []


def by(ask: Callable[[], None]) -> None:
    """`ask` gets a worker once the transaction is committed, never raising. The last one counts."""
    _asked[:] = [ask]


def soon() -> None:
    """Nothing where there is nobody to ask: the beat finds the effect within a minute."""
    for ask in _asked:
        ask()
