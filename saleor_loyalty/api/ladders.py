"""Ids of versions of the ladder as clients see them, and what belongs to many versions at once."""

from typing import Any
from uuid import UUID

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.tiers.models import LadderTrial, LadderVersion
from .ids import public_of, to_global
from .loaders import Loader

VERSION, TRIAL, INVITATION = "LoyaltyLadderVersion", "LoyaltyLadderTrial", "LoyaltyTierInvitation"


def version_id(version: LadderVersion) -> str:
    return to_global(VERSION, version.number)


def version_number(global_id: str, *, field: str = "id") -> int:
    number = public_of(global_id, VERSION, field=field)
    # There are never a million versions, and a longer number is none of ours.
    if not (number.isascii() and number.isdigit() and len(number) <= 6):
        raise LoyaltyError(
            Code.INVALID, N_("This is not the id of a %(kind)s."), field=field, kind=VERSION
        )
    return int(number)


class TrialsOfVersion(Loader):
    """By a version's key and how many are wanted: its newest trials."""

    def find(self, keys: list[tuple[int, int]]) -> dict[tuple[int, int], list[LadderTrial]]:
        newest_first = Window(RowNumber(), partition_by=F("ladder_version_id"), order_by="-pk")
        wanted = LadderTrial.objects.filter(ladder_version_id__in={version for version, _ in keys})
        trials = wanted.annotate(place=newest_first).filter(
            place__lte=max(most for _, most in keys)
        )
        found: dict[int, list[LadderTrial]] = {version: [] for version, _ in keys}
        for trial in trials.order_by("place"):
            found[trial.ladder_version_id].append(trial)
        return {(version, most): found[version][:most] for version, most in keys}


class MemberOfTrial(Loader):
    """By public id: who would move, with the name of their account."""

    def find(self, keys: list[UUID]) -> dict[UUID, Any]:
        members = Member.objects.filter(public_id__in=keys).annotate(
            first_name=F("user__first_name"), last_name=F("user__last_name")
        )
        return {member.public_id: member for member in members}
