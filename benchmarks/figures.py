"""A measured figure, as a line for people or for programs."""

import json
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from benchmarks.goals import GOALS


@dataclass(frozen=True)
class Figure:
    """`value` is None where nothing was measured; `note` then says why.

    `ours` and `limit` are the medians behind a ratio, in `measured_in`.
    """

    name: str
    value: float | None
    note: str = ""
    ours: float | None = None
    limit: float | None = None
    measured_in: str = ""
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def met(self) -> bool | None:
        return None if self.value is None else GOALS[self.name].met_by(self.value)

    def as_json(self, run: dict[str, Any]) -> str:
        goal = GOALS[self.name]
        told = {
            "name": self.name,
            "value": self.value,
            "unit": goal.unit,
            "goal": goal.value,
            "goal_is": "at most" if goal.at_most else "at least",
            "met": self.met,
            "ours": self.ours,
            "limit": self.limit,
            "measured_in": self.measured_in,
            "note": self.note,
            **self.details,
            **run,
        }
        return json.dumps(told, ensure_ascii=False)

    def as_text(self) -> str:
        goal = GOALS[self.name]
        verdict = {True: "met", False: "MISSED", None: "-"}[self.met]
        value = "-" if self.value is None else f"{self.value:.2f}"
        behind = ""
        if self.ours is not None and self.limit is not None:
            behind = f"{self.ours:,.4g} beside {self.limit:,.4g} {self.measured_in}"
        return (
            f"{self.name:<20}{value:>8} {goal.unit:<11}{goal!s:<8}{verdict:<8}"
            f"{'; '.join(text for text in (behind, self.note) if text)}"
        )


@dataclass(frozen=True)
class Turn:
    """Ours and the limit, one right after the other."""

    ours: float
    limit: float


def rate_figure(name: str, turns: list[Turn], *, measured_in: str, note: str = "") -> Figure:
    """More is better: which part of the limit we reach."""
    return _figure(name, [turn.ours / turn.limit for turn in turns], turns, measured_in, note)


def time_figure(name: str, turns: list[Turn], *, note: str = "") -> Figure:
    """Less is better: how many times as long as the limit we take."""
    return _figure(name, [turn.ours / turn.limit for turn in turns], turns, "s", note)


def speed_figure(name: str, turns: list[Turn], *, note: str = "") -> Figure:
    """Both measured as times of the same work; the figure is our speed beside the limit's."""
    return _figure(name, [turn.limit / turn.ours for turn in turns], turns, "s", note)


def _figure(
    name: str, ratios: list[float], turns: list[Turn], measured_in: str, note: str
) -> Figure:
    return Figure(
        name,
        round(median(ratios), 3),
        note,
        round(median(turn.ours for turn in turns), 3),
        round(median(turn.limit for turn in turns), 3),
        measured_in,
        {"ratios": [round(ratio, 3) for ratio in ratios]},
    )
