"""A shop in the middle of its work: what the API has to answer about."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from saleor_loyalty.api.ids import to_global
from saleor_loyalty.api.viewer import Permission, Viewer
from saleor_loyalty.events.models import InboxFact, OutboxEffect, WorkStatus
from saleor_loyalty.features.campaigns.models import Campaign
from saleor_loyalty.features.campaigns.service import revision_of
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.programme.models import ProgrammeVersion
from saleor_loyalty.flows import points_at_checkout
from saleor_loyalty.flows.campaigns import activate_campaign, create_campaign, pause_campaign
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.flows.programmes import create_programme
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.values.money import Money
from tests import shop as shop_module
from tests.api.benefits import benefits
from tests.api.friend_world import friends
from tests.api.happenings import happenings
from tests.api.mall_world import mall
from tests.api.plan_world import plans
from tests.api.play_world import play
from tests.api.review_world import reviews
from tests.api.task_world import tasks
from tests.api.tier_world import tiers
from tests.api.visit_world import visits
from tests.conftest import LADDER, PROGRAMME, customer
from tests.shop import NOON, Shop, line, open_checkout, paid_order

CHECKOUT = str(UUID(int=0xC1))
USED_CHECKOUT = str(UUID(int=0xC2))
GUEST_CHECKOUT = str(UUID(int=0xC3))
# In a channel where points make prices lower.
CHEAPER_CHECKOUT = str(UUID(int=0xC4))
DRAFT_ORDER = str(UUID(int=0xD4))
FACT, EFFECT = UUID(int=0xF1), UUID(int=0xE1)


@dataclass(frozen=True)
class World:
    """ada has 600 points, 25 of them with an end, 400 set aside, 50 pending; bob has none, eve
    never joined.
    """

    shop: Shop
    ada: Member
    bob: Member
    eve: int

    @property
    def ada_id(self) -> str:
        return to_global("LoyaltyMember", self.ada.public_id)

    @property
    def bob_id(self) -> str:
        return to_global("LoyaltyMember", self.bob.public_id)

    @property
    def as_ada(self) -> Viewer:
        return Viewer(user_id=self.ada.user_id)

    @property
    def as_bob(self) -> Viewer:
        return Viewer(user_id=self.bob.user_id)

    @property
    def as_eve(self) -> Viewer:
        return Viewer(user_id=self.eve)

    @property
    def as_admin(self) -> Viewer:
        return Viewer(user_id=self.eve + 1, is_staff=True, permissions=frozenset(Permission))

    def staff(self, *permissions: Permission) -> Viewer:
        return replace(self.as_admin, permissions=frozenset(permissions))


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[World, Shop]]:
    """A world and its shop, made once for the tests of a file: each undoes what it changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        shop_module.SHOP.__init__()  # type: ignore[misc]
        set_up({"programmes": [_programme()], "ladder": LADDER}, now=NOON)
        world = _make(shop_module.SHOP)
        yield world, deepcopy(world.shop)
        transaction.set_rollback(True)


@pytest.fixture
def world(made: tuple[World, Shop], db: None, shop: Shop) -> World:
    world, shop_then = made
    vars(shop).update(vars(deepcopy(shop_then)))
    ada, bob = (_known(member) for member in (world.ada, world.bob))
    return replace(world, shop=shop, ada=ada, bob=bob)


def _programme() -> dict[str, Any]:
    config: dict[str, Any] = PROGRAMME["config"]
    spending = {**config["spending"], "mode_by_channel": {"outlet-de": "price_reduction"}}
    return {**PROGRAMME, "config": {**config, "spending": spending}}


def _known(member: Member) -> Member:
    return Member.objects.select_related("tier").get(pk=member.pk)


