"""Pieces of a flash sale kept for checkouts, then part of their orders.

Whoever changes how many pieces are taken holds the item's row: what is taken of an item is the sum
of its claims that are reserved or ordered, at every commit, and never more than its quota. Who only
looks, or buys what is kept, does not: a popular item must not make its buyers wait for each other.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet, Sum

from ..events.facts import OrderFact
from ..events.host import host
from ..features.flash_sales.config import MOST_PIECES
from ..features.flash_sales.models import ClaimState, FlashSaleClaim, FlashSaleItem
from ..features.members.models import Member
from ..values.points import MAX_POINTS
from ..values.texts import Texts
from .flash_sales import Offered, running
from .gates import lets_in

logger = logging.getLogger(__name__)

# So long a checkout may take to become an order once that has begun.
_COMPLETING = timedelta(minutes=10)
# So long a checkout that has lost its pieces is tried to be priced anew.
_LOOKED_AT = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class FlashPrice:
    """`price` of each of `quantity` pieces in minor units, kept until `until`."""

    sale: str
    variant_id: str
    price: int
    quantity: int
    until: datetime
    item_id: int = field(default=0, compare=False)
    name: Texts = field(default=Texts({}), compare=False)


Prices = dict[str, tuple[FlashPrice, ...]]
"""By variant, the cheapest first; of the pieces they leave none has such a price."""


@dataclass(frozen=True, slots=True)
class Basket:
    """All that is in a checkout: pieces by variant. `below`: what a piece costs anyway, in minor
    units; only lower prices count. `grows` False: it may lose pieces that are kept, not gain any.
    """

    checkout_id: str
    member: Member | None
    currency: str
    pieces: Mapping[str, int]
    below: Mapping[str, int] = field(default_factory=dict)
    grows: bool = True


def price_for(
    member: Member | None,
    variant_id: str,
    currency: str,
    quantity: int,
    checkout_id: str,
    *,
    now: datetime,
) -> FlashPrice | None:
    """As `prices_for`, for a checkout with nothing else in it: the lowest price."""
    basket = Basket(checkout_id, member, currency, {variant_id: quantity})
    return next(iter(prices_for(basket, now=now).get(variant_id, ())), None)


@transaction.atomic
def prices_for(basket: Basket, *, now: datetime) -> Prices:
    """The lowest prices of sales that run, with the pieces kept for this checkout.

    As many pieces as are left for the member have the price. What was kept for the checkout and is
    not in the answer is free for others. Call it before rows of the host are locked. Asked again,
    the time limit stays, also beyond the end of the sale; once it is over, pieces are kept anew if
    there are any.
    """
    there = list(_claims_of(basket.checkout_id))
    in_time = [claim.item_id for claim in there if _lasts(claim, now)]
    offers = _offers(basket, in_time, now)
    if (unchanged := _as_it_is(basket, offers, there, now)) is not None:
        return unchanged
    items = _locked({offer.item_id for offer in offers} | {claim.item_id for claim in there})
    found: list[FlashPrice] = []
    left = dict(basket.pieces)
    for offer in offers:
        variant_id = offer.item.variant_id
        price = left[variant_id] and _keep(basket, offer, items[offer.item_id], left, now)
        if price:
            left[variant_id] -= price.quantity
            found.append(price)
    kept = {price.item_id for price in found}
    for claim in there:
        if claim.item_id not in kept:
            _take_away(items[claim.item_id], claim.pk)
    return _by_variant(found)


@transaction.atomic
def kept(checkout_id: str, pieces: Mapping[int, int], *, now: datetime) -> bool:
    """Whether the checkout may become an order now with so many pieces by item. If so, they stay
    kept for the minutes that takes.

    Locks no item, so that it may be asked while rows of the host are locked.
    """
    claims = _claims_of(checkout_id).filter(item__in=list(pieces), state=ClaimState.RESERVED)
    held = claims.filter(expires_at__gt=now).order_by("pk").select_for_update(of=("self",))
    there = {claim.item_id: claim.quantity for claim in held}
    if any(there.get(item_id, 0) < number for item_id, number in pieces.items()):
        return False
    until = now + _COMPLETING
    claims.filter(expires_at__lt=until).update(expires_at=until)
    return True


@transaction.atomic
def release(checkout_id: str) -> int:
    """What was kept for the checkout is free for others; returns how many pieces.

    What is part of an order stays.
    """
    claimed = dict(_claims_of(checkout_id).values_list("item_id", "pk"))
    items = _locked(claimed)
    return sum(_take_away(items[item_id], pk) for item_id, pk in claimed.items())


def release_due(*, now: datetime, limit: int) -> int:
    """Ends what was kept too long and has the checkouts priced anew; returns how many claims ended.

    What an order was made of stays until the order's fact has come.
    """
    due = FlashSaleClaim.objects.filter(state=ClaimState.RESERVED, expires_at__lte=now)
    ended = 0
    for item_id, pk, checkout_id in due.order_by("expires_at").values_list(
        "item_id", "pk", "checkout_id"
    )[:limit]:
        if not host().is_ordered(checkout_id):
            with transaction.atomic():
                ended += _end(_locked([item_id])[item_id], pk, now)
    _price_anew(now, limit)
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


def _claims_of(checkout_id: str) -> QuerySet[FlashSaleClaim]:
    """What is no part of an order."""
    return FlashSaleClaim.objects.filter(checkout_id=checkout_id, order_id="")


def _lasts(claim: FlashSaleClaim, now: datetime) -> bool:
    return claim.state == ClaimState.RESERVED and claim.expires_at > now


def _offers(basket: Basket, kept_items: list[int], now: datetime) -> list[Offered]:
    """The cheapest first."""
    member, currency, below = basket.member, basket.currency, basket.below
    if member is None:
        return []
    variants = [variant for variant, pieces in basket.pieces.items() if pieces > 0]
    found = [
        offer
        for offer in running(variants, now=now, kept=kept_items)
        if currency in offer.item.prices
        and offer.item.prices[currency] < below.get(offer.item.variant_id, MAX_POINTS + 1)
        and lets_in(offer.config.gate, member.pk, now=now)
    ]
    return sorted(found, key=lambda offer: offer.item.prices[currency])


def _as_it_is(
    basket: Basket, offers: Sequence[Offered], there: Sequence[FlashSaleClaim], now: datetime
) -> Prices | None:
    """Where nothing is to be kept or released, what is kept; else None. Locks nothing."""
    claims = {claim.item_id: claim for claim in there}
    left = dict(basket.pieces)
    found: list[FlashPrice] = []
    for offer in offers:
        wanted = left[offer.item.variant_id]
        claim = claims.pop(offer.item_id, None)
        pieces = claim.quantity if claim is not None else 0
        if claim is not None and not (_lasts(claim, now) and _is_theirs(claim, basket)):
            return None
        if pieces > wanted or (pieces < wanted and basket.grows and _has_more(offer, now)):
            return None
        if claim is not None:
            left[offer.item.variant_id] -= pieces
            found.append(_price(offer, claim, basket.currency))
    return None if claims else _by_variant(found)


def _is_theirs(claim: FlashSaleClaim, basket: Basket) -> bool:
    return basket.member is not None and claim.member_id == basket.member.pk


def _has_more(offer: Offered, now: datetime) -> bool:
    """As it looked when the offer was read; what others left too long counts."""
    if not offer.runs:
        return False
    if offer.left is None or offer.left > 0:
        return True
    due = FlashSaleClaim.objects.filter(state=ClaimState.RESERVED, expires_at__lte=now)
    return due.filter(item=offer.item_id).exists()


def _keep(
    basket: Basket, offer: Offered, item: FlashSaleItem, left: Mapping[str, int], now: datetime
) -> FlashPrice | None:
    """As many of the pieces as the sale has for the member; None for none."""
    claim = item.claims.filter(checkout_id=basket.checkout_id).first()
    if claim is not None and claim.order_id:
        return None
    mine = claim.quantity if claim is not None and claim.state == ClaimState.RESERVED else 0
    lasts = claim is not None and _lasts(claim, now)
    wanted = left[item.variant_id]
    if not (basket.grows and offer.runs):
        wanted = min(wanted, mine if lasts else 0)
    pieces = min(
        wanted, _for_member(offer, item, basket), _of_quota(item, basket, wanted, mine, now)
    )
    if pieces <= 0:
        return None
    kept = FlashSaleClaim(
        pk=claim.pk if claim is not None else None,
        item=item,
        member=basket.member,
        checkout_id=basket.checkout_id,
        quantity=pieces,
        expires_at=now + timedelta(minutes=offer.config.keep_minutes),
    )
    if claim is not None:
        kept.created_at = claim.created_at
        if lasts and _is_theirs(claim, basket):
            kept.expires_at = claim.expires_at
    kept.save()
    _count(item, pieces - mine)
    return _price(offer, kept, basket.currency)


def _price(offer: Offered, claim: FlashSaleClaim, currency: str) -> FlashPrice:
    return FlashPrice(
        offer.sale.slug,
        offer.item.variant_id,
        offer.item.prices[currency],
        claim.quantity,
        claim.expires_at,
        offer.item_id,
        offer.config.name,
    )


def _by_variant(found: Iterable[FlashPrice]) -> Prices:
    prices: Prices = {}
    for price in found:
        prices[price.variant_id] = (*prices.get(price.variant_id, ()), price)
    return prices


def _for_member(offer: Offered, item: FlashSaleItem, basket: Basket) -> int:
    most = offer.item.per_member
    if most is None:
        return MOST_PIECES
    others = item.claims.filter(member=basket.member).exclude(state=ClaimState.RELEASED)
    others = others.exclude(checkout_id=basket.checkout_id)
    taken = others.aggregate(sum=Sum("quantity"))["sum"] or 0
    return most - taken


def _of_quota(item: FlashSaleItem, basket: Basket, wanted: int, mine: int, now: datetime) -> int:
    """What others left too long is theirs no more as soon as somebody wants it."""
    if item.quota is None:
        return MOST_PIECES
    if item.taken - mine + wanted > item.quota:
        due = item.claims.filter(state=ClaimState.RESERVED, expires_at__lte=now)
        due = due.exclude(checkout_id=basket.checkout_id)
        for claim in due.order_by("expires_at")[:20]:
            if not host().is_ordered(claim.checkout_id):
                _end(item, claim.pk, now)
    return item.quota - item.taken + mine


def _price_anew(now: datetime, limit: int) -> None:
    """Checkouts whose pieces went back while nobody looked, also to whoever asked next."""
    ended = FlashSaleClaim.objects.filter(
        order_id="", state=ClaimState.RELEASED, expires_at__gt=now - _LOOKED_AT
    )
    for checkout_id in list(ended.values_list("checkout_id", flat=True).distinct()[:limit]):
        try:
            if not (host().reprice_checkout(checkout_id) or host().is_ordered(checkout_id)):
                release(checkout_id)
        except Exception:
            logger.exception("the price of checkout %s is left to its next change", checkout_id)


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


def _end(item: FlashSaleItem, claim_id: int, now: datetime) -> bool:
    """Its time is over. It stays written down: its order may have been made just before.

    One that is being ordered at this moment is locked, and not over.
    """
    due = item.claims.filter(pk=claim_id, state=ClaimState.RESERVED, expires_at__lte=now)
    claim = due.select_for_update(skip_locked=True).first()
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
