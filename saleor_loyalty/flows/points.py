"""Points given or taken by hand."""

from datetime import datetime

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..ledger import post
from ..ledger.accounts import account_id
from ..ledger.models import EntryKind
from ..values.points import MAX_POINTS, Unit
from ..values.sentences import TOO_LONG

LONGEST_REASON = 500


def adjust_points(
    member: Member, points: int, *, reason: str, source: str, actor: str, now: datetime
) -> post.Posted:
    """Gives (positive) or takes (negative) points, without expiry, usable at once.

    Raises REQUIRED without a reason, INVALID for zero, too many or a reason over 500 characters,
    NOT_ENOUGH_POINTS, MEMBER_CLOSED, SOURCE_KEY_CONFLICT.
    """
    reason = checked_reason(reason)
    if points == 0 or abs(points) > MAX_POINTS:
        raise LoyaltyError(
            Code.INVALID,
            N_("The points must be a whole number from 1 to %(most)s, or as many below zero."),
            field="points",
            most=MAX_POINTS,
        )
    if member.merged_into_id is not None:
        raise LoyaltyError(Code.MEMBER_CLOSED, N_("This member was merged into another."))
    account = account_id(member.pk, Unit.POINTS)
    data = {"reason": "adjusted", "text": reason, "actor": actor}
    if points < 0:
        return post.spend(
            account, -points, source=source, now=now, data=data, kind=EntryKind.ADJUST
        )
    return _give(account, points, source, data, now)


def checked_reason(reason: str) -> str:
    """What staff write for the member. Raises REQUIRED, or INVALID where it cannot be kept."""
    reason = reason.strip()
    if not reason:
        raise LoyaltyError(Code.REQUIRED, N_("A reason is needed."), field="reason")
    if len(reason) > LONGEST_REASON:
        raise LoyaltyError(
            Code.INVALID,
            TOO_LONG,
            field="reason",
            count=LONGEST_REASON,
        )
    if not reason.isprintable():
        raise LoyaltyError(
            Code.INVALID, N_("This has characters that cannot be printed."), field="reason"
        )
    return reason


def _give(
    account: int, points: int, source: str, data: dict[str, str], now: datetime
) -> post.Posted:
    return post.credit(
        post.Credit(
            account_id=account,
            points=points,
            source=source,
            occurred_at=now,
            kind=EntryKind.ADJUST,
            data=data,
        ),
        now=now,
    )
