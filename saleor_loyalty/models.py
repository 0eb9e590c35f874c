"""Django looks for the tables of an app here; each lives with its subject."""

from .events.models import InboxFact, OutboxEffect, WorkStatus
from .features.campaigns.models import Campaign, CampaignState
from .features.custom_events.models import BatchState, CustomEvent, EventBatch
from .features.earning.models import Award, Counter
from .features.expiry.models import ExpiryConversion, ExpiryReminder
from .features.members.models import Member
from .features.orders.models import OrderRecord
from .features.programme.models import Programme, ProgrammeVersion, VersionState
from .features.spending.models import PaymentStatus, PointsPayment, PointsRefund
from .features.tiers.models import SalePolicy, Tier, TierMove
from .ledger.models import Account, Entry, EntryKind, Hold, HoldStatus, Lot, LotUse

__all__ = [
    "Account",
    "Award",
    "BatchState",
    "Campaign",
    "CampaignState",
    "Counter",
    "CustomEvent",
    "Entry",
    "EntryKind",
    "EventBatch",
    "ExpiryConversion",
    "ExpiryReminder",
    "Hold",
    "HoldStatus",
    "InboxFact",
    "Lot",
    "LotUse",
    "Member",
    "OrderRecord",
    "OutboxEffect",
    "PaymentStatus",
    "PointsPayment",
    "PointsRefund",
    "Programme",
    "ProgrammeVersion",
    "SalePolicy",
    "Tier",
    "TierMove",
    "VersionState",
    "WorkStatus",
]
