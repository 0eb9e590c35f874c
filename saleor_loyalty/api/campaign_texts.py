"""What a storefront shows of a campaign: "2× until Sunday"."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal

from ..errors import N_
from ..features.earning.rule_config import MultiplierRule
from ..flows.campaign_terms import CampaignTerms
from ..values.voice import voice_of

_A_WEEK = 6


def state_text(campaign: CampaignTerms, *, now: datetime, zone: ZoneInfo, language: str) -> str:
    """On the programme's clock; what ends at midnight ends on the day before."""
    what, voice = _what(campaign, language), voice_of(language)
    if now < campaign.starts_at:
        when = _moment(campaign.starts_at, now, zone, language)
        return voice.say(N_("%(what)s from %(when)s"), what=what, when=when)
    if campaign.ends_at is None:
        return what
    ends = _end(campaign.ends_at, now, zone, language)
    return voice.say(N_("%(what)s until %(when)s"), what=what, when=ends)


def _what(campaign: CampaignTerms, language: str) -> str:
    """The factor of a campaign that only multiplies, else its name."""
    rules = campaign.config.rules
    if len(rules) == 1 and isinstance(rules[0], MultiplierRule):
        factor = Decimal(rules[0].percent).scaleb(-2)
        return f"{format_decimal(factor, locale=voice_of(language).locale)}×"
    return campaign.config.name.get(language)


def _end(ends_at: datetime, now: datetime, zone: ZoneInfo, language: str) -> str:
    last = (ends_at - timedelta(microseconds=1)).astimezone(zone)
    ends = ends_at.astimezone(zone)
    if last.date() == ends.date() == now.astimezone(zone).date():
        return str(format_time(ends, "short", locale=voice_of(language).words))
    return _day(last, now.astimezone(zone), language)


def _moment(at: datetime, now: datetime, zone: ZoneInfo, language: str) -> str:
    local, today = at.astimezone(zone), now.astimezone(zone)
    if local.date() == today.date():
        return str(format_time(local, "short", locale=voice_of(language).words))
    return _day(local, today, language)


def _day(local: datetime, today: datetime, language: str) -> str:
    locale = voice_of(language).words
    if 0 <= (local.date() - today.date()).days <= _A_WEEK:
        return str(format_date(local, "EEEE", locale=locale))
    skeleton = "MMMd" if local.year == today.year else "yMMMd"
    return str(format_skeleton(skeleton, local, locale=locale))
