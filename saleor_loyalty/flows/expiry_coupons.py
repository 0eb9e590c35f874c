"""What has expired becomes a coupon, where the programme says so."""

from datetime import datetime
from importlib.resources import files
from typing import Any

from django.db import connection, transaction

from ..events.host import host
from ..features.expiry.models import ExpiryConversion
from ..features.members.service import holder_of
from .expiry_terms import begun_versions, default_terms
from .locks import lock_subjects

_CONVERT = files("saleor_loyalty.features.expiry").joinpath("conversions.sql")
# How many days of history are looked through: longer than any worker should stand still.
_WINDOW = 31


@transaction.atomic
def convert_expired(*, now: datetime) -> int:
    """Writes down what became of points that have expired; returns how many coupons are due.

    The version that made the award decides, for points without an award the default programme's.
    """
    rules = _rules()
    if not rules:
        return 0
    # Two runs with different entries before them would count the older ones twice.
    lock_subjects(["expiry-coupons"])
    default = default_terms(now=now)
    with connection.cursor() as cursor:
        cursor.execute(
            _CONVERT.read_text(),
            {
                **rules,
                "default": default.version_id if default else None,
                "default_from": default.valid_from if default else None,
                "window": _WINDOW,
                "now": now,
            },
        )
        return int(cursor.rowcount)


def issue(conversion_id: int) -> None:
    """Has the host make the coupon. Nobody is left to have it where the account was deleted."""
    conversion = ExpiryConversion.objects.select_for_update().get(pk=conversion_id)
    member = holder_of(conversion.member_id)
    if conversion.code or member.user_id is None:
        return
    conversion.code = host().issue_coupon(
        member.user_id,
        conversion.value,
        conversion.currency,
        valid_until=conversion.valid_until,
        source=f"expiry:{conversion.account_id}/{conversion.entry_seq}",
    )
    conversion.member = member
    conversion.save(update_fields=["code", "member"])


def _rules() -> dict[str, list[Any]]:
    """A row for each version and currency, as columns."""
    rows = [
        (
            terms.version_id,
            position,
            currency,
            rate.points,
            rate.minor,
            conversion.minimum,
            conversion.valid_days,
        )
        for terms in begun_versions()
        if (conversion := terms.config.earning.expiry.conversion) is not None
        for position, (currency, rate) in enumerate(sorted(conversion.points_rate.items()))
    ]
    names = ("versions", "positions", "currencies", "points", "minor", "minimums", "valid_days")
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {}
