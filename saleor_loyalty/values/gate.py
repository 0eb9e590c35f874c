"""For whom something is, where it is not for every member."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from .config import Config

Slug = Annotated[str, Field(min_length=1, max_length=50)]


class Gate(Config):
    """Members of any of these tiers, with any of these plans, or in any of these segments.

    Nothing named: every member.
    """

    tiers: Annotated[frozenset[Slug], Field(max_length=50)] = frozenset()
    plans: Annotated[frozenset[Slug], Field(max_length=50)] = frozenset()
    segments: Annotated[frozenset[Slug], Field(max_length=50)] = frozenset()

    @property
    def is_open(self) -> bool:
        return not (self.tiers or self.plans or self.segments)

    def lets_in(self, holders: Iterable[str]) -> bool:
        """`holders` as benefits name them, "tier:gold", "plan:plus", and "segment:vip"."""
        return self.is_open or not self._wanted.isdisjoint(holders)

    @property
    def _wanted(self) -> frozenset[str]:
        named = (("tier", self.tiers), ("plan", self.plans), ("segment", self.segments))
        return frozenset(f"{kind}:{slug}" for kind, slugs in named for slug in slugs)
