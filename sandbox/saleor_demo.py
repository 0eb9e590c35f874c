"""A Saleor with its sample shop, made ready for the programme as its staff would do it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sandbox import saleor_requests as requests
from sandbox.saleor_manage import manage
from sandbox.saleor_server import RunningSaleor, running_saleor


@contextmanager
def saleor_demo(*, port: int | None = None) -> Iterator[RunningSaleor]:
    with running_saleor(port=port) as shop:
        for command in ("loyalty_setup", "loyalty_install"):
            manage(shop, command)
        _prepare(shop)
        yield shop


def _prepare(shop: RunningSaleor) -> None:
    admin = shop.log_in(shop.admin)

    def ask(query: str, **variables: str) -> dict[str, Any]:
        answer = shop.post(query, variables, token=admin)
        failed = answer.get("errors") or (answer["data"].get("result") or {}).get("errors")
        if failed:
            raise RuntimeError(f"the shop could not be prepared: {failed}")
        data: dict[str, Any] = answer["data"]
        return data

    # The sample channels only authorise payments, and staff would have to charge each by hand.
    channel = ask(requests.CHANNEL_BY_SLUG, slug=requests.CHANNEL)["channel"]["id"]
    ask(requests.CHARGE_AT_ONCE, id=channel)
    # From 3.22 on the sample shop wants a page of its own to be named as reason of each refund.
    mutations = ask(requests.MUTATIONS)["__schema"]["mutationType"]["fields"]
    if {"name": "refundReasonReferenceClear"} in mutations:
        ask(requests.REFUND_WITHOUT_REFERENCE)
