"""One run: where, how much, how often."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from benchmarks.databases import fill, fresh
from benchmarks.sizes import Size
from sandbox.postgres import Postgres


@dataclass
class Bench:
    """`empty_shop` is the database that all others begin as.

    `peaks` are the highest memory uses of a worker, in MB, by what it did.
    """

    server: Postgres
    size: Size
    rounds: int
    empty_shop: str
    peaks: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def database(self, purpose: str, *scripts: str, **sizes: int) -> Iterator[str]:
        """The name of a shop of one's own, filled by these files of `sql/`."""
        with fresh(self.server, purpose, template=self.empty_shop) as name:
            fill(self.server.url_of(name), *scripts, **sizes)
            yield name

    @contextmanager
    def copy(self, template: str) -> Iterator[str]:
        """The address of a copy, dropped at the end."""
        with fresh(self.server, "copy", template=template) as name:
            fill(self.server.url_of(name))
            yield self.server.url_of(name)

    def note_peak(self, what: str, megabytes: float) -> None:
        self.peaks[what] = max(megabytes, self.peaks.get(what, 0))
