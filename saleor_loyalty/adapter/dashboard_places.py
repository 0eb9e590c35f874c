"""Where in Saleor's Dashboard our pages are opened, by what that Saleor knows.

Saleor keeps the labels in its database and shows them to everybody: they are English.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import saleor
from saleor.permission.enums import AccountPermissions, DiscountPermissions, OrderPermissions

NAME, ABOUT = "Loyalty points", "Points, tiers and rewards."

PERMISSIONS = (
    AccountPermissions.MANAGE_USERS,
    DiscountPermissions.MANAGE_DISCOUNTS,
    OrderPermissions.MANAGE_ORDERS,
)
"""All that the pages ever ask for: a token has what its staff member has of these."""

_USERS, _DISCOUNTS, _ORDERS = PERMISSIONS
_BY_GET = MappingProxyType({"widgetTarget": MappingProxyType({"method": "GET"})})
# What Saleor asks the home page's widgets by, if not told, is POST: those get no handshake.
_HOME_BY_GET = MappingProxyType({"homeWidgetTarget": MappingProxyType({"method": "GET"})})


@dataclass(frozen=True, slots=True)
class Entry:
    """One of our pages in one place. `path` begins where the pages do, `since` is the first Saleor
    that knows the place; a token made for it has `permission` and no other, and staff without that
    do not see it. A whole page has what PERMISSIONS names."""

    name: str
    label: str
    mount: str
    target: str
    path: str
    permission: Any
    since: tuple[int, int] = (3, 21)
    settings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def method(self) -> str | None:
        return self.settings.get("widgetTarget", {}).get("method")


_ALL = (
    Entry("overview", "Loyalty", "NAVIGATION_DISCOUNTS", "APP_PAGE", "", _DISCOUNTS),
    Entry("rewards", "Rewards", "NAVIGATION_DISCOUNTS", "APP_PAGE", "rewards", _DISCOUNTS),
    Entry(
        "campaigns", "Campaigns", "NAVIGATION_DISCOUNTS", "APP_PAGE", "rules/campaigns", _DISCOUNTS
    ),
    Entry(
        "redemptions", "Redemptions", "NAVIGATION_ORDERS", "APP_PAGE", "rewards/redemptions",
        _ORDERS,
    ),
    Entry("members", "Members", "NAVIGATION_CUSTOMERS", "APP_PAGE", "members", _USERS),
    Entry(
        "adjust", "Adjust points", "CUSTOMER_DETAILS_MORE_ACTIONS", "POPUP", "popups/adjust", _USERS
    ),
    Entry(
        "order", "Points of this order", "ORDER_DETAILS_MORE_ACTIONS", "POPUP", "popups/order",
        _ORDERS,
    ),
    Entry(
        "customer-widget", "Loyalty", "CUSTOMER_DETAILS_WIDGETS", "WIDGET", "widgets/customer",
        _USERS, (3, 22), _BY_GET,
    ),
    Entry(
        "order-widget", "Loyalty", "ORDER_DETAILS_WIDGETS", "WIDGET", "widgets/order",
        _ORDERS, (3, 22), _BY_GET,
    ),
    Entry(
        "home-widget", "Loyalty", "HOMEPAGE_WIDGETS", "WIDGET", "widgets/home",
        _USERS, (3, 23), _HOME_BY_GET,
    ),
    Entry(
        "find", "Find loyalty member", "SEARCH_ACTION", "POPUP", "popups/find", _USERS, (3, 23)
    ),
)  # fmt: skip


def entries(version: tuple[int, int] | None = None) -> list[Entry]:
    """Those that a Saleor of this version knows; without one, this Saleor."""
    known = version or version_of_saleor()
    return [entry for entry in _ALL if entry.since <= known]


def version_of_saleor() -> tuple[int, int]:
    major, minor, *_ = saleor.__version__.split(".")
    return int(major), int(minor)
