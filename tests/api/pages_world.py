"""What the pages of staff ask, beside what merchants set up: variables and who may."""

from collections.abc import Callable
from typing import Any

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import Permission
from saleor_loyalty.events.host_shown import CatalogueItem, CatalogueKind, HostChannel, HostPerson
from tests.api.conftest import World, campaign
from tests.shop import line, paid_order

LAMP = CatalogueItem(CatalogueKind.PRODUCT, "p1", "Lamp", "Light", "https://shop.example/lamp.png")
BULB = CatalogueItem(CatalogueKind.PRODUCT, "p2", "Bulb", "Light")


def furnish(world: World) -> World:
    """Channels, a shelf of products, and a name for the admin."""
    world.shop.channel_list += [
        HostChannel("outlet", "Outlet", "JPY", active=False, country="JP"),
        HostChannel("web", "Web", "USD", country="US"),
    ]
    world.shop.items += [LAMP, BULB, CatalogueItem(CatalogueKind.CATEGORY, "c1", "Light")]
    admin = world.eve + 1
    world.shop.staff[admin] = HostPerson(admin, "admin@example.com", "Ada Min")
    return world


OPERATIONS: dict[str, Callable[[World], dict[str, Any]]] = {
    "dashboard/viewer": lambda world: {},
    "dashboard/shop": lambda world: {},
    "dashboard/catalogue": lambda world: {"kind": furnish(world).shop.items[0].kind.name},
    "dashboard/configuration_schema": lambda world: {"subject": "PROGRAMME"},
    "dashboard/configuration_faults": lambda world: {"subject": "REWARD", "config": {"name": {}}},
    "dashboard/actors": lambda world: {"actors": [f"user:{world.ada.user_id}"]},
    "dashboard/member_of_customer": lambda world: {"userId": str(world.ada.user_id)},
    "dashboard/member_lots": lambda world: {"id": world.ada_id, "unit": "POINTS", "first": 50},
    "dashboard/member_history": lambda world: {
        "id": world.ada_id,
        "unit": "POINTS",
        "first": 20,
    },
    "dashboard/member_head": lambda world: {"id": world.ada_id},
    "dashboard/member_standing": lambda world: {"id": world.ada_id, "first": 20},
    "dashboard/member_has": lambda world: {"id": world.ada_id, "first": 20},
    "dashboard/member_does": lambda world: {"id": world.ada_id, "first": 20, "languageCode": "de"},
    "dashboard/tier_choices": lambda world: {},
    "dashboard/plan_choices": lambda world: {"languageCode": "de"},
    "dashboard/member_export": lambda world: {"first": 500},
    "dashboard/starters": lambda world: {},
    "dashboard/starter_preview": lambda world: {"kind": "POINTS", "first": 20},
    "dashboard/lines": lambda world: {},
    "dashboard/todo": lambda world: {},
    "dashboard/dead_letters_replay": lambda world: {"direction": "OUT", "kind": "reprice"},
    "dashboard/configuration_difference": lambda world: {
        "before": {"time_zone": "UTC"},
        "after": {"time_zone": "Europe/Paris"},
    },
    "dashboard/programme": lambda world: {
        "id": to_global("LoyaltyProgramme", "points"),
        "versions": 20,
    },
    "dashboard/campaign": lambda world: {
        "id": to_global("LoyaltyCampaign", campaign("spring").public_id)
    },
    "dashboard/all_campaigns": lambda world: {
        "since": "2026-03-01T00:00:00Z",
        "until": "2026-04-01T00:00:00Z",
        "phase": "RUNNING",
        "search": "frühl",
        "programmeId": to_global("LoyaltyProgramme", "points"),
        "first": 50,
    },
    "dashboard/audit_log": lambda world: {
        "actor": f"user:{world.eve + 1}",
        "action": "loyaltyPointsAdjust",
        "memberId": world.ada_id,
        "since": "2026-03-01T00:00:00Z",
        "until": "2026-04-01T00:00:00Z",
        "first": 50,
    },
    "dashboard/member_timeline": lambda world: {"id": world.ada_id, "first": 50},
    "dashboard/order": lambda world: {"orderId": "o1001"},
    "dashboard/recent_orders": lambda world: {"first": few_orders(world)},
}


def written() -> dict[str, Any]:
    """A programme and a campaign as somebody is writing them."""
    return {
        "config": {"earning": {"rates": {"USD": {"points": 3, "minor": 100}}}},
        "campaignId": to_global("LoyaltyCampaign", campaign("summer").public_id),
        "campaignConfig": {
            "name": {"en": "Summer"},
            "rules": [{"kind": "bonus", "slug": "ten", "points": 10}],
        },
    }


def few_orders(world: World) -> int:
    for number in (1, 2, 3):
        order = paid_order(line("a", 1000 * number), order_id=f"o{number}", user_id=None)
        world.shop.orders[order.order_id] = order
    return 2


# Of those that need one alone.
PERMISSIONS = {
    "audit_log": Permission.MANAGE_PROGRAMMES,
    "configuration_difference": Permission.MANAGE_PROGRAMMES,
    "programme": Permission.MANAGE_PROGRAMMES,
    "campaign": Permission.MANAGE_PROGRAMMES,
    "configuration_schema": Permission.MANAGE_PROGRAMMES,
    "configuration_faults": Permission.MANAGE_PROGRAMMES,
    "member_export": Permission.MANAGE_MEMBERS,
    "starters": Permission.MANAGE_PROGRAMMES,
    "starter_preview": Permission.MANAGE_PROGRAMMES,
    "lines": Permission.MANAGE_ORDERS,
    "order": Permission.MANAGE_ORDERS,
    "recent_orders": Permission.MANAGE_PROGRAMMES,
}
