"""Bob brought ada, as it seems by an e-mail that is like his: a case. Eve may be brought still."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import Referral, ReferralCode, ReferralState
from saleor_loyalty.flows.engagement import save
from tests.shop import NOON

CONFIG: dict[str, Any] = {
    "channel": "web",
    "link": "/friends/{code}",
    "welcome": {"points": 50},
    "welcome_when": "first_order",
    "friend": {"points": 100},
    "referrer": {"points": 200, "growth": 5},
    "milestones": {"3": {"points": 1000}},
    "minimum": {"USD": 2000},
    "caps": {"month": 5},
}
BOBS = "BOBSCODE"
CODE = {"code": " bobs-code "}
REFERRAL_ID = UUID(int=0xFE)
REFERRAL = to_global("LoyaltyReferral", REFERRAL_ID)
DECIDED = {"id": REFERRAL, "reason": "They are sisters"}
DEVICE = {"deviceId": "browser-1"}
LISTED = {"state": "HELD", "first": 9}


def friends(ada: Member, bob: Member) -> None:
    save(Subject.REFERRALS, CONFIG, enabled=True, actor="user:9", now=NOON - timedelta(days=9))
    ReferralCode.objects.create(member=bob, code=BOBS, created_at=NOON)
    Referral.objects.create(
        public_id=REFERRAL_ID,
        referrer=bob,
        friend=ada,
        how="link",
        state=ReferralState.HELD,
        version=1,
        signals={"email": ["referrer"]},
        created_at=NOON,
    )


def at(checkout_id: str) -> dict[str, Any]:
    return {"checkoutId": checkout_id, **CODE}
