"""Tickets of a lottery. Points go back where the lottery is called off, and not otherwise."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ....values.slug import Slug
from .base import KindBase, Returnable


class LotteryTicket(KindBase):
    """`tickets` for each piece."""

    most: ClassVar[int] = 100
    returnable: ClassVar[Returnable] = Returnable.NEVER

    kind: Literal["lottery_ticket"]
    lottery: Slug
    tickets: Annotated[int, Field(strict=True, ge=1, le=10)] = 1
