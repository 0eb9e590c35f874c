"""What benefits give by themselves: coupons of a month, quarter or year, gifts for birthdays.

Worked out for sets of members, a page at a time, each page a transaction of its own. Each gift is a
row that there is once, so a run that is repeated, late, or killed gives nothing twice.
"""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from importlib.resources import files
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, F, Max, OuterRef, QuerySet

from ..events.host import host
from ..features.benefits.birthdays import birthdays_due
from ..features.benefits.held import Held, each
from ..features.benefits.kinds import BirthdayGift, Coupons
from ..features.benefits.models import BenefitGift, GiftState
from ..features.benefits.periods import ends_at, period_of
from ..features.members.models import Member
from ..features.members.service import holder_of
from ..features.memberships.models import MembershipPlan
from ..features.tiers.models import Tier
from ..ledger import post
from ..ledger.accounts import account_ids
from ..values.days import days_on
from ..values.points import Unit
from .once import once
from .perks import Entitlements

_SQL = files("saleor_loyalty.features.benefits")
_COUPONS = _SQL.joinpath("due_coupons.sql")
_BIRTHDAYS = _SQL.joinpath("due_birthdays.sql")
_IN_TIER = "SELECT id FROM saleor_loyalty_member WHERE tier_id = %(holder_id)s"
_IN_PLAN = (
    "SELECT member_id FROM saleor_loyalty_membership WHERE plan_id = %(holder_id)s"
    " AND starts_at <= %(now)s AND (ends_at IS NULL OR ends_at > %(now)s)"
)
_PAGE = 10_000
# More than a benefit gives in one period.
_BESIDE = 1_000

Parameters = dict[str, Any]


def give_due(*, now: datetime) -> int:
    """Gives what is due, each benefit once a day of its own calendar; returns how many gifts.

    Who comes to a benefit later that day is given theirs the day after.
    """
    return sum(
        once(f"gifts:{name}:{now.astimezone(held.zone):%Y-%m-%d}", give, now=now)
        for held, name, give in _steps(now)
    )


def give_again(*, now: datetime) -> int:
    """The same, whether it was done today or not."""
    return sum(give() for _, _, give in _steps(now))


def issue(gift_id: int, minimum: int, *, now: datetime) -> None:
    """Has the host make the coupon. Nobody is left to have it where the account was deleted."""
    gift = BenefitGift.objects.select_for_update().get(pk=gift_id)
    member = holder_of(gift.member_id)
    if gift.state != GiftState.DUE or member.user_id is None:
        return
    gift.code = host().issue_coupon(
        member.user_id,
        gift.amount,
        gift.currency,
        valid_until=gift.valid_until,
        source=source_of(gift),
        minimum=minimum,
        name=_name(gift),
    )
    gift.state, gift.given_at = GiftState.GIVEN, now
    gift.save(update_fields=["code", "state", "given_at"])


def source_of(gift: BenefitGift) -> str:
    """The name under which the shop knows its coupon."""
    return f"gift:{gift.public_id}"


def gifts_of(member: Member) -> "QuerySet[BenefitGift]":
    """The newest first, without what was taken back."""
    mine = BenefitGift.objects.filter(member=member).exclude(state=GiftState.WITHDRAWN)
    return mine.order_by("-id")


