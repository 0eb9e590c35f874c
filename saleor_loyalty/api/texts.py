"""What people read: the reason of each entry, in the member's own language.

The texts here are the English ones; `locale/` has the others. Numbers, money and dates are written
by Babel in the manner of the language.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency, format_decimal, format_percent
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..ledger.models import EntryKind
from ..values.money import Money
from ..values.points import Unit

# With the number of the order, where the entry has one, and without.
_REASONS: dict[str, tuple[Promise | str, Promise | str]] = {
    "order": (_("Order %(order)s"), _("Order")),
    "order_refunded": (_("Order %(order)s was refunded"), _("An order was refunded")),
    "order_paid_with_points": (_("Used for order %(order)s"), _("Used for an order")),
    "payment_refunded": (
        _("Given back after a refund of order %(order)s"),
        _("Given back after a refund"),
    ),
    "checkout": (_("Set aside for a checkout"),) * 2,
    "released": (_("Set aside no longer"),) * 2,
    "adjusted": (_("Adjusted by the shop"),) * 2,
    "merged": (_("Moved from one account to the other"),) * 2,
    "extended_after_refund": (_("Expires later, after a refund"),) * 2,
    "matured": (_("Can be used from now on"),) * 2,
    "expired": (_("Expired"),) * 2,
    "debt_paid": (_("Kept for points that were owed"),) * 2,
}

_OF_KIND: dict[EntryKind, str] = {
    EntryKind.EARN: "order",
    EntryKind.MATURE: "matured",
    EntryKind.SPEND: "order_paid_with_points",
    EntryKind.HOLD: "checkout",
    EntryKind.RELEASE: "released",
    EntryKind.CAPTURE: "order_paid_with_points",
    EntryKind.RESTORE: "payment_refunded",
    EntryKind.CLAW_BACK: "order_refunded",
    EntryKind.EXPIRE: "expired",
    EntryKind.DEBT_PAYMENT: "debt_paid",
    EntryKind.ADJUST: "adjusted",
    EntryKind.MERGE_OUT: "merged",
    EntryKind.MERGE_IN: "merged",
    EntryKind.EXTEND: "extended_after_refund",
}

_EXCLUDED: dict[str, Promise | str] = {
    "gift_card": _("Gift cards earn no points"),
    "customer_group": _("This customer group earns no points"),
    "sale": _("Reduced items earn no points"),
    "product": _("This product earns no points"),
    "category": _("This category earns no points"),
    "collection": _("This collection earns no points"),
}


def reason_of(kind: EntryKind, given: str | None) -> str:
    """The code of an entry's reason; entries that follow by themselves have their kind's."""
    return given or _OF_KIND[kind]


def entry_text(kind: EntryKind, reason: str, order: str, language_code: str) -> str:
    """One line for the member. A reason of another version of ours reads as its kind's."""
    with_order, without = _REASONS.get(reason) or _REASONS[_OF_KIND[kind]]
    with speaking(language_code):
        return str(with_order) % {"order": order} if order else str(without)


def excluded_text(code: str, language_code: str) -> str:
    with speaking(language_code):
        return str(_EXCLUDED.get(code, _("This earns no points")))


def rate_text(points: int, money: Money, unit: Unit, language_code: str) -> str:
    with speaking(language_code):
        if unit is Unit.GROWTH:
            text = gettext("%(number)s growth for each %(amount)s")
        else:
            text = ngettext(
                "%(number)s point for each %(amount)s",
                "%(number)s points for each %(amount)s",
                points,
            )
    number = whole_text(points, language_code)
    return text % {"number": number, "amount": money_text(money, language_code)}


def multiplier_text(percent: int, language_code: str) -> str:
    """`percent` of the base award in all: 200 is double points."""
    written = format_percent(Decimal(percent).scaleb(-2), locale=locale_of(language_code))
    with speaking(language_code):
        return gettext("%(percent)s of the base award") % {"percent": written}


def bonus_text(language_code: str) -> str:
    with speaking(language_code):
        return gettext("Bonus")


def shipping_text(language_code: str) -> str:
    with speaking(language_code):
        return gettext("Shipping")


def money_text(money: Money, language_code: str) -> str:
    return str(format_currency(money.decimal, money.currency, locale=locale_of(language_code)))


def whole_text(number: int, language_code: str) -> str:
    return str(format_decimal(number, locale=locale_of(language_code)))


def locale_of(language_code: str) -> Locale:
    """The language itself where its region is not known, English where neither is."""
    for code in (language_code, language_code.split("-")[0]):
        try:
            return Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


@contextmanager
def speaking(language_code: str) -> Iterator[None]:
    with translation.override(language_code or "en"):
        yield
