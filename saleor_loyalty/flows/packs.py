"""Packs of growth as staff make and change them. What was bought keeps what it brought."""

from typing import Any

from django.db import transaction

from ..errors import N_, Code, LoyaltyError
from ..features.growth_packs.config import PackConfig
from ..features.growth_packs.models import GrowthPack
from ..values.revision import revision_of
from ..values.slug import checked_slug
from .pack_terms import config_of


@transaction.atomic
def create_pack(slug: str, config: Any) -> GrowthPack:
    """On sale from now on: whoever pays one of its variants has what it brings.

    Raises INVALID naming each place at fault, or for a slug there is.
    """
    document = PackConfig.parse(config).to_json()
    pack, made = GrowthPack.objects.get_or_create(
        slug=checked_slug(slug), defaults={"config": document}
    )
    if not made:
        raise LoyaltyError(Code.INVALID, N_("This slug is taken."), field="slug")
    return pack


@transaction.atomic
def update_pack(slug: str, config: Any, *, revision: str) -> GrowthPack:
    """What is bought from now on brings what it says then.

    Raises INVALID naming each place, NOT_FOUND, CHANGED_MEANWHILE.
    """
    document = PackConfig.parse(config).to_json()
    pack = _locked(slug)
    if revision != revision_of(config_of(pack)):
        raise LoyaltyError(
            Code.CHANGED_MEANWHILE,
            N_("Somebody else has changed this since you read it."),
            field="revision",
        )
    pack.config = document
    pack.save(update_fields=["config", "updated_at"])
    return pack


@transaction.atomic
def archive_pack(slug: str, *, archived: bool = True) -> GrowthPack:
    """Takes it off sale, or puts it on sale again. Raises NOT_FOUND."""
    pack = _locked(slug)
    if pack.active == archived:
        pack.active = not archived
        pack.save(update_fields=["active", "updated_at"])
    return pack


def _locked(slug: str) -> GrowthPack:
    pack = GrowthPack.objects.select_for_update().filter(slug=slug).first()
    if pack is None:
        raise LoyaltyError(Code.NOT_FOUND, N_("There is no such pack."), field="id")
    return pack