def move(from_member: int, to_member: int) -> None:
    """What one person was given under two accounts is theirs; who waited twice waits once."""
    same = BenefitGift.objects.filter(
        member=to_member,
        kind=OuterRef("kind"),
        slug=OuterRef("slug"),
        period=OuterRef("period"),
        number=OuterRef("number"),
    )
    mine = BenefitGift.objects.filter(member=from_member)
    mine.exclude(Exists(same)).update(member=to_member)
    mine.filter(state=GiftState.NOTHING_LEFT).update(state=GiftState.WITHDRAWN)
    taken = BenefitGift.objects.filter(member=to_member).aggregate(most=Max("number"))["most"]
    # Numbers that no benefit gives: they are there beside the gifts of the same period.
    beside = max(_BESIDE, _BESIDE * ((taken or 0) // _BESIDE + 1))
    mine.exclude(state=GiftState.WITHDRAWN).update(
        member=to_member, number=F("number") % _BESIDE + beside
    )


def _steps(now: datetime) -> Iterator[tuple[Held, str, Callable[[], int]]]:
    """Every benefit that gives something by itself, of whoever may hold it."""
    for held, holders in _holders():
        for _, coupons in each([held], Coupons):
            give = partial(_pages, _COUPONS.read_text(), _coupons(held, coupons, now), holders)
            yield held, f"{held.holder}/{coupons.slug}", give
        for _, gift in each([held], BirthdayGift):
            given = _birthdays(held, gift, now)
            give = partial(_pages, _BIRTHDAYS.read_text(), given, holders)
            yield held, f"{held.holder}/{gift.slug}", give


def _holders() -> Iterator[tuple[Held, tuple[str, int]]]:
    """Each holder, and how its members are found."""
    tiers = dict(Tier.objects.filter(active=True).values_list("slug", "pk"))
    plans = dict(MembershipPlan.objects.values_list("slug", "pk"))
    for held in Entitlements.load([]).offered:
        kind, _, slug = held.holder.partition(":")
        if kind == "tier" and slug in tiers:
            yield held, (_IN_TIER, tiers[slug])
        elif kind == "plan" and slug in plans:
            yield held, (_IN_PLAN, plans[slug])


def _pages(sql: str, given: Parameters, holders: tuple[str, int]) -> int:
    of, holder_id = holders
    statement, total = sql.format(holders=of), 0
    after: int | None = 0
    while after is not None:
        page = {**given, "holder_id": holder_id, "after": after, "limit": _PAGE}
        after, made = _page(statement, page)
        total += made
    return total


@transaction.atomic
def _page(statement: str, given: Parameters) -> tuple[int | None, int]:
    """The last member looked at (None: there was nobody left), and how many gifts were made."""
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        row = cursor.fetchone()
    assert row is not None, "it always answers one row"
    last, made, *more = row
    if more and more[0] is not None:
        _give_points(json.loads(more[0]), given)
    return last, made


def _give_points(made: list[tuple[int, str]], given: Parameters) -> None:
    accounts = account_ids(member_id for member_id, _ in made)
    credits = [
        post.Credit(
            account_id=accounts[member_id, Unit.POINTS],
            points=given["points"],
            source=f"gift:{member_id}/{given['slug']}/{period}",
            occurred_at=given["now"],
            data={"reason": "birthday_gift"},
            expires_at=given["valid_until"],
        )
        for member_id, period in made
    ]
    post.credit_many(credits, now=given["now"])


def _coupons(held: Held, benefit: Coupons, now: datetime) -> Parameters:
    period_ends = ends_at(benefit.each, now, held.zone)
    coupons = benefit.numbered()
    return {
        "kind": benefit.kind,
        "slug": held.slug_of(benefit),
        "holder": held.holder,
        "period": period_of(benefit.each, now, held.zone),
        "numbers": list(range(len(coupons))),
        "amounts": [json.dumps(one.amount) for one in coupons],
        "minimums": [json.dumps(one.minimum) for one in coupons],
        "currencies": [min(one.amount) for one in coupons],
        "ends": [_days_on(one.valid_days, held, now) or period_ends for one in coupons],
        "due_at": now,
        "now": now,
    }


def _birthdays(held: Held, benefit: BirthdayGift, now: datetime) -> Parameters:
    days = list(birthdays_due(now, benefit.days_before, held.zone))
    coupon = benefit.coupon
    return {
        "kind": benefit.kind,
        "slug": held.slug_of(benefit),
        "holder": held.holder,
        "months": [one.month for one in days],
        "days": [one.day for one in days],
        "years": [str(one.year) for one in days],
        "begins": [one.begins for one in days],
        "overs": [one.over for one in days],
        "points": benefit.points or 0,
        "amounts": json.dumps(coupon.amount if coupon is not None else {}),
        "minimums": json.dumps(coupon.minimum if coupon is not None else {}),
        "currency": min(coupon.amount) if coupon is not None else "",
        "valid_until": _days_on(benefit.valid_days, held, now),
        "now": now,
    }


def _days_on(days: int | None, held: Held, now: datetime) -> datetime | None:
    return days_on(now, days, held.zone) if days is not None else None


def _name(gift: BenefitGift) -> dict[str, str]:
    """What the coupon is called: as the benefit, else as who gives it; nothing is known: {}."""
    for held in Entitlements.load([]).offered:
        if held.holder == gift.holder:
            benefits = [one for one in held.benefits if held.slug_of(one) == gift.slug]
            return held.name_of(benefits[0]).root if benefits else held.name.root
    return {}
