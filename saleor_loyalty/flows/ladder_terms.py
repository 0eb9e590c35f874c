"""The ladder in its versions: how tiers are reached, and what they give."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import JSONObject
from pydantic import Field

from ..features.benefits.kinds import Benefits
from ..features.tiers.config import MOST_TIERS, LadderConfig, TierConfig
from ..features.tiers.models import LadderState, LadderVersion
from ..features.tiers.replay import Version


class TierDocument(TierConfig):
    benefits: Benefits = ()


class LadderDocument(LadderConfig):
    tiers: Annotated[tuple[TierDocument, ...], Field(max_length=MOST_TIERS)]


@dataclass(frozen=True, slots=True)
class LadderTerms:
    version_id: int
    number: int
    valid_from: datetime
    config: LadderDocument


# Activated versions as a column, to come along with another row: `Ladders.of_column` reads them.
ACTIVATED = ArraySubquery(
    LadderVersion.objects.filter(state=LadderState.ACTIVE).values(
        version=JSONObject(pk="pk", number="number", valid_from="valid_from", config="config")
    )
)


class Ladders:
    """All activated versions of the ladder: few rows, read once for a batch of work."""

    def __init__(self, terms: Iterable[LadderTerms]) -> None:
        self.terms = sorted(terms, key=lambda one: (one.valid_from, one.number))

    @classmethod
    def load(cls) -> Self:
        return cls.of(LadderVersion.objects.filter(state=LadderState.ACTIVE))

    @classmethod
    def of(cls, activated: Iterable[LadderVersion]) -> Self:
        return cls(_terms(version) for version in activated)

    @classmethod
    def of_column(cls, found: Iterable[dict[str, Any]]) -> Self:
        return cls.of(
            LadderVersion(**{**one, "valid_from": datetime.fromisoformat(one["valid_from"])})
            for one in found
        )

    @property
    def newest(self) -> LadderTerms | None:
        return self.terms[-1] if self.terms else None

    @property
    def versions(self) -> list[Version]:
        return [Version(one.number, one.valid_from, one.config) for one in self.terms]

    @property
    def reads(self) -> frozenset[str]:
        """The kinds of facts that any version looks at."""
        return frozenset().union(*(one.config.reads for one in self.terms))

    def tier(self, slug: str | None) -> TierDocument | None:
        """As the newest version has it."""
        tiers = self.newest.config.tiers if self.newest is not None else ()
        return next((tier for tier in tiers if tier.slug == slug), None)


def _terms(version: LadderVersion) -> LadderTerms:
    assert version.valid_from is not None, "an activated version has begun"
    return LadderTerms(
        version.pk, version.number, version.valid_from, LadderDocument.of_document(version.config)
    )
