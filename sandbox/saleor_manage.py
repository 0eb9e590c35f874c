"""Management commands in a running Saleor, quietly."""

from __future__ import annotations

import subprocess

from sandbox.saleor_server import RunningSaleor


def manage(shop: RunningSaleor, *arguments: str, may_fail: bool = False) -> str:
    """What the command prints. Raises RuntimeError with all of it where it fails."""
    checkout = shop.checkout
    finished = subprocess.run(
        [str(checkout.python), str(checkout.path / "manage.py"), *arguments],
        check=False,
        cwd=checkout.path,
        env=dict(shop.environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if finished.returncode != 0 and not may_fail:
        raise RuntimeError(f"{arguments[0]}: {finished.stdout}{finished.stderr}")
    return finished.stdout
