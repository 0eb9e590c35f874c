"""Writing versions of the ladder. A version that was in force is never changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Max

from ...errors import N_, Code, LoyaltyError
from ...values.source_key import digest_of
from .config import TierConfig
from .models import LadderState, LadderVersion, Tier


def newest_activated() -> LadderVersion | None:
    return LadderVersion.objects.filter(state=LadderState.ACTIVE).order_by("-number").first()


def add_draft(config: dict[str, Any]) -> LadderVersion:
    newest: int | None = LadderVersion.objects.aggregate(newest=Max("number"))["newest"]
    return LadderVersion.objects.create(number=(newest or 0) + 1, config=config)


def known_draft(number: int, revision: str) -> LadderVersion:
    """Raises NOT_FOUND, INVALID for a version that is no draft any more, CHANGED_MEANWHILE where
    the draft is not what it was when the caller read `revision`.
    """
    version = LadderVersion.objects.filter(number=number).first()
    if version is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such version."), field="id")
    if version.state != LadderState.DRAFT:
        raise LoyaltyError(Code.INVALID, N_("Only a draft may be changed."), field="id")
    if revision != revision_of(version):
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE,
            N_("Somebody else has changed this since you read it."),
            field="revision",
        )
    return version


def revision_of(version: LadderVersion) -> str:
    """Another text for every other content: who edits says which content they have seen."""
    content = {"config": version.config, "state": version.state}
    return f"{digest_of(content) & (2**64 - 1):016x}"


def save_ladder(
    config: dict[str, Any], tiers: Sequence[TierConfig], *, valid_from: datetime
) -> LadderVersion:
    """Puts this ladder in force; where it is already, nothing is new.

    `config` has been checked by whoever gives it, and `tiers` are those in it.
    """
    newest = newest_activated()
    if newest is not None and newest.config == config:
        return newest
    version = add_draft(config)
    put_in_force(version, tiers, valid_from=valid_from)
    return version


def put_in_force(
    version: LadderVersion, tiers: Sequence[TierConfig], *, valid_from: datetime
) -> None:
    """From then on it is the ladder; its tiers are those that others can point to."""
    newest = newest_activated()
    # Clocks differ from machine to machine: what is put in force later begins later.
    begins = valid_from if newest is None or newest.valid_from is None else newest.valid_from
    version.state, version.valid_from = LadderState.ACTIVE, max(valid_from, begins)
    version.save(update_fields=["state", "valid_from"])
    # Ranks are unique among those that are active.
    Tier.objects.update(active=False)
    for rank, tier in enumerate(tiers, 1):
        name = next(iter(tier.name.root.values()))[:200]
        Tier.objects.update_or_create(
            slug=tier.slug, defaults={"name": name, "rank": rank, "active": True}
        )
