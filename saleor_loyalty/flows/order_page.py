"""What an order earned, spent and brought, for staff who look at it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from ..events.facts import OrderFact
from ..events.host import host
from ..features.earning.models import Award
from ..features.flash_sales.models import ClaimState, FlashSaleClaim
from ..features.group_buys.models import Seat
from ..features.members.models import Member
from ..features.orders.models import OrderRecord
from ..features.rewards.models import Redemption
from ..features.spending.models import PointsPayment, PointsReduction
from ..ledger.models import Entry, Lot
from .preview import Preview, member_of_order, preview_order


@dataclass(frozen=True, slots=True)
class GivenAward:
    """An award of an order. `lot` None: nothing of it was credited."""

    award: Award
    lot: Lot | None


@dataclass(frozen=True, slots=True)
class OrderPage:
    """`known` says whether loyalty has acted on it; otherwise `preview` is what it would earn."""

    order: OrderFact
    known: bool
    member: Member | None
    awards: Sequence[GivenAward] = ()
    payments: Sequence[PointsPayment] = ()
    reductions: Sequence[PointsReduction] = ()
    redemptions: Sequence[Redemption] = ()
    seats: Sequence[Seat] = ()
    claims: Sequence[FlashSaleClaim] = field(default=())
    preview: Preview | None = None


def order_page(order_id: str, *, now: datetime) -> OrderPage | None:
    """None where neither loyalty nor the shop knows such an order."""
    record = (
        OrderRecord.objects.select_related("member__tier", "member__merged_into")
        .filter(order_id=order_id)
        .first()
    )
    if record is None:
        order = host().order(order_id)
        return _to_come(order, now) if order is not None else None
    order = OrderFact.from_json(record.snapshot)
    awards = list(record.awards.order_by("unit", "revision"))
    lots = _lots([award.key for award in awards])
    redemptions = Redemption.objects.filter(order_id=order_id).select_related("reward", "member")
    claims = FlashSaleClaim.objects.filter(order_id=order_id, state=ClaimState.ORDERED)
    return OrderPage(
        order,
        known=True,
        member=record.member,
        awards=[GivenAward(award, lots.get(award.key)) for award in awards],
        payments=list(PointsPayment.objects.filter(order_id=order_id).order_by("pk")),
        reductions=list(PointsReduction.objects.filter(order_id=order_id).order_by("pk")),
        redemptions=list(redemptions.prefetch_related("steps").order_by("pk")),
        seats=list(Seat.objects.filter(order_id=order_id).select_related("group").order_by("pk")),
        claims=list(claims.select_related("item__sale").order_by("pk")),
        preview=_preview(order, record.member, now) if not awards else None,
    )


def _to_come(order: OrderFact, now: datetime) -> OrderPage:
    member = member_of_order(order)
    preview = _preview(order, member, now)
    return OrderPage(order, known=False, member=member, preview=preview)


def _preview(order: OrderFact, member: Member | None, now: datetime) -> Preview | None:
    if order.cancelled:
        return None
    return preview_order(order, member=member, at=order.paid_at or now)


def _lots(keys: list[UUID]) -> dict[UUID, Lot]:
    """What each award brought in, by its key."""
    places = {
        (entry.account_id, entry.seq): entry.key
        for entry in Entry.objects.filter(key__in=keys).only("account_id", "seq", "key")
    }
    accounts = {account for account, _ in places}
    numbers = {seq for _, seq in places}
    lots = Lot.objects.filter(account_id__in=accounts, seq__in=numbers)
    return {
        places[lot.account_id, lot.seq]: lot for lot in lots if (lot.account_id, lot.seq) in places
    }
