"""Databases of one's own, as a run with two shops at once needs them."""

import psycopg

from sandbox.saleor_database import copied
from tests.database import template


def test_two_copies_of_one_run_are_two_databases() -> None:
    with copied(template(), "checks") as one, copied(template(), "checks") as other:
        with psycopg.connect(one) as connection:
            connection.execute("INSERT INTO auth_group (name) VALUES ('only here')")
        with psycopg.connect(other) as connection:
            assert connection.execute("SELECT count(*) FROM auth_group").fetchone() == (0,)
