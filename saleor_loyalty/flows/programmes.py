"""Programmes as staff shape them: a draft is edited freely, an activated version never changes.

Older versions stay in force for the moments they were for, so an order that comes late earns what
it would have earned then.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from django.db import transaction
from pydantic import Field, ValidationError, model_validator

from ..errors import N_, Code, FaultError, LoyaltyError
from ..features.programme.models import Programme, ProgrammeVersion, VersionState
from ..features.programme.service import (
    add_draft,
    locked_draft,
    locked_programme,
    newest_activated,
)
from ..values.config import Config
from ..values.faults import places_of
from ..values.patterns import NAME_OF_HOST
from .terms import ProgrammeConfig

ChannelSlug = Annotated[str, Field(pattern=NAME_OF_HOST, max_length=255)]


class _Head(Config):
    slug: Annotated[str, Field(pattern=NAME_OF_HOST, max_length=50)]
    name: Annotated[str, Field(min_length=1, max_length=200)]
    channels: Annotated[tuple[ChannelSlug, ...], Field(max_length=100)] = ()

    @model_validator(mode="after")
    def _once(self) -> "_Head":
        if len(set(self.channels)) < len(self.channels):
            raise FaultError(N_("One channel is given twice."), at="channels")
        return self


@transaction.atomic
def create_programme(slug: str, *, name: str, channels: Sequence[str], config: Any) -> Programme:
    """A programme with its first draft: nothing is in force yet. Raises INVALID."""
    head = _checked(slug, name, channels)
    document = ProgrammeConfig.parse(config).to_json()
    _refuse_taken_channels(head)
    programme, made = Programme.objects.get_or_create(
        slug=head.slug, defaults={"name": head.name, "channels": list(head.channels)}
    )
    if not made:
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug")
    add_draft(locked_programme(head.slug), document)
    return programme


@transaction.atomic
def update_programme(
    slug: str, *, name: str | None = None, channels: Sequence[str] | None = None
) -> Programme:
    """Name and channels are no part of a version: they hold from now on for whatever comes in."""
    programme = locked_programme(slug)
    head = _checked(
        slug,
        programme.name if name is None else name,
        programme.channels if channels is None else channels,
    )
    if programme.active and channels is not None:
        _refuse_taken_channels(head)
    programme.name, programme.channels = head.name, list(head.channels)
    programme.save(update_fields=["name", "channels"])
    return programme


@transaction.atomic
def archive_programme(slug: str) -> Programme:
    """Nothing is earned under it any more, and its points pay no more; what was earned stays."""
    programme = locked_programme(slug)
    programme.active = False
    programme.save(update_fields=["active"])
    return programme


@transaction.atomic
def open_draft(slug: str) -> ProgrammeVersion:
    """A draft that says what the newest activated version says, or else the newest draft."""
    programme = locked_programme(slug)
    newest = newest_activated(programme) or programme.versions.order_by("-number").first()
    if newest is None:
        raise LoyaltyError(Code.INVALID, N_("This programme has no version to copy."), field="id")
    return add_draft(programme, newest.config)


@transaction.atomic
def edit_draft(slug: str, number: int, *, config: Any, revision: str) -> ProgrammeVersion:
    """Replaces what the draft says. Raises INVALID naming each place, CHANGED_MEANWHILE."""
    document = ProgrammeConfig.parse(config).to_json()
    draft = locked_draft(slug, number, revision)
    draft.config = document
    draft.save(update_fields=["config"])
    return draft


@transaction.atomic
def activate_draft(
    slug: str, number: int, *, revision: str, valid_from: datetime | None = None, now: datetime
) -> ProgrammeVersion:
    """From `valid_from` (missing: now) it is in force instead of the version before.

    Never in the past: what has happened was awarded under the terms of then.
    """
    draft = locked_draft(slug, number, revision)
    if not draft.programme.active:
        raise LoyaltyError(Code.PROGRAMME_NOT_ACTIVE, N_("The programme is archived."), field="id")
    if valid_from is not None and valid_from < now:
        raise LoyaltyError(
            Code.INVALID, N_("A version cannot begin in the past."), field="validFrom"
        )
    # What was written by an older release of ours may not be understood any more.
    ProgrammeConfig.parse(draft.config)
    draft.state, draft.valid_from = VersionState.ACTIVE, valid_from or now
    draft.save(update_fields=["state", "valid_from"])
    return draft


@transaction.atomic
def delete_draft(slug: str, number: int, *, revision: str) -> Programme:
    draft = locked_draft(slug, number, revision)
    programme = draft.programme
    draft.delete()
    return programme


def _checked(slug: str, name: str, channels: Sequence[str]) -> _Head:
    try:
        return _Head.model_validate({"slug": slug, "name": name, "channels": list(channels)})
    except ValidationError as error:
        place = error.errors(include_url=False)[0]["loc"]
        raise LoyaltyError(
            Code.INVALID, places_of(error), field=str(place[0]) if place else "channels"
        ) from error


def _refuse_taken_channels(head: _Head) -> None:
    """A channel has one programme, and one programme serves those that nobody names."""
    others = Programme.objects.select_for_update().filter(active=True).exclude(slug=head.slug)
    for other in others.order_by("slug"):
        both = set(head.channels) & set(other.channels)
        if both:
            raise LoyaltyError(
                Code.INVALID,
                N_("%(channel)s is a channel of the programme %(programme)s."),
                field="channels",
                channel=min(both),
                programme=other.slug,
            )
        if not head.channels and not other.channels:
            raise LoyaltyError(
                Code.INVALID,
                N_("%(programme)s already serves every channel that no programme names."),
                field="channels",
                programme=other.slug,
            )
