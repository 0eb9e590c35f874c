"""Every recipe of docs/tiers.md does what its table says."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import LadderVersion
from saleor_loyalty.flows import tier_review
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.tier_invitations import create_invitation, redeem
from saleor_loyalty.values.money import money_from_decimal
from tests.conftest import customer
from tests.flows.ladders import set_ladder
from tests.shop import Shop, line, paid_order

PAGE = (Path(__file__).parents[2] / "docs" / "tiers.md").read_text()
_RECIPE = re.compile(
    r"^```json ladder\n(?P<text>.*?)^```\n\n"
    r"\| when \| Ada \| is then \|\n\|[-|]+\n(?P<rows>(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Recipe:
    title: str
    ladder: dict[str, Any]
    rows: list[list[str]]


def recipes() -> Iterator[Recipe]:
    for section in PAGE.split("\n## ")[1:]:
        for found in _RECIPE.finditer(section + "\n"):
            rows = [
                [cell.strip() for cell in row.strip("| ").split("|")]
                for row in found["rows"].splitlines()
            ]
            yield Recipe(section.partition("\n")[0], json.loads(found["text"]), rows)


RECIPES = list(recipes())


def test_every_block_has_its_table() -> None:
    assert len(RECIPES) == len(re.findall(r"^```json ", PAGE, re.MULTILINE)) >= 6


@dataclass
class Ada:
    """What she does, as the page puts it."""

    member: Member
    orders: dict[str, OrderFact] = field(default_factory=dict)

    def does(self, words: str, at: datetime) -> None:
        match words.split():
            case ["waits"]:
                pass
            case ["buys", amount, currency]:
                self._buys(amount, currency, at)
            case ["returns", *_, day]:
                order = self.orders[day]
                act_on([replace(order, fully_refunded=True, refunded_total=1)], now=at)
            case ["is", "invited", "to", name, "for", months, "months"]:
                invited = create_invitation(
                    name.lower(), months=int(months), actor="user:9", now=at
                )
                redeem(self.member, invited.code, now=at)
            case _:
                raise AssertionError(words)
        tier_review.review_due(now=at)

    def _buys(self, amount: str, currency: str, at: datetime) -> None:
        minor = money_from_decimal(Decimal(amount), currency).minor
        day = f"{at:%Y-%m-%d}"
        self.orders[day] = paid_order(
            line("a", minor),
            order_id=f"o{day}",
            user_id=self.member.user_id,
            email=self.member.email,
            currency=currency,
            placed_at=at,
            paid_at=at,
            fulfilled_at=at,
        )
        act_on([self.orders[day]], now=at)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_it_goes_as_the_page_says(recipe: Recipe, programme: None, shop: Shop) -> None:
    LadderVersion.objects.all().delete()
    began = datetime(2026, 1, 1, tzinfo=UTC)
    set_ladder(recipe.ladder, now=began)
    ada = Ada(find_or_join(customer(shop, "ada"), now=began))
    for when, does, then in recipe.rows:
        at = datetime.strptime(when, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
        ada.does(does, at)
        tier = Member.objects.select_related("tier").get(pk=ada.member.pk).tier
        assert (when, does, tier.name if tier else "–") == (when, does, then)
        assert tier_review.find_all(now=at) == 0
