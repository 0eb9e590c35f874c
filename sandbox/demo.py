"""`make demo`: a shop with the programme in it, until Ctrl-C.

python -m sandbox.demo                    the Saleor there is, or the sandbox without
python -m sandbox.demo --sandbox          the sandbox, whatever there is
python -m sandbox.demo --port 8000        on this port (the default, where it is free)
"""

from __future__ import annotations

import argparse
import socket
import time
from textwrap import dedent

from sandbox.ide_files import install_ide
from sandbox.saleor_found import saleor_found

_PORT = 8000


def main() -> None:
    parser = argparse.ArgumentParser(description="A shop with the programme in it")
    parser.add_argument("--sandbox", action="store_true", help="even with a Saleor at hand")
    parser.add_argument("--orders", type=int, help="of the sandbox's log; all without it")
    parser.add_argument("--port", type=int)
    chosen = parser.parse_args()
    port = chosen.port or (_PORT if _is_free(_PORT) else None)
    saleor = saleor_found()
    try:
        if saleor.path and not chosen.sandbox:
            _show_saleor(port)
        else:
            _show_sandbox(port, chosen.orders, saleor.why_not)
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)


def _show_sandbox(port: int | None, orders: int | None, why_not: str) -> None:
    from sandbox.shop_server import running_shop

    if why_not:
        print(f"Without Saleor: {why_not}.")
    if not install_ide():
        print("npm is not at hand: the sandbox runs without a browser IDE.")
    print("A record shop's log becomes orders, through the plugin's inbox and flows.", flush=True)
    with running_shop(port=port, orders=orders) as shop:
        graphql = shop.graphql_url
        print(
            dedent(f"""
            The programme in figures   {shop.url}/
            Any member's history       {shop.url}/members/?q=customer-1
            GraphQL with an IDE        {graphql}

            Logins, for `Authorization: Bearer …`
              shopper@example.com  {shop.tokens.shopper}
              staff@example.com    {shop.tokens.staff}
              admin@example.com    {shop.tokens.admin}

            Three things to try
            1. As the shopper, order the box of 24 and watch its points come (they stay pending
               until the parcel leaves):
                 curl -s {shop.url}/shop/checkouts/ -d '{{"lines": {{"all-of-it": 1}}}}' \\
                   -H 'Authorization: Bearer {shop.tokens.shopper}'
                 curl -s -X POST {shop.url}/shop/checkouts/THE-CHECKOUT/complete/ \\
                   -H 'Authorization: Bearer {shop.tokens.shopper}'
            2. As staff, look at a member (paste it into the IDE, "Ask as" at the top right):
                 {{ loyaltyMember(email: "customer-1@example.com") {{ id
                     points {{ available pending }} tier {{ name }}
                     history(first: 5) {{ edges {{ node {{ text points balanceAfter }} }} }} }} }}
            3. As admin, give them 100 points, and see the line in their history:
                 mutation {{ loyaltyPointsAdjust(memberId: "THE-ID-FROM-2", points: 100,
                     reason: "Sorry for the wait", sourceKey: "demo-1") {{
                   errors {{ message }} member {{ points {{ available }} }} }} }}

            Logs: {shop.logs}. Ctrl-C stops.""")
        )
        _wait()


def _show_saleor(port: int | None) -> None:
    from sandbox.saleor_demo import saleor_demo
    from sandbox.saleor_requests import LOYALTY_PATH
    from sandbox.saleor_world import SaleorWorld
    from sandbox.story import first_order

    print("A Saleor with its sample shop and the plugin; the first time takes minutes.", flush=True)
    with saleor_demo(port=port) as shop:
        earned = first_order(SaleorWorld(shop))
        loyalty = f"{shop.url}{LOYALTY_PATH}"
        token = shop.log_in(shop.customer)
        staff = shop.log_in(shop.admin)
        me = "{ loyaltyMe { points { available pending } tier { name } } }"
        everybody = "{ loyaltyMembers(first: 5) { edges { node { email joinedAt } } } }"
        print(
            dedent(f"""
            Saleor {shop.checkout.version}             {shop.graphql_url}
            The plugin's own GraphQL  {loyalty}

            The customer has paid a first order and earned {earned} points with it.
              customer  {shop.customer.email} / {shop.customer.password}
              staff     {shop.admin.email} / {shop.admin.password}

            Three things to try
            1. The customer's points:
                 curl -s {loyalty} -H 'Content-Type: application/json' \\
                   -H 'Authorization: JWT {token}' -d '{{"query": "{me}"}}'
            2. As staff, everybody who has points:
                 curl -s {loyalty} -H 'Content-Type: application/json' \\
                   -H 'Authorization: JWT {staff}' -d '{{"query": "{everybody}"}}'
            3. A checkout as that customer shows prices of the Silver tier, 5 % off, in its totals:
                 log in with tokenCreate, then checkoutCreate with channel "default-channel".

            Logs: {shop.logs}. Ctrl-C stops.""")
        )
        _wait()


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
