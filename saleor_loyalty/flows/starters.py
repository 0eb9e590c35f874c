"""An empty shop begins: a ready programme, tried on its own past orders, and in force at once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..events.facts import OrderFact
from ..events.host import host
from ..events.host_shown import CatalogueKind
from ..features.programme.models import Programme
from ..values.money import Money
from ..values.points import Unit
from ..values.rate import Rate
from ..values.zone import is_place
from .locks import lock_subjects
from .membership_plans import create_plan
from .occasions import would_earn
from .setup import set_up
from .starter_recipes import PLAN, Starter, minor_for_a_point, plan_document, setup_document
from .terms import ProgrammeConfig, Terms

MOST_ORDERS = 50


@dataclass(frozen=True, slots=True)
class Tried:
    """One past order, and what it would have earned."""

    order: OrderFact
    points: int
    growth: int


@dataclass(frozen=True, slots=True)
class Trial:
    """`worth` is what the points could have paid, by currency."""

    orders: tuple[Tried, ...]
    customers: int
    points: int
    worth: tuple[Money, ...]


def shop_document(starter: Starter, *, time_zone: str) -> dict[str, Any]:
    """Filled in with the currencies of the shop's channels."""
    currencies = {channel.currency for channel in host().channels()} or {"USD"}
    return setup_document(starter, currencies, time_zone=time_zone)


def try_starter(starter: Starter, *, now: datetime, orders: int) -> Trial:
    """On up to so many of the shop's newest orders, as if each buyer were new. Nothing is kept."""
    (programme,) = shop_document(starter, time_zone="UTC")["programmes"]
    terms = Terms(
        version_id=0,
        programme=programme["slug"],
        number=1,
        channels=frozenset(),
        valid_from=now,
        config=ProgrammeConfig.parse(programme["config"]),
    )
    found = host().recent_orders(search="", first=orders)
    tried = tuple(_tried(order, terms) for order in found if order.paid_at and not order.cancelled)
    earned: Counter[str] = Counter()
    for one in tried:
        earned[one.order.currency] += one.points
    return Trial(
        tried,
        customers=len({one.order.email.lower() for one in tried}),
        points=earned.total(),
        worth=tuple(_worth(earned)),
    )


@transaction.atomic
def start(starter: Starter, *, time_zone: str, variant_id: str, now: datetime) -> Programme:
    """Puts it in force from now on: orders paid before earn nothing.

    `variant_id` is what sells the membership. Raises INVALID where the shop has a programme
    already, for a time zone or variant there is none of, REQUIRED without a variant it needs.
    """
    lock_subjects(["starter"])
    if Programme.objects.exists():
        raise LoyaltyError(Code.INVALID, N_("The shop has a programme already."), field="kind")
    if not is_place(time_zone):
        raise LoyaltyError(Code.INVALID, N_("There is no such time zone."), field="timeZone")
    if starter is Starter.MEMBERSHIP:
        _check_variant(variant_id)
    set_up(shop_document(starter, time_zone=time_zone), now=now)
    plan = plan_document(starter, variant_id)
    if plan is not None:
        create_plan(PLAN, plan)
    return Programme.objects.get()


def _check_variant(variant_id: str) -> None:
    if not variant_id:
        raise LoyaltyError(
            Code.REQUIRED, N_("Choose the variant that sells the membership."), field="variantId"
        )
    there = host().catalogue(CatalogueKind.VARIANT, search="", ids=[variant_id], first=1)
    if [item.id for item in there] != [variant_id]:
        raise LoyaltyError(Code.INVALID, N_("There is no such variant."), field="variantId")


def _tried(order: OrderFact, terms: Terms) -> Tried:
    at = order.paid_at or order.placed_at
    earned = {unit: would_earn(order, at, unit, None, terms) for unit in Unit}
    points, growth = (
        award.points if (award := earned[unit]) is not None else 0
        for unit in (Unit.POINTS, Unit.GROWTH)
    )
    return Tried(order, points, growth)


def _worth(earned: Mapping[str, int]) -> list[Money]:
    return [
        Money(Rate(100, minor_for_a_point(code)).worth_floor(points), code)
        for code, points in sorted(earned.items())
    ]
