"""The tables to test with, migrated once for each state of the migrations and copied by each run.

Django takes ten seconds for them.
"""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import django

from sandbox.environment import TREE
from sandbox.made_once import digest, made_once

_SOURCES = ("saleor_loyalty", "sandbox/shop")


def template() -> str:
    """The name of a database with all tables and nothing in them, to be copied."""
    files = [
        file
        for source in _SOURCES
        for pattern in ("**/migrations/[0-9]*.py", "**/*.sql")
        for file in sorted((TREE / source).glob(pattern))
    ]
    release = "_".join(map(str, django.VERSION[:3]))
    return made_once(f"loyalty_tables_{release}_{digest(files)}", _migrate, keep_dump=False)


def _migrate(url: str) -> None:
    name = urlsplit(url).path.lstrip("/")
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
        check=True,
        cwd=TREE,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "SALEOR_LOYALTY_TEST_DATABASE": name,
        },
    )
