"""Friends that members bring, as an answer to storefronts and staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import graphene

from ...features.members.models import Member
from ...features.referrals.config import ReferralsConfig, When
from ...features.referrals.models import Referral, ReferralCode, ReferralGift, ReferralState
from ...features.referrals.rules import short_name
from ...flows.member_events import awards_of
from ...flows.referral_page import Milestone, Page, brought, earned_by
from ...values.gift import Gift
from ...values.points import Unit
from ..errors import refusing
from ..ids import to_global
from ..members import TYPE as MEMBER
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..scalars import LoyaltyDateTime, LoyaltyInteger
from .connection import connection_of
from .flash_sale import prices_of
from .gift import LoyaltyGift
from .money import LoyaltyMoney, MoneyView

TYPE = "LoyaltyReferral"

LoyaltyReferralState = graphene.Enum(
    "LoyaltyReferralState",
    [(state.name, state.value) for state in ReferralState],
    description="How far a friend is, as staff see it.",
)
LoyaltyFriendState = graphene.Enum(
    "LoyaltyFriendState",
    [(name, name) for name in ("REGISTERED", "ORDERED", "CHECKING", "REWARDED", "ENDED")],
    description="How far a friend is, as members see it.",
)
_SHOWN = {ReferralState.HELD: "CHECKING", ReferralState.REFUSED: "ENDED"}


def shown(state: str) -> str:
    """Members are not told why something is looked at, or why it ended."""
    return _SHOWN.get(ReferralState(state), ReferralState(state).name)


@dataclass(frozen=True, slots=True)
class InvitationView:
    """What a code promises who comes by it."""

    row: ReferralCode
    config: ReferralsConfig
    language: str

    @property
    def code(self) -> str:
        return self.row.code

    @property
    def from_name(self) -> str:
        return short_name(self.row.member.email)

    @property
    def welcome(self) -> Gift | None:
        return self.config.welcome

    @property
    def welcome_with_order(self) -> bool:
        return self.config.welcome_when is When.FIRST_ORDER

    @property
    def gift(self) -> Gift | None:
        return self.config.friend

    @property
    def minimum(self) -> list[MoneyView]:
        return prices_of(sorted(self.config.minimum.items()), self.language)


class LoyaltyReferralInvitation(graphene.ObjectType):
    """What who comes by a code can have."""

    code = graphene.String(required=True)
    from_name = graphene.String(required=True, description="Whose it is, shortened: A***.")
    welcome = graphene.Field(LoyaltyGift)
    welcome_with_order = graphene.Boolean(
        required=True, description="The welcome gift comes with the first order, not at once."
    )
    gift = graphene.Field(
        LoyaltyGift, description="Once the first order can be returned no more. Null: nothing."
    )
    minimum = graphene.List(
        graphene.NonNull(LoyaltyMoney),
        required=True,
        description="What the first order must come to, by currency. Empty: anything.",
    )


class LoyaltyReferralMilestone(graphene.ObjectType):
    """What so many friends bring."""

    friends = LoyaltyInteger(required=True)
    left = LoyaltyInteger(required=True, description="So many friends more.")
    gift = graphene.Field(LoyaltyGift, required=True)


@dataclass(frozen=True, slots=True)
class FriendView:
    referral: Referral
    points: int

    @property
    def id(self) -> str:
        return to_global(TYPE, self.referral.public_id)

    @property
    def name(self) -> str:
        return short_name(self.referral.friend.email)

    @property
    def state(self) -> str:
        return shown(self.referral.state)

    @property
    def since(self) -> datetime:
        return self.referral.created_at

    @property
    def due_at(self) -> datetime | None:
        return self.referral.due_at if self.state == "ORDERED" else None


class LoyaltyReferredFriend(graphene.ObjectType):
    """A friend on the way, without saying who."""

    id = graphene.ID(required=True)
    name = graphene.String(required=True, description="Shortened: B***.")
    state = LoyaltyFriendState(required=True)
    since = LoyaltyDateTime(required=True)
    due_at = LoyaltyDateTime(description="When the friend's order can be returned no more.")
    points = LoyaltyInteger(required=True, description="That this friend has brought so far.")


@dataclass(frozen=True, slots=True)
class BroughtView:
    referral: Referral

    @property
    def from_name(self) -> str:
        return short_name(self.referral.referrer.email)

    @property
    def state(self) -> str:
        return shown(self.referral.state)


class LoyaltyBroughtBy(graphene.ObjectType):
    """How the caller came here."""

    from_name = graphene.String(required=True, description="By whom, shortened: A***.")
    state = LoyaltyFriendState(required=True)


@dataclass(frozen=True, slots=True)
class PageView:
    member: Member
    page: Page
    language: str

    @property
    def code(self) -> str | None:
        return self.page.code.code if self.page.code is not None else None

    @property
    def link(self) -> str | None:
        return self.page.config.link_of(self.code) if self.code is not None else None

    @property
    def visits(self) -> int:
        return self.page.code.visits if self.page.code is not None else 0

    @property
    def gift(self) -> Gift | None:
        return self.page.config.referrer

    @property
    def second_gift(self) -> Gift | None:
        return self.page.config.second

    @property
    def friend_gift(self) -> Gift | None:
        return self.page.config.friend

    @property
    def welcome(self) -> Gift | None:
        return self.page.config.welcome

    @property
    def minimum(self) -> list[MoneyView]:
        return prices_of(sorted(self.page.config.minimum.items()), self.language)

    def __getattr__(self, name: str) -> Any:
        """What the page says under the same name."""
        return getattr(object.__getattribute__(self, "page"), name)


class LoyaltyMyReferrals(graphene.ObjectType):
    """Friends that the caller brings."""

    code = graphene.String(description="Null until it is asked for.")
    link = graphene.String(description="The path of the shop that friends come by.")
    visits = LoyaltyInteger(required=True, description="Of the link, as far as the shop tells.")
    may_bring = graphene.Boolean(required=True, description="Whether it is for the caller.")
    gift = graphene.Field(LoyaltyGift, description="For each friend.")
    second_gift = graphene.Field(LoyaltyGift, description="For each friend of a friend.")
    friend_gift = graphene.Field(LoyaltyGift, description="That the friend has.")
    welcome = graphene.Field(LoyaltyGift, description="That the friend has first.")
    minimum = graphene.List(graphene.NonNull(LoyaltyMoney), required=True)
    registered = LoyaltyInteger(required=True)
    ordered = LoyaltyInteger(required=True)
    checking = LoyaltyInteger(required=True)
    rewarded = LoyaltyInteger(required=True, description="Those that count towards milestones.")
    ended = LoyaltyInteger(required=True)
    earned_points = LoyaltyInteger(required=True)
    earned_growth = LoyaltyInteger(required=True)
    left_this_month = LoyaltyInteger(description="Friends for whom there is something. Null: any.")
    left_ever = LoyaltyInteger(description="The same in all.")
    milestones = graphene.List(graphene.NonNull(LoyaltyReferralMilestone), required=True)
    next_milestone = graphene.Field(LoyaltyReferralMilestone)
    friends = graphene.Field(
        connection_of(LoyaltyReferredFriend),
        required=True,
        **arguments(),
        description="Those who came last first.",
    )
    brought_by = graphene.Field(LoyaltyBroughtBy)

    @staticmethod
    def resolve_registered(view: PageView, _info: object) -> int:
        return view.page.by_state[ReferralState.REGISTERED]

    @staticmethod
    def resolve_ordered(view: PageView, _info: object) -> int:
        return view.page.by_state[ReferralState.ORDERED]

    @staticmethod
    def resolve_checking(view: PageView, _info: object) -> int:
        return view.page.by_state[ReferralState.HELD]

    @staticmethod
    def resolve_ended(view: PageView, _info: object) -> int:
        return view.page.by_state[ReferralState.REFUSED]

    @staticmethod
    def resolve_earned_points(view: PageView, _info: object) -> int:
        return view.page.earned[Unit.POINTS]

    @staticmethod
    def resolve_earned_growth(view: PageView, _info: object) -> int:
        return view.page.earned[Unit.GROWTH]

    @staticmethod
    def resolve_milestones(view: PageView, _info: object) -> list[Milestone]:
        return view.page.milestones

    @staticmethod
    @refusing
    def resolve_friends(
        view: PageView, _info: object, first: int, after: str | None = None
    ) -> Slice[FriendView]:
        found = Referral.objects.filter(referrer=view.member).order_by("-pk")
        last_seen = key_in(after, int)
        if last_seen is not None:
            found = found.filter(pk__lt=last_seen)

        def fetch(limit: int) -> list[FriendView]:
            friends = list(found.select_related("friend")[:limit])
            points = earned_by(view.member, friends)
            return [FriendView(one, points.get(one.pk, 0)) for one in friends]

        return slice_of(fetch, lambda one: one.referral.pk, first=check_size(first), after=after)

    @staticmethod
    def resolve_brought_by(view: PageView, _info: object) -> BroughtView | None:
        referral = brought(view.member)
        return BroughtView(referral) if referral is not None else None


@dataclass(frozen=True, slots=True)
class GiftView:
    row: ReferralGift

    @property
    def role(self) -> str:
        return self.row.role

    @property
    def member_id(self) -> str:
        return to_global(MEMBER, self.row.member.public_id)

    @property
    def points(self) -> int:
        award = awards_of([self.row.event])[self.row.event_id].get(Unit.POINTS)
        return award.points - award.taken_back if award is not None else 0

    @property
    def given_at(self) -> datetime:
        return self.row.given_at

    @property
    def taken_back_at(self) -> datetime | None:
        return self.row.taken_back_at


class LoyaltyReferralGift(graphene.ObjectType):
    """What somebody had for it."""

    role = graphene.String(
        required=True, description="welcome, friend, referrer, second, milestone:3."
    )
    member_id = graphene.ID(required=True)
    points = LoyaltyInteger(required=True, description="That were not taken back.")
    given_at = LoyaltyDateTime(required=True)
    taken_back_at = LoyaltyDateTime()


@dataclass(frozen=True, slots=True)
class ReferralView:
    row: Referral

    @property
    def id(self) -> str:
        return to_global(TYPE, self.row.public_id)

    @property
    def referrer_id(self) -> str:
        return to_global(MEMBER, self.row.referrer.public_id)

    @property
    def friend_id(self) -> str:
        return to_global(MEMBER, self.row.friend.public_id)

    @property
    def referrer_email(self) -> str:
        return self.row.referrer.email

    @property
    def friend_email(self) -> str:
        return self.row.friend.email

    @property
    def signals(self) -> list[dict[str, str]]:
        return [
            {"kind": kind, "common_with": whom}
            for kind, common in sorted(self.row.signals.items())
            for whom in common
        ]

    @property
    def order_id(self) -> str | None:
        return self.row.order_id or None

    @property
    def reason(self) -> str | None:
        return self.row.reason or None

    @property
    def actor(self) -> str | None:
        return self.row.actor or None

    @property
    def gifts(self) -> list[GiftView]:
        rows = sorted(self.row.gifts.all(), key=lambda gift: gift.pk)
        return [GiftView(row) for row in rows]

    def __getattr__(self, name: str) -> Any:
        """What the row says under the same name."""
        return getattr(object.__getattribute__(self, "row"), name)


class LoyaltyReferralSignal(graphene.ObjectType):
    """What two people have in common."""

    kind = graphene.String(required=True, description="address, phone, device or email.")
    common_with = graphene.String(
        required=True, description="referrer, or friends: others of the same referrer."
    )


class LoyaltyReferral(graphene.ObjectType):
    """A friend and who brought them, as staff see it."""

    id = graphene.ID(required=True)
    referrer_id = graphene.ID(required=True)
    referrer_email = graphene.String(required=True)
    friend_id = graphene.ID(required=True)
    friend_email = graphene.String(required=True)
    how = graphene.String(required=True, description="code, link or checkout.")
    state = LoyaltyReferralState(required=True)
    signals = graphene.List(
        graphene.NonNull(LoyaltyReferralSignal),
        required=True,
        description="What made it a case.",
    )
    cleared = graphene.Boolean(required=True, description="Staff have let these pass.")
    counted = graphene.Boolean(
        required=True, description="Rewarded within the caps of who brought them."
    )
    order_id = graphene.ID(description="The shop's own id of the order that counts.")
    due_at = LoyaltyDateTime(description="When that order can be returned no more.")
    reason = graphene.String(
        description="What staff said, or why it ended: returned, self (one person), twice."
    )
    actor = graphene.String(description="Who decided.")
    created_at = LoyaltyDateTime(required=True)
    decided_at = LoyaltyDateTime()
    gifts = graphene.List(graphene.NonNull(LoyaltyReferralGift), required=True)
