"""Numbers, money and dates as people read them."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from django import template

from saleor_loyalty.values.money import Money

LOCALE = "en_GB"

register = template.Library()


@register.filter
def number(value: int) -> str:
    return format_decimal(value, locale=LOCALE)


@register.filter
def signed(value: int) -> str:
    """A change: with its sign as typographers have it, 0 as a dash."""
    if not value:
        return "\N{EN DASH}"
    sign = "+" if value > 0 else "\N{MINUS SIGN}"
    return f"{sign}{format_decimal(abs(value), locale=LOCALE)}"


@register.filter
def money(value: Money) -> str:
    return format_currency(value.decimal, value.currency, locale=LOCALE)


@register.filter
def day(value: date | datetime) -> str:
    return format_date(value, "d MMM y", locale=LOCALE)


@register.filter
def month(value: date) -> str:
    return format_date(value, "MMM", locale=LOCALE)


@register.filter
def month_and_year(value: date) -> str:
    return format_date(value, "MMMM y", locale=LOCALE)
