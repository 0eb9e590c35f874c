"""Saleor's record of us: the identity of the payment gateway, and of the pages in the Dashboard.

It has no app token: nobody logs in as it. Saleor gives staff who open a page a token that has what
they and the app may both do, so that the app may do what the pages ask for.
"""

import logging
from typing import Any

from django.db import transaction
from saleor.app.models import App
from saleor.app.types import AppType
from saleor.core.db.connection import allow_writer
from saleor.plugins.models import PluginConfiguration

from .. import __version__
from ..errors import N_, Code, LoyaltyError
from ..flows.locks import lock_subjects
from .dashboard_address import address
from .dashboard_install import Changes, write_entries
from .dashboard_logo import give_logo
from .dashboard_places import ABOUT, NAME
from .ids import IDENTIFIER

logger = logging.getLogger(__name__)


def install(*, active: bool | None = None) -> bool:
    """Makes the row and its pages or sets them right; answers whether it was not there before.

    `active` is whether the plugin is; None: as Saleor says. Without an address to go by the pages
    are left as they are: points can pay all the same.
    """
    with allow_writer(), transaction.atomic():
        row, created = _write(active)
        try:
            found = address(None, row.app_url)
        except LoyaltyError as error:
            logger.warning("The Dashboard pages were not installed: %s", error)
            found = None
        if found is not None:
            _write_pages(row, found)
    return created


def install_dashboard(url: str | None) -> tuple[str, Changes]:
    """The address of the pages, in a shop at this `url` (None: as Saleor says), and what was done.

    Raises LoyaltyError, with nothing changed, where nobody knows the address.
    """
    with allow_writer(), transaction.atomic():
        row, _ = _write(None)
        found = address(url, row.app_url)
        if found is None:
            raise LoyaltyError(
                Code.REQUIRED,
                N_("Saleor does not know the shop's address: set PUBLIC_URL, or give --url."),
                field="url",
            )
        changes = _write_pages(row, found)
    with allow_writer():
        give_logo(row)
    return found, changes


def uninstall() -> bool:
    """Takes the row away, and the pages with it; answers whether there was one. Payments keep
    their names."""
    with allow_writer():
        deleted, _ = App.objects.filter(identifier=IDENTIFIER).delete()
    return bool(deleted)


def app_row() -> Any:
    return App.objects.filter(identifier=IDENTIFIER, removed_at=None).first()


def _write(active: bool | None) -> tuple[App, bool]:
    # Saleor lets two apps have one identifier: of two who install at once the second waits.
    lock_subjects(["app"])
    state = {
        # No other type of app gets tokens for its pages.
        "type": AppType.THIRDPARTY,
        "is_active": _is_on() if active is None else active,
        "is_installed": True,
        "version": __version__,
    }
    row, created = App.objects.update_or_create(
        identifier=IDENTIFIER,
        removed_at=None,
        defaults=state,
        create_defaults={"name": NAME, "about_app": ABOUT, **state},
    )
    return row, bool(created)


def _is_on() -> bool:
    row = PluginConfiguration.objects.filter(identifier=IDENTIFIER, channel=None).first()
    # As the plugin is without a row.
    return row is None or bool(row.active)


def _write_pages(row: App, found: str) -> Changes:
    row.app_url = found
    row.manifest_url = f"{found}manifest.json"
    row.save(update_fields=["app_url", "manifest_url"])
    return write_entries(row, found)
