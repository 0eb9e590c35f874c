"""A custom event: its name and its attributes."""

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StrictInt, StrictStr

from ....errors import N_, Message
from .base import ConditionBase, Item, Occasion

Name = Annotated[str, Field(min_length=1, max_length=100)]


class Event(ConditionBase):
    kind: Literal["event"]
    name: Name

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        return occasion.event == self.name


class Attribute(ConditionBase):
    """An attribute of the event against a value; a missing one never holds.

    `at_least` and `at_most` compare whole numbers.
    """

    kind: Literal["attribute"]
    name: Name
    operator: Literal["equals", "at_least", "at_most"] = "equals"
    value: StrictBool | StrictInt | StrictStr

    def holds(self, occasion: Occasion, item: Item | None) -> bool:
        given: Any = occasion.attributes.get(self.name)
        if self.operator == "equals":
            # 1 == True in Python, and means something else here.
            return type(given) is type(self.value) and given == self.value
        wanted = self.value
        if isinstance(given, bool) or not isinstance(given, int) or not isinstance(wanted, int):
            return False
        return given >= wanted if self.operator == "at_least" else given <= wanted

    def contradiction(self) -> Message | None:
        comparable = isinstance(self.value, int) and not isinstance(self.value, bool)
        if self.operator != "equals" and not comparable:
            return Message(N_("only whole numbers are compared like this"))
        return None
