"""Pictures of the Dashboard's pages for the docs, light and dark, in English and Chinese, and the
page of the docs that shows them all.

python -m sandbox.screenshots        `make screenshots`
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from sandbox.dashboard_tests import main as run_pages
from sandbox.environment import TREE

FOLDER = TREE / "docs" / "screenshots"
# A quarter of what PNG takes, and text stays sharp.
_QUALITY = 60
# Pixels that the Dashboard leaves around what it shows on pages of its own.
_MARGIN = 24
_LOCALES = ("en", "zh-Hans")

_HEAD = """# Every page in pictures

By area, in English and in Chinese; light or dark, as you read this page. What the pages are and how
they come into a Dashboard is told in [The pages in the Dashboard](../dashboard.md).

`make screenshots` takes these pictures and writes this page.
"""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="saleor-loyalty-") as taken:
        os.environ["SCREENSHOTS"] = taken
        if code := run_pages(["pages"]):
            return code
        FOLDER.mkdir(exist_ok=True)
        for old in FOLDER.glob("*.webp"):
            old.unlink()
        for picture in sorted(Path(taken).glob("*.png")):
            _save(picture)
        areas = json.loads((Path(taken) / "areas.json").read_text())
        (FOLDER / "README.md").write_text("\n".join([_HEAD, *_shown(areas)]))
    print(f"The pictures are in {FOLDER.relative_to(TREE)}.")
    return 0


def _save(picture: Path) -> None:
    with Image.open(picture) as taken:
        image = taken.convert("RGB")
        if picture.stem.startswith(("widget-", "popup-")):
            image = ImageOps.expand(image, _MARGIN, fill=_background(image))
        image.save(FOLDER / f"{picture.stem}.webp", quality=_QUALITY, method=6)


def _background(image: Image.Image) -> Any:
    return image.getpixel((image.width - 1, image.height - 1))


def _shown(areas: list[dict[str, Any]]) -> Iterator[str]:
    for area in areas:
        yield f"## {area['title']}\n"
        for place in area["places"]:
            cells = "\n".join(
                f"<td>{_picture(place['name'], place['title'], locale)}</td>" for locale in _LOCALES
            )
            yield f"### {place['title']}\n\n<table><tr>\n{cells}\n</tr></table>\n"


def _picture(name: str, title: str, locale: str) -> str:
    """One that is dark where the reader's page is, as HTML."""
    dark, light = (f"{name}-{locale}-{theme}.webp" for theme in ("dark", "light"))
    source = f'<source media="(prefers-color-scheme: dark)" srcset="{dark}">'
    return f'<picture>{source}<img src="{light}" alt="{title}" width="420"></picture>'


if __name__ == "__main__":
    sys.exit(main())
