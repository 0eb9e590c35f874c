"""Tests inside a real Saleor: its fixtures, our plugin turned on, a database in under a second.

Started by `python -m sandbox.saleor_tests`, which hands over a migrated database as a template.
Every run copies it. A test that commits for real (`transactional_db`, `live`,
`django_db(transaction=True)`) gets a copy of its own, which is thrown away: emptying Saleor's two
hundred tables after each test would take longer, and would lose what the migrations put in.
"""

import ast
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import django.test
import psycopg
import pytest
import saleor
from django.conf import settings as django_settings
from django.db import connections
from psycopg import sql
from saleor.core.jwt import create_access_token
from saleor.tests.utils import prepare_test_db_connections

PLUGIN = "saleor_loyalty.adapter.plugin.LoyaltyPlugin"
WEBHOOKS = "saleor.plugins.webhook.plugin.WebhookPlugin"

TEMPLATE: str = django_settings.DATABASES["default"]["NAME"]

_copies = count(1)


def _fixture_modules_of_saleor() -> list[str]:
    """The list in Saleor's own conftest, which differs from release to release."""
    conftest = Path(saleor.__file__).parents[1] / "conftest.py"
    for statement in ast.parse(conftest.read_text()).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets) == "pytest_plugins":
            return list(ast.literal_eval(statement.value))
    raise LookupError(f"{conftest} names no pytest_plugins any more")


pytest_plugins = [*_fixture_modules_of_saleor(), "shopping"]


@contextmanager
def _copy_of_template() -> Iterator[str]:
    name = f"loyalty_test_{os.getpid()}_{next(_copies)}"
    identifier = sql.Identifier(name)
    with _server() as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(identifier))
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(identifier, sql.Identifier(TEMPLATE))
        )
    try:
        yield name
    finally:
        # A test may leave connections of threads behind.
        with _server() as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(identifier))


def _server() -> psycopg.Connection[Any]:
    parameters = connections["default"].get_connection_params()
    known = {
        key: parameters[key] for key in ("host", "port", "user", "password") if key in parameters
    }
    return psycopg.connect(**known, dbname="postgres", autocommit=True)


@contextmanager
def _connected_to(name: str) -> Iterator[None]:
    """Point both of Saleor's aliases, in every thread from now on, to this database."""
    before = connections.settings["default"]["NAME"]
    _connect(name)
    try:
        yield
    finally:
        _connect(before)


def _connect(name: str) -> None:
    connections.close_all()
    for alias in connections.settings:
        connections.settings[alias]["NAME"] = name


class CommittingTestCase(django.test.TransactionTestCase):
    """What pytest-django runs a test in that commits."""

    _own_copy: Any = None

    @classmethod
    def _fixture_setup(cls) -> None:
        # Django calls this once for the class and pytest-django once more for the test.
        if cls._own_copy is None:
            cls._own_copy = _own_copy()
            cls._own_copy.__enter__()

    def _fixture_teardown(self) -> None:
        own_copy, type(self)._own_copy = self._own_copy, None
        own_copy.__exit__(None, None, None)


@contextmanager
def _own_copy() -> Iterator[None]:
    with _copy_of_template() as name, _connected_to(name):
        yield


# As in Saleor's conftest: both aliases may be used in every test, and the replica is one connection
# with the writer, or a test's own transaction could not be read through it.
django.test.TransactionTestCase.databases = {"default", "replica"}
django.test.TestCase.databases = {"default", "replica"}
prepare_test_db_connections()

django.test.TransactionTestCase = CommittingTestCase  # type: ignore[misc]


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    # Blocked again until pytest-django lets a test in.
    with django_db_blocker.unblock(), _own_copy(), django_db_blocker.block():
        yield


@pytest.fixture(autouse=True)
def loyalty_plugin(request: pytest.FixtureRequest, settings: Any) -> None:
    """Saleor's test settings turn every plugin off.

    Its webhook plugin always runs before a merchant's plugins and hands them what it answered.
    """
    # This sets the whole list, so it has to run before us; up to 3.23 its name is a plural.
    for name in {"setup_dummy_gateway", "setup_dummy_gateways"}.intersection(request.fixturenames):
        request.getfixturevalue(name)
    settings.PLUGINS = [WEBHOOKS, *settings.PLUGINS, PLUGIN]


@pytest.fixture
def live(transactional_db: None) -> Callable[..., dict[str, Any]]:
    """Posts to Saleor's real API, every write and every on-commit hook for real.

    live("{ shop { name } }", user=customer_user, path="/graphql/", **variables) answers `data` and
    fails the test on errors of the query itself.
    """

    def post(
        query: str, user: Any = None, path: str = "/graphql/", **variables: Any
    ) -> dict[str, Any]:
        token = {"HTTP_AUTHORIZATION": f"JWT {create_access_token(user)}"} if user else {}
        body = json.dumps({"query": query, "variables": variables}, default=str)
        answer = django.test.Client().post(path, body, "application/json", **token).json()
        assert "errors" not in answer, answer["errors"]
        return dict(answer["data"])

    return post
