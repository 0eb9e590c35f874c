"""The address under which browsers find our pages, and whose pages may frame them."""

import os
import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.sites.models import Site
from django.urls import get_script_prefix, reverse
from saleor.core.utils import get_public_url

from .. import conf
from ..errors import N_, Code, LoyaltyError
from .ids import IDENTIFIER

PAGES = "dashboard/"
# What Saleor's database columns hold of an address; the longest path of ours is added to it.
_LONGEST = 200 - len("popups/adjust?")
_PORT = re.compile(r":\d+$")
# Nobody has a shop at the domain that Django gives a new site.
_NO_SHOP = "example.com"


def address(given: str | None, known: str | None) -> str | None:
    """Of the pages, with a slash at the end: `given` by the operator, or where Saleor says that it
    is, or what is `known` from before. None: nobody knows.

    Raises LoyaltyError: not an address, or a longer one than Saleor can keep.
    """
    given = given or getattr(settings, "PUBLIC_URL", None)
    if given is None:
        return known or _of_site()
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise LoyaltyError(
            Code.INVALID, N_("Give the address like this: https://shop.example.com"), field="url"
        )
    return _checked(pages_of(given))


def pages_of(shop: str) -> str:
    """The address of the pages in a shop at this one, which may have a path of its own."""
    plugin = reverse("plugins", kwargs={"plugin_id": IDENTIFIER})
    if urlsplit(shop).path.strip("/"):
        plugin = plugin.removeprefix(get_script_prefix())
    return urljoin(shop.rstrip("/") + "/", plugin) + PAGES


def framed_by() -> tuple[str, ...]:
    """As the operator says; else Saleor's own idea of where the Dashboard is, and of whose links
    it trusts."""
    said = conf.dashboard_origins()
    if said is not None:
        return said
    home = getattr(settings, "DASHBOARD_URL", None) or os.environ.get("DASHBOARD_URL", "")
    trusted: Iterable[object] = getattr(settings, "ALLOWED_CLIENT_HOSTS", ())
    hosts = [source for host in trusted for source in _sources(host)]
    return tuple(dict.fromkeys(one for one in (_origin(home), *hosts) if one))


def _of_site() -> str | None:
    domain = Site.objects.get_current().domain
    return _checked(pages_of(get_public_url())) if domain != _NO_SHOP else None


def _checked(found: str) -> str:
    if len(found) > _LONGEST:
        raise LoyaltyError(
            Code.INVALID,
            N_("%(found)s is longer than the %(most)s characters kept."),
            field="url",
            found=found,
            most=_LONGEST,
        )
    return found


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""


def _sources(host: object) -> list[str]:
    """A host as Django allows them, on any port; "*" would be everybody and is left out."""
    name = str(host).strip()
    if name in ("", "*"):
        return []
    port = "" if _PORT.search(name) else ":*"
    # With a dot in front it stands for itself and for all below.
    return [f"{name[1:]}{port}", f"*{name}{port}"] if name.startswith(".") else [f"{name}{port}"]
