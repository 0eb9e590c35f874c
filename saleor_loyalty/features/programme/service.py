"""Writing programmes. A version that has begun is never changed: an edit is the next version."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from .models import Programme, ProgrammeVersion


@transaction.atomic
def save_programme(
    slug: str,
    *,
    name: str,
    channels: Sequence[str],
    config: dict[str, Any],
    valid_from: datetime,
) -> ProgrammeVersion:
    """Makes the programme or its next version; the same config again makes nothing new.

    `config` has been checked by whoever gives it (`flows.terms`).
    """
    programme, _ = Programme.objects.select_for_update().update_or_create(
        slug=slug, defaults={"name": name, "channels": list(channels), "active": True}
    )
    newest = programme.versions.order_by("-number").first()
    if newest is not None and newest.config == config:
        return newest
    return ProgrammeVersion.objects.create(
        programme=programme,
        number=newest.number + 1 if newest else 1,
        valid_from=valid_from,
        config=config,
    )
