"""What Saleor reads when somebody installs the pages by their address."""

from typing import Any

from .. import __version__
from .dashboard_logo import LOGO_PATH
from .dashboard_places import ABOUT, NAME, PERMISSIONS, Entry, entries, version_of_saleor
from .ids import IDENTIFIER

TOKEN_PATH = "token"
"""Where older Saleors must be able to hand over an app token. We have no use for one."""


def manifest(address: str, version: tuple[int, int] | None = None) -> dict[str, Any]:
    """For a Saleor of this version; without one, this Saleor. `address` is that of the pages."""
    known = version or version_of_saleor()
    said: dict[str, Any] = {
        "id": IDENTIFIER,
        "name": NAME,
        "about": ABOUT,
        "version": __version__,
        "requiredSaleorVersion": ">=3.21",
        "appUrl": address,
        "brand": {"logo": {"default": f"{address}{LOGO_PATH}"}},
        "permissions": [permission.name for permission in PERMISSIONS],
        "extensions": [_extension(entry, address, known) for entry in entries(known)],
    }
    if known < (3, 23):
        said["tokenTargetUrl"] = f"{address}{TOKEN_PATH}"
    return said


def _extension(entry: Entry, address: str, known: tuple[int, int]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "label": entry.label,
        "mount": entry.mount,
        "target": entry.target,
        "url": f"/{entry.path}" if entry.target == "APP_PAGE" else f"{address}{entry.path}",
        "permissions": [entry.permission.name],
    }
    if entry.settings:
        said["options"] = {name: dict(value) for name, value in entry.settings.items()}
    if known >= (3, 23):
        said["identifier"] = f"loyalty-{entry.name}"
    return said
