"""The packs of growth: which variants they are sold as."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

from pydantic import ValidationError

from ..errors import Code, LoyaltyError
from ..features.growth_packs.config import PackConfig
from ..features.growth_packs.models import GrowthPack
from .terms import places_at_fault


def parse_pack(data: Any) -> PackConfig:
    """Raises LoyaltyError(INVALID) naming each place at fault."""
    try:
        return PackConfig.model_validate(data)
    except ValidationError as error:
        raise LoyaltyError(Code.INVALID, places_at_fault(error), field="config") from error


@lru_cache(maxsize=256)
def parsed_pack(text: str) -> PackConfig:
    """Each text is read once by a process."""
    return parse_pack(json.loads(text))


@dataclass(frozen=True, slots=True)
class PackTerms:
    """One pack as the flows use it."""

    pack_id: int
    slug: str
    active: bool
    config: PackConfig


class Packs:
    """All packs, of which there are few: read once for a batch of work.

    What is sold no more still counts for whoever has paid it, unless another pack has its variant.
    """

    def __init__(self, packs: Iterable[PackTerms]) -> None:
        self.all = sorted(packs, key=lambda one: (not one.active, one.slug))
        self._sold: dict[str, PackTerms] = {}
        for one in self.all:
            for variant in one.config.variants:
                self._sold.setdefault(variant, one)

    @classmethod
    def load(cls) -> Self:
        return cls(terms_of(pack) for pack in GrowthPack.objects.all())

    @property
    def active(self) -> list[PackTerms]:
        """By slug."""
        return sorted((one for one in self.all if one.active), key=lambda one: one.slug)

    def of_variant(self, variant_id: str) -> PackTerms | None:
        return self._sold.get(variant_id)


def config_of(pack: GrowthPack) -> PackConfig:
    return parsed_pack(json.dumps(pack.config))


def terms_of(pack: GrowthPack) -> PackTerms:
    return PackTerms(pack.pk, pack.slug, pack.active, config_of(pack))
