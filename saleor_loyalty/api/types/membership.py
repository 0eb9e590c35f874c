"""Memberships as an answer: to their members and to staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.memberships.models import Membership, MembershipPurchase
from ...features.orders.models import OrderRecord
from ...flows.membership_terms import terms_of
from ...flows.memberships import Saved
from ...values.money import Money
from ..context import request_of, viewer_of
from ..errors import refusing
from ..ids import to_global
from ..loaders import loader
from ..memberships import MEMBERSHIP, SavingsOfMembership, TrialsAmong
from ..pagination import check_size
from ..scalars import LoyaltyDateTime
from ..viewer import Permission
from .money import LoyaltyMoney, MoneyView
from .plan import LoyaltyPlan, PlanView

_FIRST = graphene.Int(required=True, description="How many, at most 100.")


@dataclass(frozen=True, slots=True)
class MembershipView:
    membership: Membership
    language_code: str

    @property
    def id(self) -> str:
        return to_global(MEMBERSHIP, self.membership.public_id)

    @property
    def plan(self) -> PlanView:
        return PlanView(terms_of(self.membership.plan), self.language_code)

    @property
    def starts_at(self) -> datetime:
        return self.membership.starts_at

    @property
    def ends_at(self) -> datetime | None:
        return self.membership.ends_at

    @property
    def cancelled_at(self) -> datetime | None:
        return self.membership.cancelled_at


@dataclass(frozen=True, slots=True)
class SavedView:
    found: Saved
    language_code: str

    def _money(self, minor: int) -> MoneyView:
        return MoneyView(Money(minor, self.found.currency), self.language_code)

    @property
    def saved(self) -> MoneyView:
        return self._money(self.found.saved)

    @property
    def fee(self) -> MoneyView:
        return self._money(self.found.fee)

    @property
    def beyond_fee(self) -> MoneyView:
        return self._money(max(self.found.saved - self.found.fee, 0))


@dataclass(frozen=True, slots=True)
class BoughtView:
    purchase: MembershipPurchase
    order_number: str
    language_code: str


class LoyaltyMembershipSaving(graphene.ObjectType):
    """What a membership saved against what it cost, in one currency."""

    saved = graphene.Field(LoyaltyMoney, required=True, description="By its benefits, on orders.")
    fee = graphene.Field(LoyaltyMoney, required=True, description="What was paid for it.")
    beyond_fee = graphene.Field(
        LoyaltyMoney, required=True, description="What it saved beyond its fee; else zero."
    )


class LoyaltyMembershipPurchase(graphene.ObjectType):
    """What brought a membership: an order, a trial, or the shop's staff."""

    paid_at = LoyaltyDateTime(required=True)
    order_number = graphene.String(description="Null: no order.")
    is_trial = graphene.Boolean(required=True)
    months = graphene.Int(description="How long one piece lasts. Null: in days, or for life.")
    days = graphene.Int(description="How long one piece lasts. Null: in months, or for life.")
    quantity = graphene.Int(required=True)
    refunded_quantity = graphene.Int(required=True, description="Pieces that came back.")
    fee = graphene.Field(LoyaltyMoney, description="Null: it cost nothing.")
    refunded = graphene.Field(LoyaltyMoney, description="Money that went back. Null: none did.")
    refunded_at = LoyaltyDateTime(description="When that became known.")
    reason = graphene.String(description="Why staff gave it.")
    ended_at = LoyaltyDateTime(description="When staff ended it.")
    ended_reason = graphene.String(description="Why they did.")
    actor = graphene.String(
        description="Who gave it: user:5, app:2. Null without MANAGE_MEMBERS, as the next."
    )
    ended_by = graphene.String(description="Who ended it.")

    @staticmethod
    def resolve_paid_at(view: BoughtView, _info: object) -> datetime:
        return view.purchase.paid_at

    @staticmethod
    def resolve_order_number(view: BoughtView, _info: object) -> str | None:
        return view.order_number or None

    @staticmethod
    def resolve_is_trial(view: BoughtView, _info: object) -> bool:
        return view.purchase.trial

    @staticmethod
    def resolve_months(view: BoughtView, _info: object) -> int | None:
        return view.purchase.months

    @staticmethod
    def resolve_days(view: BoughtView, _info: object) -> int | None:
        return view.purchase.days

    @staticmethod
    def resolve_quantity(view: BoughtView, _info: object) -> int:
        return view.purchase.quantity

    @staticmethod
    def resolve_refunded_quantity(view: BoughtView, _info: object) -> int:
        return view.purchase.refunded_quantity

    @staticmethod
    def resolve_fee(view: BoughtView, _info: object) -> MoneyView | None:
        return _money(view, view.purchase.fee)

    @staticmethod
    def resolve_refunded(view: BoughtView, _info: object) -> MoneyView | None:
        return _money(view, view.purchase.refunded_amount)

    @staticmethod
    def resolve_refunded_at(view: BoughtView, _info: object) -> datetime | None:
        return view.purchase.refunded_at

    @staticmethod
    def resolve_reason(view: BoughtView, _info: object) -> str | None:
        return view.purchase.reason or None

    @staticmethod
    def resolve_ended_at(view: BoughtView, _info: object) -> datetime | None:
        return view.purchase.ended_at

    @staticmethod
    def resolve_ended_reason(view: BoughtView, _info: object) -> str | None:
        return view.purchase.ended_reason or None

    @staticmethod
    def resolve_actor(view: BoughtView, info: Any) -> str | None:
        return view.purchase.actor or None if _staff(info) else None

    @staticmethod
    def resolve_ended_by(view: BoughtView, info: Any) -> str | None:
        return view.purchase.ended_by or None if _staff(info) else None


