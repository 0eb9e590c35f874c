"""What an order has to do with points, as an answer to staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.earning.models import Award
from ...features.earning.rules import Breakdown
from ...features.group_buys.models import Seat
from ...features.spending.models import PointsPayment, PointsReduction
from ...flows.order_page import GivenAward, OrderPage
from ...values.money import Money
from ...values.points import Unit
from ..language import of_staff
from ..members import MemberView, view_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .award import AwardView, LoyaltyAward
from .history import LoyaltyUnit
from .member import LoyaltyMember
from .money import LoyaltyMoney, MoneyView
from .preview import LoyaltyPreview, PreviewView
from .quote import LoyaltyPointsMode
from .redemption import LoyaltyRedemption, RedemptionView

_SPENT = {
    "HELD": "Set aside until the order is made.",
    "CAPTURED": "Spent.",
    "RELEASED": "Given back before the order.",
}

LoyaltySpentState = graphene.Enum(
    "LoyaltySpentState",
    [(name, name.lower()) for name in _SPENT],
    description=lambda value: None if value is None else _SPENT[value.name],
)


@dataclass(frozen=True, slots=True)
class OrderView:
    page: OrderPage
    language: str


@dataclass(frozen=True, slots=True)
class GivenView:
    given: GivenAward
    language: str

    @property
    def unit(self) -> str:
        return Unit(self.award_row.unit).name

    @property
    def points(self) -> int:
        return self.award_row.points

    @property
    def taken_back(self) -> int:
        return self.award_row.taken_back

    @property
    def occurred_at(self) -> datetime:
        return self.award_row.occurred_at

    @property
    def pending(self) -> bool:
        lot = self.given.lot
        return lot is not None and lot.open and lot.pending

    @property
    def matures_at(self) -> datetime | None:
        return self.given.lot.matures_at if self.given.lot and self.pending else None

    @property
    def expires_at(self) -> datetime | None:
        lot = self.given.lot
        return lot.expires_at if lot is not None and lot.open else None

    @property
    def award(self) -> AwardView:
        row = self.award_row
        breakdown = Breakdown.from_json(row.breakdown)
        return AwardView(breakdown, Unit(row.unit), row.programme_version_id, self.language)

    @property
    def award_row(self) -> Award:
        return self.given.award


class LoyaltyOrderAward(graphene.ObjectType):
    """What an order brought in one unit. An order that was edited has a further one."""

    unit = LoyaltyUnit(required=True)
    points = LoyaltyInteger(required=True, description="As it was awarded.")
    taken_back = LoyaltyInteger(required=True, description="For what went back since.")
    pending = graphene.Boolean(required=True, description="Not to be used so far.")
    matures_at = LoyaltyDateTime(
        description="When it can be used. Null while pending: when the order is sent, or whatever "
        "the programme waits for."
    )
    expires_at = LoyaltyDateTime(description="Of what is left. Null: never.")
    occurred_at = LoyaltyDateTime(required=True)
    award = graphene.Field(LoyaltyAward, required=True, description="How it was computed.")


@dataclass(frozen=True, slots=True)
class SpentView:
    spent: PointsPayment | PointsReduction
    language: str

    @property
    def mode(self) -> str:
        return "payment" if isinstance(self.spent, PointsPayment) else "price_reduction"

    @property
    def state(self) -> str:
        return self.spent.status

    @property
    def points(self) -> int:
        return self.spent.points

    @property
    def points_back(self) -> int:
        return self.spent.refunded_points

    @property
    def amount(self) -> MoneyView:
        return MoneyView(Money(self.spent.amount, self.spent.currency), self.language)


class LoyaltyOrderSpent(graphene.ObjectType):
    """Points that paid for an order, or made it cheaper."""

    mode = LoyaltyPointsMode(required=True)
    state = LoyaltySpentState(required=True)
    points = LoyaltyInteger(required=True)
    points_back = LoyaltyInteger(required=True, description="Given back with refunds.")
    amount = graphene.Field(LoyaltyMoney, required=True, description="What they were worth.")


@dataclass(frozen=True, slots=True)
class SavedView:
    holder: str
    saved: MoneyView


class LoyaltyOrderSaved(graphene.ObjectType):
    """What the benefits of a tier or plan took off an order."""

    holder = graphene.String(required=True, description="tier:gold, plan:plus.")
    saved = graphene.Field(LoyaltyMoney, required=True)


class LoyaltyOrderGroup(graphene.ObjectType):
    """The seat of a group that an order is."""

    code = graphene.String(required=True)
    state = graphene.String(required=True, description="reserved, paid, confirmed, returned.")
    taken = graphene.Int(required=True)
    size = graphene.Int(required=True)
    closes_at = LoyaltyDateTime(required=True)


class LoyaltyOrderFlash(graphene.ObjectType):
    """Pieces of a flash sale in an order."""

    sale = graphene.String(required=True, description="Slug.")
    variant_id = graphene.ID(required=True)
    quantity = graphene.Int(required=True)


class LoyaltyOrder(graphene.ObjectType):
    """What an order has to do with points."""

    number = graphene.String(required=True)
    known = graphene.Boolean(
        required=True, description="False: loyalty has not looked at it so far."
    )
    paid_at = LoyaltyDateTime()
    cancelled = graphene.Boolean(required=True)
    member = graphene.Field(LoyaltyMember, description="Null: whoever bought it is no member.")
    awards = graphene.List(graphene.NonNull(LoyaltyOrderAward), required=True)
    preview = graphene.Field(
        LoyaltyPreview, description="What it would earn. Null where it has earned, or never will."
    )
    spent = graphene.List(graphene.NonNull(LoyaltyOrderSpent), required=True)
    saved = graphene.List(graphene.NonNull(LoyaltyOrderSaved), required=True)
    redemptions = graphene.List(
        graphene.NonNull(LoyaltyRedemption),
        required=True,
        description="Rewards it was made with, or brings.",
    )
    groups = graphene.List(graphene.NonNull(LoyaltyOrderGroup), required=True)
    flash = graphene.List(graphene.NonNull(LoyaltyOrderFlash), required=True)

    @staticmethod
    def resolve_number(view: OrderView, _info: Any) -> str:
        return view.page.order.number

    @staticmethod
    def resolve_known(view: OrderView, _info: Any) -> bool:
        return view.page.known

    @staticmethod
    def resolve_paid_at(view: OrderView, _info: Any) -> datetime | None:
        return view.page.order.paid_at

    @staticmethod
    def resolve_cancelled(view: OrderView, _info: Any) -> bool:
        return view.page.order.cancelled

    @staticmethod
    def resolve_member(view: OrderView, info: Any) -> MemberView | None:
        if view.page.member is None:
            return None
        return view_of(view.page.member, reader=of_staff(info))

    @staticmethod
    def resolve_awards(view: OrderView, _info: Any) -> list[GivenView]:
        return [GivenView(given, view.language) for given in view.page.awards]

    @staticmethod
    def resolve_preview(view: OrderView, _info: Any) -> PreviewView | None:
        found = view.page.preview
        return PreviewView(found, view.language) if found is not None else None

    @staticmethod
    def resolve_spent(view: OrderView, _info: Any) -> list[SpentView]:
        page = view.page
        payments = [SpentView(one, view.language) for one in page.payments]
        return payments + [SpentView(one, view.language) for one in page.reductions]

    @staticmethod
    def resolve_saved(view: OrderView, _info: Any) -> list[SavedView]:
        order = view.page.order
        return [
            SavedView(holder, MoneyView(Money(minor, order.currency), view.language))
            for holder, minor in order.saved
        ]

    @staticmethod
    def resolve_redemptions(view: OrderView, _info: Any) -> list[RedemptionView]:
        return [RedemptionView(one, view.language) for one in view.page.redemptions]

    @staticmethod
    def resolve_groups(view: OrderView, _info: Any) -> list[LoyaltyOrderGroup]:
        return [_group(seat) for seat in view.page.seats]

    @staticmethod
    def resolve_flash(view: OrderView, _info: Any) -> list[LoyaltyOrderFlash]:
        return [
            LoyaltyOrderFlash(
                sale=claim.item.sale.slug,
                variant_id=claim.item.variant_id,
                quantity=claim.quantity,
            )
            for claim in view.page.claims
        ]


def _group(seat: Seat) -> LoyaltyOrderGroup:
    group = seat.group
    return LoyaltyOrderGroup(
        code=group.code,
        state=seat.state,
        taken=group.taken,
        size=group.size,
        closes_at=group.closes_at,
    )
