"""Whether there is a Saleor to run with, without stopping anybody when there is none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Found:
    path: Path | None
    why_not: str = ""


def saleor_found() -> Found:
    """The checkout that `SALEOR_PATH` names (default `~/saleor`), if it can run."""
    path = Path(os.environ.get("SALEOR_PATH") or "~/saleor").expanduser()
    if not (path / "manage.py").exists():
        return Found(None, f"no Saleor at {path} (SALEOR_PATH names another place)")
    if not (path / ".venv" / "bin" / "python").exists():
        return Found(None, f"the Saleor at {path} has no .venv: run `uv sync --frozen` there")
    return Found(path.resolve())
