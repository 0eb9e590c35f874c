"""Something of our own happened to a member, and this is what they have for it.

One event in the ledger's books: with its award, its explanation, under the programme's caps, and
taken back as one (`member_events.undo_event`). Rules of the programme that name it give on top.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from ..features.earning.rule_config import BonusRule, Cap, Units
from ..features.member_events.models import MemberEvent
from ..features.member_events.names import Own
from ..features.member_events.rules import EventFact
from ..features.members.models import Member
from ..values.gift import Gift, GiftBoost
from ..values.texts import Texts
from . import boosts, gift_rewards
from .member_events import Told, record_many


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
    # When its points end, in place of what the programme says.
    points_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """Who is given what for which happening."""

    member: Member
    happening: Happening
    gift: Gift | None


@transaction.atomic
def happen(
    member: Member, happening: Happening, gift: Gift | None, *, now: datetime
) -> MemberEvent:
    """Records it with all it brings; the same `source` again answers as the first time.

    A reward that cannot be had just now waits, and holds nothing else up. Raises
    PROGRAMME_NOT_ACTIVE where no programme was in force, MEMBER_CLOSED, INVALID for what lies in
    the future or too long ago, SOURCE_KEY_CONFLICT.
    """
    (event,) = happen_many([Given(member, happening, gift)], now=now)
    return event


@transaction.atomic
def happen_many(given: Sequence[Given], *, now: datetime) -> list[MemberEvent]:
    """Several at once, in their order: all of them, or none where one is refused as by `happen`."""
    told = [_told(one) for one in given]
    by_key = {one.key: what for one, what in zip(told, given, strict=True)}

    def beside(events: Sequence[MemberEvent]) -> None:
        _give_others([(event, by_key[event.key]) for event in events], now)

    return record_many(told, now=now, beside=beside)


def _told(given: Given) -> Told:
    happening = given.happening
    return Told(
        member=given.member,
        fact=EventFact(
            happening.kind,
            happening.occurred_at,
            dict(happening.attributes),
            happening.channel,
        ),
        source=f"{happening.kind.word}:{happening.source}",
        about=happening.about,
        own=tuple(_rules(happening, given.gift)),
        points_until=happening.points_until,
    )


def _give_others(events: Sequence[tuple[MemberEvent, Given]], now: datetime) -> None:
    """Rewards and boosts. Rewards in the order of their slugs: each is locked."""
    rewards: dict[str, list[MemberEvent]] = {}
    boosted: list[tuple[MemberEvent, GiftBoost, Texts]] = []
    for event, given in events:
        if given.gift is not None and given.gift.reward is not None:
            rewards.setdefault(given.gift.reward, []).append(event)
        if given.gift is not None and given.gift.boost is not None:
            boosted.append((event, given.gift.boost, given.happening.name))
    for slug, of in sorted(rewards.items()):
        gift_rewards.give(slug, of, now=now)
    boosts.give(boosted, now=now)


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
