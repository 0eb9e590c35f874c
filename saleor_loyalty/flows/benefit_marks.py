"""What a member's order says to those who pack it."""

from collections.abc import Iterable, Mapping

from ..events import outbox
from ..events.facts import OrderFact
from ..features.members.models import Member
from .occasions import perks_at_order
from .perks import Entitlements


def mark(
    facts: Iterable[OrderFact], members: Mapping[str, Member], entitlements: Entitlements
) -> None:
    """Each order once, by what its member had when they paid; nobody packs one that is sent."""
    effects = []
    for fact in facts:
        if fact.paid_at is None or fact.cancelled or fact.fulfilled_at is not None:
            continue
        perks = perks_at_order(entitlements, members[fact.order_id].pk, fact, fact.paid_at)
        marks = perks.marks()
        if marks:
            subject = f"order:{fact.order_id}"
            effects.append(
                outbox.NewEffect("mark_order", subject, f"mark:{subject}", {"marks": marks})
            )
    if effects:
        outbox.emit(effects)
