"""Every operation file, carried out as it is in the repository."""

from collections.abc import Callable
from typing import Any

import pytest

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import Viewer
from tests.api import (
    benefits,
    engagement_world,
    mall_world,
    merchant,
    pages_world,
    plan_world,
    play_world,
    review_world,
    task_world,
    tier_world,
    visit_world,
)
from tests.api.client import data_of, operation
from tests.api.conftest import (
    CHEAPER_CHECKOUT,
    CHECKOUT,
    DRAFT_ORDER,
    FACT,
    GUEST_CHECKOUT,
    USED_CHECKOUT,
    World,
)
from tests.api.friend_world import CODE, DECIDED, DEVICE, LISTED, at
from tests.api.happenings import BATCH, EVENT, PURCHASE, RECEIPT_NUMBER
from tests.api.test_schema import OPERATIONS
from tests.conftest import LADDER
from tests.flows.occasions import BIRTHDAY, born, keep


def kept_days(world: World) -> int:
    """For so long; ada's birthday is one of them."""
    keep(birthday=BIRTHDAY)
    born(world.ada, "1990-03-14")
    return 30


VARIABLES: dict[str, Callable[[World], dict[str, Any]]] = {
    "dashboard/dead_letter_replay": lambda world: {
        "id": to_global("LoyaltyDeadLetter", f"IN:{FACT}")
    },
    "dashboard/dead_letters": lambda world: {
        "direction": "OUT",
        "kind": "reprice",
        "search": "member:",
        "first": 20,
    },
    "dashboard/draft_order_price": lambda world: {"orderId": DRAFT_ORDER},
    "dashboard/all_plans": lambda world: {"languageCode": "de"},
    "dashboard/all_growth_packs": lambda world: {},
    **{f"dashboard/{name}": variables for name, variables in play_world.MERCHANTS.items()},
    "dashboard/all_lotteries": lambda world: {"first": 9},
    "dashboard/lottery": play_world.lottery("winter", first=9),
    "dashboard/lottery_tickets": play_world.LIST,
    "dashboard/all_flash_sales": lambda world: {"first": 9},
    "dashboard/flash_sale": lambda world: {"id": play_world.SALE_ID},
    "dashboard/all_group_offers": lambda world: {"first": 9},
    "dashboard/group_offer": lambda world: {"id": play_world.TEA},
    "dashboard/groups": lambda world: {"first": 20, "state": "OPEN"},
    "dashboard/group_end": play_world.END,
    "storefront/lotteries": lambda world: {"first": 50, "languageCode": "de"},
    "storefront/lottery": play_world.lottery("winter", first=50, after=0),
    "storefront/lottery_tickets": play_world.LIST,
    "storefront/lottery_tickets_buy": play_world.TICKETS,
    "storefront/flash_sales": lambda world: {"first": 9, "languageCode": "de"},
    "storefront/group_offers": lambda world: {"first": 9},
    "storefront/group": play_world.JOIN,
    "storefront/group_seats": lambda world: {"first": 9},
    "storefront/group_open": play_world.OPEN,
    "storefront/group_join": play_world.JOIN,
    "storefront/group_leave": play_world.LEAVE,
    "storefront/group_checkout": play_world.checkout(CHECKOUT),
    "dashboard/member_memberships": lambda world: {"id": world.ada_id, "first": 9},
    "dashboard/membership_reminders": lambda world: {"first": 9},
    "dashboard/membership_give": plan_world.membership_give,
    "dashboard/membership_end": plan_world.membership_end,
    **{f"dashboard/{name}": variables for name, variables in plan_world.MERCHANTS.items()},
    "storefront/plans": lambda world: {"languageCode": "de"},
    "storefront/growth_packs": lambda world: {},
    "storefront/memberships": lambda world: {"first": 9},
    "storefront/membership_trial": lambda world: {"planId": plan_world.plan_id("try")},
    "storefront/membership_cancel": lambda world: {"id": plan_world.RUNNING},
    "storefront/membership_resume": lambda world: {"id": plan_world.CANCELLED},
    "dashboard/referrals": lambda world: {**LISTED, "memberId": world.ada_id},
    "dashboard/referral_approve": lambda world: DECIDED,
    "dashboard/referral_refuse": lambda world: DECIDED,
    "storefront/referral_invitation": lambda world: {**CODE, "languageCode": "de"},
    "storefront/my_referrals": lambda world: {"first": 50},
    "storefront/referral_code_make": lambda world: DEVICE,
    "storefront/referral_join": lambda world: {**CODE, **DEVICE, "how": "LINK"},
    "storefront/referral_at_checkout": lambda world: at(CHECKOUT),
    "storefront/referral_visit": lambda world: CODE,
    "storefront/device_note": lambda world: DEVICE,
    "dashboard/event_batch": lambda world: {"id": BATCH, "first": 50},
    "dashboard/event_batch_check": lambda world: {"name": "May", "content": "{", "first": 50},
    "dashboard/event_batch_run": lambda world: {"id": BATCH},
    "dashboard/event_batch_undo": lambda world: {"id": BATCH},
    "dashboard/event_batches": lambda world: {"first": 50},
    "dashboard/event_record": lambda world: {
        "email": world.bob.email,
        "name": "review",
        "sourceKey": "k1",
        "attributes": {"stars": 5},
    },
    "dashboard/event_undo": lambda world: {"id": EVENT},
    "dashboard/purchase_record": lambda world: {"input": PURCHASE},
    "dashboard/purchase_return": lambda world: {
        "receiptNumber": RECEIPT_NUMBER,
        "returnNumber": "R1",
        "lines": [{"id": "2", "quantity": 1}],
    },
    "dashboard/member": lambda world: {"email": world.ada.email, "first": 100},
    "dashboard/member_set_tier": lambda world: {
        "memberId": world.ada_id,
        "tierId": to_global("LoyaltyTier", "gold"),
        "reason": "A friend of the house",
        "until": "2027-01-01T00:00:00Z",
        "exact": True,
    },
    "dashboard/tier_grant_end": lambda world: {"id": tier_world.GRANT, "reason": "A mistake"},
    "dashboard/tier_invitation_create": lambda world: {
        "tierId": tier_world.GOLD,
        "code": "press-2026",
        "months": 12,
        "uses": 5,
        "validUntil": "2027-01-01T00:00:00Z",
    },
    "dashboard/tier_invitation_deactivate": lambda world: {"id": tier_world.INVITATION},
    "dashboard/tier_invitations": lambda world: {"first": 100},
    "dashboard/tier_warnings": lambda world: {"first": 50},
    "dashboard/ladder": lambda world: {"first": 20},
    "dashboard/ladder_trial": lambda world: {"id": tier_world.TRIAL},
    "dashboard/ladder_try": lambda world: tier_world.draft_id(),
    "dashboard/ladder_draft": lambda world: {"config": LADDER},
    "dashboard/ladder_update_draft": lambda world: tier_world.edited(),
    "dashboard/ladder_activate": lambda world: tier_world.draft(),
    "dashboard/ladder_delete_draft": lambda world: tier_world.draft(),
    "storefront/tier_outlook": lambda world: {},
    "storefront/tier_moves": lambda world: {"first": 50},
    "storefront/tier_invitation_redeem": lambda world: {"code": "WELCOME-1"},
    "storefront/tier_buy": lambda world: {
        "tierId": tier_world.GOLD,
        "points": 500,
        "sourceKey": "k1",
    },
    "dashboard/member_update": lambda world: {
        "id": world.ada_id,
        "input": {"birthday": "1990-12-31"},
    },
    "dashboard/members": lambda world: {"first": 100, "search": "a"},
    "dashboard/points_adjust": lambda world: {
        "memberId": world.ada_id,
        "points": -5,
        "reason": "A mistake",
        "sourceKey": "k1",
    },
    "dashboard/points_extend": lambda world: {
        "memberId": world.ada_id,
        "forGood": True,
        "expiringBefore": "2030-01-01T00:00:00Z",
        "reason": "A friend of the house",
        "sourceKey": "k1",
    },
    "dashboard/overview": lambda world: {
        "since": "2026-03-01",
        "until": "2026-03-31",
        "by": "DAY",
    },
    "dashboard/occasion_days": lambda world: {"days": kept_days(world)},
    "dashboard/occasions_ahead": lambda world: {"occasion": "JOINED", "days": 366, "first": 50},
    "storefront/boosts": lambda world: {},
    "dashboard/expiry_reminders": lambda world: {"first": 100},
    "storefront/conversions": lambda world: {"first": 100},
    "dashboard/programmes": lambda world: {"first": 100},
    **{f"dashboard/{name}": variables for name, variables in merchant.MUTATIONS.items()},
    "dashboard/preview": lambda world: {
        "lines": [{"gross": 5000, "categoryIds": ["c1"]}],
        "channel": "web",
        "currency": "USD",
        "memberId": world.ada_id,
        "versionId": to_global("LoyaltyProgrammeVersion", "outlet:1"),
        "at": "2026-06-01T00:00:00Z",
        **pages_world.written(),
    },
    "dashboard/programme_lint": merchant.programme_lint,
    "dashboard/benefit_gifts": lambda world: {"first": 20, "state": "DUE"},
    "dashboard/benefit_gift_withdraw": benefits.withdraw,
    "dashboard/benefit_use_undo": lambda world: {"id": benefits.USE},
    "dashboard/benefit_use_up": lambda world: benefits.use_up(world.ada_id),
    "dashboard/benefit_uses": lambda world: {"first": 20, "orderId": "o1001"},
    "dashboard/code_list_create": lambda world: {"slug": "zoo", "name": {"en": "Zoo"}},
    "dashboard/code_list_set_active": lambda world: {"id": benefits.LIST, "active": False},
    "dashboard/code_list_upload": lambda world: {
        "id": benefits.LIST,
        "codes": "C3\nC3",
        "validUntil": "2027-01-01T00:00:00Z",
    },
    "dashboard/code_lists": lambda world: {},
    "dashboard/quotas": lambda world: {"memberId": world.ada_id},
    "storefront/benefit_claim": lambda world: {"slug": benefits.CINEMA},
    "storefront/benefits": lambda world: {"gifts": 20},
    "storefront/product_access": lambda world: {
        "products": [{"productId": "p1", "publishedAt": "2026-03-01T00:00:00Z"}],
        "languageCode": "de",
    },
    **mall_world.OPERATIONS,
    **engagement_world.OPERATIONS,
    **pages_world.OPERATIONS,
    **review_world.OPERATIONS,
    **task_world.OPERATIONS,
    "storefront/campaigns": lambda world: {"first": 100, "languageCode": "de"},
    "storefront/checkout_preview": lambda world: {"checkoutId": CHECKOUT},
    "storefront/checkout_amount": lambda world: {"checkoutId": CHECKOUT, "points": 1},
    "storefront/checkout_points_apply": lambda world: {
        "checkoutId": CHEAPER_CHECKOUT,
        "points": 100,
    },
    "storefront/checkout_points_release": lambda world: {"checkoutId": USED_CHECKOUT},
    "storefront/checkout_quote": lambda world: {"checkoutId": CHECKOUT},
    "storefront/expiries": lambda world: {"first": 100},
    "storefront/history_explained": lambda world: {"first": 20},
    "storefront/history": lambda world: {"first": 100, "unit": "GROWTH"},
    "storefront/me": lambda world: {},
    "storefront/member_join": lambda world: {},
    "storefront/member_update": lambda world: {"input": {"languageCode": "ja"}},
    "storefront/tiers": lambda world: {},
    "dashboard/engagements": lambda world: {"versions": 9},
    "dashboard/engagement_save": lambda world: visit_world.SAVE,
    "storefront/check_in": lambda world: {},
    "storefront/check_in_make_up": lambda world: visit_world.MISSED,
    "storefront/check_ins": lambda world: {"year": 2028, "month": 2, "languageCode": "de"},
    "storefront/share_link": lambda world: visit_world.SHARE,
    "storefront/share_links": lambda world: {"first": 9},
    "storefront/share_visit": lambda world: visit_world.VISIT,
    "storefront/share_attach": lambda world: visit_world.attach(GUEST_CHECKOUT),
    "storefront/ways_to_earn": lambda world: {"languageCode": "de"},
    "storefront/worth": lambda world: {"currency": "USD", "channel": "web"},
}


# The shop here has begun: test_starters carries it out in one that has not.
@pytest.mark.parametrize("name", [name for name in OPERATIONS if name != "dashboard/start"])
def test_it_is_answered(world: World, name: str) -> None:
    found = data_of(operation(name), _asking(world, name), **VARIABLES[name](world))
    assert found
    assert "errors" not in found or found["errors"] == []


def _asking(world: World, name: str) -> Viewer:
    return world.as_admin if name.startswith("dashboard/") else world.as_ada
