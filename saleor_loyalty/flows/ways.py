"""One thing a member can do to earn, as each feature tells of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ..errors import Message
from ..features.members.models import Member
from ..values.gift import Gift
from ..values.texts import Texts
from ..values.voice import Voice

Wording = Message | Texts
"""Ours, to be translated, or the merchant's own in their languages."""


class WayKind(StrEnum):
    """What is to be done."""

    CHECK_IN = "check_in"
    REVIEW = "review"
    SHARE_VISIT = "share_visit"
    SHARE_ORDER = "share_order"
    REFERRAL = "referral"
    TASK = "task"
    WELCOME = "welcome"
    FIRST_ORDER = "first_order"
    BIRTHDAY = "birthday"
    JOINED_ANNIVERSARY = "joined_anniversary"
    PURCHASE_ANNIVERSARY = "purchase_anniversary"


class WayState(StrEnum):
    """How the member stands to it."""

    # Can be done now.
    OPEN = "open"
    # Done, and what it gives is there.
    DONE = "done"
    # Done, and what it gives is to come: an order's return time, staff who look at a review.
    WAITING = "waiting"
    # To be done later: tomorrow's check-in, a birthday.
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """`gift` is what the next doing gives. `progress` of `goal` is how far the member is.

    `until`: for OPEN when it can be done no longer; for WAITING and NOT_YET from when on it is
    there or can be done. None: no such moment, or not known.
    """

    kind: WayKind
    # Tells several of one kind apart: the slug of a task.
    slug: str = ""
    name: Wording
    text: Wording = field(default_factory=Message)
    gift: Gift | None = None
    progress: int | None = None
    goal: int | None = None
    state: WayState
    until: datetime | None = None


Ways = Callable[[Member, datetime], Iterable[Way]]
"""What one feature offers a member at a moment: reads only, in few statements."""


def worded(wording: Wording, voice: Voice, language_code: str) -> str:
    """The text to read."""
    if isinstance(wording, Texts):
        return wording.get(language_code)
    return voice.message(wording)
