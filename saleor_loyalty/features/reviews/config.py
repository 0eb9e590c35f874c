"""Reviews as a merchant sets them up."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from pydantic import Field

from ...values.config import Config, Days, Points
from ...values.gift import Gift

# Of one text, in characters.
LONGEST_TEXT = 5_000

PictureType = Literal["image/jpeg", "image/png", "image/webp"]


class Received(Config):
    """So many days after all of the order was handed over."""

    kind: Literal["received"] = "received"
    days: Days = 0

    def opens_at(self, _paid_at: datetime | None, received_at: datetime | None) -> datetime | None:
        return received_at + timedelta(days=self.days) if received_at else None


class Paid(Config):
    """So many days after it was paid: for shops that do not say when something has arrived."""

    kind: Literal["paid"]
    days: Days

    def opens_at(self, paid_at: datetime | None, _received_at: datetime | None) -> datetime | None:
        return paid_at + timedelta(days=self.days) if paid_at else None


class Pictures(Config):
    """`largest` in bytes as uploaded; what is kept has no side longer than `longest_side` pixels.

    `most` 0: no pictures.
    """

    most: Annotated[int, Field(strict=True, ge=0, le=10)] = 5
    largest: Annotated[int, Field(strict=True, ge=10_000, le=20_000_000)] = 8_000_000
    longest_side: Annotated[int, Field(strict=True, ge=200, le=6_000)] = 2_000
    types: frozenset[PictureType] = frozenset(("image/jpeg", "image/png", "image/webp"))


class ReviewCap(Config):
    """At most so many points of one member for reviews in a period, on the member's calendar."""

    period: Literal["day", "week", "month", "year", "ever"]
    points: Points


class ReviewConfig(Config):
    """`with_pictures` is given instead of `gift` for a review that has some."""

    gift: Gift | None = None
    with_pictures: Gift | None = None
    caps: tuple[ReviewCap, ...] = ()
    # The programme without channels, or the one that serves this channel.
    channel: Annotated[str, Field(max_length=255)] = ""
    opens: Annotated[Received | Paid, Field(discriminator="kind")] = Received()
    # For how many days after that; None: for ever.
    closes_after_days: Annotated[int, Field(strict=True, ge=1, le=36_500)] | None = None
    shortest_text: Annotated[int, Field(strict=True, ge=0, le=LONGEST_TEXT)] = 0
    pictures: Pictures = Pictures()
    # Reviews with so many stars or more are shown at once, unless they have pictures.
    approve_from: Annotated[int, Field(strict=True, ge=1, le=5)] | None = None
    # Goods that come back take the points of their review along.
    take_back_on_refund: bool = True

    def gift_for(self, pictures: int) -> Gift | None:
        return self.with_pictures or self.gift if pictures else self.gift

    def window(
        self, paid_at: datetime | None, received_at: datetime | None
    ) -> tuple[datetime | None, datetime | None]:
        """From when (None: not yet) and until when (None: for ever) something can be reviewed."""
        opens_at = self.opens.opens_at(paid_at, received_at)
        if opens_at is None or self.closes_after_days is None:
            return opens_at, None
        return opens_at, opens_at + timedelta(days=self.closes_after_days)

    def approves(self, rating: int, pictures: int) -> bool:
        """Whether it needs nobody to look at it."""
        return self.approve_from is not None and rating >= self.approve_from and not pictures
