"""The sandbox's own pages, asked without a server."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from saleor_loyalty.flows.setup import set_up
from sandbox import settings as sandbox_settings
from sandbox.feed import feed
from sandbox.viewer import make_logins, token_of
from tests import shop as shop_module
from tests.conftest import LADDER, PROGRAMME

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)
# Two people, one of whom bought something on 15 days.
ROWS = 40


@pytest.fixture(autouse=True)
def site(settings):
    settings.ROOT_URLCONF = "sandbox.urls"
    settings.TEMPLATES = sandbox_settings.TEMPLATES
    settings.MIDDLEWARE = sandbox_settings.MIDDLEWARE


@pytest.fixture
def bearer(db):
    """Headers of one of the sandbox's logins."""
    make_logins()
    return lambda email: {"Authorization": f"Bearer {token_of(email)}"}


@pytest.fixture(scope="module")
def fed_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[tuple[int, int]]]:
    """The log fed once for the tests of a file, and how far it had come when: each test undoes
    what it changes.
    """
    seen: list[tuple[int, int]] = []
    with django_db_blocker.unblock(), transaction.atomic():
        shop_module.SHOP.__init__()  # type: ignore[misc]
        set_up({"programmes": [PROGRAMME], "ladder": LADDER}, now=shop_module.NOON)
        feed(now=NOW, limit=ROWS, progress=lambda done, total: seen.append((done, total)))
        yield seen
        transaction.set_rollback(True)


@pytest.fixture
def fed(fed_once: list[tuple[int, int]], db: None) -> list[tuple[int, int]]:
    return fed_once
