"""What members are entitled to now, in one statement.

The database answers the texts of the ladder and of the plans as they are; each text is read once by
a process.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

from ..features.benefits import held as rules
from ..features.benefits.access import Access, access, restricts
from ..features.benefits.held import Boost, Held, Off, Quota, Shipping, Uses
from ..features.benefits.items import Item
from ..features.benefits.periods import EVER
from ..values.points import Unit
from ..values.texts import Texts
from .ladder_terms import LadderDocument
from .membership_terms import PlanDocument

__all__ = ["MEMBER_PERKS_SQL", "Access", "Boost", "Held", "Item", "Off", "Perks", "Shipping"]

# No sign in it that means something to a driver: it may stand in a statement with parameters.
_SHOP = """
    'ladder', (
        SELECT v.config::text FROM saleor_loyalty_ladderversion v WHERE v.state = 'active'
         ORDER BY v.valid_from DESC, v.number DESC LIMIT 1),
    'zone', (
        SELECT v.config ->> 'time_zone' FROM saleor_loyalty_programmeversion v
          JOIN saleor_loyalty_programme g ON g.id = v.programme_id
         WHERE v.state = 'active' AND g.active AND g.channels = '{{}}'
         ORDER BY v.valid_from DESC, v.number DESC LIMIT 1),
    'plans', (
        SELECT jsonb_agg(jsonb_build_array(p.id, p.slug, p.active, p.config::text) ORDER BY p.id)
          FROM saleor_loyalty_membershipplan p)"""
_MEMBER = """
    'member', m.id,
    'tier', t.slug,
    'memberships', (
        SELECT jsonb_agg(jsonb_build_array(s.plan_id, s.starts_at, s.ends_at) ORDER BY s.plan_id)
          FROM saleor_loyalty_membership s WHERE s.member_id = m.id),
    'boosts', (
        SELECT jsonb_agg(
                 jsonb_build_array(b.id, b.percent, b.name, b.starts_at, b.ends_at) ORDER BY b.id)
          FROM saleor_loyalty_boost b WHERE b.member_id = m.id),
    'used', (
        SELECT jsonb_agg(jsonb_build_array(u.kind, u.slug, u.period, u.times)) FROM (
            SELECT kind, slug, period, sum(quantity) AS times FROM saleor_loyalty_benefituse
             WHERE member_id = m.id AND undone_at IS NULL GROUP BY kind, slug, period) u)"""

MEMBER_PERKS_SQL = f"""
SELECT jsonb_build_object('user', who.user_id, {_SHOP}, {_MEMBER})
  FROM (SELECT {{user}} AS user_id) who
  LEFT JOIN saleor_loyalty_member m ON m.user_id = who.user_id
  LEFT JOIN saleor_loyalty_tier t ON t.id = m.tier_id"""  # noqa: S608 - constants
"""One value for `perks_from_json`; `.format(user=...)` puts in what names the host's user id."""


_MEMBERS_SQL = f"""
SELECT CASE WHEN row_number() OVER () = 1 THEN jsonb_build_object({_SHOP})::text END,
       CASE WHEN m.id IS NOT NULL THEN jsonb_build_object({_MEMBER})::text END
  FROM (SELECT) one
  LEFT JOIN saleor_loyalty_member m ON m.id = ANY (%s)
  LEFT JOIN saleor_loyalty_tier t ON t.id = m.tier_id""".replace("{{}}", "{}")  # noqa: S608


@dataclass(frozen=True, slots=True)
class Perks:
    """What somebody is entitled to at a moment, and what the shop keeps for others."""

    now: datetime
    member_id: int | None = None
    holders: tuple[Held, ...] = ()
    # All that keep goods from somebody.
    restrictions: tuple[Held, ...] = ()
    uses: Uses = field(default_factory=dict)
    # More points for a time, given to this member alone.
    boosts: tuple[Boost, ...] = ()

    def price_off(self, item: Item) -> list[Off]:
        """Every percentage off; the lowest price that comes out of one of them counts."""
        return rules.price_off(self.holders, item)

    def free_shipping(
        self, goods: int, currency: str, channel: str, country: str = ""
    ) -> Shipping | None:
        """`goods` in minor units, after every discount. None too where the quota is used up."""
        return rules.free_shipping(
            self.holders,
            self.uses,
            self.now,
            goods=goods,
            currency=currency,
            channel=channel,
            country=country,
        )

    def boost(self, unit: Unit, channel: str) -> Boost | None:
        """The one that brings most: of a benefit, or given for a time, which is for points."""
        given = self.boosts if unit is Unit.POINTS else ()
        held = rules.boost(self.holders, unit, channel)
        found = (*((held,) if held is not None else ()), *given)
        return max(found, key=lambda one: one.percent, default=None)

    def cheaper_rewards(self) -> int:
        """What comes off the price of a reward, in percent."""
        return rules.cheaper_rewards(self.holders)

    def marks(self) -> dict[str, str]:
        """What the member's orders say to those who pack them."""
        return rules.marks(self.holders)

    def quotas(self) -> list[Quota]:
        return rules.quotas(self.holders, self.uses, self.now)

    def access(self, item: Item) -> Access:
        """Whether they may buy it now, else from when."""
        return access(item, self.holders, self.restrictions, self.now)


def refused_products(items: Iterable[Item], perks: Perks, now: datetime) -> list[Item]:
    """Those that the customer may not buy (yet)."""
    if not perks.restrictions:
        return []
    return [
        item for item in items if not access(item, perks.holders, perks.restrictions, now).allowed
    ]


