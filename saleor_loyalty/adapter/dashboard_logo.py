"""The sign beside our name in the Dashboard."""

import logging
from pathlib import Path

from django.core.files.base import ContentFile
from saleor.app.models import App

logger = logging.getLogger(__name__)

LOGO = Path(__file__).with_name("logo.png")
LOGO_PATH = "logo.png"
"""Where Saleor finds it when somebody installs the pages by their address."""


def give_logo(app: App) -> bool:
    """Puts it where the shop keeps its pictures, as Saleor does with that of any app; answers
    whether it has. One that is there stays. Pages do not wait for a picture: a storage that fails
    is logged."""
    if app.brand_logo_default:
        return False
    logo = ContentFile(LOGO.read_bytes())
    try:
        app.brand_logo_default.save(f"loyalty-{app.uuid}.png", logo, save=False)
    except Exception:
        logger.warning("The logo could not be stored.", exc_info=True)
        return False
    app.save(update_fields=["brand_logo_default"])
    return True
