"""Which version of which programme says what becomes of points that end."""

from collections.abc import Iterator
from datetime import datetime

from ..features.programme.models import ProgrammeVersion, VersionState
from .terms import Catalogue, Terms


def begun_versions() -> Iterator[Terms]:
    """All but drafts, of archived programmes too: their points are still there."""
    catalogue = Catalogue.load()
    versions = ProgrammeVersion.objects.exclude(state=VersionState.DRAFT).order_by("pk")
    for pk in versions.values_list("pk", flat=True):
        yield catalogue.version(pk)


def default_terms(*, now: datetime) -> Terms | None:
    """Those of points that no award brought: of the programme that names no channel."""
    return Catalogue.load().in_force("", now)