def _make(shop: Shop) -> World:
    ada, bob = (find_or_join(customer(shop, name), now=NOON) for name in ("ada", "bob"))
    for member, number in ((ada, 0xA), (bob, 0xB)):
        member.public_id = UUID(int=number)
        member.save(update_fields=["public_id"])
    adjust_points(ada, 975, reason="Welcome", source="welcome", actor="user:9", now=NOON)
    for checkout_id in (CHECKOUT, USED_CHECKOUT):
        shop.checkouts[checkout_id] = open_checkout(
            3000, checkout_id=checkout_id, user_id=ada.user_id
        )
    cheaper = open_checkout(
        3000, checkout_id=CHEAPER_CHECKOUT, user_id=ada.user_id, channel="outlet-de"
    )
    lines = tuple(replace(one, reducible=one.gross) for one in cheaper.lines)
    shop.checkouts[CHEAPER_CHECKOUT] = replace(cheaper, lines=lines)
    shop.checkouts[GUEST_CHECKOUT] = open_checkout(3000, checkout_id=GUEST_CHECKOUT, user_id=None)
    points_at_checkout.hold(
        shop.checkouts[USED_CHECKOUT], Money(400, "USD"), token=UUID(int=0xD1), now=NOON
    )
    act_on([_fulfilled_order(ada), _open_order(ada)], now=NOON)
    happenings(bob)
    benefits(ada)
    plans(ada)
    mall(ada)
    friends(ada, bob)
    play(ada, bob)
    reviews(ada)
    visits(ada, bob)
    _dead_letters()
    _campaigns()
    tiers(bob)
    tasks(ada)
    shop.drafts[DRAFT_ORDER] = 2
    return World(shop, ada, bob, customer(shop, "eve"))


def _campaigns() -> None:
    """One for gold members runs, one is paused, one is a draft; the outlet has a draft alone."""
    config = {
        "name": {"en": "Spring", "de": "Frühling"},
        "audience": {"kind": "tier", "any_of": ["gold"]},
        "rules": [{"kind": "multiplier", "slug": "double", "percent": 200}],
        "budget": {"points": 1000},
    }
    for slug in ("spring", "summer", "autumn"):
        made = create_campaign(
            "points", slug, starts_at=NOON, ends_at=NOON + timedelta(days=5), config=config
        )
        if slug != "summer":
            activate_campaign(made.public_id, revision=revision_of(made), now=NOON)
    pause_campaign(campaign("autumn").public_id, now=NOON)
    create_programme("outlet", name="Outlet", channels=["outlet"], config=PROGRAMME["config"])


def campaign(slug: str) -> Campaign:
    return Campaign.objects.get(slug=slug)


def draft() -> ProgrammeVersion:
    return ProgrammeVersion.objects.select_related("programme").get(programme__slug="outlet")


def _fulfilled_order(member: Member):
    return paid_order(
        line("a", 1999, product_name="Lamp"),
        line("b", 500, product_name="Bulb"),
        line("c", 1, product_name="Screw"),
        line("d", 1000, product_name="Gift card", is_gift_card=True),
        order_id="o1001",
        user_id=member.user_id,
        email=member.email,
        paid_at=NOON - timedelta(days=9),
        placed_at=NOON - timedelta(days=9),
        fulfilled_at=NOON - timedelta(days=7),
    )


def _open_order(member: Member):
    return paid_order(
        line("a", 5000, product_name="Chair"),
        order_id="o1002",
        user_id=member.user_id,
        email=member.email,
        paid_at=NOON - timedelta(days=1),
        placed_at=NOON - timedelta(days=1),
    )


def _dead_letters() -> None:
    dead = {"status": WorkStatus.DEAD, "attempts": 8, "created_at": NOON, "due_at": NOON}
    InboxFact.objects.create(
        key=FACT,
        kind="order",
        subject="order:o1003",
        occurred_at=NOON,
        error="RuntimeError: the shop is closed",
        **dead,
    )
    OutboxEffect.objects.create(
        key=EFFECT, kind="reprice", subject="member:1", error="TimeoutError: ", **dead
    )
