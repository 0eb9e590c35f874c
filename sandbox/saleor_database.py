"""Databases of a migrated Saleor, in seconds.

Saleor's migrations take minutes. They run once for each state of its migrations; the result is kept
as a database nobody connects to, to be copied, and as a dump, for when the server is a new one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sandbox.made_once import digest, made_once
from sandbox.postgres import postgres
from sandbox.saleor_checkout import SaleorCheckout
from sandbox.saleor_migration import migrate
from sandbox.saleor_overlay import PACKAGE

_copies = count(1)


def migrated(checkout: SaleorCheckout) -> str:
    """The name of a database with Saleor's tables and nothing in them, to be copied."""
    return made_once(checkout.name, lambda url: migrate(checkout, url))


def filled(checkout: SaleorCheckout, content: str, fill: Callable[[str], None]) -> str:
    """The same with what `fill` puts into it; `content` names that in one word."""
    return made_once(f"{checkout.name}_{content}", fill, template=migrated(checkout))


def with_plugin(checkout: SaleorCheckout, overlay: Path, base: str) -> str:
    """A copy of `base` with the plugin's tables as well."""

    def add_tables(url: str) -> None:
        environment = checkout.environment(url, overlay)
        checkout.manage("migrate", PACKAGE, "--verbosity=0", environment=environment)

    migrations = _migrations(overlay)
    if not migrations:
        return base
    return made_once(f"{base}_{digest(migrations)}", add_tables, template=base, keep_dump=False)


@contextmanager
def copied(template: str, purpose: str) -> Iterator[str]:
    """The address of a database of one's own, dropped at the end; one run may have several."""
    server, name = postgres(), f"loyalty_{purpose}_{os.getpid()}_{next(_copies)}"
    server.drop(name)
    server.create(name, template=template)
    try:
        yield server.url_of(name)
    finally:
        server.drop(name)


@contextmanager
def with_plugin_migrations(checkout: SaleorCheckout, overlay: Path) -> Iterator[dict[str, str]]:
    """The environment of a Saleor with the plugin on an empty shop of its own."""
    template = with_plugin(checkout, overlay, migrated(checkout))
    with copied(template, "manage") as url:
        yield checkout.environment(url, overlay)


def _migrations(overlay: Path) -> list[Path]:
    """With the SQL that they read from files elsewhere in the package."""
    package = overlay / PACKAGE
    return sorted([*package.glob("**/migrations/[0-9]*.py"), *package.glob("**/*.sql")])
