"""Who may ask and do what: every field of the roots, by everybody who may call.

The rows are checked against the schema: a new field without a row fails.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.schema import schema
from saleor_loyalty.api.viewer import ANONYMOUS, Permission, Viewer
from saleor_loyalty.events.models import InboxFact
from saleor_loyalty.features.audit.models import StaffAction
from saleor_loyalty.features.benefits.models import (
    BenefitGift,
    BenefitUse,
    CodeList,
    PartnerCode,
)
from saleor_loyalty.features.campaigns.models import Campaign
from saleor_loyalty.features.check_ins.models import CheckIn
from saleor_loyalty.features.engagement.models import EngagementVersion
from saleor_loyalty.features.flash_sales.models import FlashSale
from saleor_loyalty.features.group_buys.models import Group, GroupBuyOffer, Seat
from saleor_loyalty.features.growth_packs.models import GrowthPack
from saleor_loyalty.features.lottery.models import Lottery, LotteryTicket, LotteryWin
from saleor_loyalty.features.member_events.models import EventBatch, MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import (
    Membership,
    MembershipPlan,
    MembershipPurchase,
)
from saleor_loyalty.features.orders.models import OrderRecord
from saleor_loyalty.features.programme.models import Programme, ProgrammeVersion
from saleor_loyalty.features.referrals.models import (
    Referral,
    ReferralCheckout,
    ReferralCode,
    Trace,
)
from saleor_loyalty.features.reviews.models import Review, ReviewPicture, ReviewStep
from saleor_loyalty.features.rewards.models import Redemption, Reward, RewardCategory
from saleor_loyalty.features.shares.models import ShareLink, ShareOrder, ShareVisit
from saleor_loyalty.features.tasks.models import LeaderboardName, Task, TaskRun
from saleor_loyalty.features.tiers.models import (
    LadderTrial,
    LadderVersion,
    TierGrant,
    TierInvitation,
    TierMove,
)
from saleor_loyalty.ledger.models import Account, Entry
from tests.api import (
    benefits,
    engagement_world,
    friend_world,
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
from tests.api.client import answer_to, operation
from tests.api.conftest import (
    CHEAPER_CHECKOUT,
    CHECKOUT,
    DRAFT_ORDER,
    FACT,
    GUEST_CHECKOUT,
    USED_CHECKOUT,
    World,
)
from tests.api.happenings import BATCH, EVENT, PURCHASE, RECEIPT_NUMBER
from tests.shop import SHOP

# Answered with data; answered with null; PermissionDenied; refused in the payload.
YES, NULL, DENIED, REFUSED = "yes", "null", "denied", "refused"

EVERYBODY = dict.fromkeys(
    ("anonymous", "customer", "other customer", "staff", "staff with", "app", "app with"), YES
)
ONLY_WITH = {**dict.fromkeys(EVERYBODY, DENIED), "staff with": YES, "app with": YES}

# What belongs to one customer; staff are users of the shop too, but it is not theirs.
ONLY_OWN = {
    **dict.fromkeys(EVERYBODY, REFUSED),
    "anonymous": DENIED,
    "app": DENIED,
    "app with": DENIED,
    "customer": YES,
}


# Staff are users of the shop too, who just have nothing here.
ONLY_USERS = {
    **dict.fromkeys(EVERYBODY, YES),
    "anonymous": DENIED,
    "app": DENIED,
    "app with": DENIED,
}


# Those without a permission of ours are no staff of ours.
ANY_STAFF = {**dict.fromkeys(EVERYBODY, DENIED), "staff": YES, "app": YES}


@dataclass(frozen=True)
class Row:
    """`permission` is what the viewers called "with" have, and those without have all others."""

    operation: str
    expected: dict[str, str]
    permission: Permission | None = None
    variables: Callable[[World], dict[str, Any]] = field(default=lambda world: {})


ROWS = {
    "loyaltyViewer": Row("dashboard/viewer", {**EVERYBODY, "anonymous": NULL}),
    "loyaltyTodo": Row("dashboard/todo", ANY_STAFF),
    "loyaltyDeadLettersReplay": Row(
        "dashboard/dead_letters_replay",
        ONLY_WITH,
        Permission.MANAGE_ORDERS,
        lambda world: {"direction": "IN"},
    ),
    "loyaltyActors": Row("dashboard/actors", ANY_STAFF, None, lambda world: {"actors": []}),
    "loyaltyShop": Row("dashboard/shop", ANY_STAFF),
    "loyaltyStart": Row(
        "dashboard/start",
        {**ONLY_WITH, "staff with": REFUSED, "app with": REFUSED},
        Permission.MANAGE_PROGRAMMES,
        lambda world: {"kind": "POINTS", "timeZone": "UTC"},
    ),
    "loyaltyCatalogue": Row(
        "dashboard/catalogue", ANY_STAFF, None, lambda world: {"kind": "PRODUCT"}
    ),
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}", ONLY_WITH, permission, pages_world.OPERATIONS[f"dashboard/{name}"]
        )
        for name, permission in pages_world.PERMISSIONS.items()
    },
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}",
            ONLY_WITH,
            permission,
            engagement_world.OPERATIONS[f"dashboard/{name}"],
        )
        for name, permission in engagement_world.PERMISSIONS.items()
    },
    "loyaltyMe": Row(
        # Staff are users of the shop too, but the shop here knows none of them as a customer.
        "storefront/me",
        {**dict.fromkeys(EVERYBODY, NULL), "customer": YES, "other customer": YES},
    ),
    "loyaltyTiers": Row("storefront/tiers", EVERYBODY),
    "loyaltyCheckoutQuote": Row(
        "storefront/checkout_quote",
        {**dict.fromkeys(EVERYBODY, NULL), "customer": YES, "staff with": YES, "app with": YES},
        Permission.MANAGE_ORDERS,
        lambda world: {"checkoutId": CHECKOUT},
    ),
    "loyaltyMember": Row(
        "dashboard/member",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"id": world.ada_id, "first": 1},
    ),
    "loyaltyMembers": Row(
        "dashboard/members", ONLY_WITH, Permission.MANAGE_MEMBERS, lambda world: {"first": 1}
    ),
    "loyaltyProgrammes": Row(
        "dashboard/programmes", ONLY_WITH, Permission.MANAGE_PROGRAMMES, lambda world: {"first": 1}
    ),
    "loyaltyCampaigns": Row("storefront/campaigns", EVERYBODY, None, lambda world: {"first": 9}),
    "loyaltyPreview": Row(
        "storefront/checkout_preview",
        {**dict.fromkeys(EVERYBODY, NULL), "customer": YES, "staff with": YES, "app with": YES},
        Permission.MANAGE_PROGRAMMES,
        lambda world: {"checkoutId": CHECKOUT},
    ),
    "loyaltyProgrammeLint": Row(
        "dashboard/programme_lint",
        ONLY_WITH,
        Permission.MANAGE_PROGRAMMES,
        merchant.programme_lint,
    ),
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}", ONLY_WITH, Permission.MANAGE_PROGRAMMES, variables
        )
        for name, variables in merchant.MUTATIONS.items()
    },
    "loyaltyProductReviews": Row(
        "storefront/product_reviews", EVERYBODY, None, review_world.PRODUCT
    ),
    "loyaltyReviewSummaries": Row(
        "storefront/review_summaries", EVERYBODY, None, review_world.SUMMARIES
    ),
    "loyaltyMyReviews": Row("storefront/my_reviews", ONLY_USERS, None, lambda world: {"first": 9}),
    "loyaltyReviewableLines": Row(
        "storefront/reviewable_lines", ONLY_USERS, None, lambda world: {"first": 9}
    ),
    "loyaltyReviewCreate": Row("storefront/review_create", ONLY_OWN, None, review_world.CREATE),
    "loyaltyReviewUpdate": Row("storefront/review_update", ONLY_OWN, None, review_world.UPDATE),
    "loyaltyReviewWithdraw": Row(
        "storefront/review_withdraw", ONLY_OWN, None, review_world.WITHDRAW
    ),
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}", ONLY_WITH, Permission.MANAGE_MEMBERS, variables
        )
        for name, variables in review_world.STAFF.items()
    },
    "loyaltyDraftOrderPrice": Row(
        "dashboard/draft_order_price",
        ONLY_WITH,
        Permission.MANAGE_ORDERS,
        lambda world: {"orderId": DRAFT_ORDER},
    ),
    "loyaltyDeadLetters": Row(
        "dashboard/dead_letters",
        ONLY_WITH,
        Permission.MANAGE_ORDERS,
        lambda world: {"first": 1, "direction": "IN"},
    ),
    "loyaltyMemberJoin": Row(
        "storefront/member_join",
        {
            **dict.fromkeys(EVERYBODY, DENIED),
            "customer": YES,
            "other customer": YES,
            "staff": REFUSED,
            "staff with": REFUSED,
        },
    ),
    "loyaltyMemberUpdate": Row(
        "dashboard/member_update",
        {**ONLY_WITH, "customer": YES},
        Permission.MANAGE_MEMBERS,
        lambda world: {"id": world.ada_id, "input": {"languageCode": "fr"}},
    ),
    "loyaltyMemberSetTier": Row(
        "dashboard/member_set_tier",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {
            "memberId": world.ada_id,
            "tierId": to_global("LoyaltyTier", "gold"),
            "reason": "A friend of the house",
        },
    ),
    "loyaltyTierGrantEnd": Row(
        "dashboard/tier_grant_end",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"id": tier_world.GRANT, "reason": "A mistake"},
    ),
    "loyaltyTierInvitations": Row(
        "dashboard/tier_invitations",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"first": 1},
    ),
    "loyaltyTierInvitationCreate": Row(
        "dashboard/tier_invitation_create",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"tierId": tier_world.GOLD},
    ),
    "loyaltyTierInvitationDeactivate": Row(
        "dashboard/tier_invitation_deactivate",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"id": tier_world.INVITATION},
    ),
    "loyaltyTierWarnings": Row(
        "dashboard/tier_warnings", ONLY_WITH, Permission.MANAGE_MEMBERS, lambda world: {"first": 1}
    ),
    "loyaltyTierInvitationRedeem": Row(
        "storefront/tier_invitation_redeem",
        {
            **dict.fromkeys(EVERYBODY, DENIED),
            "customer": YES,
            "other customer": YES,
            "staff": REFUSED,
            "staff with": REFUSED,
        },
        None,
        lambda world: {"code": "welcome-1"},
    ),
    "loyaltyTierBuy": Row(
        # bob has no points.
        "storefront/tier_buy",
        {
            **dict.fromkeys(EVERYBODY, DENIED),
            "customer": YES,
            "other customer": REFUSED,
            "staff": REFUSED,
            "staff with": REFUSED,
        },
        None,
        lambda world: {"tierId": tier_world.GOLD, "points": 500, "sourceKey": "k1"},
    ),
    "loyaltyLadder": Row(
        "dashboard/ladder", ONLY_WITH, Permission.MANAGE_PROGRAMMES, lambda world: {"first": 9}
    ),
    **{
        f"loyaltyLadder{name}": Row(operation, ONLY_WITH, Permission.MANAGE_PROGRAMMES, variables)
        for name, operation, variables in (
            ("Draft", "dashboard/ladder_draft", lambda world: {}),
            ("UpdateDraft", "dashboard/ladder_update_draft", lambda world: tier_world.edited()),
            ("DeleteDraft", "dashboard/ladder_delete_draft", lambda world: tier_world.draft()),
            ("Try", "dashboard/ladder_try", lambda world: tier_world.draft_id()),
            ("Activate", "dashboard/ladder_activate", lambda world: tier_world.draft()),
        )
    },
    "loyaltyPointsAdjust": Row(
        "dashboard/points_adjust",
        ONLY_WITH,
        Permission.MANAGE_POINTS,
        lambda world: {
            "memberId": world.ada_id,
            "points": 5,
            "reason": "Sorry",
            "sourceKey": "k1",
        },
    ),
    "loyaltyPointsExtend": Row(
        "dashboard/points_extend",
        ONLY_WITH,
        Permission.MANAGE_POINTS,
        lambda world: {
            "memberId": world.ada_id,
            "until": "2030-01-01T00:00:00Z",
            "reason": "Sorry",
            "sourceKey": "k1",
        },
    ),
    "loyaltyOverview": Row(
        "dashboard/overview",
        ONLY_WITH,
        Permission.MANAGE_POINTS,
        lambda world: {"since": "2026-03-01", "until": "2026-03-31", "by": "DAY"},
    ),
    "loyaltyOccasionDays": Row(
        "dashboard/occasion_days",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"days": 30},
    ),
    "loyaltyOccasionsAhead": Row(
        "dashboard/occasions_ahead",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"occasion": "BIRTHDAY", "days": 30, "first": 50},
    ),
    "loyaltyExpiryReminders": Row(
        "dashboard/expiry_reminders",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"first": 1},
    ),
    "loyaltyPlans": Row("storefront/plans", EVERYBODY),
    "loyaltyGrowthPacks": Row("storefront/growth_packs", EVERYBODY),
    "loyaltyMembershipReminders": Row(
        "dashboard/membership_reminders",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"first": 1},
    ),
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}", ONLY_WITH, Permission.MANAGE_PROGRAMMES, variables
        )
        for name, variables in plan_world.MERCHANTS.items()
    },
    "loyaltyMembershipGive": Row(
        "dashboard/membership_give",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        plan_world.membership_give,
    ),
    "loyaltyMembershipEnd": Row(
        "dashboard/membership_end",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        plan_world.membership_end,
    ),
    "loyaltyMembershipTrial": Row(
        "storefront/membership_trial",
        {**ONLY_OWN, "other customer": YES},
        None,
        lambda world: {"planId": plan_world.plan_id("try")},
    ),
    "loyaltyMembershipCancel": Row(
        "storefront/membership_cancel", ONLY_OWN, None, lambda world: {"id": plan_world.RUNNING}
    ),
    "loyaltyMembershipResume": Row(
        "storefront/membership_resume", ONLY_OWN, None, lambda world: {"id": plan_world.CANCELLED}
    ),
    "loyaltyLotteries": Row("storefront/lotteries", EVERYBODY, None, lambda world: {"first": 9}),
    "loyaltyLottery": Row(
        "storefront/lottery", EVERYBODY, None, play_world.lottery("spring", first=9)
    ),
    "loyaltyLotteryTickets": Row("storefront/lottery_tickets", EVERYBODY, None, play_world.LIST),
    "loyaltyLotteryTicketsBuy": Row(
        # bob has no points.
        "storefront/lottery_tickets_buy",
        ONLY_OWN,
        None,
        play_world.TICKETS,
    ),
    "loyaltyFlashSales": Row("storefront/flash_sales", EVERYBODY, None, lambda world: {"first": 9}),
    "loyaltyFlashSale": Row(
        "dashboard/flash_sale", EVERYBODY, None, lambda world: {"id": play_world.SALE_ID}
    ),
    "loyaltyGroupOffers": Row(
        "storefront/group_offers", EVERYBODY, None, lambda world: {"first": 9}
    ),
    "loyaltyGroupOffer": Row(
        "dashboard/group_offer",
        EVERYBODY,
        None,
        lambda world: {"id": play_world.TEA},
    ),
    "loyaltyGroup": Row("storefront/group", EVERYBODY, None, play_world.JOIN),
    "loyaltyGroupSeats": Row("storefront/group_seats", EVERYBODY, None, lambda world: {"first": 9}),
    "loyaltyGroups": Row(
        "dashboard/groups", ONLY_WITH, Permission.MANAGE_ORDERS, lambda world: {"first": 9}
    ),
    "loyaltyGroupOpen": Row(
        # bob is in a group for tea already.
        "storefront/group_open",
        ONLY_OWN,
        None,
        play_world.OPEN,
    ),
    "loyaltyGroupJoin": Row(
        # bob has his seat there.
        "storefront/group_join",
        {**ONLY_OWN, "other customer": YES},
        None,
        play_world.JOIN,
    ),
    "loyaltyGroupEnd": Row(
        "dashboard/group_end", ONLY_WITH, Permission.MANAGE_ORDERS, play_world.END
    ),
    "loyaltyGroupLeave": Row("storefront/group_leave", ONLY_OWN, None, play_world.LEAVE),
    "loyaltyGroupCheckout": Row(
        "storefront/group_checkout", ONLY_OWN, None, play_world.checkout(CHECKOUT)
    ),
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}", ONLY_WITH, Permission.MANAGE_PROGRAMMES, variables
        )
        for name, variables in play_world.MERCHANTS.items()
    },
    "loyaltyEngagements": Row(
        "dashboard/engagements",
        ONLY_WITH,
        Permission.MANAGE_PROGRAMMES,
        lambda world: {"versions": 9},
    ),
    "loyaltyEngagementSave": Row(
        "dashboard/engagement_save",
        ONLY_WITH,
        Permission.MANAGE_PROGRAMMES,
        lambda world: visit_world.SAVE,
    ),
    "loyaltyCheckIn": Row("storefront/check_in", {**ONLY_OWN, "other customer": YES}),
    "loyaltyCheckInMakeUp": Row(
        # bob was no member then.
        "storefront/check_in_make_up",
        ONLY_OWN,
        None,
        lambda world: visit_world.MISSED,
    ),
    "loyaltyShareLink": Row(
        "storefront/share_link",
        {**ONLY_OWN, "other customer": YES},
        None,
        lambda world: visit_world.SHARE,
    ),
    "loyaltyShareVisit": Row(
        "storefront/share_visit", EVERYBODY, None, lambda world: visit_world.VISIT
    ),
    "loyaltyShareAttach": Row(
        "storefront/share_attach",
        EVERYBODY,
        None,
        lambda world: visit_world.attach(GUEST_CHECKOUT),
    ),
    "loyaltyReferralInvitation": Row(
        "storefront/referral_invitation", EVERYBODY, None, lambda world: friend_world.CODE
    ),
    "loyaltyMyReferrals": Row(
        "storefront/my_referrals",
        {**dict.fromkeys(EVERYBODY, NULL), "customer": YES, "other customer": YES},
        None,
        lambda world: {"first": 9},
    ),
    "loyaltyReferrals": Row(
        "dashboard/referrals",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: friend_world.LISTED,
    ),
    "loyaltyReferralCodeMake": Row(
        "storefront/referral_code_make",
        {**ONLY_OWN, "other customer": YES},
        None,
        lambda world: friend_world.DEVICE,
    ),
    "loyaltyReferralJoin": Row(
        # ada was brought by him; bob cannot bring himself.
        "storefront/referral_join",
        ONLY_OWN,
        None,
        lambda world: friend_world.CODE,
    ),
    "loyaltyReferralAtCheckout": Row(
        "storefront/referral_at_checkout",
        EVERYBODY,
        None,
        lambda world: friend_world.at(GUEST_CHECKOUT),
    ),
    "loyaltyReferralVisit": Row(
        "storefront/referral_visit", EVERYBODY, None, lambda world: friend_world.CODE
    ),
    "loyaltyDeviceNote": Row(
        "storefront/device_note",
        {**ONLY_OWN, "other customer": YES},
        None,
        lambda world: friend_world.DEVICE,
    ),
    **{
        f"loyaltyReferral{name.title()}": Row(
            f"dashboard/referral_{name}",
            ONLY_WITH,
            Permission.MANAGE_POINTS,
            lambda world: friend_world.DECIDED,
        )
        for name in ("approve", "refuse")
    },
    "loyaltyTasks": Row(
        "dashboard/all_tasks",
        ONLY_WITH,
        Permission.MANAGE_PROGRAMMES,
        task_world.OPERATIONS["dashboard/all_tasks"],
    ),
    "loyaltyTaskRuns": Row(
        "dashboard/task_runs",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        task_world.OPERATIONS["dashboard/task_runs"],
    ),
    "loyaltyLeaderboard": Row(
        "storefront/leaderboard",
        EVERYBODY,
        None,
        task_world.OPERATIONS["storefront/leaderboard"],
    ),
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}", ONLY_WITH, Permission.MANAGE_PROGRAMMES, variables
        )
        for name, variables in task_world.MERCHANTS.items()
    },
    "loyaltyTaskAccept": Row(
        "storefront/task_accept",
        {**ONLY_OWN, "other customer": YES},
        None,
        task_world.OPERATIONS["storefront/task_accept"],
    ),
    "loyaltyLeaderboardAgree": Row(
        "storefront/leaderboard_agree",
        {**ONLY_OWN, "other customer": YES},
        None,
        task_world.OPERATIONS["storefront/leaderboard_agree"],
    ),
    "loyaltyLeaderboardWithdraw": Row(
        "dashboard/leaderboard_remove",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        task_world.OPERATIONS["dashboard/leaderboard_remove"],
    ),
    "loyaltyEventRecord": Row(
        "dashboard/event_record",
        ONLY_WITH,
        Permission.MANAGE_POINTS,
        lambda world: {"memberId": world.bob_id, "name": "review", "sourceKey": "k1"},
    ),
    "loyaltyEventUndo": Row(
        "dashboard/event_undo", ONLY_WITH, Permission.MANAGE_POINTS, lambda world: {"id": EVENT}
    ),
    "loyaltyEventBatchCheck": Row(
        "dashboard/event_batch_check",
        ONLY_WITH,
        Permission.MANAGE_POINTS,
        lambda world: {"name": "May", "content": '{"key": "a"}', "first": 1},
    ),
    "loyaltyEventBatchRun": Row(
        "dashboard/event_batch_run",
        ONLY_WITH,
        Permission.MANAGE_POINTS,
        lambda world: {"id": BATCH},
    ),
    "loyaltyEventBatchUndo": Row(
        "dashboard/event_batch_undo",
        ONLY_WITH,
        Permission.MANAGE_POINTS,
        lambda world: {"id": BATCH},
    ),
    "loyaltyEventBatch": Row(
        "dashboard/event_batch",
        ONLY_WITH,
        Permission.MANAGE_POINTS,
        lambda world: {"id": BATCH, "first": 1},
    ),
    "loyaltyEventBatches": Row(
        "dashboard/event_batches", ONLY_WITH, Permission.MANAGE_POINTS, lambda world: {"first": 1}
    ),
    "loyaltyPurchaseRecord": Row(
        "dashboard/purchase_record",
        ONLY_WITH,
        Permission.MANAGE_ORDERS,
        lambda world: {"input": {**PURCHASE, "receiptNumber": "S1-78"}},
    ),
    "loyaltyPurchaseReturn": Row(
        "dashboard/purchase_return",
        ONLY_WITH,
        Permission.MANAGE_ORDERS,
        lambda world: {"receiptNumber": RECEIPT_NUMBER, "returnNumber": "R1", "whole": True},
    ),
    "loyaltyCheckoutPointsApply": Row(
        "storefront/checkout_points_apply",
        {**ONLY_OWN, "other customer": REFUSED, "staff": REFUSED, "staff with": REFUSED},
        None,
        lambda world: {"checkoutId": CHEAPER_CHECKOUT, "points": 100},
    ),
    "loyaltyCheckoutPointsRelease": Row(
        "storefront/checkout_points_release",
        {
            **dict.fromkeys(EVERYBODY, REFUSED),
            "anonymous": DENIED,
            "app": DENIED,
            "customer": YES,
            "staff with": YES,
            "app with": YES,
        },
        Permission.MANAGE_ORDERS,
        lambda world: {"checkoutId": USED_CHECKOUT},
    ),
    "loyaltyProductAccess": Row(
        "storefront/product_access",
        EVERYBODY,
        None,
        lambda world: {"products": [{"productId": "p1", "collectionIds": ["club"]}]},
    ),
    "loyaltyBenefitClaim": Row(
        "storefront/benefit_claim",
        {
            **dict.fromkeys(EVERYBODY, REFUSED),
            "anonymous": DENIED,
            "app": DENIED,
            "app with": DENIED,
            "customer": YES,
        },
        None,
        lambda world: {"slug": benefits.CINEMA},
    ),
    "loyaltyQuotas": Row(
        "dashboard/quotas",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"memberId": world.ada_id},
    ),
    "loyaltyBenefitUses": Row(
        "dashboard/benefit_uses", ONLY_WITH, Permission.MANAGE_MEMBERS, lambda world: {"first": 1}
    ),
    "loyaltyBenefitGifts": Row(
        "dashboard/benefit_gifts", ONLY_WITH, Permission.MANAGE_MEMBERS, lambda world: {"first": 1}
    ),
    "loyaltyBenefitUseUp": Row(
        "dashboard/benefit_use_up",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: benefits.use_up(world.ada_id),
    ),
    "loyaltyBenefitGiftWithdraw": Row(
        "dashboard/benefit_gift_withdraw",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        benefits.withdraw,
    ),
    "loyaltyBenefitUseUndo": Row(
        "dashboard/benefit_use_undo",
        ONLY_WITH,
        Permission.MANAGE_MEMBERS,
        lambda world: {"id": benefits.USE},
    ),
    "loyaltyCodeLists": Row("dashboard/code_lists", ONLY_WITH, Permission.MANAGE_PROGRAMMES),
    "loyaltyCodeListCreate": Row(
        "dashboard/code_list_create",
        ONLY_WITH,
        Permission.MANAGE_PROGRAMMES,
        lambda world: {"slug": "zoo", "name": {"en": "Zoo"}},
    ),
    "loyaltyCodeListUpload": Row(
        "dashboard/code_list_upload",
        ONLY_WITH,
        Permission.MANAGE_PROGRAMMES,
        lambda world: {"id": benefits.LIST, "codes": "C3"},
    ),
    "loyaltyCodeListSetActive": Row(
        "dashboard/code_list_set_active",
        ONLY_WITH,
        Permission.MANAGE_PROGRAMMES,
        lambda world: {"id": benefits.LIST, "active": False},
    ),
    "loyaltyRewards": Row("storefront/rewards", EVERYBODY, None, lambda world: {"first": 9}),
    "loyaltyReward": Row(
        "storefront/reward", EVERYBODY, None, mall_world.OPERATIONS["storefront/reward"]
    ),
    "loyaltyRewardCategories": Row("storefront/reward_categories", EVERYBODY),
    "loyaltyMyRedemptions": Row(
        "storefront/my_redemptions",
        {**EVERYBODY, "anonymous": DENIED, "app": DENIED, "app with": DENIED},
        None,
        lambda world: {"first": 9},
    ),
    "loyaltyRewardRedeem": Row("storefront/reward_redeem", ONLY_OWN, None, mall_world.redeeming),
    "loyaltyRedemptionCancel": Row(
        "storefront/redemption_cancel",
        {**ONLY_OWN, "staff with": YES, "app with": YES},
        Permission.MANAGE_POINTS,
        lambda world: {
            "id": mall_world.redemption_id(mall_world.IN_HAND),
            "reason": "The speaker is ill",
        },
    ),
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}", ONLY_WITH, Permission.MANAGE_ORDERS, variables
        )
        for name, variables in mall_world.FULFILMENT.items()
    },
    **{
        f"loyalty{name.title().replace('_', '')}": Row(
            f"dashboard/{name}", ONLY_WITH, Permission.MANAGE_PROGRAMMES, variables
        )
        for name, variables in mall_world.MERCHANTS.items()
    },
    "loyaltyDeadLetterReplay": Row(
        "dashboard/dead_letter_replay",
        ONLY_WITH,
        Permission.MANAGE_ORDERS,
        lambda world: {"id": to_global("LoyaltyDeadLetter", f"IN:{FACT}")},
    ),
}

AS_ADA = (
    "loyaltyLeaderboardAgree",
    "loyaltyTaskAccept",
    "loyaltyCheckIn",
    "loyaltyDeviceNote",
    "loyaltyReferralCodeMake",
    "loyaltyShareLink",
    "loyaltyMembershipTrial",
    "loyaltyGroupJoin",
    "loyaltyTierInvitationRedeem",
)

QUERIES = list(schema.get_query_type().fields)
MUTATIONS = list(schema.get_mutation_type().fields)


def test_every_field_has_its_row() -> None:
    assert set(ROWS) == {*QUERIES, *MUTATIONS}
    for row in ROWS.values():
        assert set(row.expected) == set(EVERYBODY)


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("name", ROWS)
def test_who_may(world: World, name: str, who: str) -> None:
    row = ROWS[name]
    refused = row.expected[who] != YES
    before = _state() if refused else None

    answer = answer_to(operation(row.operation), _viewer(who, world, row), **row.variables(world))

    assert _outcome(answer, name) == row.expected[who], answer
    if refused:
        assert _state() == before


# A shop that has begun does not begin again: test_starters has one that has not.
@pytest.mark.parametrize("name", [name for name in MUTATIONS if name != "loyaltyStart"])
def test_what_is_allowed_does_something(world: World, name: str) -> None:
    """Or the test above would prove nothing about those who may not."""
    row = ROWS[name]
    customers = {"loyaltyMemberJoin": world.as_eve, "loyaltyBenefitClaim": world.as_ada}
    if row.expected == ONLY_OWN or name in AS_ADA:
        customers[name] = world.as_ada
    # ada has been brought already.
    customers["loyaltyReferralJoin"] = world.as_eve
    viewer = customers.get(name, world.as_admin)
    before = _state()

    answer = answer_to(operation(row.operation), viewer, **row.variables(world))

    assert _outcome(answer, name) == YES, answer
    assert _state() != before
    # Beside it stands who of the staff did it; what customers do is theirs.
    by_staff = row.permission is not None and viewer == world.as_admin
    written = list(StaffAction.objects.values_list("action", "actor"))
    assert written == ([(name, viewer.actor)] if by_staff else [])


def test_permissions_count_for_staff_and_apps_only(world: World) -> None:
    """A host that hands on the permissions of a former member of staff opens nothing."""
    former = Viewer(user_id=world.eve, is_staff=False, permissions=frozenset(Permission))
    answer = answer_to(operation("dashboard/members"), former, first=1)
    assert _outcome(answer, "loyaltyMembers") == DENIED


def test_nobody_learns_whether_a_member_or_a_checkout_is_there(world: World) -> None:
    query = operation("dashboard/member_update")
    nobody = to_global("LoyaltyMember", "00000000-0000-0000-0000-00000000dead")
    given = {"input": {"languageCode": "fr"}}
    foreign = answer_to(query, world.as_bob, id=world.ada_id, **given)["errors"]
    missing = answer_to(query, world.as_bob, id=nobody, **given)["errors"]
    assert foreign == missing

    query = operation("storefront/checkout_points_release")
    foreign = answer_to(query, world.as_bob, checkoutId=USED_CHECKOUT)
    missing = answer_to(query, world.as_bob, checkoutId=nobody_s_checkout())
    assert foreign == missing


def nobody_s_checkout() -> str:
    return to_global("Checkout", "00000000-0000-0000-0000-00000000dead")


def _viewer(who: str, world: World, row: Row) -> Viewer:
    having = frozenset({row.permission} - {None})
    lacking = frozenset(Permission) - having
    staff, app = {"user_id": world.eve + 1, "is_staff": True}, {"app_id": "app-1"}
    return {
        "anonymous": ANONYMOUS,
        "customer": world.as_ada,
        "other customer": world.as_bob,
        "staff": Viewer(**staff, permissions=lacking),
        "staff with": Viewer(**staff, permissions=having),
        "app": Viewer(**app, permissions=lacking),
        "app with": Viewer(**app, permissions=having),
    }[who]


def _outcome(answer: dict[str, Any], name: str) -> str:
    found = answer["data"][name]
    if "errors" in answer:
        (error,) = answer["errors"]
        assert error["extensions"]["exception"]["code"] == "PermissionDenied"
        assert found is None
        return DENIED
    if found is None:
        return NULL
    return REFUSED if isinstance(found, dict) and found.get("errors") else YES


def _state() -> list[Any]:
    merchants = (Programme, ProgrammeVersion, Campaign)
    sold = (MembershipPlan, GrowthPack, Membership, MembershipPurchase)
    of_benefits = (BenefitUse, BenefitGift, CodeList, PartnerCode)
    played = (Lottery, LotteryTicket, LotteryWin, FlashSale, GroupBuyOffer, Group, Seat)
    of_rewards = (Reward, RewardCategory, Redemption)
    of_reviews = (Review, ReviewPicture, ReviewStep)
    visited = (EngagementVersion, CheckIn, ShareLink, ShareVisit, ShareOrder)
    brought = (Referral, ReferralCheckout, ReferralCode, Trace)
    tables = (
        *brought,
        *(Task, TaskRun, LeaderboardName),
        *visited,
        MemberEvent,
        EventBatch,
        OrderRecord,
        Member,
        Account,
        Entry,
        TierMove,
        TierGrant,
        TierInvitation,
        LadderVersion,
        LadderTrial,
        InboxFact,
        *merchants,
        *of_benefits,
        *of_rewards,
        *of_reviews,
        *sold,
        *played,
    )
    # Asked in one statement: rows are told apart by what stands in them, in any order.
    names = [table._meta.db_table for table in tables]
    counted = " UNION ALL ".join(
        f"SELECT '{name}', count(*), sum(hashtextextended({name}::text, 0)) FROM {name}"
        for name in names
    )
    with connection.cursor() as cursor:
        cursor.execute(counted)
        return [*cursor.fetchall(), SHOP.priced[:]]
