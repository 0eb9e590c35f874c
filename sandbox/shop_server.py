"""The sandbox without a Saleor, running: web server and worker on a database of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.environment import TREE
from sandbox.http import answers
from sandbox.processes import free_port, running, terminated_like_interrupted, wait_until
from sandbox.shop_database import own_database, settings

_SECONDS_TO_START = 60
_PRINT_TOKENS = """
from sandbox.feed import email_of
from sandbox.viewer import ADMIN, FRIEND, SHOPPER, STAFF, token_of
print("\\n".join(map(token_of, (SHOPPER, STAFF, ADMIN, email_of(1), FRIEND))))
"""


@dataclass(frozen=True)
class Tokens:
    """Of the sandbox's logins, for `Authorization: Bearer`."""

    shopper: str
    staff: str
    admin: str
    # Of the log's first customer.
    customer: str
    # Somebody who has bought nothing, and may be brought by a friend.
    friend: str


@dataclass(frozen=True)
class RunningShop:
    url: str
    logs: Path
    tokens: Tokens = field(repr=False)
    # For more commands: subprocess with `python -m sandbox …`.
    environment: Mapping[str, str] = field(repr=False)

    @property
    def graphql_url(self) -> str:
        return f"{self.url}/graphql/"

    def manage(self, *arguments: str) -> str:
        """What a Django command of this shop prints. Raises where it fails."""
        return _manage(self.environment, *arguments)


@contextmanager
def running_shop(
    *, port: int | None = None, orders: int | None = None, programme: bool = True
) -> Iterator[RunningShop]:
    """With the first `orders` of the log in it (None: all), which earned by the programme."""
    with ExitStack() as stack:
        stack.enter_context(terminated_like_interrupted())
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="saleor-loyalty-")))
        environment = settings(stack.enter_context(own_database(orders, programme=programme)))
        tokens = Tokens(*_manage(environment, "shell", "-v0", "-c", _PRINT_TOKENS).split())
        port = port or free_port()
        web = ("uvicorn", "sandbox.asgi:application", "--host=127.0.0.1", f"--port={port}")
        programs = [
            stack.enter_context(
                running(name, [sys.executable, "-m", *command], logs, environment, TREE)
            )
            for name, command in {"web": web, "worker": ("sandbox", "shop_work")}.items()
        ]
        url = f"http://127.0.0.1:{port}"
        wait_until(lambda: answers(f"{url}/shop/products/"), programs, _SECONDS_TO_START)
        yield RunningShop(url, logs, tokens, environment)


def _manage(environment: Mapping[str, str], *arguments: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-m", "sandbox", *arguments],
        check=False,
        cwd=TREE,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if finished.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments[:1])}: {finished.stdout}{finished.stderr}")
    return finished.stdout
