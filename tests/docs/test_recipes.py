"""Every recipe of docs/recipes.md does what its table says."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.campaigns.service import revision_of
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.campaigns import activate_campaign, create_campaign
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.preview import preview_order
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.values.money import money_from_decimal
from saleor_loyalty.values.points import Unit
from tests.conftest import PROGRAMME, customer
from tests.shop import NOON, Shop, line, paid_order

PAGE = (Path(__file__).parents[2] / "docs" / "recipes.md").read_text()
_RECIPE = re.compile(
    r"^```json (?P<kind>earning|campaign)\n(?P<text>.*?)^```\n\n"
    r"\| who \| paid \| buys \| earns \|\n\|[-|]+\n(?P<rows>(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
BEFORE = NOON - timedelta(days=30)


@dataclass(frozen=True)
class Recipe:
    title: str
    kind: str
    document: dict[str, Any]
    rows: list[list[str]]


def recipes() -> Iterator[Recipe]:
    for section in PAGE.split("\n## ")[1:]:
        title = section.partition("\n")[0]
        for found in _RECIPE.finditer(section + "\n"):
            rows = [
                [cell.strip() for cell in row.strip("| ").split("|")]
                for row in found["rows"].splitlines()
            ]
            yield Recipe(title, found["kind"], json.loads(found["text"]), rows)


RECIPES = list(recipes())


def test_every_block_has_its_table() -> None:
    assert len(RECIPES) == len(re.findall(r"^```json ", PAGE, re.MULTILINE)) >= 15


@pytest.fixture
def people(programme: None, shop: Shop) -> dict[str, Member]:
    joined = {
        name: find_or_join(customer(shop, name.lower()), now=NOON) for name in ("Ada", "Bob", "Gil")
    }
    Member.objects.filter(pk=joined["Ada"].pk).update(birthday=date(1990, 3, 20))
    set_tier(joined["Gil"], "gold", reason="A friend", actor="user:9", until=None, now=NOON)
    return {
        name: Member.objects.select_related("tier").get(pk=one.pk) for name, one in joined.items()
    }


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_it_earns_what_the_page_says(recipe: Recipe, people: dict[str, Member]) -> None:
    _begin(recipe)
    for number, (who, paid, buys, earns) in enumerate(recipe.rows):
        order = _order(buys, people[who], _moment(paid), f"o{number}")
        assert order.paid_at is not None
        preview = preview_order(order, member=people[who], at=order.paid_at)
        act_on([order], now=order.paid_at)
        found = Award.objects.filter(order__order_id=order.order_id, unit=Unit.POINTS)
        points = sum(award.points for award in found)
        assert (who, paid, buys, points) == (who, paid, buys, int(earns))
        assert preview is not None
        assert preview.awards[Unit.POINTS].points == points


def _begin(recipe: Recipe) -> None:
    document = recipe.document
    if recipe.kind == "campaign":
        made = create_campaign(
            "points",
            document["slug"],
            starts_at=datetime.fromisoformat(document["startsAt"]),
            ends_at=datetime.fromisoformat(document["endsAt"]),
            config=document["config"],
        )
        activate_campaign(made.public_id, revision=revision_of(made), now=BEFORE)
        return
    earning = {**PROGRAMME["config"]["earning"], **document}
    config = {**PROGRAMME["config"], "earning": earning}
    set_up({"programmes": [{**PROGRAMME, "config": config}]}, now=BEFORE)


def _moment(written: str) -> datetime:
    weekday, moment = written[:-16].strip(), written[-16:]
    found = datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    assert weekday in ("", found.strftime("%a"))
    return found


def _order(buys: str, member: Member, paid_at: datetime, order_id: str) -> OrderFact:
    """ "10.00 USD tea + 5.00 USD reduced" """
    lines = []
    currency = ""
    for number, item in enumerate(buys.split(" + ")):
        amount, currency, *words = item.split()
        lines.append(
            line(
                f"l{number}",
                money_from_decimal(Decimal(amount), currency).minor,
                on_sale="reduced" in words,
                category_ids=tuple(word for word in words if word != "reduced"),
            )
        )
    return paid_order(
        *lines,
        order_id=order_id,
        user_id=member.user_id,
        email=member.email,
        currency=currency,
        paid_at=paid_at,
        placed_at=paid_at,
    )
