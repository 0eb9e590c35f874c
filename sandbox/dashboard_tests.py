"""The tests of the Dashboard's pages.

    python -m sandbox.dashboard_tests units      in Node alone
    python -m sandbox.dashboard_tests pages      in Chromium, against a sandbox of its own
    python -m sandbox.dashboard_tests            both

Whatever else is given goes to Vitest: a file's name, `-t "a test's name"`. `--junit-xml=` writes a
report, as pytest's does. With `DASHBOARD_URL` the pages open inside that Dashboard instead; see
`dashboard-extension/e2e/inside.ts` for what else it wants to know.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from sandbox.chromium import chromium
from sandbox.dashboard_files import SOURCE, build_dashboard
from sandbox.shop_server import running_shop

# Enough for lists of several pages.
_ORDERS = 300


def main(arguments: Sequence[str]) -> int:
    report = next((one for one in arguments if one.startswith("--junit-xml=")), "")
    rest = [one for one in arguments if one != report]
    kinds = [rest.pop(0)] if rest[:1] in (["units"], ["pages"]) else ["units", "pages"]
    if not build_dashboard():
        return 1
    run = {"units": _units, "pages": _pages}
    return max(run[kind](report.partition("=")[2], rest) for kind in kinds)


def why_not() -> str:
    """What this machine lacks for them. Empty where it has everything."""
    if shutil.which("npm") is None:
        return "there is no npm"
    return "" if chromium() else "there is no Chromium, and it could not be installed"


def _units(report: str, rest: Sequence[str]) -> int:
    return _vitest(["--config", "vite.config.ts", *rest], report, dict(os.environ))


def _pages(report: str, rest: Sequence[str]) -> int:
    arguments = ["--config", "e2e/vitest.config.ts", *rest]
    if os.environ.get("DASHBOARD_URL"):
        return _vitest(arguments, report, {**os.environ, "CHROMIUM": str(chromium())})
    with ExitStack() as stack:
        shops = {
            "SANDBOX": stack.enter_context(running_shop(orders=_ORDERS)),
            "WORLD": stack.enter_context(running_shop(orders=_ORDERS)),
            "EMPTY": stack.enter_context(running_shop(orders=30, programme=False)),
        }
        environment = {**os.environ, "CHROMIUM": str(chromium())}
        for name, shop in shops.items():
            environment[f"{name}_URL"] = shop.url
            environment[f"{name}_TOKENS"] = json.dumps(asdict(shop.tokens))
        return _vitest(arguments, report, environment)


def _vitest(arguments: Sequence[str], report: str, environment: dict[str, str]) -> int:
    command = [str(SOURCE / "node_modules" / ".bin" / "vitest"), "run", *arguments]
    if report:
        path = Path(report).resolve()
        command += ["--reporter=default", "--reporter=junit", f"--outputFile.junit={path}"]
    finished = subprocess.run(
        command, check=False, cwd=SOURCE, stdin=subprocess.DEVNULL, env=environment
    )
    return finished.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
