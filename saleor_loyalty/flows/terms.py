"""The terms in force: one version of a programme, each section read by the feature it is for.

Unknown, missing or contradictory input is refused with the place named: "earning.rates.USD.points".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, ValidationError

from ..errors import Code, LoyaltyError
from ..features.earning.config import EarningConfig
from ..features.programme.models import ProgrammeVersion, VersionState
from ..features.spending.config import SpendingConfig
from ..values.config import Config


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"{name!r} is not a time zone")
    return name


def places_at_fault(error: ValidationError) -> str:
    """ "earning.rates.USD.points: Input should be …", one after the other."""
    return "; ".join(
        f"{'.'.join(str(part) for part in fault['loc']) or 'document'}: {fault['msg']}"
        for fault in error.errors(include_url=False)
    )


class DebtPolicy(StrEnum):
    """What a claw-back does with what is not there any more."""

    DEBT = "debt"
    ONLY_WHAT_IS_THERE = "only_what_is_there"


class ProgrammeConfig(Config):
    earning: EarningConfig
    spending: SpendingConfig = SpendingConfig()
    debt: DebtPolicy = DebtPolicy.DEBT
    time_zone: Annotated[str, AfterValidator(_known_zone)] = "UTC"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @classmethod
    def parse(cls, data: Any) -> Self:
        """Raises LoyaltyError(INVALID) naming each place at fault."""
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise LoyaltyError(Code.INVALID, places_at_fault(error), field="config") from error


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of one programme, as the flows use it."""

    version_id: int
    programme: str
    number: int
    channels: frozenset[str]
    valid_from: datetime
    config: ProgrammeConfig

    @property
    def wants_order_number(self) -> bool:
        return "order_number" in self.config.earning.kinds_of_conditions

    @property
    def wants_segments(self) -> bool:
        return "segment" in self.config.earning.kinds_of_conditions


class Catalogue:
    """All versions of the active programmes: few rows, read once for a batch of work."""

    def __init__(self, terms: Iterable[Terms]) -> None:
        # Newest first, so that the first one that fits is the one in force.
        self._terms = sorted(
            terms, key=lambda one: (one.valid_from, one.number, one.programme), reverse=True
        )
        self._named = frozenset().union(*(one.channels for one in self._terms))
        self._by_id = {one.version_id: one for one in self._terms}

    @classmethod
    def load(cls) -> Self:
        versions = ProgrammeVersion.objects.select_related("programme").filter(
            programme__active=True, state=VersionState.ACTIVE
        )
        return cls(_terms(version) for version in versions)

    def in_force(self, channel: str, at: datetime) -> Terms | None:
        """The programme that names the channel, else the one that names none."""
        for terms in self._terms:
            if terms.valid_from <= at and self._serves(terms, channel):
                return terms
        return None

    def version(self, version_id: int) -> Terms:
        """The terms an award or payment was made under, of an archived programme too."""
        if version_id not in self._by_id:
            version = ProgrammeVersion.objects.select_related("programme").get(pk=version_id)
            self._by_id[version_id] = _terms(version)
        return self._by_id[version_id]

    def _serves(self, terms: Terms, channel: str) -> bool:
        if terms.channels:
            return channel in terms.channels
        return channel not in self._named


def _terms(version: ProgrammeVersion) -> Terms:
    assert version.valid_from is not None, "only a draft has no beginning"
    return Terms(
        version_id=version.pk,
        programme=version.programme.slug,
        number=version.number,
        channels=frozenset(version.programme.channels),
        valid_from=version.valid_from,
        config=ProgrammeConfig.parse(version.config),
    )
