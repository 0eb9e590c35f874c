"""A Saleor one can shop in, with the plugin: API, task worker, scheduler, Redis, sample data.

    python -m sandbox.saleor_server                   until Ctrl-C, on a free port
    python -m sandbox.saleor_server --port 8000       on this one
    python -m sandbox.saleor_server --installed       the package as a merchant would install it

Every start has the same fresh copy of Saleor's sample shop; at the end everything is stopped and
the copy dropped. In Python: `with running_saleor() as shop: shop.post("{ shop { name } }")`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sandbox.processes import (
    Program,
    free_port,
    running,
    terminated_like_interrupted,
    wait_until,
)
from sandbox.redis_server import running_redis
from sandbox.saleor_checkout import SaleorCheckout, saleor_checkout
from sandbox.saleor_database import copied, with_plugin
from sandbox.saleor_overlay import editable_overlay, installed_overlay
from sandbox.saleor_sample import ADMIN, CUSTOMER, Login, sample_shop

_SECONDS_TO_START = 300

_LOG_IN = """
mutation LogIn($email: String!, $password: String!) {
  tokenCreate(email: $email, password: $password) { token errors { field message code } }
}
"""


@dataclass(frozen=True)
class RunningSaleor:
    url: str
    database_url: str
    logs: Path
    # For more processes of this shop: checkout.manage("...", environment=shop.environment).
    checkout: SaleorCheckout
    environment: Mapping[str, str] = field(repr=False)
    admin: Login = ADMIN
    customer: Login = CUSTOMER

    @property
    def graphql_url(self) -> str:
        return f"{self.url}/graphql/"

    def post(
        self,
        query: str,
        variables: Mapping[str, Any] | None = None,
        *,
        token: str = "",
        path: str = "",
    ) -> dict[str, Any]:
        """The whole answer of a GraphQL query: `data` and, if there are any, `errors`."""
        body = json.dumps({"query": query, "variables": dict(variables or {})}).encode()
        request = urllib.request.Request(self.url + path if path else self.graphql_url, body)
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"JWT {token}")
        return _answer(request)

    def log_in(self, login: Login) -> str:
        """A token, good for the life of the demo."""
        variables = {"email": login.email, "password": login.password}
        answer = self.post(_LOG_IN, variables)["data"]["tokenCreate"]
        if not answer["token"]:
            raise PermissionError(f"{login.email}: {answer['errors']}")
        return str(answer["token"])


@contextmanager
def running_saleor(
    *, port: int | None = None, installed: bool = False, settings: Mapping[str, str] | None = None
) -> Iterator[RunningSaleor]:
    """`settings` are further environment variables for Saleor's processes."""
    checkout = saleor_checkout()
    overlay = installed_overlay() if installed else editable_overlay()
    template = with_plugin(checkout, overlay, sample_shop(checkout))
    with ExitStack() as stack:
        stack.enter_context(terminated_like_interrupted())
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="saleor-loyalty-")))
        database_url = stack.enter_context(copied(template, "shop"))
        redis_url = stack.enter_context(running_redis(logs))
        url = f"http://127.0.0.1:{port or free_port()}"
        environment = {
            **checkout.environment(database_url, overlay),
            **_settings(url, redis_url),
            **(settings or {}),
        }
        shop = RunningSaleor(url, database_url, logs, checkout, environment)
        _start(shop, stack)
        yield shop


def _settings(url: str, redis_url: str) -> dict[str, str]:
    return {
        "CACHE_URL": f"{redis_url}/0",
        "CELERY_BROKER_URL": f"{redis_url}/1",
        "DEBUG": "false",
        # Apps of the demo, the dashboard's too, run on this machine.
        "HTTP_IP_FILTER_ALLOW_LOOPBACK_IPS": "true",
        "JWT_TTL_ACCESS": "1 day",
        "PUBLIC_URL": url,
    }


def _start(shop: RunningSaleor, stack: ExitStack) -> None:
    port = shop.url.rpartition(":")[2]
    api = ("uvicorn", "saleor.asgi:application", "--host=127.0.0.1", f"--port={port}")
    celery = ("celery", "--app=saleor.celeryconf:app")
    scheduler = "--scheduler=saleor.schedulers.schedulers.DatabaseScheduler"
    commands: dict[str, Sequence[str]] = {
        "api": api,
        "worker": (*celery, "worker", "--pool=solo", "--loglevel=INFO"),
        "scheduler": (*celery, "beat", scheduler, "--pidfile="),
    }
    programs = [
        stack.enter_context(_python_module(shop, name, command))
        for name, command in commands.items()
    ]
    worker_log = shop.logs / "worker.log"
    wait_until(lambda: " ready." in worker_log.read_text(), programs, _SECONDS_TO_START)
    wait_until(lambda: _is_open(shop), programs, _SECONDS_TO_START)


@contextmanager
def _python_module(shop: RunningSaleor, name: str, command: Sequence[str]) -> Iterator[Program]:
    line = [str(shop.checkout.python), "-m", *command]
    with running(name, line, shop.logs, shop.environment, shop.checkout.path) as program:
        yield program


def _is_open(shop: RunningSaleor) -> bool:
    try:
        return "data" in shop.post("{ shop { name } }")
    except OSError:
        return False


def _answer(request: urllib.request.Request) -> dict[str, Any]:
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            answer: dict[str, Any] = json.load(response)
    except urllib.error.HTTPError as refused:
        # GraphQL's own refusals come as 400 with a body that says why.
        if "json" not in refused.headers.get("Content-Type", ""):
            raise
        answer = json.load(refused)
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description="A Saleor with the plugin and sample data")
    parser.add_argument("--port", type=int)
    parser.add_argument("--installed", action="store_true")
    chosen = parser.parse_args()
    with running_saleor(port=chosen.port, installed=chosen.installed) as shop:
        print(f"Saleor {shop.checkout.version} with the plugin: {shop.graphql_url}")
        print(f"staff: {shop.admin.email} / {shop.admin.password}")
        print(f"customer: {shop.customer.email} / {shop.customer.password}")
        print(f"logs: {shop.logs}; Ctrl-C stops", flush=True)
        _until_interrupted()


def _until_interrupted() -> None:
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        print("stopping", flush=True)


if __name__ == "__main__":
    main()
