"""A bar that fills, on a terminal; a line every tenth, elsewhere."""

from __future__ import annotations

import sys
import time

_WIDTH = 40


class Bar:
    def __init__(self, what: str) -> None:
        self._what = what
        self._began = time.monotonic()
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        step = done * (100 if sys.stdout.isatty() else 10) // max(total, 1)
        if step > self._shown:
            self._shown = step
            self._show(done, total)

    def _show(self, done: int, total: int) -> None:
        seconds = max(time.monotonic() - self._began, 0.001)
        filled = "█" * (done * _WIDTH // max(total, 1))
        text = f"{done:>7,} of {total:,} {self._what}, {done / seconds:,.0f} a second"
        if sys.stdout.isatty():
            end = "\n" if done >= total else ""
            print(f"\r{filled:░<{_WIDTH}} {text}", end=end, flush=True)
        else:
            print(text, flush=True)
