"""Setting up programmes and tiers from one document."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any

from django.db import transaction
from django.db.models import F
from pydantic import Field, ValidationError, model_validator

from ..errors import Code, LoyaltyError
from ..features.programme.service import save_programme
from ..features.tiers.models import SalePolicy, Tier
from ..values.config import Config, Points
from .terms import ProgrammeConfig, places_at_fault

Slug = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]+$", max_length=50)]
Name = Annotated[str, Field(min_length=1, max_length=200)]


class ProgrammeDocument(Config):
    slug: Slug
    name: Name
    # Channel slugs; none named: every channel that no other programme names.
    channels: tuple[str, ...] = ()
    # Orders paid before are not awarded. Missing: from now on.
    valid_from: datetime | None = None
    config: ProgrammeConfig


class TierDocument(Config):
    slug: Slug
    name: Name
    rank: Annotated[int, Field(strict=True, ge=1, le=1_000)]
    growth_from: Points = 0
    # Hundredths of a percent: 1000 is 10 % off.
    discount_basis_points: Annotated[int, Field(strict=True, ge=0, le=10_000)] = 0
    sale_policy: SalePolicy = SalePolicy.BEST_OF


class SetupDocument(Config):
    programmes: tuple[ProgrammeDocument, ...]
    tiers: tuple[TierDocument, ...] = ()

    @model_validator(mode="after")
    def _names_are_given_once(self) -> "SetupDocument":
        _once("programme", (programme.slug for programme in self.programmes))
        _once("tier", (tier.slug for tier in self.tiers))
        _once("rank", (str(tier.rank) for tier in self.tiers))
        _once("channel", (slug for one in self.programmes for slug in one.channels))
        return self


def _once(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"{what} {name!r} is given twice")
        seen.add(name)


_ROOM_FOR_RANKS = 1_000_000


@transaction.atomic
def set_up(data: Any, *, now: datetime) -> SetupDocument:
    """Makes or changes what the document names and leaves the rest alone.

    The same document again changes nothing. Raises LoyaltyError(INVALID) naming each place at
    fault.
    """
    try:
        document = SetupDocument.model_validate(data)
    except ValidationError as error:
        raise LoyaltyError(Code.INVALID, places_at_fault(error)) from error
    for programme in document.programmes:
        save_programme(
            programme.slug,
            name=programme.name,
            channels=programme.channels,
            config=programme.config.to_json(),
            valid_from=programme.valid_from or now,
        )
    # Ranks are unique: those that change places make room for each other first.
    Tier.objects.filter(slug__in=[tier.slug for tier in document.tiers]).update(
        rank=F("rank") + _ROOM_FOR_RANKS
    )
    for tier in document.tiers:
        Tier.objects.update_or_create(
            slug=tier.slug, defaults={**tier.model_dump(exclude={"slug"}), "active": True}
        )
    return document
