"""Writing programmes. A version that has begun is never changed: an edit is the next version."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from ...errors import N_, Code, LoyaltyError
from ...values.source_key import digest_of
from .models import Programme, ProgrammeVersion, VersionState


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

    `config` has been checked by whoever gives it (`flows.terms`). Drafts are left alone.
    """
    programme, _ = Programme.objects.select_for_update().update_or_create(
        slug=slug, defaults={"name": name, "channels": list(channels), "active": True}
    )
    newest = newest_activated(programme)
    if newest is not None and newest.config == config:
        return newest
    return ProgrammeVersion.objects.create(
        programme=programme,
        number=_next_number(programme),
        valid_from=valid_from,
        config=config,
    )


def newest_activated(programme: Programme) -> ProgrammeVersion | None:
    return programme.versions.filter(state=VersionState.ACTIVE).order_by("-number").first()


def add_draft(programme: Programme, config: dict[str, Any]) -> ProgrammeVersion:
    """The caller has locked the programme."""
    return ProgrammeVersion.objects.create(
        programme=programme,
        number=_next_number(programme),
        state=VersionState.DRAFT,
        config=config,
    )


def locked_programme(slug: str, *, field: str = "id") -> Programme:
    """Held until the transaction ends. Raises NOT_FOUND."""
    programme = Programme.objects.select_for_update().filter(slug=slug).first()
    if programme is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such programme."), field=field)
    return programme


def locked_draft(slug: str, number: int, revision: str | None) -> ProgrammeVersion:
    """Held until the transaction ends.

    Raises NOT_FOUND, INVALID for a version that is no draft any more, CHANGED_MEANWHILE where
    the draft is not what it was when the caller read `revision`.
    """
    programme = locked_programme(slug)
    version = programme.versions.filter(number=number).first()
    if version is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such version."), field="id")
    if version.state != VersionState.DRAFT:
        raise LoyaltyError(Code.INVALID, N_("Only a draft may be changed."), field="id")
    if revision is not None and revision != revision_of(version):
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE,
            N_("Somebody else has changed this since you read it."),
            field="revision",
        )
    return version


def revision_of(version: ProgrammeVersion) -> str:
    """Another text for every other content: who edits says which content they have seen."""
    begins = version.valid_from.isoformat() if version.valid_from else None
    content = {"config": version.config, "valid_from": begins, "state": version.state}
    return f"{digest_of(content) & (2**64 - 1):016x}"


def _next_number(programme: Programme) -> int:
    newest: int | None = programme.versions.aggregate(newest=Max("number"))["newest"]
    return (newest or 0) + 1
