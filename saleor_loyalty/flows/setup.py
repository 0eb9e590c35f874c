"""Setting up programmes and the ladder of tiers from one document."""

from datetime import datetime
from typing import Annotated, Any

from django.db import transaction
from pydantic import Field, ValidationError, model_validator

from ..errors import Code, LoyaltyError
from ..features.programme.service import save_programme
from ..features.tiers.service import save_ladder
from ..values.config import Config
from ..values.faults import places_of, refuse_twice
from ..values.slug import Slug
from .ladder_terms import LadderDocument
from .terms import ProgrammeConfig

Name = Annotated[str, Field(min_length=1, max_length=200)]


class ProgrammeDocument(Config):
    slug: Slug
    name: Name
    # Channel slugs; none named: every channel that no other programme names.
    channels: tuple[str, ...] = ()
    # Orders paid before are not awarded. Missing: from now on.
    valid_from: datetime | None = None
    config: ProgrammeConfig


class LadderSetup(LadderDocument):
    # Facts before count as well; but nobody was in a tier before. Missing: from now on.
    valid_from: datetime | None = None


class SetupDocument(Config):
    programmes: tuple[ProgrammeDocument, ...]
    ladder: LadderSetup | None = None

    @model_validator(mode="after")
    def _names_are_given_once(self) -> "SetupDocument":
        refuse_twice((programme.slug for programme in self.programmes), at="programmes")
        refuse_twice((slug for one in self.programmes for slug in one.channels), at="programmes")
        return self


@transaction.atomic
def set_up(data: Any, *, now: datetime) -> SetupDocument:
    """Makes or changes what the document names and leaves the rest alone.

    The same document again changes nothing. Raises LoyaltyError(INVALID) naming each place at
    fault.
    """
    try:
        document = SetupDocument.model_validate(data)
    except ValidationError as error:
        raise LoyaltyError(Code.INVALID, places_of(error)) from error
    for programme in document.programmes:
        save_programme(
            programme.slug,
            name=programme.name,
            channels=programme.channels,
            config=programme.config.to_json(),
            valid_from=programme.valid_from or now,
        )
    if document.ladder is not None:
        _save_ladder(document.ladder, now=now)
    return document


def _save_ladder(ladder: LadderSetup, *, now: datetime) -> None:
    document = ladder.to_json()
    del document["valid_from"]
    save_ladder(document, ladder.tiers, valid_from=ladder.valid_from or now)
