"""For whom something is, where it is not for every member."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from .config import Config

Slug = Annotated[str, Field(min_length=1, max_length=50)]


class Gate(Config):
    """Members of any of these tiers or with any of these plans. Nothing named: every member."""

    tiers: Annotated[frozenset[Slug], Field(max_length=50)] = frozenset()
    plans: Annotated[frozenset[Slug], Field(max_length=50)] = frozenset()

    @property
    def is_open(self) -> bool:
        return not (self.tiers or self.plans)

    def lets_in(self, holders: Iterable[str]) -> bool:
        """`holders` as benefits name them: "tier:gold", "plan:plus"."""
        wanted = {f"tier:{slug}" for slug in self.tiers} | {f"plan:{slug}" for slug in self.plans}
        return not wanted or not wanted.isdisjoint(holders)
