"""What a member is told about their way: what is missing for the next tier, what keeps this one."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from babel.lists import format_list

from ..errors import N_, NN_, Plural
from ..features.tiers.criteria import Missing
from ..features.tiers.facts import Facts
from ..features.tiers.outlook import Outlook
from ..values.money import Money
from ..values.voice import Voice, voice_of
from .ladder_terms import LadderDocument

# A sentence with more would say nothing.
_MOST_WAYS = 3

_COUNTED: dict[str, Plural] = {
    "growth": NN_("%(count)s growth", "%(count)s growth"),
    "points": NN_("%(count)s point earned", "%(count)s points earned"),
    "orders": NN_("%(count)s order", "%(count)s orders"),
    "activity": NN_("%(event)s once more", "%(event)s %(count)s times more"),
}


def way_text(way: Sequence[Missing], language_code: str) -> str:
    """What all of it takes: "purchases of $40.00 and 2 orders". Empty where nothing is missing."""
    voice = voice_of(language_code)
    parts = [_part(one, voice) for one in way if one.missing]
    return _list(parts, "standard", voice)


def ways_text(
    ways: Sequence[Sequence[Missing]], currencies: Collection[str], language_code: str
) -> str:
    """Any one way: those in a currency the member buys in, where there are some, nearest first."""
    own = [
        way for way in ways if all(not one.currency or one.currency in currencies for one in way)
    ]
    nearest = sorted(own or ways, key=_far)[:_MOST_WAYS]
    return _list([way_text(way, language_code) for way in nearest], "or", voice_of(language_code))


def ahead_text(ahead: Outlook, config: LadderDocument, facts: Facts, language_code: str) -> str:
    """The way up in one sentence. Empty at the top of the ladder."""
    if ahead.next_tier is None or not ahead.ways_up:
        return ""
    return voice_of(language_code).say(
        N_("Still needed for %(tier)s: %(what)s."),
        tier=tier_name(config, ahead.next_tier, language_code),
        what=ways_text(ahead.ways_up, currencies_of(facts), language_code),
    )


def keep_text(
    tier: str | None, ahead: Outlook, config: LadderDocument, facts: Facts, language_code: str
) -> str:
    """Until when the tier is theirs and what keeps it longer. Empty where it has no end."""
    if tier is None or ahead.keep_until is None:
        return ""
    voice = voice_of(language_code)
    named = tier_name(config, tier, language_code)
    day = voice.day(last_day(ahead.keep_until, config.zone))
    if ahead.kept:
        return voice.say(N_("You keep %(tier)s beyond %(day)s."), tier=named, day=day)
    what = ways_text(ahead.ways_to_keep, currencies_of(facts), language_code)
    if not what:
        return voice.say(N_("%(tier)s is yours until %(day)s."), tier=named, day=day)
    return voice.say(
        N_("Still needed until %(day)s to keep %(tier)s: %(what)s."),
        day=day,
        tier=named,
        what=what,
    )


def tier_name(config: LadderDocument, slug: str, language_code: str) -> str:
    """The slug itself of a tier that is not in the ladder any more."""
    names = (tier.name.get(language_code) for tier in config.tiers if tier.slug == slug)
    return next(names, slug)


def last_day(end: datetime, zone: ZoneInfo) -> date:
    """An end is a midnight, the first moment after the last day."""
    return (end - timedelta(microseconds=1)).astimezone(zone).date()


def currencies_of(facts: Facts) -> frozenset[str]:
    return frozenset(order.currency for order in facts.orders)


def _part(missing: Missing, voice: Voice) -> str:
    if missing.currency:
        amount = voice.money(Money(missing.missing, missing.currency))
        return voice.say(N_("purchases of %(amount)s"), amount=amount)
    counted = _COUNTED[missing.kind]
    if missing.event:
        return voice.say(counted, count=missing.missing, event=missing.event)
    return voice.say(counted, count=missing.missing)


def _far(way: Sequence[Missing]) -> tuple[int, str]:
    """In percent of what it takes, the same for all parts."""
    parts = [one.missing * 10_000 // one.need for one in way]
    return sum(parts) // max(len(parts), 1), str(way)


def _list(parts: Sequence[str], style: Literal["standard", "or"], voice: Voice) -> str:
    return str(format_list(parts, style=style, locale=voice.words)) if parts else ""
