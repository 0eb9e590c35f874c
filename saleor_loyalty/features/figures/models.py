"""What came and went, day by day: sums of entries, which never change."""

from typing import ClassVar

from django.db import models


class Measure(models.IntegerChoices):
    """Each point that was ever there is in exactly one of them, with its sign."""

    ISSUED = 1, "earned, or given by staff"
    SPENT = 2, "spent, less what was given back"
    EXPIRED = 3, "run out"
    TAKEN_BACK = 4, "claimed back, as debt too"
    ADJUSTED = 5, "taken by staff"


class DayFigure(models.Model):
    """Points of one measure, of what happened on one day, of one channel and worth the same.

    Only where there were any. `points` are signed: what members lost is negative.
    """

    day = models.DateField()
    measure = models.SmallIntegerField(choices=Measure.choices)
    # Of the order that it was about; "": none.
    channel = models.CharField(max_length=255, default="", db_collation="C")
    # What a point was worth when it was earned; "": nothing, or it never was (debt).
    worth_currency = models.CharField(max_length=3, default="", db_collation="C")
    worth_points = models.BigIntegerField(default=0)
    worth_minor = models.BigIntegerField(default=0)
    points = models.BigIntegerField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=[
                    "day",
                    "measure",
                    "channel",
                    "worth_currency",
                    "worth_points",
                    "worth_minor",
                ],
                name="saleor_loyalty_figure_once",
            ),
        ]


class FigureMark(models.Model):
    """Up to where entries are in the sums, in the order they were booked; there is one row."""

    # In which days begin and end: another zone makes other days.
    zone = models.CharField(max_length=63, db_collation="C")
    booked_before = models.DateTimeField()