def perks_of_user(
    user_id: int | None, *, now: datetime, bought_variants: frozenset[str] = frozenset()
) -> Perks:
    """Of the host's customer, who need not be a member. None: of a guest.

    `bought_variants` are the variants in their basket, for plans that hold in the order that buys
    them.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT ({MEMBER_PERKS_SQL.format(user='%s::int')})::text", [user_id])
        row = cursor.fetchone()
    assert row is not None, "there is always one row"
    return perks_from_json(json.loads(row[0]), now=now, bought_variants=bought_variants)


def perks_from_json(
    data: Mapping[str, Any] | None,
    *,
    now: datetime,
    bought_variants: frozenset[str] = frozenset(),
) -> Perks:
    """From what `MEMBER_PERKS_SQL` answered. None: nothing is known of anybody."""
    if data is None:
        return Perks(now)
    return _Shop.of(data).perks(data, now, bought_variants)


def perks_of_members(member_ids: Iterable[int], *, now: datetime) -> dict[int, Perks]:
    return Entitlements.load(member_ids).at(now)


class Entitlements:
    """Of several members, for a batch of work: asked at the moment of each order."""

    def __init__(self, shop: "_Shop", members: Mapping[int, Mapping[str, Any]]) -> None:
        self._shop = shop
        self._members = members

    @classmethod
    def load(cls, member_ids: Iterable[int]) -> "Entitlements":
        with connection.cursor() as cursor:
            cursor.execute(_MEMBERS_SQL, [list(set(member_ids))])
            rows = cursor.fetchall()
        shop = _Shop.of(json.loads(rows[0][0]))
        members = [json.loads(row[1]) for row in rows if row[1] is not None]
        return cls(shop, {one["member"]: one for one in members})

    @property
    def offered(self) -> list[Held]:
        """All that members may hold; plans that are sold no more too."""
        return [*self._shop.tiers.values(), *(plan.held for plan in self._shop.plans)]

    def of(
        self, member_id: int, *, now: datetime, bought_variants: frozenset[str] = frozenset()
    ) -> Perks:
        """The tier is that of today, plans are those that ran or were bought at the moment."""
        return self._shop.perks(self._members.get(member_id, {}), now, bought_variants)

    def period_of(self, member_id: int, kind: str, slug: str, at: datetime) -> str:
        """The period that a use at that moment draws on, whoever gives it to the member or did."""
        mine = self.of(member_id, now=at).holders
        for held in (*mine, *self.offered):
            for quota in rules.quotas([held], {}, at):
                if (quota.kind, quota.slug) == (kind, slug):
                    return quota.period
        return EVER

    def at(self, now: datetime) -> dict[int, Perks]:
        return {member_id: self.of(member_id, now=now) for member_id in self._members}


@dataclass(frozen=True, slots=True)
class _Plan:
    id: int
    active: bool
    config: PlanDocument
    held: Held


@dataclass(frozen=True, slots=True)
class _Shop:
    """What the shop offers to anybody."""

    tiers: Mapping[str, Held]
    plans: Sequence[_Plan]
    restrictions: tuple[Held, ...]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "_Shop":
        plans = tuple(tuple(plan) for plan in data["plans"] or ())
        return _shop(data["ladder"], data["zone"] or "UTC", plans)

    def perks(self, data: Mapping[str, Any], now: datetime, bought: frozenset[str]) -> Perks:
        """`data`: of the member. Nobody who is not known to the host holds anything."""
        known = data.get("user") is not None or data.get("member") is not None
        running = {
            plan_id
            for plan_id, starts_at, ends_at in data.get("memberships") or ()
            if _runs(starts_at, ends_at, now)
        }
        tier = self.tiers.get(data.get("tier") or "")
        plans = [
            plan.held
            for plan in self.plans
            if plan.id in running or (known and _bought(plan, bought))
        ]
        used = data.get("used") or ()
        return Perks(
            now=now,
            member_id=data.get("member"),
            holders=(*([tier] if tier is not None else ()), *plans),
            restrictions=self.restrictions,
            uses={(kind, slug, period): times for kind, slug, period, times in used},
            boosts=tuple(
                Boost(percent, f"boost:{boost_id}", Texts(name))
                for boost_id, percent, name, starts_at, ends_at in data.get("boosts") or ()
                if _runs(starts_at, ends_at, now)
            ),
        )


@lru_cache(maxsize=16)
def _shop(ladder: str | None, zone: str, plans: tuple[tuple[Any, ...], ...]) -> _Shop:
    tiers = _tiers(LadderDocument.of_text(ladder)) if ladder is not None else {}
    known = [_plan(plan, ZoneInfo(zone)) for plan in plans]
    offered = [*tiers.values(), *(plan.held for plan in known if plan.active)]
    kept = tuple(one for one in offered if any(map(restricts, one.benefits)))
    return _Shop(tiers, known, kept)


def _tiers(ladder: LadderDocument) -> dict[str, Held]:
    return {
        tier.slug: Held(f"tier:{tier.slug}", tier.name, tier.benefits, ladder.zone)
        for tier in ladder.tiers
    }


def _plan(plan: tuple[Any, ...], zone: ZoneInfo) -> _Plan:
    plan_id, slug, active, text = plan
    config = PlanDocument.of_text(text)
    return _Plan(plan_id, active, config, Held(f"plan:{slug}", config.name, config.benefits, zone))


def _bought(plan: _Plan, variants: frozenset[str]) -> bool:
    config = plan.config
    return plan.active and config.in_same_order and not variants.isdisjoint(config.variants)


def _runs(starts_at: str, ends_at: str | None, now: datetime) -> bool:
    begun = datetime.fromisoformat(starts_at) <= now
    return begun and (ends_at is None or now < datetime.fromisoformat(ends_at))
