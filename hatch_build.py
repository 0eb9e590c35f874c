"""A package without the pages for the Dashboard must not come to anybody by mistake."""

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FOLDER = "saleor_loyalty/dashboard"
_ASSET = re.compile(r'"(?:__BASE__|\./)?(assets/[^"]+)"')


class PagesHook(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        # From an editable checkout they are served as soon as somebody builds them.
        if version == "editable":
            return
        folder = Path(self.root) / _FOLDER
        page = folder / "index.html"
        if not page.is_file():
            raise FileNotFoundError(
                f"The pages for the Dashboard are not in {_FOLDER}: run `make dashboard` first"
                " (it needs npm), then build the package."
            )
        for name in _ASSET.findall(page.read_text("utf-8")):
            if not (folder / name).is_file():
                raise FileNotFoundError(
                    f"{_FOLDER}/{name} is missing: run `make dashboard` again, then build."
                )
