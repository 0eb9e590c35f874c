"""The packs of growth: which variants they are sold as."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from ..features.growth_packs.config import PackConfig
from ..features.growth_packs.models import GrowthPack


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
    return PackConfig.of_document(pack.config)


def terms_of(pack: GrowthPack) -> PackTerms:
    return PackTerms(pack.pk, pack.slug, pack.active, config_of(pack))
