"""What a checkout may take in points and what it will bring. Nothing is written."""

from dataclasses import dataclass
from datetime import datetime

from ..errors import N_, Code, LoyaltyError, Message
from ..events.facts import OrderFact, OrderLine
from ..events.host import HostCheckout
from ..features.members.models import Member
from ..features.spending.config import PointsMode
from ..features.spending.models import (
    PaymentStatus,
    PointsPayment,
    PointsReduction,
    ReductionStatus,
)
from ..features.spending.reduction import TEXTS, Ended, Goods, reducible
from ..features.spending.rules import Limits, limits
from ..ledger import read
from ..values.points import Unit
from . import members
from .occasions import would_earn
from .terms import Catalogue, Terms


@dataclass(frozen=True, slots=True)
class CheckoutQuote:
    """Points from `limits.minimum` to `limits.maximum` in steps of `limits.step` may be used.

    `held_points` are set aside for this checkout already: where points pay, the limits come on
    top of them; where they reduce prices, another choice replaces them. `earn_points` and
    `earn_growth` are what the order would be awarded if it were paid now without further points.
    `notice` tells why points that had been chosen are not on it any more.
    """

    checkout: HostCheckout
    terms: Terms | None
    available: int
    held_points: int
    held_amount: int
    limits: Limits
    earn_points: int
    earn_growth: int
    mode: PointsMode = PointsMode.PAYMENT
    notice: str = ""


def quote_checkout(checkout: HostCheckout, *, now: datetime) -> CheckoutQuote:
    """For the customer the checkout belongs to; a guest is told what would be earned."""
    terms = Catalogue.load().in_force(checkout.channel, now)
    member = members.member_of_user(checkout.user_id) if checkout.user_id is not None else None
    available = read.balance(member.pk, Unit.POINTS, now=now).available if member else 0
    held = _held(checkout, member)
    reduction = reduction_of(checkout.checkout_id) if member else None
    mode = terms.config.spending.mode_in(checkout.channel) if terms else PointsMode.PAYMENT
    set_aside: list[PointsPayment | PointsReduction] = [*held]
    if reduction is not None:
        set_aside.append(reduction)
    if mode is PointsMode.PRICE_REDUCTION:
        allowed = reduction_limits(
            checkout, terms, available + (reduction.points if reduction else 0)
        )
    else:
        allowed = limits_of(checkout, terms, available, held)
    return CheckoutQuote(
        checkout=checkout,
        terms=terms,
        available=available,
        held_points=sum(one.points for one in set_aside),
        held_amount=sum(one.amount for one in set_aside),
        limits=allowed,
        earn_points=_earns(checkout, terms, Unit.POINTS, member, held, now),
        earn_growth=_earns(checkout, terms, Unit.GROWTH, member, held, now),
        mode=mode,
        notice=_notice(checkout, member) if member and reduction is None else "",
    )


def limits_of(
    checkout: HostCheckout, terms: Terms | None, available: int, held: list[PointsPayment]
) -> Limits:
    """What may be used on top of what is held for the checkout already."""
    if terms is None:
        message = Message(N_("Points cannot be used here: there is no points programme."))
        return Limits(None, 1, 0, 1, Code.PROGRAMME_NOT_ACTIVE, message)
    spending = terms.config.spending
    payable = sum(line.gross for line in checkout.lines if not line.is_gift_card)
    if spending.include_shipping:
        payable += checkout.shipping_gross
    return limits(
        spending,
        currency=checkout.currency,
        available=available,
        payable=min(payable, checkout.total_gross),
        owed=checkout.total_gross - checkout.paid_by_gift_card,
        used=sum(payment.amount for payment in held),
    )


def reduction_limits(checkout: HostCheckout, terms: Terms | None, available: int) -> Limits:
    """What may be taken off the prices in all; `available` includes what is set aside for that."""
    if terms is None:
        return limits_of(checkout, None, available, [])
    spending = terms.config.spending
    if spending.mode_in(checkout.channel) is not PointsMode.PRICE_REDUCTION:
        message = Message(N_("Points are a payment here: they make no prices lower."))
        return Limits(None, spending.minimum, 0, spending.multiple, Code.INVALID, message)
    cap = reducible(goods_of(checkout), spending.max_share)
    # The share is in the cap already.
    whole = spending.model_copy(update={"max_share": 10_000})
    return limits(
        whole, currency=checkout.currency, available=available, payable=cap, owed=cap, used=0
    )


def goods_of(checkout: HostCheckout) -> Goods:
    """What points may reduce of a checkout; shipping never."""
    return Goods(
        user_id=checkout.user_id,
        currency=checkout.currency,
        voucher=checkout.voucher,
        prices=tuple(line.reducible for line in checkout.lines if line.reducible),
        discount=checkout.fixed_discount,
    )


def reduction_of(checkout_id: str) -> PointsReduction | None:
    """The one that is set aside for it."""
    rows = PointsReduction.objects.filter(checkout_id=checkout_id, status=ReductionStatus.HELD)
    return rows.select_related("member").first()


def held_for(checkout_id: str) -> list[PointsPayment]:
    return list(
        PointsPayment.objects.filter(
            checkout_id=checkout_id, status=PaymentStatus.HELD
        ).select_related("member")
    )


def _held(checkout: HostCheckout, member: Member | None) -> list[PointsPayment]:
    return held_for(checkout.checkout_id) if member else []


def _notice(checkout: HostCheckout, member: Member) -> str:
    """A text for the catalogs, of what happened last."""
    rows = PointsReduction.objects.filter(checkout_id=checkout.checkout_id, member=member)
    because = rows.order_by("-pk").values_list("ended_because", flat=True).first()
    return TEXTS.get(Ended(because), "") if because else ""


def _earns(
    checkout: HostCheckout,
    terms: Terms | None,
    unit: Unit,
    member: Member | None,
    held: list[PointsPayment],
    now: datetime,
) -> int:
    if terms is None:
        return 0
    award = would_earn(as_order(checkout, held, now), now, unit, member, terms)
    return award.points if award is not None else 0


def as_order(checkout: HostCheckout, held: list[PointsPayment], now: datetime) -> OrderFact:
    """The order this checkout would become, for the rules that an order is awarded by."""
    lines = tuple(
        OrderLine(
            line_id=line.line_id,
            quantity=line.quantity,
            gross=line.gross,
            net=line.net,
            product_id=line.product_id,
            variant_id=line.variant_id,
            product_name=line.product_name,
            category_ids=line.category_ids,
            collection_ids=line.collection_ids,
            on_sale=line.on_sale,
            is_gift_card=line.is_gift_card,
        )
        for line in checkout.lines
    )
    goods = sum(line.gross for line in lines) + checkout.shipping_gross
    return OrderFact(
        order_id="",
        channel=checkout.channel,
        currency=checkout.currency,
        lines=lines,
        placed_at=now,
        paid_at=now,
        shipping_gross=checkout.shipping_gross,
        shipping_net=checkout.shipping_net,
        country=checkout.country,
        customer_groups=checkout.customer_groups,
        total_gross=checkout.total_gross,
        paid_by_points=sum(payment.amount for payment in held),
        # Saleor takes gift cards of the old kind off the total itself.
        paid_by_gift_card=max(goods - checkout.total_gross, 0) + checkout.paid_by_gift_card,
    )


def member_of_checkout(checkout: HostCheckout) -> Member:
    """Raises FORBIDDEN for a checkout without a customer who is a member."""
    member = members.member_of_user(checkout.user_id) if checkout.user_id is not None else None
    if member is None:
        raise LoyaltyError(Code.FORBIDDEN, N_("Only a signed-in member can use points."))
    return member
