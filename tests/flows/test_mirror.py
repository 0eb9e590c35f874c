"""What the shop's own tools see of a member's tier and memberships."""

from datetime import timedelta

import pytest

from saleor_loyalty.events.outbox import NewEffect, emit
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import Membership, MembershipPlan
from saleor_loyalty.features.tiers.models import GrantKind, Tier, TierGrant
from saleor_loyalty.flows import daily, mirror
from saleor_loyalty.flows.outbox import work_outbox
from saleor_loyalty.values.identity import new_public_id
from tests.shop import NOON, Shop

DAY = timedelta(days=1)


@pytest.fixture
def gold(ada: Member) -> Member:
    tier = Tier.objects.get(slug="gold")
    TierGrant.objects.create(
        public_id=new_public_id(),
        member=ada,
        tier=tier,
        kind=GrantKind.BY_HAND,
        exact=True,
        starts_at=NOON,
    )
    Member.objects.filter(pk=ada.pk).update(tier=tier)
    ada.refresh_from_db()
    return ada


def give_plan(member: Member, slug: str, days: int | None, begins: int = 0) -> None:
    plan = MembershipPlan.objects.create(slug=slug, config={})
    Membership.objects.create(
        public_id=new_public_id(),
        member=member,
        plan=plan,
        starts_at=NOON + begins * DAY,
        ends_at=None if days is None else NOON + days * DAY,
    )


def test_a_member_shows_tier_and_running_memberships(gold: Member, shop: Shop) -> None:
    give_plan(gold, "vip", None)
    give_plan(gold, "plus", 1)
    give_plan(gold, "later", 9, begins=5)
    assert gold.user_id is not None
    assert mirror.show([gold.pk], now=NOON) == 1
    shown = {"loyalty.tier": "gold", "loyalty.tier_name": "Gold"}
    assert shop.mirrored[gold.user_id] == {**shown, "loyalty.plans": "plus,vip"}
    assert mirror.show([gold.pk], now=NOON + DAY) == 1
    assert shop.mirrored[gold.user_id] == {**shown, "loyalty.plans": "vip"}
    assert mirror.show([gold.pk], now=NOON + DAY) == 0


def test_what_has_ended_is_taken_away(gold: Member, shop: Shop) -> None:
    mirror.show([gold.pk], now=NOON)
    Member.objects.filter(pk=gold.pk).update(tier=None)
    assert mirror.show([gold.pk], now=NOON) == 1
    assert shop.mirrored == {gold.user_id: {}}


def test_guests_have_no_account_to_show_it_at(gold: Member, shop: Shop) -> None:
    Member.objects.filter(pk=gold.pk).update(user=None)
    assert mirror.show([gold.pk], now=NOON) == 0
    assert shop.mirrored == {}


def test_a_change_reaches_the_shop_by_the_outbox(gold: Member, shop: Shop) -> None:
    emit([NewEffect("mirror", f"member:{gold.pk}", "mirror/test")])
    work_outbox(now=NOON + timedelta(days=36_500))
    assert gold.user_id is not None
    assert shop.mirrored[gold.user_id]["loyalty.tier"] == "gold"


def test_the_night_puts_right_what_somebody_wrote_there(
    gold: Member, bob: Member, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "_PAGE", 1)
    assert daily.run(now=NOON).mirrors_mended == 1
    assert gold.user_id is not None
    shop.mirrored[gold.user_id]["loyalty.tier"] = "platinum"
    assert daily.run(now=NOON).mirrors_mended == 0
    assert daily.run(now=NOON + DAY).mirrors_mended == 1
    assert shop.mirrored[gold.user_id]["loyalty.tier"] == "gold"
    assert shop.mirrored[bob.user_id or 0] == {}


def test_a_mark_reaches_the_order(shop: Shop, db: None) -> None:
    marks = {"priority": "VIP"}
    emit([NewEffect("mark_order", "order:o1", "mark/test", {"marks": marks})])
    work_outbox(now=NOON + timedelta(days=36_500))
    assert shop.marks == {"o1": {"loyalty.priority": "VIP"}}
