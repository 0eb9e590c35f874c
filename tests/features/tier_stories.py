"""Members, ladders and what happened to them, in few words."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from saleor_loyalty.features.tiers.config import LadderConfig
from saleor_loyalty.features.tiers.facts import Amount, Facts, Order
from saleor_loyalty.features.tiers.replay import Path, Version, replay

Fact = tuple[str, Any]


def moment(text: str, zone: str = "UTC") -> datetime:
    """By the clock on the wall there: "2024-02-29" is midnight, "2024-02-29 15:30" later."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))


def spend(amount: int, currency: str = "CNY", **more: Any) -> dict[str, Any]:
    """So much money, in whole units of a currency that has cents."""
    return {"kind": "spend", "from": {currency: amount * 100}, **more}


def growth(amount: int, **more: Any) -> dict[str, Any]:
    return {"kind": "growth", "from": amount, **more}


def orders(number: int, **more: Any) -> dict[str, Any]:
    return {"kind": "orders", "from": number, **more}


def any_of(*criteria: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "any", "of": criteria}


def all_of(*criteria: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "all", "of": criteria}


def tier(slug: str, entry: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"slug": slug, "name": {"en": slug.title()}, "entry": entry, **more}


def ladder(*tiers: dict[str, Any], zone: str = "UTC", **more: Any) -> LadderConfig:
    return LadderConfig.model_validate({"tiers": tiers, "time_zone": zone, **more})


def rolling(months: int) -> dict[str, Any]:
    return {"kind": "rolling", "months": months}


def calendar(unit: str = "year", **more: Any) -> dict[str, Any]:
    return {"kind": "calendar", "unit": unit, **more}


EVER = {"kind": "ever"}
FOR_GOOD = {"kind": "for_good"}
AS_LONG_AS_IT_FITS = {"kind": "as_long_as_it_fits"}


def buys(when: str, amount: int, *, left: int | None = None, currency: str = "CNY") -> Fact:
    """For so much, of which `left` has not been refunded."""
    now = amount if left is None else left
    return when, lambda at: Order(at, currency, now * 100, amount * 100)


def grows(when: str, amount: int, *, left: int | None = None) -> Fact:
    return when, lambda at: Amount(at, amount if left is None else left, amount)


def facts_of(
    *,
    orders: Iterable[Fact] = (),
    growth: Iterable[Fact] = (),
    points: Iterable[Fact] = (),
    activity: Mapping[str, Iterable[Fact]] | None = None,
    zone: str = "UTC",
) -> Facts:
    def known(happened: Iterable[Fact]) -> tuple[Any, ...]:
        return tuple(sorted(make(moment(when, zone)) for when, make in happened))

    return Facts(
        known(orders),
        known(growth),
        known(points),
        {name: known(times) for name, times in (activity or {}).items()},
    )


def known_by(facts: Facts, now: datetime) -> Facts:
    """What had happened by then."""

    def begun(happened: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(one for one in happened if one.at <= now)

    return Facts(
        begun(facts.orders),
        begun(facts.growth),
        begun(facts.points),
        {name: begun(times) for name, times in facts.activity.items()},
    )


def way(
    config: LadderConfig | list[tuple[str, LadderConfig]],
    facts: Facts,
    now: str,
    *,
    joined: str = "2020-01-01",
    zone: str = "UTC",
) -> Path:
    """Under one ladder since long ago, or several, each from its day on."""
    known = [("2000-01-01", config)] if isinstance(config, LadderConfig) else config
    versions = [
        Version(number, moment(begins, zone), one) for number, (begins, one) in enumerate(known, 1)
    ]
    at = moment(now, zone)
    return replay(versions, known_by(facts, at), joined_at=moment(joined, zone), now=at)


def told(path: Path, zone: str = "UTC") -> str:
    """Where somebody stands, as they would read it: "gold until 2025-01-11"."""
    here = path.last
    text = here.tier or "nothing"
    if here.in_grace:
        text += " in grace"
    if here.until is not None:
        local = here.until.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        text += f" until {local.isoformat(' ', 'minutes').removesuffix(' 00:00')}"
    return text
