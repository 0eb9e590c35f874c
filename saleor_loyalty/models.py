"""Django looks for the tables of an app here; each lives with its subject."""

from .events.models import InboxFact, OutboxEffect, WorkStatus
from .features.audit.models import StaffAction
from .features.benefits.models import BenefitGift, BenefitUse, CodeList, GiftState, PartnerCode
from .features.boosts.models import Boost
from .features.campaigns.models import Campaign, CampaignState
from .features.check_ins.models import CheckIn
from .features.earning.models import Award, Counter
from .features.engagement.models import EngagementVersion, Subject
from .features.expiry.models import ExpiryConversion, ExpiryReminder
from .features.figures.models import DayFigure, FigureMark, Measure
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
from .features.member_events.models import BatchState, EventBatch, MemberEvent
from .features.members.models import Member
from .features.memberships.models import (
    Membership,
    MembershipPlan,
    MembershipPurchase,
    MembershipReminder,
    MembershipSaving,
)
from .features.occasions.models import OccasionGift
from .features.orders.models import OrderRecord
from .features.programme.models import Programme, ProgrammeVersion, VersionState
from .features.referrals.models import (
    Referral,
    ReferralCheckout,
    ReferralCode,
    ReferralGift,
    ReferralState,
    Trace,
)
from .features.reviews.models import Review, ReviewPicture, ReviewState, ReviewStep
from .features.rewards.models import (
    Redemption,
    RedemptionState,
    RedemptionStep,
    Reward,
    RewardCategory,
)
from .features.shares.models import ShareLink, ShareOrder, ShareOrderState, ShareVisit
from .features.spending.models import (
    PaymentStatus,
    PointsPayment,
    PointsReduction,
    PointsRefund,
    ReductionStatus,
)
from .features.tasks.models import (
    LeaderboardName,
    Task,
    TaskPlaces,
    TaskRun,
    TaskRunState,
    TaskState,
    TaskStepReached,
    TaskStepState,
)
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
    "Boost",
    "Campaign",
    "CampaignState",
    "CheckIn",
    "ClaimState",
    "CodeList",
    "Counter",
    "DayFigure",
    "EngagementVersion",
    "Entry",
    "EntryKind",
    "EventBatch",
    "ExpiryConversion",
    "ExpiryReminder",
    "FigureMark",
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
    "LeaderboardName",
    "Lot",
    "LotUse",
    "Lottery",
    "LotteryState",
    "LotteryTicket",
    "LotteryWin",
    "Measure",
    "Member",
    "MemberEvent",
    "Membership",
    "MembershipPlan",
    "MembershipPurchase",
    "MembershipReminder",
    "MembershipSaving",
    "MoveCause",
    "OccasionGift",
    "OrderRecord",
    "OutboxEffect",
    "PackPurchase",
    "PartnerCode",
    "PaymentStatus",
    "PointsPayment",
    "PointsReduction",
    "PointsRefund",
    "Programme",
    "ProgrammeVersion",
    "Redemption",
    "RedemptionState",
    "RedemptionStep",
    "ReductionStatus",
    "Referral",
    "ReferralCheckout",
    "ReferralCode",
    "ReferralGift",
    "ReferralState",
    "Review",
    "ReviewPicture",
    "ReviewState",
    "ReviewStep",
    "Reward",
    "RewardCategory",
    "Seat",
    "SeatState",
    "ShareLink",
    "ShareOrder",
    "ShareOrderState",
    "ShareVisit",
    "StaffAction",
    "Standing",
    "Subject",
    "Task",
    "TaskPlaces",
    "TaskRun",
    "TaskRunState",
    "TaskState",
    "TaskStepReached",
    "TaskStepState",
    "Tier",
    "TierGrant",
    "TierInvitation",
    "TierMove",
    "TierWarning",
    "Trace",
    "TrialState",
    "VersionState",
    "WinState",
    "WorkStatus",
]
