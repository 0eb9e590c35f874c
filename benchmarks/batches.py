"""memory and growth: what the batch jobs need however much there is to do."""

from collections.abc import Callable, Iterator
from statistics import median

from benchmarks import backfill, expiry, occasions, tier_review
from benchmarks.bench import Bench
from benchmarks.figures import Figure


def memory(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    assert wanted == ["memory"]
    for name, job in _JOBS.items():
        if name not in bench.peaks:
            job(bench, _rows(bench)[name])
    yield Figure(
        "memory",
        max(bench.peaks.values()),
        f"the highest of {_told(bench.peaks)} MB",
        details={"peaks": bench.peaks},
    )


def growth(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    """Time a row at 16 times the data beside the time a row at once the data."""
    assert wanted == ["growth"]
    found = {name: _growth(bench, job, _rows(bench)[name]) for name, job in _JOBS.items()}
    yield Figure(
        "growth",
        max(found.values()),
        f"the highest of {_told(found)}",
        details={"growths": found},
    )


def _growth(bench: Bench, job: "_Job", most: int) -> float:
    sizes = (most // 16, most // 4, most)
    rounds = [[job(bench, rows) / rows for rows in sizes] for _ in range(bench.rounds)]
    return round(median(one[-1] / one[0] for one in rounds), 3)


def _rows(bench: Bench) -> dict[str, int]:
    return {
        "expiry": bench.size.lots,
        "backfill": bench.size.orders,
        "tier_review": bench.size.members,
        "occasions": bench.size.members,
    }


def _expiry(bench: Bench, lots: int) -> float:
    with expiry.shop_before(bench, lots) as name:
        return expiry.one_night(bench, bench.server.url_of(name), lots)


def _backfill(bench: Bench, orders: int) -> float:
    with backfill.shop_before(bench, orders) as name:
        return backfill.import_orders(bench, bench.server.url_of(name), orders)


def _review(bench: Bench, members: int) -> float:
    with tier_review.shop_before(bench, members) as name:
        return tier_review.one_review(bench, bench.server.url_of(name))


def _occasions(bench: Bench, members: int) -> float:
    with occasions.shop_before(bench, members) as name:
        return occasions.one_night(bench, bench.server.url_of(name), members)


_Job = Callable[[Bench, int], float]
_JOBS: dict[str, _Job] = {
    "expiry": _expiry,
    "backfill": _backfill,
    "tier_review": _review,
    "occasions": _occasions,
}


def _told(figures: dict[str, float]) -> str:
    return ", ".join(f"{name} {figure:g}" for name, figure in figures.items())
