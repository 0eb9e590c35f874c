"""What every move of a redemption has in common: the row, the step that tells of it, and giving
back what it took.
"""

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.rewards.config import RewardConfig
from ..features.rewards.kinds import Way
from ..features.rewards.models import Redemption, RedemptionState, RedemptionStep
from .give_back import give_back
from .reward_offers import BACK
from .rewards import config_of, put_back

OPEN = (RedemptionState.REQUESTED, RedemptionState.RESERVED, RedemptionState.ISSUED)
PIECES_BACK = "pieces_back"
"""In a redemption's details: how many of its pieces are in stock again."""

WAITING = "waiting"
"""In a redemption's details: why a reward that was given cannot be handed out yet."""

# Without those that are taken for one another: 32 signs, 5 bits each.
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 12


def source_of(redemption: Redemption, what: str = "") -> str:
    """The name under which the shop and the ledger know it."""
    return f"redemption:{redemption.public_id}{f'/{what}' if what else ''}"


def promise_of(redemption: Redemption) -> RewardConfig:
    return config_of(redemption.promised)


def way_of(redemption: Redemption) -> Way:
    return promise_of(redemption).gives.way


def locked(public_id: UUID) -> Redemption:
    """With its member, so that nobody merges them meanwhile. Raises NOT_FOUND."""
    found = Redemption.objects.filter(public_id=public_id)
    member_id = found.values_list("member", flat=True).first()
    if member_id is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such redemption."), field="id")
    Member.objects.select_for_update(no_key=True).get(pk=member_id)
    return found.select_for_update(of=("self",)).select_related("reward", "hold").get()


def locked_row(redemption_id: int) -> Redemption:
    """Alone, for what asks nothing of the member. It is there."""
    found = Redemption.objects.select_related("reward", "hold").filter(pk=redemption_id)
    return found.select_for_update(of=("self",)).get()


def write_step(
    redemption: Redemption,
    state: RedemptionState,
    *,
    now: datetime,
    actor: str = "",
    note: str = "",
    **changes: Any,
) -> None:
    """Saves it in its new state, with what changed besides."""
    redemption.state = state
    for name, value in changes.items():
        setattr(redemption, name, value)
    if state not in OPEN:
        redemption.ended_at = redemption.ended_at or now
    redemption.save()
    tell_step(redemption, now=now, actor=actor, note=note)


def tell_step(redemption: Redemption, *, now: datetime, actor: str = "", note: str = "") -> None:
    RedemptionStep.objects.create(
        redemption=redemption, state=redemption.state, actor=actor, note=note, at=now
    )


def points_back(redemption: Redemption, due: int, *, now: datetime) -> None:
    """Brings what went back up to `due` points in all; less than before changes nothing."""
    before = redemption.details.get(BACK, 0)
    if due <= before:
        return
    assert redemption.spend_seq is not None, "points that were spent have their entry"
    give_back(
        redemption.account_id,
        redemption.spend_seq,
        due - before,
        source=source_of(redemption, f"back/{due}"),
        data={"reason": "reward_back", "reward": redemption.reward.slug},
        now=now,
    )
    redemption.details = {**redemption.details, BACK: due}


def stock_back(redemption: Redemption, pieces: int) -> None:
    """Brings what is in stock again up to `pieces` in all."""
    before = redemption.details.get(PIECES_BACK, 0)
    if pieces > before:
        put_back(redemption.reward_id, pieces - before)
        redemption.details = {**redemption.details, PIECES_BACK: pieces}


def new_code() -> str:
    """To be read out and typed in: 60 random bits, "ABCD-EFGH-JKLM"."""
    signs = [secrets.choice(_SIGNS) for _ in range(_CODE_LENGTH)]
    return "-".join("".join(signs[begin : begin + 4]) for begin in range(0, _CODE_LENGTH, 4))
