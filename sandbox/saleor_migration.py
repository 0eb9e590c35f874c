"""Migrates an empty database to a Saleor's tables: its own `manage.py migrate`, with one detour.

Saleor 3.22 drops every constraint of the tables of sales, which it removes a few steps later. Since
18, Postgres lists NOT NULL among the constraints and refuses to drop it from a primary key or an
identity column, so there we take those away first. The other releases leave NOT NULL alone.
"""

from __future__ import annotations

from contextlib import suppress
from subprocess import CalledProcessError

import psycopg
from psycopg import sql

from sandbox.saleor_checkout import SaleorCheckout

_STEP = "saleor/discount/migrations/0052_drop_sales_constraints.py"
_DONE_RIGHT = "constraint_type in"

_PRIMARY_KEYS = """
SELECT conrelid::regclass::text, conname FROM pg_constraint
WHERE contype = 'p' AND conrelid::regclass::text LIKE 'discount_sale%'
"""


def migrate(checkout: SaleorCheckout, url: str) -> None:
    environment = checkout.environment(url)
    if _stumbles(checkout):
        # It gets as far as that step. Naming the step before as the goal would not do: Django then
        # leaves out apps that Saleor's own signals want after migrating.
        with suppress(CalledProcessError):
            checkout.manage("migrate", environment=environment, quiet=True)
        _drop_primary_keys_of_sales(url)
    checkout.manage("migrate", "--verbosity=0", environment=environment)


def _stumbles(checkout: SaleorCheckout) -> bool:
    step = checkout.path / _STEP
    return step.exists() and _DONE_RIGHT not in step.read_text()


def _drop_primary_keys_of_sales(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for table, name in connection.execute(_PRIMARY_KEYS).fetchall():
            connection.execute(
                sql.SQL(
                    "ALTER TABLE {} DROP CONSTRAINT {} CASCADE,"
                    " ALTER COLUMN id DROP IDENTITY IF EXISTS"
                ).format(sql.Identifier(table), sql.Identifier(name))
            )
