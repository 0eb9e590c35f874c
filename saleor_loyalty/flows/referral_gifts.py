"""What a referral gives to whom, and takes back. The caller has locked the referral."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from ..features.member_events.names import Own
from ..features.members.models import Member
from ..features.members.service import whole
from ..features.referrals.config import ReferralsConfig, When
from ..features.referrals.models import Referral, ReferralGift, ReferralState
from ..features.referrals.rules import short_name
from ..values.gift import Gift
from .gifts import Given, Happening, happen_many
from .member_events import undo_event

WELCOME, FRIEND, REFERRER, SECOND = "welcome", "friend", "referrer", "second"
_MILESTONE = "milestone:"


@dataclass(frozen=True, slots=True)
class Wanted:
    role: str
    kind: Own
    member: Member
    gift: Gift
    about: str
    attributes: dict[str, int] = field(default_factory=dict)


def welcome(referral: Referral, config: ReferralsConfig) -> list[Wanted]:
    if config.welcome is None:
        return []
    about = short_name(referral.referrer.email)
    return [Wanted(WELCOME, Own.REFERRED, referral.friend, config.welcome, about)]


def rewards(referral: Referral, config: ReferralsConfig) -> list[Wanted]:
    """Once the friend's order is safe: all of it, whatever was given before."""
    found = []
    about = short_name(referral.friend.email)
    if config.friend is not None:
        by = short_name(referral.referrer.email)
        found.append(Wanted(FRIEND, Own.REFERRED, referral.friend, config.friend, by))
    if not referral.counted:
        return found
    if config.referrer is not None:
        found.append(Wanted(REFERRER, Own.REFERRAL, referral.referrer, config.referrer, about))
    above = brought_by(referral.referrer)
    if config.second is not None and above is not None:
        level = {"level": 2}
        found.append(Wanted(SECOND, Own.REFERRAL, above, config.second, about, level))
    return found + _milestones(referral, config)


def brought_by(member: Member) -> Member | None:
    referral = (
        Referral.objects.select_related("referrer__merged_into")
        .filter(friend=member)
        .exclude(state=ReferralState.REFUSED)
        .first()
    )
    return whole(referral.referrer) if referral is not None else None


def counted(referrer: Member) -> int:
    """Friends that were rewarded and count."""
    theirs = Referral.objects.filter(referrer=referrer, state=ReferralState.REWARDED)
    return theirs.filter(counted=True).count()


def give(
    referral: Referral, wanted: Iterable[Wanted], config: ReferralsConfig, *, now: datetime
) -> None:
    """What has not been given yet, to those whose account is open, each once."""
    known = _known(referral)
    due = [
        (one, known.get(one.role))
        for one in wanted
        if (one.role not in known or known[one.role].taken_back_at is not None)
        and _is_open(whole(one.member))
    ]
    given = [_given(referral, one, earlier, config, now) for one, earlier in due]
    events = happen_many(given, now=now)
    for (one, earlier), happening, event in zip(due, given, events, strict=True):
        row = earlier or ReferralGift(role=one.role)
        row.referral, row.member, row.event = referral, happening.member, event
        row.given_at, row.taken_back_at = now, None
        row.save()


def take_back(referral: Referral, *, roles: Iterable[str] | None = None, now: datetime) -> None:
    """What it gave, or what it gave as these; and milestones that are reached no more."""
    mine = ReferralGift.objects.filter(referral=referral, taken_back_at=None)
    mine = mine.exclude(role__startswith=_MILESTONE)
    if roles is not None:
        mine = mine.filter(role__in=list(roles))
    referrer = whole(referral.referrer)
    reached = counted(referrer)
    gone = [one for one in _milestones_of(referrer) if _friends_of(one) > reached]
    found = [*mine.select_related("event"), *(one for one in gone if one.taken_back_at is None)]
    for gift in sorted(found, key=lambda one: (one.member_id, one.pk)):
        undo_event(gift.event, now=now)
        gift.taken_back_at = now
        gift.save(update_fields=["taken_back_at"])


def of_order(config: ReferralsConfig) -> list[str]:
    """What was given because of the order, milestones aside."""
    first = [WELCOME] if config.welcome_when is When.FIRST_ORDER else []
    return [*first, FRIEND, REFERRER, SECOND]


def _milestones(referral: Referral, config: ReferralsConfig) -> list[Wanted]:
    reached = counted(whole(referral.referrer))
    return [
        Wanted(
            f"{_MILESTONE}{friends}",
            Own.REFERRAL_MILESTONE,
            referral.referrer,
            gift,
            str(friends),
            {"friends": friends},
        )
        for friends, gift in sorted(config.milestones.items())
        if friends <= reached
    ]


def _known(referral: Referral) -> dict[str, ReferralGift]:
    own = ReferralGift.objects.filter(referral=referral).exclude(role__startswith=_MILESTONE)
    return {one.role: one for one in [*own, *_milestones_of(whole(referral.referrer))]}


def _milestones_of(referrer: Member) -> list[ReferralGift]:
    theirs = Q(member=referrer) | Q(member__merged_into=referrer)
    found = ReferralGift.objects.filter(theirs, role__startswith=_MILESTONE)
    return list(found.select_related("event").order_by("pk"))


def _friends_of(milestone: ReferralGift) -> int:
    return int(milestone.role.removeprefix(_MILESTONE))


def _given(
    referral: Referral,
    wanted: Wanted,
    earlier: ReferralGift | None,
    config: ReferralsConfig,
    now: datetime,
) -> Given:
    again = f"/{earlier.event_id}" if earlier is not None else ""
    happening = Happening(
        kind=wanted.kind,
        source=f"{referral.public_id}/{wanted.role}{again}",
        occurred_at=now,
        about=wanted.about,
        attributes=wanted.attributes,
        channel=config.channel,
    )
    return Given(whole(wanted.member), happening, wanted.gift)


def _is_open(member: Member) -> bool:
    return member.user_id is not None or member.guest
