"""Who may have a reward, and for how many points. Pure: values in, values out."""

from dataclasses import dataclass
from datetime import datetime

from ...errors import N_, NN_, Code, LoyaltyError
from .config import RewardConfig


@dataclass(frozen=True, slots=True)
class Shelf:
    """How the reward stands. `stock` None: any number; `in_period` was taken by all members."""

    active: bool
    starts_at: datetime | None
    ends_at: datetime | None
    stock: int | None
    taken: int
    in_period: int = 0

    @property
    def left(self) -> int | None:
        return None if self.stock is None else max(self.stock - self.taken, 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the member stands. `holders` as gates name them; `cheaper` is a percentage off.

    `mine` pieces they have had of it ever, `mine_in_period` in the period of the limit.
    """

    available: int
    tier: str | None = None
    holders: frozenset[str] = frozenset()
    cheaper: int = 0
    mine: int = 0
    mine_in_period: int = 0


def price(config: RewardConfig, tier: str | None, cheaper: int, at: datetime) -> int:
    """Points for one piece: `cheaper` percent off what the tier pays then, `ceil`."""
    return -(-config.price_at(at).for_tier(tier) * (100 - cheaper) // 100)


def why_not(
    config: RewardConfig, shelf: Shelf, standing: Standing, quantity: int, now: datetime
) -> LoyaltyError | None:
    """The refusal there would be. NOT_FOUND, FORBIDDEN, LIMIT_EXCEEDED, NOT_ENOUGH_POINTS."""
    return (
        _not_offered(config, shelf, standing, now)
        or _none_left(shelf, quantity)
        or _over_limits(config, shelf, standing, quantity)
        or _short(price(config, standing.tier, standing.cheaper, now) * quantity, standing)
    )


def _not_offered(
    config: RewardConfig, shelf: Shelf, standing: Standing, now: datetime
) -> LoyaltyError | None:
    begun = shelf.starts_at is None or shelf.starts_at <= now
    shown = shelf.active and not config.gifts_only
    if not shown or not begun or (shelf.ends_at is not None and shelf.ends_at <= now):
        return LoyaltyError(Code.NOT_FOUND, N_("This reward is not offered now."), field="rewardId")
    if not config.gate.lets_in(standing.holders):
        return LoyaltyError(Code.FORBIDDEN, N_("This is for other members."), field="rewardId")
    return None


def _none_left(shelf: Shelf, quantity: int) -> LoyaltyError | None:
    left = shelf.left
    if left is None or left >= quantity:
        return None
    if not left:
        return LoyaltyError(Code.LIMIT_EXCEEDED, N_("None are left."), field="rewardId")
    return LoyaltyError(
        Code.LIMIT_EXCEEDED,
        NN_("%(count)s piece is left.", "%(count)s pieces are left."),
        field="quantity",
        count=left,
    )


def _over_limits(
    config: RewardConfig, shelf: Shelf, standing: Standing, quantity: int
) -> LoyaltyError | None:
    limits = config.limits
    if limits.per_member is not None and standing.mine + quantity > limits.per_member:
        return _mine(limits.per_member)
    own = limits.per_member_and_period
    if own is not None and standing.mine_in_period + quantity > own.times:
        return LoyaltyError(
            Code.LIMIT_EXCEEDED,
            N_("You have had as many of these as you can have for now."),
            field="rewardId",
        )
    of_all = limits.per_period
    if of_all is not None and shelf.in_period + quantity > of_all.times:
        return LoyaltyError(
            Code.LIMIT_EXCEEDED, N_("None are left for now. Please try later."), field="rewardId"
        )
    return None


def _mine(most: int) -> LoyaltyError:
    return LoyaltyError(
        Code.LIMIT_EXCEEDED,
        NN_("Each member can have %(count)s of these.", "Each member can have %(count)s of these."),
        field="rewardId",
        count=most,
    )


def _short(points: int, standing: Standing) -> LoyaltyError | None:
    missing = points - standing.available
    if missing <= 0:
        return None
    return LoyaltyError(
        Code.NOT_ENOUGH_POINTS,
        NN_("You are %(count)s point short.", "You are %(count)s points short."),
        field="rewardId",
        count=missing,
    )
