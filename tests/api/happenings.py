"""What happened to bob away from the shop: an event, a file of events, a receipt.

None of it brings anything in the shop of the other tests, which has no rules for events; the
receipt is too small for a point.
"""

from uuid import UUID

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.features.member_events.models import EventBatch, MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.orders.receipts import Receipt
from saleor_loyalty.flows import event_batches
from saleor_loyalty.flows.member_events import record_event
from saleor_loyalty.flows.till import record_purchase
from tests.shop import NOON, line

EVENT = to_global("LoyaltyEvent", UUID(int=0xE7))
BATCH = to_global("LoyaltyEventBatch", UUID(int=0xBA))
RECEIPT_NUMBER = "S1-77"
PURCHASE = {
    "email": "bob@example.com",
    "receiptNumber": RECEIPT_NUMBER,
    "channel": "web",
    "currency": "USD",
    "paidAt": "2026-03-10T12:00:00Z",
    "lines": [
        {"id": "1", "quantity": 1, "grossMinor": 40},
        {"id": "2", "quantity": 2, "grossMinor": 20},
    ],
}
_FILE = (
    "key,email,name,occurred_at\n"
    "a,bob@example.com,review,2026-03-10T12:00:00Z\n"
    "b,eve@example.com,review,2026-03-10T12:00:00Z\n"
)


def happenings(bob: Member) -> None:
    event = record_event(
        bob, "visit", source="api:k0", occurred_at=NOON, attributes={}, channel="web", now=NOON
    )
    MemberEvent.objects.filter(pk=event.pk).update(key=UUID(int=0xE7))
    batch = event_batches.check(_FILE, name="April", actor="user:9", now=NOON)
    EventBatch.objects.filter(pk=batch.pk).update(public_id=UUID(int=0xBA), created_at=NOON)
    lines = (line("1", 40), line("2", 20, quantity=2))
    receipt = Receipt(
        number=RECEIPT_NUMBER, channel="web", currency="USD", paid_at=NOON, lines=lines
    )
    record_purchase(receipt, email="bob@example.com", now=NOON)
