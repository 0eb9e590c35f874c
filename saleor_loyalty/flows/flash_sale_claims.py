"""Pieces of a flash sale kept for checkouts, then part of their orders.

Whatever changes a claim holds its item's row: what is taken of an item is the sum of its claims
that are reserved or ordered, at every commit, and never more than its quota.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Sum

from ..events.facts import OrderFact
from ..events.host import host
from ..features.flash_sales.models import ClaimState, FlashSaleClaim, FlashSaleItem
from ..features.members.models import Member
from .flash_sales import Offered, running
from .gates import lets_in

logger = logging.getLogger(__name__)

Claims = list[FlashSaleClaim]

# A checkout that is gone may have become an order whose fact is on its way.
_ORDER_MAY_COME = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FlashPrice:
    """`price` of one piece in minor units, for all the pieces asked for, until `until`."""

    sale: str
    variant_id: str
    price: int
    quantity: int
    until: datetime


def price_for(
    member: Member | None,
    variant_id: str,
    currency: str,
    quantity: int,
    checkout_id: str,
    *,
    now: datetime,
) -> FlashPrice | None:
    """As `prices_for`, for a checkout with nothing else in it."""
    wanted = {variant_id: quantity}
    return prices_for(member, wanted, currency, checkout_id, now=now).get(variant_id)


@transaction.atomic
def prices_for(
    member: Member | None,
    wanted: Mapping[str, int],
    currency: str,
    checkout_id: str,
    *,
    now: datetime,
) -> dict[str, FlashPrice]:
    """By variant the lowest price of a sale that runs, with the pieces kept for this checkout.

    `wanted` is all that is in it. Nothing is answered or kept for a variant where the member has no
    such price, or not all the pieces are left for them. Call it before rows of the host are locked.
    Asked again, the time limit stays, also beyond the end of the sale; once it is over, pieces are
    kept anew if there are any.
    """
    before = FlashSaleClaim.objects.filter(checkout_id=checkout_id, order_id="")
    in_time = before.filter(state=ClaimState.RESERVED, expires_at__gt=now)
    kept_items = list(in_time.values_list("item_id", flat=True))
    offers = _offers(member, wanted, currency, kept_items, now)
    claimed = dict(before.values_list("item_id", "pk"))
    items = _locked({offer.item_id for offer in offers} | set(claimed))
    chosen: dict[str, FlashPrice] = {}
    for offer in offers:
        variant_id = offer.item.variant_id
        if member is not None and variant_id not in chosen:
            price = _keep(
                offer,
                items[offer.item_id],
                FlashSaleClaim(member=member, checkout_id=checkout_id, quantity=wanted[variant_id]),
                currency,
                now,
            )
            if price is not None:
                chosen[variant_id] = price
                claimed.pop(offer.item_id, None)
    for item_id, pk in claimed.items():
        _take_away(items[item_id], pk)
    return chosen


@transaction.atomic
def kept(checkout_id: str, variant_id: str, quantity: int, *, now: datetime) -> bool:
    """Whether the checkout may become an order at the sale's price now. If so, its pieces stay kept
    for the minutes that takes."""
    found = FlashSaleClaim.objects.filter(
        item__variant_id=variant_id, checkout_id=checkout_id, state=ClaimState.RESERVED
    ).first()
    if found is None:
        return False
    _locked([found.item_id])
    claim = FlashSaleClaim.objects.get(pk=found.pk)
    if claim.state != ClaimState.RESERVED or claim.quantity < quantity or claim.expires_at <= now:
        return False
    claim.expires_at = max(claim.expires_at, now + timedelta(minutes=10))
    claim.save(update_fields=["expires_at"])
    return True


@transaction.atomic
def release(checkout_id: str) -> int:
    """What was kept for the checkout is free for others; returns how many pieces.

    What is part of an order stays.
    """
    claims = FlashSaleClaim.objects.filter(checkout_id=checkout_id, order_id="")
    claimed = dict(claims.values_list("item_id", "pk"))
    items = _locked(claimed)
    return sum(_take_away(items[item_id], pk) for item_id, pk in claimed.items())


def release_due(*, now: datetime, limit: int) -> int:
    """Ends what was kept too long; returns how many claims it ended.

    A checkout that the host does not know any more may have become an order: it keeps its pieces
    for a day, by when the order's fact has come.
    """
    due = FlashSaleClaim.objects.filter(state=ClaimState.RESERVED, expires_at__lte=now)
    ended = 0
    for item_id, pk, checkout_id, expires_at in due.order_by("expires_at").values_list(
        "item_id", "pk", "checkout_id", "expires_at"
    )[:limit]:
        if _is_over(checkout_id, expires_at, now):
            with transaction.atomic():
                ended += _end(_locked([item_id])[item_id], pk)
    return ended


@transaction.atomic(savepoint=False)
def orders_changed(facts: Sequence[OrderFact]) -> None:
    """Claims become what their orders are: part of one, or given back where it was cancelled.

    Takes no account locks; call it before any are held. The order of facts does not matter: what
    an order has cancelled stays so, and a claim never grows.
    """
    by_checkout = {fact.checkout_id: fact for fact in facts if fact.checkout_id}
    if not by_checkout:
        return
    found = FlashSaleClaim.objects.filter(checkout_id__in=list(by_checkout))
    claims = list(found.order_by("item_id", "pk").values_list("item_id", "pk", "checkout_id"))
    items = _locked(item_id for item_id, _, _ in claims)
    for item_id, pk, checkout_id in claims:
        claim = FlashSaleClaim.objects.filter(pk=pk).first()
        if claim is not None:
            _follow(claim, items[item_id], by_checkout[checkout_id])


def _offers(
    member: Member | None,
    wanted: Mapping[str, int],
    currency: str,
    kept_items: list[int],
    now: datetime,
) -> list[Offered]:
    """The cheapest first."""
    if member is None:
        return []
    variants = [variant for variant, pieces in wanted.items() if pieces > 0]
    found = [
        offer
        for offer in running(variants, now=now, kept=kept_items)
        if currency in offer.item.prices and lets_in(offer.config.gate, member.pk, now=now)
    ]
    return sorted(found, key=lambda offer: offer.item.prices[currency])


def _keep(
    offer: Offered, item: FlashSaleItem, wanted: FlashSaleClaim, currency: str, now: datetime
) -> FlashPrice | None:
    claim = item.claims.filter(checkout_id=wanted.checkout_id).first()
    if claim is not None and claim.order_id:
        return None
    mine = claim.quantity if claim is not None and claim.state == ClaimState.RESERVED else 0
    if not offer.runs and wanted.quantity > mine:
        return None
    if not _fits_member(offer, item, wanted):
        return None
    if not _fits_quota(item, wanted, wanted.quantity - mine, now):
        return None
    lasts = mine and claim is not None and claim.expires_at > now
    wanted.expires_at = now + timedelta(minutes=offer.config.keep_minutes)
    if claim is not None:
        wanted.pk = claim.pk
        if lasts and claim.member_id == wanted.member_id:
            wanted.expires_at = claim.expires_at
    wanted.item, wanted.state = item, ClaimState.RESERVED
    wanted.save()
    _count(item, wanted.quantity - mine)
    price = offer.item.prices[currency]
    return FlashPrice(offer.sale.slug, item.variant_id, price, wanted.quantity, wanted.expires_at)


def _fits_member(offer: Offered, item: FlashSaleItem, wanted: FlashSaleClaim) -> bool:
    most = offer.item.per_member
    if most is None:
        return True
    others = item.claims.filter(member=wanted.member).exclude(state=ClaimState.RELEASED)
    others = others.exclude(checkout_id=wanted.checkout_id)
    taken = others.aggregate(sum=Sum("quantity"))["sum"] or 0
    return bool(taken + wanted.quantity <= most)


def _fits_quota(item: FlashSaleItem, wanted: FlashSaleClaim, more: int, now: datetime) -> bool:
    """What others left too long is theirs no more as soon as somebody wants it."""
    if item.quota is None or item.taken + more <= item.quota:
        return True
    due = item.claims.filter(state=ClaimState.RESERVED, expires_at__lte=now)
    due = due.exclude(checkout_id=wanted.checkout_id)
    for claim in due.order_by("expires_at")[:20]:
        if _is_over(claim.checkout_id, claim.expires_at, now):
            _end(item, claim.pk)
    return item.taken + more <= item.quota


def _is_over(checkout_id: str, expires_at: datetime, now: datetime) -> bool:
    return expires_at + _ORDER_MAY_COME <= now or host().checkout(checkout_id) is not None


def _follow(claim: FlashSaleClaim, item: FlashSaleItem, order: OrderFact) -> None:
    if claim.order_id and claim.state == ClaimState.RELEASED:
        return
    claim.order_id = order.order_id
    before = 0 if claim.state == ClaimState.RELEASED else claim.quantity
    ordered = sum(line.quantity for line in order.lines if line.variant_id == item.variant_id)
    after = 0 if order.cancelled else min(claim.quantity, ordered)
    too_many = item.quota is not None and item.taken + after - before > item.quota
    if after > before and too_many:
        # Its time was over, and others have taken the pieces: the order keeps what it was sold for.
        logger.warning("order %s has a price of sale item %s too late", order.order_id, item.pk)
        after = 0
    claim.state = ClaimState.ORDERED if after else ClaimState.RELEASED
    claim.quantity = after or claim.quantity
    claim.save(update_fields=["order_id", "state", "quantity"])
    _count(item, after - before)


def _end(item: FlashSaleItem, claim_id: int) -> bool:
    """Its time is over. It stays written down: its order may have been made just before."""
    claim = item.claims.filter(pk=claim_id, state=ClaimState.RESERVED).first()
    if claim is None:
        return False
    claim.state = ClaimState.RELEASED
    claim.save(update_fields=["state"])
    _count(item, -claim.quantity)
    return True


def _take_away(item: FlashSaleItem, claim_id: int) -> int:
    """The checkout has the price no more: an order of it is none of ours. Pieces that came free."""
    claim = item.claims.filter(pk=claim_id, order_id="").first()
    if claim is None:
        return 0
    pieces = claim.quantity if claim.state == ClaimState.RESERVED else 0
    claim.delete()
    _count(item, -pieces)
    return pieces


def _count(item: FlashSaleItem, more: int) -> None:
    if more:
        item.taken += more
        item.save(update_fields=["taken"])


def _locked(item_ids: Iterable[int]) -> dict[int, FlashSaleItem]:
    """In sorted order, so that two checkouts cannot wait for each other."""
    found = FlashSaleItem.objects.filter(pk__in=set(item_ids)).order_by("pk")
    return {item.pk: item for item in found.select_for_update(no_key=True)}
