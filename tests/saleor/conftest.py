"""Tests inside a real Saleor: its fixtures, our plugin turned on, a database in under a second.

Started by `python -m sandbox.saleor_tests`, which hands over a migrated database as a template.
Every run copies it. After a test that commits for real (`transactional_db`, `live`,
`django_db(transaction=True)`) the copy is made to hold what it held, with what the migrations put
in: a matter of milliseconds, where Django would empty two hundred tables. It is copied anew after a
test that changed the schema, and each time on a server where we are no superuser.
"""

import ast
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django.test
import psycopg
import pytest
import saleor
from django.conf import settings as django_settings
from django.db import connections
from django.utils.translation import get_language
from django_countries import Countries
from psycopg import sql
from saleor.core.jwt import create_access_token
from saleor.tests.utils import prepare_test_db_connections

PLUGIN = "saleor_loyalty.adapter.plugin.LoyaltyPlugin"
WEBHOOKS = "saleor.plugins.webhook.plugin.WebhookPlugin"

TEMPLATE: str = django_settings.DATABASES["default"]["NAME"]

_PUT_BACK = Path(__file__).with_name("put_back.sql")


def _fixture_modules_of_saleor() -> list[str]:
    """The list in Saleor's own conftest, which differs from release to release."""
    conftest = Path(saleor.__file__).parents[1] / "conftest.py"
    for statement in ast.parse(conftest.read_text()).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets) == "pytest_plugins":
            return list(ast.literal_eval(statement.value))
    raise LookupError(f"{conftest} names no pytest_plugins any more")


pytest_plugins = [*_fixture_modules_of_saleor(), "shopping"]


_names_of_countries: dict[str | None, list[Any]] = {}
_translate_all = Countries.__iter__


def _countries(self: Countries) -> Iterator[Any]:
    """Once a language: for each address Saleor translates and sorts them anew, several times, a
    quarter of what an order costs here.
    """
    language = get_language()
    if language not in _names_of_countries:
        _names_of_countries[language] = list(_translate_all(self))
    return iter(_names_of_countries[language])


Countries.__iter__ = _countries


class _Copy:
    """A database of this run, the same again for each test."""

    def __init__(self) -> None:
        self.name = f"loyalty_test_{os.getpid()}"
        self._may_put_back = False

    def make(self) -> None:
        name = sql.Identifier(self.name)
        with _server() as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
            server.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, sql.Identifier(TEMPLATE))
            )
        with _server(self.name) as here:
            found = here.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
            self._may_put_back = found.fetchone() == (True,)
            if self._may_put_back:
                here.execute(_PUT_BACK.read_bytes())

    def put_back(self) -> None:
        connections.close_all()
        if not (self._may_put_back and self._held_again()):
            self.make()

    def _held_again(self) -> bool:
        with _server(self.name) as here:
            # A test may leave connections of threads behind.
            here.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                " AND backend_type = 'client backend'"
            )
            return here.execute("SELECT kept.put_back()").fetchone() == (True,)

    def drop(self) -> None:
        with _server() as server:
            server.execute(
                sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(self.name))
            )


_copy = _Copy()


def _server(database: str = "postgres") -> psycopg.Connection[Any]:
    parameters = connections["default"].get_connection_params()
    known = {
        key: parameters[key] for key in ("host", "port", "user", "password") if key in parameters
    }
    return psycopg.connect(**known, dbname=database, autocommit=True)


def _connect(name: str) -> None:
    """Point both of Saleor's aliases, in every thread from now on, to this database."""
    connections.close_all()
    for alias in connections.settings:
        connections.settings[alias]["NAME"] = name


class CommittingTestCase(django.test.TransactionTestCase):
    """What pytest-django runs a test in that commits."""

    @classmethod
    def _fixture_setup(cls) -> None:
        """The copy is as it should be already."""

    def _fixture_teardown(self) -> None:
        _copy.put_back()


# As in Saleor's conftest: both aliases may be used in every test, and the replica is one connection
# with the writer, or a test's own transaction could not be read through it.
django.test.TransactionTestCase.databases = {"default", "replica"}
django.test.TestCase.databases = {"default", "replica"}
prepare_test_db_connections()

django.test.TransactionTestCase = CommittingTestCase  # type: ignore[misc]


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        _copy.make()
        _connect(_copy.name)
        # Until pytest-django lets a test in.
        with django_db_blocker.block():
            yield
        _connect(TEMPLATE)
        _copy.drop()


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
