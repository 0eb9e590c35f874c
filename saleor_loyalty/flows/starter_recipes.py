"""Programmes to begin with: what a shop in its currencies would write down for each.

Pure: currencies in, documents out.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from ..values.money import currency_digits


class Starter(StrEnum):
    """What there is to choose from."""

    POINTS = "points"
    GROWTH_TIERS = "growth_tiers"
    SPEND_TIERS = "spend_tiers"
    MEMBERSHIP = "membership"


PROGRAMME, PLAN = "points", "plus"

# What one point is earned for, in minor units: about a dollar, in round numbers.
_ABOUT_A_DOLLAR = {
    "AED": 400,
    "AUD": 150,
    "BRL": 500,
    "CAD": 140,
    "CNY": 700,
    "CZK": 2500,
    "DKK": 700,
    "HKD": 800,
    "HUF": 35_000,
    "IDR": 1_500_000,
    "ILS": 400,
    "INR": 8_000,
    "JPY": 150,
    "KRW": 1_300,
    "KWD": 300,
    "MXN": 2_000,
    "MYR": 450,
    "NOK": 1_000,
    "NZD": 160,
    "PHP": 5_500,
    "PLN": 400,
    "RON": 500,
    "SAR": 400,
    "SEK": 1_000,
    "SGD": 130,
    "THB": 3_500,
    "TRY": 4_000,
    "TWD": 3_000,
    "VND": 25_000,
    "ZAR": 1_800,
}
_NEW = {
    "en": "New",
    "de": "Neu",
    "es": "Nuevo",
    "fr": "Nouveau",
    "ja": "ニュー",
    "ko": "뉴",
    "vi": "Mới",
    "zh-Hans": "新会员",
    "zh-Hant": "新會員",
}
_GROWTH = {
    "en": "Growth",
    "de": "Aufsteiger",
    "es": "Crecimiento",
    "fr": "Croissance",
    "ja": "グロース",
    "ko": "그로스",
    "vi": "Phát triển",
    "zh-Hans": "成长会员",
    "zh-Hant": "成長會員",
}
_VIP = {
    "en": "VIP",
    "de": "VIP",
    "es": "VIP",
    "fr": "VIP",
    "ja": "VIP",
    "ko": "VIP",
    "vi": "VIP",
    "zh-Hans": "VIP 会员",
    "zh-Hant": "VIP 會員",
}
_SILVER = {
    "en": "Silver",
    "de": "Silber",
    "es": "Plata",
    "fr": "Argent",
    "ja": "シルバー",
    "ko": "실버",
    "vi": "Bạc",
    "zh-Hans": "银卡会员",
    "zh-Hant": "銀卡會員",
}
_GOLD = {
    "en": "Gold",
    "de": "Gold",
    "es": "Oro",
    "fr": "Or",
    "ja": "ゴールド",
    "ko": "골드",
    "vi": "Vàng",
    "zh-Hans": "金卡会员",
    "zh-Hant": "金卡會員",
}
_PLUS = dict.fromkeys(_NEW, "Plus")


def minor_for_a_point(currency: str) -> int:
    """What one point is earned for; 100 points pay as much. In minor units."""
    known = _ABOUT_A_DOLLAR.get(currency)
    return known if known is not None else int(10 ** currency_digits(currency))


def setup_document(
    starter: Starter, currencies: Iterable[str], *, time_zone: str
) -> dict[str, Any]:
    """As `flows.setup` takes it. `time_zone` is that of the shop's days: Europe/Paris."""
    minor = {code: minor_for_a_point(code) for code in sorted(set(currencies))}
    document: dict[str, Any] = {"programmes": [_programme(minor, time_zone)]}
    if starter is Starter.GROWTH_TIERS:
        document["ladder"] = _ladder(_growth_tiers(), time_zone)
    if starter is Starter.SPEND_TIERS:
        document["ladder"] = _ladder(_spend_tiers(minor), time_zone)
    return document


def plan_document(starter: Starter, variant_id: str) -> dict[str, Any] | None:
    """As a plan takes it; None: there is none in it."""
    if starter is not Starter.MEMBERSHIP:
        return None
    return {
        "name": _PLUS,
        "variants": {variant_id: {"months": 12}},
        "benefits": [
            {"kind": "multiplier", "points_percent": 200},
            {"kind": "free_shipping"},
            {"kind": "birthday_gift", "points": 200},
        ],
    }


def _programme(minor: Mapping[str, int], time_zone: str) -> dict[str, Any]:
    rates = {code: {"points": 1, "minor": each} for code, each in minor.items()}
    pays = {code: {"points": 100, "minor": each} for code, each in minor.items()}
    return {
        "slug": PROGRAMME,
        "name": "Points",
        "config": {
            "earning": {
                "rates": rates,
                "growth_rates": rates,
                "maturity": {"kind": "fulfilment"},
                "expiry": {"months": 12, "end_of": "month"},
            },
            "spending": {"rates": pays, "minimum": 100},
            "time_zone": time_zone,
        },
    }


def _ladder(tiers: list[dict[str, Any]], time_zone: str) -> dict[str, Any]:
    return {
        "window": {"kind": "rolling", "months": 12},
        "period": {"kind": "rolling", "months": 12},
        "grace_days": 30,
        "time_zone": time_zone,
        "tiers": tiers,
    }


def _growth_tiers() -> list[dict[str, Any]]:
    return [
        {"slug": "new", "name": _NEW, "everybody": True},
        {
            "slug": "growth",
            "name": _GROWTH,
            "entry": {"kind": "growth", "from": 500},
            "benefits": [{"kind": "multiplier", "points_percent": 120}],
        },
        {
            "slug": "vip",
            "name": _VIP,
            "entry": {"kind": "growth", "from": 2000},
            "keep": {"kind": "growth", "from": 1500},
            "benefits": [
                {"kind": "multiplier", "points_percent": 150},
                {"kind": "price_off", "basis_points": 500},
                {"kind": "free_shipping"},
            ],
        },
    ]


def _spend_tiers(minor: Mapping[str, int]) -> list[dict[str, Any]]:
    def spent(times: int) -> dict[str, Any]:
        return {"kind": "spend", "from": {code: each * times for code, each in minor.items()}}

    return [
        {
            "slug": "silver",
            "name": _SILVER,
            "entry": spent(200),
            "benefits": [{"kind": "price_off", "basis_points": 300}],
        },
        {
            "slug": "gold",
            "name": _GOLD,
            "entry": spent(1000),
            "keep": spent(750),
            "benefits": [
                {"kind": "price_off", "basis_points": 800},
                {"kind": "free_shipping"},
            ],
        },
    ]
