"""docs/rewards.md: what a merchant writes is read, and its figures are those that come out."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from saleor_loyalty.api.types.reward import kind_of
from saleor_loyalty.features.rewards.config import RewardConfig
from saleor_loyalty.features.rewards.kinds import KINDS
from saleor_loyalty.features.rewards.models import RedemptionState
from saleor_loyalty.features.rewards.shares import owed_back
from saleor_loyalty.values.money import money_from_decimal

TEXT = (Path(__file__).parents[2] / "docs" / "rewards.md").read_text()
CURRENCIES = {"dollars": "USD", "yen": "JPY", "dinars": "KWD"}


def test_the_reward_of_the_page_is_one() -> None:
    (written,) = re.findall(r"^```json\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    read = RewardConfig.model_validate(json.loads(written))
    assert (read.points, read.price_at(read.prices[0].from_).points) == (1500, 999)  # type: ignore[arg-type]


def test_every_kind_and_state_is_told() -> None:
    told = re.findall(r"^\| `(\w+)` \| .* \| .* \|$", TEXT, re.MULTILINE)
    assert set(map(kind_of, KINDS)) <= set(told)
    states = set(re.findall(r"`([A-Z]+)`", TEXT))
    assert {state.name for state in RedemptionState} <= states


def test_the_table_of_rounding() -> None:
    table = TEXT.split("One mug for 333 points and")[1].split("Points go back")[0]
    rows = re.findall(r"^\| ([\d.]* ?\w*) ?\| ([\d.]+) \| (\d+) \|$", table, re.MULTILINE)
    assert len(rows) == 6
    whole, currency = Decimal(0), ""
    for price, back, points in rows:
        if price.strip():
            amount, name = price.split()
            whole, currency = Decimal(amount), CURRENCIES[name]
        paid = money_from_decimal(whole, currency).minor
        gone = money_from_decimal(Decimal(back), currency).minor
        assert owed_back(333, 1, 1, Fraction(gone, paid)) == int(points)
