"""Saleor's record of the payment gateway: no HTTP, no permissions, only a name."""

from typing import Any

from saleor.app.models import App
from saleor.app.types import AppType
from saleor.core.db.connection import allow_writer

from .ids import IDENTIFIER

_NAME = "Loyalty points"


def install(*, active: bool = True) -> bool:
    """Makes the row or sets it right; answers whether it was not there before."""
    with allow_writer():
        _, created = App.objects.update_or_create(
            identifier=IDENTIFIER,
            removed_at=None,
            defaults={"is_active": active, "is_installed": True},
            create_defaults={
                "name": _NAME,
                "type": AppType.THIRDPARTY,
                "is_active": active,
                "is_installed": True,
            },
        )
    return bool(created)


def uninstall() -> bool:
    """Takes the row away; answers whether there was one. Payments keep their names."""
    with allow_writer():
        deleted, _ = App.objects.filter(identifier=IDENTIFIER).delete()
    return bool(deleted)


def app_row() -> Any:
    return App.objects.filter(identifier=IDENTIFIER, removed_at=None).first()
