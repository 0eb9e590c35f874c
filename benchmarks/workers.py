"""Processes that do what is measured, one Django each, as a shop's own processes would.

They are asked by a line of JSON and answer with one; all of several start at the same moment.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

Answer = dict[str, Any]


class Worker:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def begin(self, job: str, **arguments: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"job": job, **arguments}) + "\n")
        self._process.stdin.flush()

    def answer(self) -> Answer:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("a worker ended by itself; what it said is above")
        found: Answer = json.loads(line)
        return found

    def ask(self, job: str, **arguments: Any) -> Answer:
        self.begin(job, **arguments)
        return self.answer()


@contextmanager
def worker(url: str) -> Iterator[Worker]:
    """Ready to be asked when this returns: starting is nobody's figure."""
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "SALEOR_LOYALTY_BENCH_URL": url,
        },
    ) as process:
        one = Worker(process)
        one.answer()
        yield one


@contextmanager
def workers(url: str, count: int) -> Iterator[list[Worker]]:
    with ExitStack() as stack:
        yield [stack.enter_context(worker(url)) for _ in range(count)]


def per_second(asked: list[Worker], job: str, arguments: list[dict[str, Any]]) -> float:
    """How many of a thing all of them together did each second."""
    for one, given in zip(asked, arguments, strict=True):
        one.begin(job, **given)
    answers = [one.answer() for one in asked]
    return float(sum(answer["done"] / answer["seconds"] for answer in answers))
