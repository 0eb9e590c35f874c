"""Something of our own happened to a member, and this is what they have for it.

One event in the ledger's books: with its award, its explanation, under the programme's caps, and
taken back as one (`member_events.undo_event`). Rules of the programme that name it give on top.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from ..features.earning.rule_config import BonusRule, Cap, Units
from ..features.member_events.models import MemberEvent
from ..features.member_events.names import Own
from ..features.members.models import Member
from ..values.gift import Gift
from ..values.texts import Texts
from .member_events import record_event


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """`source` names it once and for all. `about` stands in the member's history beside the reason
    ("Task: three orders"); `name` is what the explanation calls the gift, by language.
    """

    kind: Own
    source: str
    occurred_at: datetime
    about: str = ""
    name: Texts = field(default_factory=lambda: Texts({}))
    attributes: Mapping[str, str | int | bool] = field(default_factory=dict)
    channel: str = ""
    caps: tuple[Cap, ...] = ()


@transaction.atomic
def happen(
    member: Member, happening: Happening, gift: Gift | None, *, now: datetime
) -> MemberEvent:
    """Records it with all it brings; the same `source` again answers as the first time.

    Raises PROGRAMME_NOT_ACTIVE where no programme was in force, MEMBER_CLOSED, INVALID for what
    lies in the future or too long ago, SOURCE_KEY_CONFLICT.
    """
    return record_event(
        member,
        happening.kind,
        source=f"{happening.kind.word}:{happening.source}",
        occurred_at=happening.occurred_at,
        attributes=happening.attributes,
        channel=happening.channel,
        now=now,
        about=happening.about,
        own=tuple(_rules(happening, gift)),
    )


def _rules(happening: Happening, gift: Gift | None) -> list[BonusRule]:
    """The gift as rules, so that the one engine cuts, counts and explains it like any other."""
    given = {Units.POINTS: gift and gift.points, Units.GROWTH: gift and gift.growth}
    rules = [
        BonusRule(
            kind="bonus",
            slug=happening.kind.word,
            points=points,
            units=units,
            name=happening.name,
            caps=happening.caps,
        )
        for units, points in given.items()
        if points
    ]
    # No merchant's rule can be called so.
    return [rule.model_copy(update={"slug": f"@{rule.slug}"}) for rule in rules]
