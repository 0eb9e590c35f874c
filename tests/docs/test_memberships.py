"""docs/memberships.md: every recipe is set up, and each row of its table happens."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from saleor_loyalty.api.schema import schema
from saleor_loyalty.events.facts import OrderFact
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.growth_packs.models import GrowthPack
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import Membership, MembershipReminder
from saleor_loyalty.flows import membership_reminders, memberships
from saleor_loyalty.flows.membership_plans import create_plan
from saleor_loyalty.flows.membership_terms import PlanDocument
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.packs import create_pack
from saleor_loyalty.flows.perks import perks_of_members
from saleor_loyalty.values.money import money_from_decimal
from saleor_loyalty.values.points import Unit
from tests.flows.balances import sums
from tests.shop import NOON, line, paid_order

PAGE = (Path(__file__).parents[2] / "docs" / "memberships.md").read_text()
_RECIPE = re.compile(
    r"^```json (?P<kind>plan|pack)\n(?P<text>.*?)^```\n\n"
    r"\| when \| what happens \| then \|\n\|[-|]+\n(?P<rows>(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Recipe:
    kind: str
    document: dict[str, Any]
    rows: list[tuple[str, str, str]]


def recipes() -> Iterator[Recipe]:
    for found in _RECIPE.finditer(PAGE):
        rows = []
        for row in found["rows"].splitlines():
            when, what, then = (cell.strip() for cell in row.strip("| ").split("|"))
            rows.append((when, what, then))
        yield Recipe(found["kind"], json.loads(found["text"]), rows)


RECIPES = list(recipes())


def test_every_block_has_its_table() -> None:
    assert len(RECIPES) == len(re.findall(r"^```json ", PAGE, re.MULTILINE)) == 5


def test_every_field_of_a_plan_is_on_the_page() -> None:
    table = PAGE.partition("## What a plan says")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (.*?) \|", table, re.MULTILINE))))
    assert named == set(PlanDocument.model_fields)


def test_every_request_it_names_is_there() -> None:
    known = {*schema.get_query_type().fields, *schema.get_mutation_type().fields}
    assert set(re.findall(r"\bloyalty[A-Z]\w+\b", PAGE)) - {"loyaltyGrowthPack"} <= known


@dataclass
class Story:
    """Ada, and her orders as they are, by number."""

    ada: Member
    recipe: Recipe
    orders: dict[str, OrderFact]
    now: datetime

    def act(self, what: str) -> None:
        for pattern, act in (
            (r"nothing", self.nothing),
            (r"Ada begins the trial", self.trial),
            (r"Ada cancels", self.cancel),
            (r"Ada buys (\d+) of (\S+) for (\S+) (\w+) in order (\d+)", self.buy),
            (r"Ada spends (\S+) (\w+) in order (\d+)(?: and saves (\S+))?", self.spend),
            (r"Ada gets (\S+) (\w+) of order (\d+) back", self.money_back),
            (r"(\d+) of order (\d+) comes back", self.piece_back),
            (r"order (\d+) is cancelled", self.cancel_order),
        ):
            found = re.fullmatch(pattern, what)
            if found is not None:
                act(*found.groups())
                return
        raise AssertionError(what)

    def nothing(self) -> None:
        membership_reminders.due_reminders(now=self.now)

    def trial(self) -> None:
        memberships.begin_trial(self.ada, self.recipe.document["slug"], now=self.now)

    def cancel(self) -> None:
        memberships.cancel(Membership.objects.get(), now=self.now)

    def buy(self, pieces: str, variant: str, amount: str, currency: str, number: str) -> None:
        minor = money_from_decimal(Decimal(amount), currency).minor
        bought = line("m", minor, quantity=int(pieces), variant_id=variant)
        self.tell(self.order(number, currency, bought))

    def spend(self, amount: str, currency: str, number: str, saved: str | None) -> None:
        paid = money_from_decimal(Decimal(amount), currency).minor
        order = self.order(number, currency, line("l", paid))
        if saved is not None:
            less = money_from_decimal(Decimal(saved), currency).minor
            order = replace(order, saved=((f"plan:{self.recipe.document['slug']}", less),))
        self.tell(order)

    def money_back(self, amount: str, currency: str, number: str) -> None:
        back = money_from_decimal(Decimal(amount), currency).minor
        self.tell(replace(self.orders[number], refunded_by_amount=back))

    def piece_back(self, pieces: str, number: str) -> None:
        (bought,) = self.orders[number].lines
        back = replace(bought, refunded_quantity=int(pieces))
        self.tell(replace(self.orders[number], lines=(back,)))

    def cancel_order(self, number: str) -> None:
        self.tell(replace(self.orders[number], cancelled=True))

    def order(self, number: str, currency: str, bought: Any) -> OrderFact:
        return paid_order(
            bought,
            order_id=f"o{number}",
            user_id=self.ada.user_id,
            email=self.ada.email,
            currency=currency,
            paid_at=self.now,
            placed_at=self.now,
        )

    def tell(self, order: OrderFact) -> None:
        self.orders[order.number] = order
        act_on([order], now=self.now)

    def seen(self, then: str) -> str:
        """What is so, in the words of the page."""
        kind = then.partition(" ")[0]
        self.ada.refresh_from_db()
        if kind in ("until", "for", "over"):
            return self.span()
        if kind == "has":
            held = perks_of_members([self.ada.pk], now=self.now)[self.ada.pk].holders
            kinds = {
                one.kind for holder in held for one in holder.benefits if "plan" in holder.holder
            }
            return f"has {', '.join(sorted(kinds)) or 'nothing'}"
        if kind == "earns":
            award = Award.objects.filter(unit=Unit.POINTS).latest("pk")
            return f"earns {award.points} points"
        if kind == "saved":
            (one,) = memberships.savings_of([found := Membership.objects.get()])[found.pk]
            return f"saved {Decimal(one.saved).scaleb(-2)} of {Decimal(one.fee).scaleb(-2)}"
        if kind == "reminded":
            return f"reminded of {MembershipReminder.objects.get().days_before} days"
        if kind == "tier":
            assert self.ada.tier is not None
            return f"tier {self.ada.tier.slug}"
        unit = Unit.GROWTH if kind == "growth" else Unit.POINTS
        return f"{kind} {sums(self.ada, unit)[0]}"

    def span(self) -> str:
        found = Membership.objects.get()
        if found.ends_at is None:
            return "for life"
        return "over" if found.ends_at <= self.now else f"until {found.ends_at:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.document["slug"])
def test_it_comes_out_as_the_page_says(recipe: Recipe, ada: Member) -> None:
    made = create_plan if recipe.kind == "plan" else create_pack
    made(recipe.document["slug"], recipe.document["config"])
    story = Story(ada, recipe, {}, NOON)
    for when, what, then in recipe.rows:
        story.now = datetime.strptime(when, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
        story.act(what)
        for part in then.split("; "):
            assert (when, what, story.seen(part)) == (when, what, part)
    assert GrowthPack.objects.exists() == (recipe.kind == "pack")
