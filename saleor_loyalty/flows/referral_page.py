"""What a member sees of the friends they bring. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, QuerySet, Sum

from ..errors import N_, Message
from ..features.earning.models import Award
from ..features.members.models import Member
from ..features.referrals.config import ReferralsConfig
from ..features.referrals.models import Referral, ReferralCode, ReferralState
from ..features.referrals.rules import next_milestone
from ..values.gift import Gift
from ..values.points import Unit
from .gates import lets_in
from .referral_gifts import FRIEND, WELCOME
from .referral_steps import month_began
from .referral_terms import running
from .ways import Way, WayKind, WayState

_FOR_FRIENDS = (WELCOME, FRIEND)


@dataclass(frozen=True, slots=True)
class Milestone:
    """`left`: so many friends more."""

    friends: int
    gift: Gift
    left: int


@dataclass(frozen=True, slots=True)
class Page:
    """`by_state`: how many friends are in each; `rewarded` are those that count."""

    config: ReferralsConfig
    code: ReferralCode | None
    may_bring: bool
    by_state: Mapping[ReferralState, int]
    rewarded: int
    earned: Mapping[Unit, int]
    # For so many friends more there is something this month, and ever. None: no cap.
    left_this_month: int | None
    left_ever: int | None

    @property
    def milestones(self) -> list[Milestone]:
        return [
            Milestone(friends, gift, max(friends - self.rewarded, 0))
            for friends, gift in sorted(self.config.milestones.items())
        ]

    @property
    def next_milestone(self) -> Milestone | None:
        friends = next_milestone(self.config.milestones, self.rewarded)
        if friends is None:
            return None
        return Milestone(friends, self.config.milestones[friends], friends - self.rewarded)


def page_of(member: Member, *, now: datetime) -> Page | None:
    """None where it is switched off."""
    setting = running()
    if setting is None:
        return None
    theirs = Referral.objects.filter(referrer=member)
    counted = theirs.values_list("state", "counted").annotate(count=Count("pk"))
    by_state = dict.fromkeys(ReferralState, 0)
    rewarded = 0
    for state, does_count, count in counted.order_by():
        by_state[ReferralState(state)] += count
        rewarded += count if does_count else 0
    caps = setting.config.caps
    return Page(
        config=setting.config,
        code=ReferralCode.objects.filter(member=member).first(),
        may_bring=lets_in(setting.config.gate, member.pk, now=now),
        by_state=by_state,
        rewarded=rewarded,
        earned=earned(member),
        left_this_month=_left_this_month(theirs, setting.config, now),
        left_ever=max(caps.ever - rewarded, 0) if caps.ever is not None else None,
    )


def earned(member: Member) -> dict[Unit, int]:
    """By bringing friends, without what was taken back."""
    found = _awards(member).values_list("unit").annotate(left=_left())
    sums = {Unit(unit): left for unit, left in found.order_by()}
    return {unit: sums.get(unit, 0) for unit in Unit}


def earned_by(member: Member, referrals: Iterable[Referral]) -> dict[int, int]:
    """Points that each brought the member, milestones among them; by primary key."""
    ids = [referral.pk for referral in referrals]
    found = _awards(member).filter(unit=Unit.POINTS, event__referral_gift__referral__in=ids)
    by_referral = found.values_list("event__referral_gift__referral").annotate(left=_left())
    return dict(by_referral.order_by())


def brought(member: Member) -> Referral | None:
    """How the member came here."""
    return Referral.objects.select_related("referrer").filter(friend=member).first()


def ways(member: Member, now: datetime) -> Iterable[Way]:
    page = page_of(member, now=now)
    if page is None or not page.may_bring:
        return
    capped = page.left_this_month == 0 or page.left_ever == 0
    ahead = page.next_milestone
    yield Way(
        kind=WayKind.REFERRAL,
        name=Message(N_("Bring a friend")),
        gift=page.config.referrer,
        progress=page.rewarded if ahead is not None else None,
        goal=ahead.friends if ahead is not None else None,
        state=WayState.DONE if capped else WayState.OPEN,
    )


def _awards(member: Member) -> "QuerySet[Award]":
    gifts = Award.objects.filter(event__referral_gift__member=member)
    return gifts.exclude(event__referral_gift__role__in=_FOR_FRIENDS)


def _left() -> Sum:
    return Sum(F("points") - F("taken_back"))


def _left_this_month(
    theirs: "QuerySet[Referral]", config: ReferralsConfig, now: datetime
) -> int | None:
    if config.caps.month is None:
        return None
    lately = theirs.filter(counted=True, decided_at__gte=month_began(config, now))
    return max(config.caps.month - lately.count(), 0)
