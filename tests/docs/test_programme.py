"""What docs/programme.md tells is what the code takes."""

import json
import re
from pathlib import Path

import pytest

from saleor_loyalty.features.earning.config import EarningConfig
from saleor_loyalty.features.spending.config import SpendingConfig
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.flows.terms import Catalogue
from tests.shop import NOON

TEXT = (Path(__file__).parents[2] / "docs" / "programme.md").read_text()


@pytest.mark.django_db
def test_the_example_can_be_set_up() -> None:
    example = re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert example is not None
    set_up(json.loads(example[1]), now=NOON)
    terms = Catalogue.load().in_force("any-channel", NOON)
    assert terms is not None
    assert terms.config.spending.max_share == 5000


def test_every_part_it_names_exists() -> None:
    known = {
        "earning": EarningConfig.model_fields,
        "spending": SpendingConfig.model_fields,
    }
    named = re.findall(r"^\| `(earning|spending)\.(\w+)`", TEXT, re.MULTILINE)
    assert len(named) >= 11
    assert [(part, name) for part, name in named if name not in known[part]] == []
