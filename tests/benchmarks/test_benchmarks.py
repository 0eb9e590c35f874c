"""That the benchmarks run and say what they should; never how fast anything is."""

import json
import os
import subprocess
import sys

import pytest

from benchmarks.figures import Figure, Turn, rate_figure, speed_figure, time_figure
from benchmarks.goals import GOALS
from tests.style.sources import TREE


def run(*arguments):
    finished = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--json", "--rounds", "1", *arguments],
        cwd=TREE,
        env={**os.environ, "BENCH": "smoke"},
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in finished.stdout.splitlines()]


def test_each_kind_of_figure_is_measured_and_told_as_json():
    names = ["award_1", "hot_8", "order_flow_batch", "backfill", "expiry_1m", "balance_statements"]
    names += ["tier_review_1m", "tier_review_day", "occasions_1m"]
    figures = {figure["name"]: figure for figure in run(*names, "memory")}
    assert set(figures) == {*names, "memory"}
    for name in names:
        figure = figures[name]
        assert figure["value"] > 0
        assert figure["goal"] == GOALS[name].value
        assert figure["met"] == GOALS[name].met_by(figure["value"])
        assert (figure["size"], figure["rounds"]) == ("smoke", 1)
        assert figure["postgres"]
    assert figures["award_1"]["limit"] > 0
    assert figures["hot_8"]["note"] == "audited: adds up"
    assert figures["memory"]["unit"] == "MB"


def test_an_unknown_figure_is_refused():
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run("award_9")
    assert "no such figure: award_9" in refused.value.stderr


def test_the_figure_is_the_median_of_the_rounds_ratios():
    turns = [Turn(ours=1, limit=2), Turn(ours=9, limit=10), Turn(ours=6, limit=10)]
    assert rate_figure("award_1", turns, measured_in="transactions/s").value == 0.6
    assert time_figure("expiry_1m", turns).value == 0.6
    assert speed_figure("backfill", turns).value == 1.667


def test_what_is_not_built_is_neither_met_nor_missed():
    figure = Figure("tier_review_1m", None, "not built")
    assert figure.met is None
    assert json.loads(figure.as_json({}))["value"] is None
    assert "MISSED" not in figure.as_text()
