"""Something that people do or hand over: a workshop, a table, a parcel. The member has a code."""

from typing import Literal

from ....values.texts import Texts
from .base import Ending, Way


class Service(Ending):
    """The code is there at once, or with `by_staff` once staff have prepared it."""

    kind: Literal["service"]
    by_staff: bool = False
    # What the member does with the code, by language.
    instructions: Texts = Texts({})

    @property
    def way(self) -> Way:
        return Way.BY_STAFF if self.by_staff else Way.AT_ONCE
