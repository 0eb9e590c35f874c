"""How many points a checkout takes. Pure: values in, values out. Money in minor units."""

from dataclasses import dataclass, field

from ...errors import N_, NN_, Code, LoyaltyError, Message
from ...values.rate import Rate
from .config import SpendingConfig


@dataclass(frozen=True, slots=True)
class Limits:
    """What a shopper may choose: from `minimum` to `maximum` points in steps of `step`.

    `maximum` 0 says that points cannot be used; `refusal` says why.
    """

    rate: Rate | None
    minimum: int
    maximum: int
    step: int
    refusal: Code | None = None
    message: Message = field(default_factory=Message)

    def worth(self, points: int) -> int:
        return self.rate.worth_floor(points) if self.rate else 0


def limits(
    config: SpendingConfig,
    *,
    currency: str,
    available: int,
    payable: int,
    owed: int,
    used: int,
) -> Limits:
    """`payable` is the gross value of what points may pay for, `owed` what the shopper must pay.

    `used` is what points set aside for this checkout pay already: those are not `available`, and
    the limits say what may be used on top of them.
    """
    rate_config = config.rates.get(currency)
    if rate_config is None:
        message = Message(
            N_("Points cannot pay in %(currency)s in this shop."), {"currency": currency}
        )
        return _none(config, Code.CURRENCY_NOT_SUPPORTED, message)
    rate = rate_config.rate
    cap = max(min(payable * config.max_share // 10_000, owed) - used, 0)
    most = min(rate.points_ceil(cap), available)
    if rate.worth_floor(most) > cap:
        most = rate.points_floor(cap)
    maximum = most - most % config.multiple
    if maximum < config.minimum:
        return _why_none(config, rate, available)
    return Limits(rate, config.minimum, maximum, config.multiple)


def points_for(amount: int, allowed: Limits, *, available: int) -> int:
    """The points that pay `amount` minor units: ceil, so that no amount is had for less.

    Raises NOT_ENOUGH_POINTS, BELOW_MINIMUM, NOT_A_MULTIPLE, LIMIT_EXCEEDED or the refusal of the
    limits.
    """
    if allowed.rate is None:
        raise LoyaltyError(allowed.refusal or Code.INVALID, allowed.message, field="amount")
    if amount <= 0:
        raise LoyaltyError(Code.INVALID, N_("The amount must be positive."), field="amount")
    points = allowed.rate.points_ceil(amount)
    _check(points, allowed, available, "amount")
    return points


def points_and_worth(chosen: int, allowed: Limits, *, available: int) -> tuple[int, int]:
    """Points that are taken where so many were chosen, and the minor units they are worth.

    Points that would buy no further minor unit stay with the member. Raises as `points_for` does.
    """
    if allowed.rate is None:
        raise LoyaltyError(allowed.refusal or Code.INVALID, allowed.message, field="points")
    if chosen <= 0:
        raise LoyaltyError(Code.INVALID, N_("Choose a number of points."), field="points")
    _check(chosen, allowed, available, "points")
    worth = allowed.worth(chosen)
    if not worth:
        raise _too_few(allowed.rate.points_ceil(1), "points")
    return allowed.rate.points_ceil(worth), worth


def _check(points: int, allowed: Limits, available: int, field: str) -> None:
    if points > available:
        raise LoyaltyError(
            Code.NOT_ENOUGH_POINTS,
            NN_(
                "That takes %(count)s point, and %(available)s are available.",
                "That takes %(count)s points, and %(available)s are available.",
            ),
            field=field,
            count=points,
            available=available,
        )
    if points < allowed.minimum:
        raise _too_few(allowed.minimum, field)
    if points % allowed.step:
        raise LoyaltyError(
            Code.NOT_A_MULTIPLE,
            N_("Points are used in steps of %(step)s; this would take %(points)s."),
            field=field,
            step=allowed.step,
            points=points,
        )
    if points > allowed.maximum:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            NN_(
                "At most %(count)s point can be used here.",
                "At most %(count)s points can be used here.",
            ),
            field=field,
            count=allowed.maximum,
        )


def _too_few(minimum: int, field: str) -> LoyaltyError:
    text = NN_("At least %(count)s point must be used.", "At least %(count)s points must be used.")
    return LoyaltyError(Code.BELOW_MINIMUM, text, field=field, count=minimum)


def refund_share(points: int, amount: int, refunded: int) -> int:
    """Points owed back in all once `refunded` of `amount` went back: floor, all at the end."""
    return points * refunded // amount


def _why_none(config: SpendingConfig, rate: Rate, available: int) -> Limits:
    if available < max(config.minimum, config.multiple):
        text = NN_(
            "%(count)s point is available; at least %(minimum)s must be used.",
            "%(count)s points are available; at least %(minimum)s must be used.",
        )
        message = Message(text, {"count": available, "minimum": config.minimum})
        return _none(config, Code.NOT_ENOUGH_POINTS, message, rate)
    message = Message(N_("This checkout comes to too little to use points."))
    return _none(config, Code.LIMIT_EXCEEDED, message, rate)


def _none(config: SpendingConfig, code: Code, message: Message, rate: Rate | None = None) -> Limits:
    return Limits(rate, config.minimum, 0, config.multiple, code, message)
