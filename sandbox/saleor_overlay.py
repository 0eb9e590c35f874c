"""The plugin, put on a Saleor's path without touching that Saleor.

Saleor finds plugins through the metadata of installed packages. `installed_overlay` really installs
what a merchant would get; `editable_overlay` describes the working tree, so that an edit counts at
once. Either is a folder for `PYTHONPATH`.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from sandbox.cache import cache_folder
from sandbox.dashboard_files import build_dashboard

PACKAGE = "saleor_loyalty"
TREE = Path(__file__).resolve().parent.parent


def installed_overlay() -> Path:
    # Without them there is no package; without npm its build says so.
    build_dashboard()
    overlay = cache_folder("overlays") / f"installed-{_state_of_tree()}"
    if not overlay.exists():
        unfinished = overlay.with_suffix(".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        subprocess.run(
            [*_installer(), "--no-deps", f"--target={unfinished}", str(TREE)], check=True
        )
        unfinished.rename(overlay)
    return overlay


def editable_overlay() -> Path:
    # A link to the package alone: the root of the tree has folders with common names.
    key = hashlib.sha256(str(TREE).encode()).hexdigest()[:10]
    overlay = cache_folder("overlays", f"editable-{key}")
    link = overlay / PACKAGE
    if not link.is_symlink():
        link.symlink_to(TREE / PACKAGE)
    _describe(overlay)
    return overlay


def _describe(overlay: Path) -> None:
    project = _project()
    folder = overlay / f"{PACKAGE}-0.dist-info"
    folder.mkdir(exist_ok=True)
    (folder / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 0\n"
    )
    (folder / "entry_points.txt").write_text(_entry_points(project))


def _entry_points(project: dict[str, Any]) -> str:
    lines = []
    for group, entries in project["entry-points"].items():
        lines.append(f"[{group}]")
        lines += [f"{name} = {value}" for name, value in entries.items()]
    return "\n".join(lines) + "\n"


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((TREE / "pyproject.toml").read_text())["project"]
    return project


def _state_of_tree() -> str:
    digest = hashlib.sha256((TREE / "pyproject.toml").read_bytes())
    for file in sorted((TREE / PACKAGE).rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(str(file.relative_to(TREE)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:10]


def _installer() -> list[str]:
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--quiet", f"--python={sys.executable}"]
    return [sys.executable, "-m", "pip", "install", "--quiet"]
