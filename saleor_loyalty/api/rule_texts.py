"""Why a rule gave nothing, or less: one sentence, in the language of whom it is shown to."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Any

from babel.dates import format_date, format_time
from babel.lists import format_list

from ..errors import N_
from ..values.money import Money
from ..values.voice import Voice, voice_of

_WHY: dict[str, str] = {
    "group": N_("Another rule brings more"),
    "currency": N_("Not in this currency"),
    "nothing_earned": N_("Nothing here earns points"),
}

_FAILED: dict[str, str] = {
    "any": N_("None of its conditions is met"),
    "not": N_("This is an exception"),
    "attribute": N_("Only where the event says something else"),
    "basis_minimum": N_("Not in this currency"),
    "category": N_("Nothing of the chosen categories"),
    "channel": N_("Not in this sales channel"),
    "collection": N_("Nothing of the chosen collections"),
    "country": N_("Not for this country"),
    "currency": N_("Not in this currency"),
    "customer_group": N_("Only for other customer groups"),
    "dates": N_("Not on this date"),
    "event": N_("Only for another event"),
    "month_day": N_("Not on this day of the month"),
    "on_sale": N_("Nothing here is reduced"),
    "order_number": N_("Only for another of your orders"),
    "product": N_("None of the chosen products"),
    "segment": N_("Only for other members"),
    "tier": N_("Only for other tiers"),
    "variant": N_("None of the chosen products"),
}

# Any Monday.
_MONDAY = date(2024, 1, 1)


def passed_over_text(why: str, failed: Mapping[str, Any], currency: str, language_code: str) -> str:
    """`why` and `failed` as the trace has them; what a later release wrote reads as "nothing"."""
    kind = str(failed.get("kind", ""))
    voice = voice_of(language_code)
    write = _WITH_FIGURES.get(kind)
    found = write(failed, currency, voice) if write is not None else None
    if found is not None:
        return found
    return voice.say(_FAILED.get(kind) or _WHY.get(why) or _WHY["nothing_earned"])


def cut_text(cut_by: str, language_code: str) -> str:
    """`cut_by` is the key of the limit: of the event, of a budget, or of a member's period."""
    parts = cut_by.split("/")
    voice = voice_of(language_code)
    if parts[-1] == "event":
        return voice.say(N_("Limited to so many at once"))
    if "all" in parts[-2:]:
        return voice.say(N_("All there was to give has been given"))
    return voice.say(N_("The limit for this time is reached"))


def _days(failed: Mapping[str, Any], _currency: str, voice: Voice) -> str:
    names = [
        format_date(_MONDAY + timedelta(days=day - 1), "EEEE", locale=voice.words)
        for day in sorted(failed["any_of"])
    ]
    return voice.say(
        N_("Only on these days: %(days)s"), days=format_list(names, locale=voice.words)
    )


def _hours(failed: Mapping[str, Any], _currency: str, voice: Voice) -> str:
    begins, ends = (
        format_time(time.fromisoformat(failed[name]), "short", locale=voice.words)
        for name in ("from", "until")
    )
    return voice.say(N_("Only from %(begins)s to %(ends)s"), begins=begins, ends=ends)


def _birthday(failed: Mapping[str, Any], _currency: str, voice: Voice) -> str:
    if failed.get("within") == "day":
        return voice.say(N_("Only on your birthday"))
    return voice.say(N_("Only in the month of your birthday"))


def _minimum(failed: Mapping[str, Any], currency: str, voice: Voice) -> str | None:
    amount = failed["amounts"].get(currency)
    if amount is None:
        return None
    return voice.say(N_("Only from %(amount)s on"), amount=voice.money(Money(amount, currency)))


_WITH_FIGURES: dict[str, Callable[[Mapping[str, Any], str, Voice], str | None]] = {
    "weekday": _days,
    "hours": _hours,
    "birthday": _birthday,
    "basis_minimum": _minimum,
}
