"""A Saleor with its sample shop, made ready for the programme as its staff would do it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sandbox import saleor_requests as requests
from sandbox.saleor_server import RunningSaleor, running_saleor


@contextmanager
def saleor_demo(*, port: int | None = None) -> Iterator[RunningSaleor]:
    with running_saleor(port=port) as shop:
        for command in ("loyalty_setup", "loyalty_install"):
            shop.checkout.manage(command, environment=shop.environment)
        _charge_at_once(shop)
        yield shop


def _charge_at_once(shop: RunningSaleor) -> None:
    """The sample channels only authorise payments, and staff would have to charge each by hand."""
    admin = shop.log_in(shop.admin)
    found = shop.post(requests.CHANNEL_BY_SLUG, {"slug": requests.CHANNEL}, token=admin)
    channel = found["data"]["channel"]["id"]
    answer = shop.post(requests.CHARGE_AT_ONCE, {"id": channel}, token=admin)
    if answer.get("errors") or answer["data"]["result"]["errors"]:
        raise RuntimeError(f"the channel could not be changed: {answer}")
