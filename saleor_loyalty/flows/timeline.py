"""Everything about one member in one order of time, newest first: points, growth, tiers, rewards,
memberships, reviews, friends.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from django.db.models import CharField, DateTimeField, F, JSONField, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import MD5, Cast, JSONObject

from ..features.members.models import Member
from ..features.memberships.models import MembershipPurchase
from ..features.referrals.models import Referral
from ..features.reviews.models import Review
from ..features.rewards.models import RedemptionState, RedemptionStep
from ..features.tiers.models import TierMove
from ..ledger.models import Account, Entry
from ..values.points import Unit


class Happening(StrEnum):
    """What a line is about."""

    POINTS = "points"
    GROWTH = "growth"
    TIER = "tier"
    REWARD = "reward"
    MEMBERSHIP = "membership"
    REVIEW = "review"
    FRIEND = "friend"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Moment:
    """One line. `ref` tells apart what happened at the same time; `data` depends on the kind."""

    at: datetime
    kind: Happening
    ref: str
    data: dict[str, Any]

    @property
    def place(self) -> "Place":
        return Place(self.at, self.kind, self.ref)


@dataclass(frozen=True, slots=True)
class Place:
    """After which line a page begins."""

    at: datetime
    kind: Happening
    ref: str

    def __str__(self) -> str:
        return f"{self.at.isoformat()} {self.kind} {self.ref}"

    @classmethod
    def of(cls, text: str) -> Self:
        """Raises ValueError."""
        at, kind, ref = text.split(" ", 2)
        moment = datetime.fromisoformat(at)
        if moment.tzinfo is None:
            raise ValueError("a moment needs its zone")
        return cls(moment, Happening(kind), ref)


def timeline(member: Member, *, after: Place | None, limit: int) -> list[Moment]:
    """Up to so many lines, in one statement. What only set points aside or freed them is left to
    the history of the account.
    """
    first, *others = (
        _page(rows, kind, at, ref, data, after, limit)
        for kind, (rows, at, ref, data) in _sources(member).items()
    )
    found = first.union(*others, all=True).order_by("-line_at", "-line_about", "-line_ref")
    return [Moment(at, Happening(about), ref, data) for at, about, ref, data in found[:limit]]


Source = tuple[QuerySet[Any], str, str, dict[str, Combinable | str]]


def _sources(member: Member) -> dict[Happening, Source]:
    """The rows, when they happened, what tells them apart, and what is shown of them."""
    steps = RedemptionStep.objects.filter(redemption__member=member)
    return {
        Happening.POINTS: _entries(member, Unit.POINTS),
        Happening.GROWTH: _entries(member, Unit.GROWTH),
        Happening.TIER: (
            TierMove.objects.filter(member=member),
            "moved_at",
            "public_id",
            {
                "from": F("from_tier__name"),
                "to": F("to_tier__name"),
                "note": F("reason"),
                "actor": F("actor"),
            },
        ),
        Happening.REWARD: (
            # The points that were spent say that it was redeemed.
            steps.exclude(state=RedemptionState.REQUESTED),
            "at",
            "id",
            {
                "names": F("redemption__promised__name"),
                "state": F("state"),
                "note": F("note"),
                "actor": F("actor"),
            },
        ),
        Happening.MEMBERSHIP: (
            MembershipPurchase.objects.filter(member=member),
            "paid_at",
            "source",
            {
                "names": F("plan__config__name"),
                "trial": F("trial"),
                "note": F("reason"),
                "actor": F("actor"),
            },
        ),
        Happening.REVIEW: (
            Review.objects.filter(member=member),
            "created_at",
            "public_id",
            {"product": F("product_name"), "rating": F("rating")},
        ),
        Happening.FRIEND: (
            Referral.objects.filter(referrer=member),
            "created_at",
            "public_id",
            {"state": F("state")},
        ),
        Happening.JOINED: (
            Member.objects.filter(pk=member.pk),
            "joined_at",
            "public_id",
            {"guest": F("guest")},
        ),
    }


def _entries(member: Member, unit: Unit) -> Source:
    account = Account.objects.filter(member=member, unit=unit).values("pk")
    change = F("available") + F("pending") + F("held") - F("debt")
    entries = Entry.objects.filter(account_id=Subquery(account[:1])).alias(change=change)
    shown: dict[str, Combinable | str] = {"kind": F("kind"), "data": F("data"), "change": change}
    return entries.exclude(change=0), "occurred_at", "key", shown


def _page(
    rows: QuerySet[Any],
    kind: Happening,
    at: str,
    ref: str,
    data: dict[str, Combinable | str],
    after: Place | None,
    limit: int,
) -> QuerySet[Any]:
    found = rows.annotate(
        line_at=Cast(at, DateTimeField()),
        line_about=Value(kind.value, CharField()),
        # Numbers of our tables are nobody's business.
        line_ref=MD5(Cast(ref, CharField())),
        line_data=Cast(JSONObject(**data), JSONField()),
    )
    if after is not None:
        found = found.filter(_beyond(kind, after))
    page: QuerySet[Any] = found.order_by("-line_at", "-line_ref").values_list(
        "line_at", "line_about", "line_ref", "line_data"
    )[:limit]
    return page


def _beyond(kind: Happening, after: Place) -> Q:
    earlier = Q(line_at__lt=after.at)
    if kind.value < after.kind.value:
        return earlier | Q(line_at=after.at)
    if kind is after.kind:
        return earlier | Q(line_at=after.at, line_ref__lt=after.ref)
    return earlier
