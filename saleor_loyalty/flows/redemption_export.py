"""Redemptions as a table, for spreadsheets."""

from collections.abc import Iterable

from ..features.rewards.models import Redemption
from ..values.money import Money
from .reward_offers import BACK
from .tables import as_table

_TITLES = (
    "id",
    "redeemed_at",
    "state",
    "reward",
    "kind",
    "member",
    "email",
    "quantity",
    "points",
    "points_back",
    "amount",
    "currency",
    "code",
    "valid_until",
    "checkout",
    "order",
    "tracking",
    "ended_at",
)


def as_csv(redemptions: Iterable[Redemption]) -> str:
    """A line of titles and a line for each, times in UTC. No cell begins a formula."""
    return as_table(_TITLES, map(_row, redemptions))


def _row(one: Redemption) -> tuple[object, ...]:
    worth = Money(one.amount, one.currency).decimal if one.currency and one.amount else ""
    return (
        one.public_id,
        one.created_at.isoformat(),
        one.state,
        one.reward.slug,
        one.kind,
        one.member.public_id,
        one.member.email,
        one.quantity,
        one.points,
        one.details.get(BACK, 0),
        worth,
        one.currency,
        one.code,
        one.valid_until.isoformat() if one.valid_until else "",
        one.checkout_id,
        one.order_id,
        one.tracking,
        one.ended_at.isoformat() if one.ended_at else "",
    )
