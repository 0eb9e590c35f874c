"""Django looks for the tables of an app here; each lives with its subject."""

from .events.models import InboxFact, OutboxEffect, WorkStatus
from .features.benefits.models import BenefitGift, BenefitUse, CodeList, GiftState, PartnerCode
from .features.campaigns.models import Campaign, CampaignState
from .features.custom_events.models import BatchState, CustomEvent, EventBatch
from .features.earning.models import Award, Counter
from .features.expiry.models import ExpiryConversion, ExpiryReminder
from .features.flash_sales.models import ClaimState, FlashSale, FlashSaleClaim, FlashSaleItem
from .features.group_buys.models import Group, GroupBuyOffer, GroupState, Seat, SeatState
from .features.growth_packs.models import GrowthPack, PackPurchase
from .features.lottery.models import (
    Lottery,
    LotteryState,
    LotteryTicket,
    LotteryWin,
    WinState,
)
from .features.members.models import Member
from .features.memberships.models import (
    Membership,
    MembershipPlan,
    MembershipPurchase,
    MembershipReminder,
    MembershipSaving,
)
from .features.orders.models import OrderRecord
from .features.programme.models import Programme, ProgrammeVersion, VersionState
from .features.rewards.models import (
    Redemption,
    RedemptionState,
    RedemptionStep,
    Reward,
    RewardCategory,
)
from .features.spending.models import PaymentStatus, PointsPayment, PointsRefund
from .features.tiers.models import (
    GrantKind,
    LadderState,
    LadderTrial,
    LadderVersion,
    MoveCause,
    Standing,
    Tier,
    TierGrant,
    TierInvitation,
    TierMove,
    TierWarning,
    TrialState,
)
from .ledger.models import Account, Entry, EntryKind, Hold, HoldStatus, Lot, LotUse

__all__ = [
    "Account",
    "Award",
    "BatchState",
    "BenefitGift",
    "BenefitUse",
    "Campaign",
    "CampaignState",
    "ClaimState",
    "CodeList",
    "Counter",
    "CustomEvent",
    "Entry",
    "EntryKind",
    "EventBatch",
    "ExpiryConversion",
    "ExpiryReminder",
    "FlashSale",
    "FlashSaleClaim",
    "FlashSaleItem",
    "GiftState",
    "GrantKind",
    "Group",
    "GroupBuyOffer",
    "GroupState",
    "GrowthPack",
    "Hold",
    "HoldStatus",
    "InboxFact",
    "LadderState",
    "LadderTrial",
    "LadderVersion",
    "Lot",
    "LotUse",
    "Lottery",
    "LotteryState",
    "LotteryTicket",
    "LotteryWin",
    "Member",
    "Membership",
    "MembershipPlan",
    "MembershipPurchase",
    "MembershipReminder",
    "MembershipSaving",
    "MoveCause",
    "OrderRecord",
    "OutboxEffect",
    "PackPurchase",
    "PartnerCode",
    "PaymentStatus",
    "PointsPayment",
    "PointsRefund",
    "Programme",
    "ProgrammeVersion",
    "Redemption",
    "RedemptionState",
    "RedemptionStep",
    "Reward",
    "RewardCategory",
    "Seat",
    "SeatState",
    "Standing",
    "Tier",
    "TierGrant",
    "TierInvitation",
    "TierMove",
    "TierWarning",
    "TrialState",
    "VersionState",
    "WinState",
    "WorkStatus",
]
