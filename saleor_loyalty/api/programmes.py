"""Ids of programmes, their versions and campaigns, as clients see them."""

from uuid import UUID

from ..errors import N_, Code, LoyaltyError
from ..features.programme.models import ProgrammeVersion
from .ids import public_of, to_global, uuid_of

PROGRAMME, VERSION, CAMPAIGN = "LoyaltyProgramme", "LoyaltyProgrammeVersion", "LoyaltyCampaign"


def programme_slug(global_id: str, *, field: str = "id") -> str:
    return public_of(global_id, PROGRAMME, field=field)


def version_id(version: ProgrammeVersion) -> str:
    return to_global(VERSION, f"{version.programme.slug}:{version.number}")


def version_key(global_id: str, *, field: str = "id") -> tuple[str, int]:
    """Slug of the programme and number of the version."""
    slug, _, number = public_of(global_id, VERSION, field=field).rpartition(":")
    # No programme has a million versions, and a longer number is none of ours.
    if not (number.isascii() and number.isdigit() and len(number) <= 6):
        raise LoyaltyError(
            Code.INVALID, N_("This is not the id of a %(kind)s."), field=field, kind=VERSION
        )
    return slug, int(number)


def known_version(global_id: str, *, field: str) -> ProgrammeVersion:
    """Raises LoyaltyError INVALID or NOT_FOUND."""
    slug, number = version_key(global_id, field=field)
    found = ProgrammeVersion.objects.select_related("programme")
    version = found.filter(programme__slug=slug, number=number).first()
    if version is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such version."), field=field)
    return version


def campaign_id(global_id: str) -> UUID:
    return uuid_of(global_id, CAMPAIGN)