class LoyaltyMembership(graphene.ObjectType):
    """A member's time with a paid plan: that which runs now, or ran last, without a gap."""

    id = graphene.ID(required=True)
    plan = graphene.Field(LoyaltyPlan, required=True)
    starts_at = LoyaltyDateTime(required=True)
    ends_at = LoyaltyDateTime(description="The first moment without it. Null: it is for life.")
    running = graphene.Boolean(required=True, description="Whether it covers this moment.")
    is_trial = graphene.Boolean(required=True, description="Whether nothing was paid so far.")
    cancelled_at = LoyaltyDateTime(
        description="The member wants no reminders; it runs to its end all the same."
    )
    savings = graphene.List(
        graphene.NonNull(LoyaltyMembershipSaving),
        required=True,
        description="What it saved since it began, by currency.",
    )
    purchases = graphene.List(
        graphene.NonNull(LoyaltyMembershipPurchase),
        required=True,
        first=_FIRST,
        description="What brought it, newest first, those of earlier times among them.",
    )

    @staticmethod
    def resolve_running(view: MembershipView, info: Any) -> bool:
        now, ends_at = request_of(info).now, view.ends_at
        return view.starts_at <= now and (ends_at is None or now < ends_at)

    @staticmethod
    def resolve_is_trial(view: MembershipView, info: Any) -> Any:
        return loader(info, TrialsAmong).load(view.membership)

    @staticmethod
    def resolve_savings(view: MembershipView, info: Any) -> Any:
        found = loader(info, SavingsOfMembership).load(view.membership)
        return found.then(lambda all: [SavedView(one, view.language_code) for one in all])

    @staticmethod
    @refusing
    def resolve_purchases(view: MembershipView, _info: Any, first: int) -> list[BoughtView]:
        size = check_size(first)
        mine = {"member": view.membership.member_id, "plan": view.membership.plan_id}
        found = MembershipPurchase.objects.filter(**mine).order_by("-paid_at", "-pk")[:size]
        numbers = _numbers({one.order_id for one in found})
        return [BoughtView(one, numbers.get(one.order_id, ""), view.language_code) for one in found]


def _numbers(order_ids: set[str]) -> dict[str, str]:
    found = OrderRecord.objects.filter(order_id__in=order_ids)
    return dict(found.values_list("order_id", "number"))


def _money(view: BoughtView, minor: int) -> MoneyView | None:
    if not minor:
        return None
    return MoneyView(Money(minor, view.purchase.currency), view.language_code)


def _staff(info: Any) -> bool:
    return viewer_of(info).may(Permission.MANAGE_MEMBERS)
