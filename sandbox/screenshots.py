"""Pictures of the Dashboard's pages for the docs, light and dark, in English and Chinese.

python -m sandbox.screenshots        `make screenshots`
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image

from sandbox.dashboard_tests import main as run_pages
from sandbox.environment import TREE

FOLDER = TREE / "docs" / "screenshots"
_QUALITY = 82


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="saleor-loyalty-") as taken:
        os.environ["SCREENSHOTS"] = taken
        if code := run_pages(["pages"]):
            return code
        FOLDER.mkdir(exist_ok=True)
        for picture in sorted(Path(taken).glob("*.png")):
            _save(picture)
    print(f"The pictures are in {FOLDER.relative_to(TREE)}.")
    return 0


def _save(picture: Path) -> None:
    """As WebP, a quarter of the size."""
    with Image.open(picture) as image:
        image.save(FOLDER / f"{picture.stem}.webp", quality=_QUALITY, method=6)


if __name__ == "__main__":
    sys.exit(main())
