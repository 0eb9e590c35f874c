"""Events: a merchant's own, and ours such as "loyalty.review"."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, StrictBool, StrictInt, StrictStr, model_validator

from ....errors import N_, FaultError
from ....values.config import Config
from ..facts import Event, Facts
from .base import Gain, MeasureBase, Reads, Span

Name = Annotated[str, Field(min_length=1, max_length=100)]


class Where(Config):
    """An attribute against a value; a missing one never holds.

    `at_least` and `at_most` compare whole numbers.
    """

    name: Name
    operator: Literal["equals", "at_least", "at_most"] = "equals"
    value: StrictBool | StrictInt | StrictStr

    @model_validator(mode="after")
    def _comparable(self) -> Self:
        if self.operator != "equals" and type(self.value) is not int:
            raise FaultError(N_("This compares whole numbers."), at="operator")
        return self

    def holds(self, event: Event) -> bool:
        given: Any = event.attributes.get(self.name)
        wanted: Any = self.value
        # 1 == True in Python, and means something else here.
        if type(given) is not type(wanted):
            return False
        if self.operator == "equals":
            return bool(given == wanted)
        return bool(given >= wanted if self.operator == "at_least" else given <= wanted)


class Events(MeasureBase):
    """How often an event has happened; with `where` only those whose attributes all fit."""

    kind: Literal["events"]
    name: Name
    where: Annotated[tuple[Where, ...], Field(max_length=10)] = ()
    reads: ClassVar[Reads] = Reads.EVENTS

    def gains(self, facts: Facts, span: Span) -> Iterator[Gain]:
        for event in facts.events:
            if event.name == self.name and event.at in span and self._fits(event):
                yield Gain(event.at, 1)

    def hears(self, event: str, /) -> bool:
        return event == self.name

    def _fits(self, event: Event) -> bool:
        return all(one.holds(event) for one in self.where)
