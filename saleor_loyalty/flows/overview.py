"""How the programme stands: the figures of the first page staff see."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import Count, F, Q, Sum

from ..errors import N_, Code, LoyaltyError
from ..features.members.models import Member
from ..features.tiers.models import Tier
from ..ledger.models import Account, Lot
from ..values.days import midnight
from ..values.money import Money
from ..values.points import Unit
from ..values.rate import Rate
from ..values.sentences import TOO_MANY
from .figures import By, Span, spans, zone_of_shop

# A chart has no more columns than that.
MOST_SPANS = 400


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What members have, in points. `worth` is what it was worth when it was earned."""

    available: int
    pending: int
    held: int
    debt: int
    worth: tuple[Money, ...]

    @property
    def points(self) -> int:
        return self.available + self.pending + self.held


@dataclass(frozen=True, slots=True)
class TierCount:
    """`slug` "": those without a tier."""

    slug: str
    members: int


def chart(
    since: date,
    until: date,
    by: By,
    *,
    channel: str | None,
    currency: str | None,
    now: datetime,
) -> list[Span]:
    """Raises LoyaltyError INVALID for days in the wrong order, LIMIT_EXCEEDED for too many."""
    if since > until:
        raise LoyaltyError(Code.INVALID, N_("The end lies before the beginning."), field="until")
    days = {By.DAY: 1, By.WEEK: 7, By.MONTH: 31}[by]
    if (until - since).days > MOST_SPANS * days:
        raise LoyaltyError(
            Code.LIMIT_EXCEEDED,
            TOO_MANY,
            field="since",
            count=MOST_SPANS,
        )
    return spans(since, until, by, channel=channel, currency=currency, now=now)


def members() -> int:
    """Guests are members too; those merged into others are not."""
    return Member.objects.filter(merged_into=None).count()


def members_joined(since: date, until: date, *, now: datetime) -> int:
    """On these days, both included."""
    zone = zone_of_shop(now=now)
    return Member.objects.filter(
        merged_into=None,
        joined_at__gte=midnight(since, zone),
        joined_at__lt=midnight(until + timedelta(days=1), zone),
    ).count()


def members_by_tier() -> list[TierCount]:
    """From the highest down, those without last."""
    members = Count("members", filter=Q(members__merged_into=None))
    tiers = Tier.objects.annotate(number=members).filter(Q(active=True) | Q(number__gt=0))
    counts = [TierCount(tier.slug, tier.number) for tier in tiers.order_by("-active", "-rank")]
    without = Member.objects.filter(tier=None, merged_into=None).count()
    return [*counts, TierCount("", without)]


def outstanding() -> Outstanding:
    sums = {name: Sum(name, default=0) for name in ("available", "pending", "held", "debt")}
    accounts = Account.objects.filter(unit=Unit.POINTS).aggregate(**sums)
    return Outstanding(**accounts, worth=tuple(_liabilities()))


def _liabilities() -> list[Money]:
    """What all open points are worth, each at the rate it was earned at, by currency."""
    rates = (
        Lot.objects.filter(open=True, worth_points__isnull=False)
        .values_list("worth_currency", "worth_points", "worth_minor")
        .annotate(points=Sum(F("remaining")))
        .order_by("worth_currency")
    )
    worths = [
        (str(currency), Rate(per, minor).worth_floor(points))
        for currency, per, minor, points in rates
    ]
    return [
        Money(sum(worth for _, worth in group), currency)
        for currency, group in groupby(worths, key=lambda worth: worth[0])
    ]
