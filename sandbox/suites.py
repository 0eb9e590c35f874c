"""All tests of all suites, counted in the last line.

    python -m sandbox.suites

Each suite is a run of its own, of pytest or of Vitest. Every run has its own databases, so that
several may run on one machine at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sandbox.cache import cache_folder
from sandbox.dashboard_tests import why_not
from sandbox.environment import TREE
from sandbox.leftovers import drop_leftover_databases
from sandbox.saleor_found import saleor_found

# A run that fails must fail again; leave it out to look for what no run has met yet.
_PYTEST = ("-m", "pytest", "-q", "--hypothesis-seed=0")
# Flows take as long as all the others together.
_OWN: dict[str, Sequence[str]] = {
    "Our own suite, the flows": (*_PYTEST, "tests/flows"),
    "Our own suite, all else": (*_PYTEST, "--ignore=tests/flows"),
}
# Two at a time, each with its own databases: Saleor's own requirements bring what that takes.
_INSIDE = ("-m", "sandbox.saleor_tests", "-q", "-n", "2", "--dist", "worksteal")
_PAGES: dict[str, Sequence[str]] = {
    "The pages for the Dashboard, their parts": ("-m", "sandbox.dashboard_tests", "units"),
    "The pages for the Dashboard, in Chromium": ("-m", "sandbox.dashboard_tests", "pages"),
}
DATABASE = "SALEOR_LOYALTY_TEST_DATABASE"
_NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"
_databases = count(1)


@dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
        )

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def main() -> int:
    drop_leftover_databases()
    saleor = saleor_found()
    commands = dict(_OWN)
    if saleor.path:
        commands[f"The suite inside the Saleor at {saleor.path}"] = _INSIDE
    without_pages = why_not()
    if not without_pages:
        commands |= _PAGES
    total = Count()
    # Side by side: each is busy waiting for its database half of the time.
    with ThreadPoolExecutor(max_workers=len(commands)) as pool:
        runs = {
            # The first shows how it goes on, the others when they are through.
            title: pool.submit(_run, command, quietly=number > 0)
            for number, (title, command) in enumerate(commands.items())
        }
        for title, run in runs.items():
            total += _show(title, run.result())
    if not saleor.path:
        print(f"\nSALEOR SUITE DID NOT RUN: {saleor.why_not}", flush=True)
    if without_pages:
        print(f"\nTHE PAGES FOR THE DASHBOARD WERE NOT TRIED: {without_pages}", flush=True)
    print(total, flush=True)
    return 1 if total.failed or not total.passed else 0


@dataclass(frozen=True)
class Outcome:
    """`output` is what has not been shown yet."""

    count: Count
    seconds: float
    output: str = ""


def _run(command: Sequence[str], *, quietly: bool) -> Outcome:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="saleor-loyalty-") as folder:
        report = Path(folder, "report.xml")
        finished = subprocess.run(
            [sys.executable, *command, f"--junit-xml={report}"],
            check=False,
            cwd=TREE,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if quietly else None,
            stderr=subprocess.STDOUT if quietly else None,
            text=True,
            env=_environment(),
        )
        found = count_of(report, finished.returncode)
    return Outcome(found, time.monotonic() - began, finished.stdout or "")


def _environment() -> dict[str, str]:
    """Whatever the shell says, byte code is kept: tests start some fifty processes."""
    return {
        DATABASE: f"saleor_loyalty_{os.getpid()}_{next(_databases)}",
        **{name: value for name, value in os.environ.items() if name != _NO_BYTE_CODE},
        "PYTHONPYCACHEPREFIX": str(cache_folder("bytecode")),
    }


def _show(title: str, outcome: Outcome) -> Count:
    print(f"{outcome.output}== {title}: {outcome.count} in {outcome.seconds:.0f} s\n", flush=True)
    return outcome.count


def count_of(report: Path, code: int) -> Count:
    """What a run's JUnit report says; a run that broke counts as a failure, whatever it says."""
    count = _read(report) if report.exists() else Count()
    if code != 0 and not count.failed:
        count += Count(failed=1)
    return count


def _read(report: Path) -> Count:
    count = Count()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        tests, failures, errors, skipped = (
            int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")
        )
        bad = failures + errors
        count += Count(tests - bad - skipped, bad, skipped)
    return count


if __name__ == "__main__":
    sys.exit(main())
