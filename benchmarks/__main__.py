"""Measures what things cost.

python -m benchmarks                        every figure, at full size
BENCH=quick python -m benchmarks            at a tenth of it
python -m benchmarks award_1 expiry_1m      these only
python -m benchmarks --json                 one JSON object a line
"""

import argparse
import os
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.answers import answers
from benchmarks.backfill import backfill
from benchmarks.batches import growth, memory
from benchmarks.bench import Bench
from benchmarks.databases import empty_shop
from benchmarks.expiry import expiry
from benchmarks.figures import Figure
from benchmarks.goals import GOALS
from benchmarks.not_built import not_built
from benchmarks.occasions import occasions
from benchmarks.order_flows import order_flows
from benchmarks.server import bench_server, version_of
from benchmarks.single_writes import one_hot_account, single_writes
from benchmarks.sizes import ROUNDS, SIZES
from benchmarks.tier_review import tier_review

_Measure = Callable[[Bench, list[str]], Iterator[Figure]]

# In this order: memory is known once the batch jobs have run.
_MEASURES: list[tuple[tuple[str, ...], _Measure]] = [
    (("award_1", "award_8", "spend_1", "spend_8"), single_writes),
    (("hot_8",), one_hot_account),
    (("order_flow_1", "order_flow_batch"), order_flows),
    (("backfill",), backfill),
    (("expiry_1m",), expiry),
    (("tier_review_1m", "tier_review_day"), tier_review),
    (("occasions_1m",), occasions),
    (("memory",), memory),
    (("growth",), growth),
    (("balance_statements",), answers),
    (("checkout_lines", "checkout_complete"), not_built),
]


def main() -> None:
    asked = _arguments()
    size = SIZES[asked.size]
    server = bench_server()
    run = {
        "size": size.name,
        "rounds": asked.rounds,
        "postgres": version_of(server),
        "cores": os.cpu_count(),
    }
    if not asked.json:
        print(", ".join(f"{name} {value}" for name, value in run.items()), flush=True)
    with empty_shop(server) as empty:
        bench = Bench(server, size, asked.rounds, empty)
        for figure in _measured(bench, asked.figures or list(GOALS)):
            print(figure.as_json(run) if asked.json else figure.as_text(), flush=True)


def _measured(bench: Bench, wanted: list[str]) -> Iterator[Figure]:
    for names, measure in _MEASURES:
        chosen = [name for name in names if name in wanted]
        if chosen:
            yield from measure(bench, chosen)


def _arguments() -> Any:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("figures", nargs="*", metavar="figure", help=", ".join(GOALS))
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--size", choices=SIZES, default=os.environ.get("BENCH") or "full")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    if unknown := set(asked.figures) - set(GOALS):
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    return asked


if __name__ == "__main__":
    main()
