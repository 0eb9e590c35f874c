"""What members redeemed, as an answer to them and to staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.rewards.models import Redemption, RedemptionState, RedemptionStep
from ...flows.redemption_steps import promise_of
from ...flows.reward_offers import BACK
from ...values.money import Money
from ...values.voice import voice_of
from ..context import viewer_of
from ..ids import to_global
from ..members import MemberView, view_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from ..viewer import Permission
from .member import LoyaltyMember
from .money import LoyaltyMoney, MoneyView
from .reward import TYPE as REWARD
from .reward import LoyaltyRewardKind

TYPE = "LoyaltyRedemption"

_STATES = {
    "requested": "The points are spent; it is being made or prepared.",
    "reserved": "The points are set aside until the order is paid.",
    "issued": "With the member.",
    "fulfilled": "Used, sent or honoured.",
    "cancelled": "Taken back, and the points given back.",
    "expired": "Run out.",
}

LoyaltyRedemptionState = graphene.Enum(
    "LoyaltyRedemptionState",
    [(state.name, state.value) for state in RedemptionState],
    description=lambda value: None if value is None else _STATES[value.value],
)


@dataclass(frozen=True, slots=True)
class RedemptionView:
    redemption: Redemption
    language: str


@dataclass(frozen=True, slots=True)
class StepView:
    state: str
    at: datetime
    note: str
    actor: str


class LoyaltyRedemptionStep(graphene.ObjectType):
    """One step of a redemption. Never changed."""

    state = LoyaltyRedemptionState(required=True)
    at = LoyaltyDateTime(required=True)
    note = graphene.String(required=True, description="For the member. May be empty.")
    actor = graphene.String(
        description="Who did it; empty: the rules, or the member. Null without MANAGE_ORDERS."
    )

    @staticmethod
    def resolve_actor(step: StepView, info: Any) -> str | None:
        return step.actor if _staff(info) else None


class LoyaltyRedemption(graphene.ObjectType):
    """One redemption of one reward, as it was promised."""

    id = graphene.ID(required=True)
    reward_id = graphene.ID(required=True)
    kind = LoyaltyRewardKind(required=True)
    name = graphene.String(required=True, description="Of the reward, as it was promised.")
    state = LoyaltyRedemptionState(required=True)
    quantity = graphene.Int(required=True)
    points = LoyaltyInteger(required=True, description="In all.")
    given = graphene.Boolean(
        required=True,
        description="It was given for something the member did or has, and not bought. Its first "
        "step says what it waits for, where it could not be had at once.",
    )
    points_back = LoyaltyInteger(
        required=True, description="How many of them have gone back after they were spent."
    )
    code = graphene.String(description="What the member shows or types in, once there is one.")
    value = graphene.Field(
        LoyaltyMoney,
        description="Of the coupon or card; of a product what it costs besides the points.",
    )
    valid_until = LoyaltyDateTime(
        description="For how long it can be used; for a product that is set aside: how long it is."
    )
    checkout_id = graphene.ID(description="The shop's id of the checkout a product went into.")
    order_id = graphene.ID(description="The shop's id of the order it was bought with.")
    tracking = graphene.String(description="Of what was sent.")
    created_at = LoyaltyDateTime(required=True)
    ended_at = LoyaltyDateTime()
    steps = graphene.List(
        graphene.NonNull(LoyaltyRedemptionStep), required=True, description="The first one first."
    )
    member = graphene.Field(LoyaltyMember, description="Null without MANAGE_ORDERS.")

    @staticmethod
    def resolve_id(view: RedemptionView, _info: Any) -> str:
        return to_global(TYPE, view.redemption.public_id)

    @staticmethod
    def resolve_reward_id(view: RedemptionView, _info: Any) -> str:
        return to_global(REWARD, view.redemption.reward.slug)

    @staticmethod
    def resolve_kind(view: RedemptionView, _info: Any) -> str:
        return view.redemption.kind

    @staticmethod
    def resolve_name(view: RedemptionView, _info: Any) -> str:
        return promise_of(view.redemption).name.get(view.language)

    @staticmethod
    def resolve_state(view: RedemptionView, _info: Any) -> str:
        return view.redemption.state

    @staticmethod
    def resolve_quantity(view: RedemptionView, _info: Any) -> int:
        return view.redemption.quantity

    @staticmethod
    def resolve_points(view: RedemptionView, _info: Any) -> int:
        return view.redemption.points

    @staticmethod
    def resolve_given(view: RedemptionView, _info: Any) -> bool:
        return view.redemption.event_id is not None

    @staticmethod
    def resolve_points_back(view: RedemptionView, _info: Any) -> int:
        back: int = view.redemption.details.get(BACK, 0)
        return back

    @staticmethod
    def resolve_code(view: RedemptionView, _info: Any) -> str | None:
        return view.redemption.code or None

    @staticmethod
    def resolve_value(view: RedemptionView, _info: Any) -> MoneyView | None:
        redemption = view.redemption
        if not redemption.currency or not redemption.amount:
            return None
        return MoneyView(Money(redemption.amount, redemption.currency), view.language)

    @staticmethod
    def resolve_valid_until(view: RedemptionView, _info: Any) -> datetime | None:
        return view.redemption.valid_until

    @staticmethod
    def resolve_checkout_id(view: RedemptionView, _info: Any) -> str | None:
        known = view.redemption.checkout_id
        return to_global("Checkout", known) if known else None

    @staticmethod
    def resolve_order_id(view: RedemptionView, _info: Any) -> str | None:
        known = view.redemption.order_id
        return to_global("Order", known) if known else None

    @staticmethod
    def resolve_tracking(view: RedemptionView, _info: Any) -> str | None:
        return view.redemption.tracking or None

    @staticmethod
    def resolve_created_at(view: RedemptionView, _info: Any) -> datetime:
        return view.redemption.created_at

    @staticmethod
    def resolve_ended_at(view: RedemptionView, _info: Any) -> datetime | None:
        return view.redemption.ended_at

    @staticmethod
    def resolve_steps(view: RedemptionView, _info: Any) -> list[StepView]:
        steps = sorted(view.redemption.steps.all(), key=lambda step: step.pk)
        return [
            StepView(step.state, step.at, _note(step, view.language), step.actor) for step in steps
        ]

    @staticmethod
    def resolve_member(view: RedemptionView, info: Any) -> MemberView | None:
        return view_of(view.redemption.member) if _staff(info) else None


def _note(step: RedemptionStep, language: str) -> str:
    """What staff wrote as they wrote it, the rest in the reader's language."""
    return step.note if step.actor else voice_of(language).say(step.note)


def _staff(info: Any) -> bool:
    return viewer_of(info).may(Permission.MANAGE_ORDERS)
