"""`make demo`: a shop with the programme in it, until Ctrl-C.

python -m sandbox.demo                    the Saleor there is, or the sandbox without
python -m sandbox.demo --sandbox          the sandbox, whatever there is
python -m sandbox.demo --empty            the sandbox without a programme, for the guided start
python -m sandbox.demo --port 8000        on this port (the default, where it is free)
"""

from __future__ import annotations

import argparse
import json
import shlex
import socket
import time
from textwrap import dedent
from typing import Any

from sandbox.dashboard_files import is_built
from sandbox.http import graphql
from sandbox.ide_files import install_ide
from sandbox.saleor_found import saleor_found

_PORT = 8000

_FIND = '{ loyaltyMember(email: "customer-1@example.com") { id } }'
_ME = (
    "{ loyaltyMe { tier { name } points { available pending }"
    " history(first: 3) { edges { node { text points } } } } }"
)
_GIVE = (
    'mutation($id: ID!) { loyaltyPointsAdjust(memberId: $id, points: 100, sourceKey: "demo-1",'
    ' reason: "Sorry for the wait") { errors { message } member { points { available } } } }'
)
_EVERYBODY = (
    "{ loyaltyMembers(first: 5) { edges { node { email tier { name } points { available } } } } }"
)
_PRICE = (
    "query($id: ID!) { checkout(id: $id) { totalPrice { gross { amount } } lines { quantity"
    " undiscountedUnitPrice { amount } unitPrice { gross { amount } } } } }"
)


def main() -> None:
    parser = argparse.ArgumentParser(description="A shop with the programme in it")
    parser.add_argument("--sandbox", action="store_true", help="even with a Saleor at hand")
    parser.add_argument("--empty", action="store_true", help="the sandbox without a programme")
    parser.add_argument("--orders", type=int, help="of the sandbox's log; all without it")
    parser.add_argument("--port", type=int)
    chosen = parser.parse_args()
    port = chosen.port or (_PORT if _is_free(_PORT) else None)
    saleor = saleor_found()
    try:
        if chosen.empty:
            _show_empty(port, chosen.orders)
        elif saleor.path and not chosen.sandbox:
            _show_saleor(port)
        else:
            _show_sandbox(port, chosen.orders, saleor.why_not)
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)


def _say_what_is_missing() -> None:
    if not install_ide():
        print("npm is not at hand: the sandbox runs without a browser IDE.")
    if not is_built():
        print("The Dashboard's pages are not built: `make dashboard` does it, with npm.")


def _show_sandbox(port: int | None, orders: int | None, why_not: str) -> None:
    from sandbox.shop_server import running_shop

    if why_not:
        print(f"Without Saleor: {why_not}.")
    _say_what_is_missing()
    print("A record shop's log becomes orders, through the plugin's inbox and flows.", flush=True)
    with running_shop(port=port, orders=orders) as shop:
        admin, shopper = f"Bearer {shop.tokens.admin}", f"Bearer {shop.tokens.shopper}"
        found = graphql(shop.graphql_url, _FIND, authorization=admin)["loyaltyMember"]
        give = {"query": _GIVE, "variables": {"id": found["id"]}}
        print(
            dedent(f"""
            The Dashboard's pages      {shop.url}/dashboard/
              admin@example.com or staff@example.com, with the password "demo"
            The programme in figures   {shop.url}/
            Any member's history       {shop.url}/members/?q=customer-1
            GraphQL with an IDE        {shop.graphql_url}

            Logins, for `Authorization: Bearer …`
              shopper@example.com  {shop.tokens.shopper}
              staff@example.com    {shop.tokens.staff}
              admin@example.com    {shop.tokens.admin}

            Three things to try
            1. As the shopper, order a box of 24 records:
                 {curl(f"{shop.url}/shop/orders/", {"lines": {"all-of-it": 1}}, shopper)}
            2. See its 600 points, pending until the parcel leaves:
                 {curl(shop.graphql_url, {"query": _ME}, shopper)}
            3. As admin, give customer-1@example.com 100 points (twice is as good as once), and
               look at the history on the page:
                 {curl(shop.graphql_url, give, admin)}

            Logs: {shop.logs}. Ctrl-C stops.""")
        )
        _wait()


def _show_empty(port: int | None, orders: int | None) -> None:
    from sandbox.shop_server import running_shop

    _say_what_is_missing()
    with running_shop(port=port, orders=orders, programme=False) as shop:
        print(
            dedent(f"""
            A shop with orders and without a programme
              The guided start   {shop.url}/dashboard/start
              admin@example.com, with the password "demo"

            Logs: {shop.logs}. Ctrl-C stops.""")
        )
        _wait()


def _show_saleor(port: int | None) -> None:
    from sandbox.saleor_demo import saleor_demo
    from sandbox.saleor_requests import CHANNEL, LOYALTY_PATH, PAGES_PATH
    from sandbox.saleor_world import SaleorWorld
    from sandbox.story import first_order

    print("A Saleor with its sample shop and the plugin; the first time takes minutes.", flush=True)
    with saleor_demo(port=port) as shop:
        world = SaleorWorld(shop)
        earned = first_order(world)
        basket = world.fill_basket(at_least=4_000, pieces=2)
        loyalty = f"{shop.url}{LOYALTY_PATH}"
        customer, staff = (f"JWT {shop.log_in(who)}" for who in (shop.customer, shop.admin))
        price = {"query": _PRICE, "variables": {"id": basket.id}}
        print(
            dedent(f"""
            Saleor {shop.checkout.version}, channel {CHANNEL}
              the Dashboard's pages     {shop.url}{PAGES_PATH}
              Saleor's GraphQL          {shop.graphql_url}
              the plugin's own GraphQL  {loyalty}
              customer                  {shop.customer.email} / {shop.customer.password}
              staff                     {shop.admin.email} / {shop.admin.password}

            The customer has paid a first order, which earned {earned} points and the Silver tier.

            Three things to try
            1. The customer's points, and why:
                 {curl(loyalty, {"query": _ME}, customer)}
            2. A new checkout of theirs has Silver's price in its own totals, 5 % off:
                 {curl(shop.graphql_url, price, customer)}
            3. As staff, everybody who has points:
                 {curl(loyalty, {"query": _EVERYBODY}, staff)}

            Logs: {shop.logs}. Ctrl-C stops.""")
        )
        _wait()


def curl(url: str, body: dict[str, Any], authorization: str) -> str:
    """A request as a line for a shell."""
    parts = ["curl", "-s", url, "-H", "Content-Type: application/json"]
    parts += ["-H", f"Authorization: {authorization}", "-d", json.dumps(body)]
    return shlex.join(parts)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _wait() -> None:
    print(flush=True)
    while True:
        time.sleep(3600)


if __name__ == "__main__":
    main()
