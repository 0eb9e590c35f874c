"""Narrowing what a merchant has written down: by its name, and by how it stands now."""

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django.db.models import F, Func, JSONField, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from ..errors import N_, Code, LoyaltyError
from ..values.source_key import digest_of

LONGEST_SEARCH = 100
_NAMES = Value("$.name.*")


class Standing(StrEnum):
    """How something stands that is switched on and off and has dates."""

    ON = "on"
    PLANNED = "planned"
    OFF = "off"
    OVER = "over"


def standing(wanted: Standing, *, now: datetime) -> Q:
    """Rows with `active`, `starts_at` and `ends_at` that stand so: each row in one way.

    What has ended is over, switched on or not; what is switched off is not planned.
    """
    over, ahead = Q(ends_at__lte=now), Q(starts_at__gt=now)
    left = Q(ends_at=None) | Q(ends_at__gt=now)
    begun = Q(starts_at=None) | Q(starts_at__lte=now)
    return {
        Standing.ON: left & begun & Q(active=True),
        Standing.PLANNED: left & ahead & Q(active=True),
        Standing.OFF: left & Q(active=False),
        Standing.OVER: over,
    }[wanted]


def named(found: QuerySet[Any], search: str) -> QuerySet[Any]:
    """Those with each word of `search` in their slug or in their name of any language, in any case.

    No index helps: every row's `config` is read, which takes some 25 ms for 5,000 of them. So
    this is for what a merchant writes by hand, not for what members do.
    """
    words = search.split()
    if not words:
        return found
    names = Func(F("config"), _NAMES, function="jsonb_path_query_array", output_field=JSONField())
    found = found.alias(all_names=Cast(names, TextField()))
    for word in words:
        # The list of names as JSON writes it: with marks around each that no word has in it.
        found = found.filter(Q(slug__icontains=word) | Q(all_names__icontains=_in_json(word)))
    return found


def revision_of(row: Any) -> str:
    """Another text for every other content of a row with a config, dates and a switch."""
    moments = [at and at.astimezone(UTC) for at in (row.starts_at, row.ends_at)]
    said = (row.config, moments, row.active)
    return f"{digest_of({'written': said}) & (2**64 - 1):016x}"


def check_revision(row: Any, revision: str | None) -> None:
    """Whoever writes says what they have read: "" for nothing, None where that is all the same.

    `row` is what there is under that name, locked against others who write it. Raises INVALID
    where there is something already, CHANGED_MEANWHILE where it says something else.
    """
    if revision is None:
        return
    if revision == "" and row is not None:
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug")
    if revision != "" and (row is None or revision != revision_of(row)):
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE,
            N_("Somebody else has changed this since you read it."),
            field="revision",
        )


def _in_json(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)[1:-1]
