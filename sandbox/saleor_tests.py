"""Runs `tests/saleor` inside a real Saleor, with Saleor's own test fixtures.

    python -m sandbox.saleor_tests                    the working tree
    python -m sandbox.saleor_tests --installed        the package as a merchant would install it
    python -m sandbox.saleor_tests -k checkout -n 2   anything else goes to pytest

`SALEOR_PATH` chooses the Saleor. A run of its own, because pytest takes fixtures like Saleor's only
from the topmost conftest.
"""

from __future__ import annotations

import subprocess
import sys

from sandbox.cache import cache_folder
from sandbox.postgres import postgres
from sandbox.saleor_checkout import saleor_checkout
from sandbox.saleor_database import migrated, with_plugin
from sandbox.saleor_overlay import TREE, editable_overlay, installed_overlay

_TESTS = TREE / "tests" / "saleor"


def main(arguments: list[str]) -> int:
    checkout = saleor_checkout()
    overlay = installed_overlay() if "--installed" in arguments else editable_overlay()
    template = with_plugin(checkout, overlay, migrated(checkout))
    environment = checkout.environment(postgres().url_of(template), overlay)
    command = [
        *(str(checkout.python), "-m", "pytest", f"--config-file={_TESTS / 'pytest.ini'}"),
        *("-o", f"cache_dir={cache_folder('pytest')}"),
        *_for_pytest(arguments),
    ]
    settings = {"DJANGO_SETTINGS_MODULE": "saleor.tests.settings"}
    return subprocess.run(
        command, check=False, cwd=TREE, env={**environment, **settings}
    ).returncode


def _for_pytest(arguments: list[str]) -> list[str]:
    passed_on = [argument for argument in arguments if argument != "--installed"]
    names_tests = any("tests/saleor" in argument for argument in passed_on)
    return passed_on if names_tests else [*passed_on, str(_TESTS)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
