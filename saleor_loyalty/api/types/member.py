"""A member as an answer: to themselves and to staff."""

from datetime import datetime
from typing import Any

import graphene
from promise import Promise

from ...events.host import host
from ...features.expiry.models import ExpiryConversion
from ...features.tiers.models import GrantKind, TierGrant, TierMove
from ...flows.boosts import running
from ...flows.check_in_days import standing
from ...flows.leaderboards import shown_name
from ...flows.lots import open_lots
from ...flows.member_list import name_of
from ...flows.task_members import tasks_of
from ...flows.timeline import Place, timeline
from ...flows.ways_to_earn import ways_to_earn
from ...ledger import read
from ...ledger.models import Hold, HoldStatus
from ...values.points import Unit
from ..context import request_of, viewer_of
from ..errors import refusing
from ..ids import to_global
from ..inputs import language_code as checked_language
from ..loaders import (
    AccountsOfMember,
    BalancesOfMember,
    ladders_of,
    loader,
)
from ..member_benefits import benefits_of, member_gifts
from ..member_memberships import member_memberships, member_packs
from ..members import MemberView
from ..outlooks import ahead_of, ahead_of_nobody
from ..pagination import Slice, arguments, check_size, key_in, slice_of
from ..scalars import LoyaltyDate, LoyaltyDateTime
from ..shares import links_of
from ..viewer import Permission
from .balance import LoyaltyExpiry, LoyaltyGrowthBalance, LoyaltyPointsBalance, points_view
from .benefit import LoyaltyBenefit
from .benefit_gift import GiftView, LoyaltyBenefitGift
from .boost import BoostView, LoyaltyBoost
from .check_in import CheckInsView, LoyaltyCheckIns
from .connection import connection_of
from .conversion import ConversionView, LoyaltyConversion
from .growth_pack import LoyaltyPackPurchase, PackBoughtView
from .history import EntryView, LoyaltyHistoryEntry, LoyaltyUnit
from .hold import HoldView, LoyaltyHold
from .lot import LotView, LoyaltyLot
from .membership import LoyaltyMembership
from .progress import LoyaltyProgress, ProgressView
from .share import LoyaltyShareLink, ShareLinkView
from .task import LoyaltyMemberTask, MemberTaskView
from .tier import LoyaltyTier, tier_view, view_of_tier
from .tier_grant import GrantView, LoyaltyTierGrant
from .tier_move import LoyaltyTierMove, MoveView
from .timeline import LoyaltyTimelineItem, MomentView
from .way_to_earn import LoyaltyWayToEarn, WayToEarnView

LoyaltyHistoryEntryConnection = connection_of(LoyaltyHistoryEntry)
LoyaltyTierMoveConnection = connection_of(LoyaltyTierMove)
LoyaltyTimelineItemConnection = connection_of(LoyaltyTimelineItem)

_FIRST = graphene.Int(required=True, description="How many, at most 100.")


class LoyaltyMember(graphene.ObjectType):
    """A person in the programme, or a customer who may join it."""

    id = graphene.ID(description="Null for a customer who has not joined yet.")
    user_id = graphene.ID(
        description="The shop's id of the account. Null for a guest, and without MANAGE_MEMBERS."
    )
    name = graphene.String(
        description="As the account has it; empty for a guest. Null without MANAGE_MEMBERS."
    )
    email = graphene.String(required=True)
    birthday = LoyaltyDate()
    language_code = graphene.String(required=True, description="Of the texts: en, pt-br.")
    time_zone = graphene.String(
        required=True, description="Europe/Paris. Empty: not told, and so the programme's."
    )
    is_guest = graphene.Boolean(
        required=True, description="Known by e-mail alone, without an account of the shop."
    )
    joined_at = LoyaltyDateTime(description="Null for a customer who has not joined yet.")
    merged_into_id = graphene.ID(description="The member this one has become a part of.")
    tier = graphene.Field(LoyaltyTier, description="Null below the first tier.")
    tier_set_by_hand = graphene.Boolean(
        required=True, description="Whether the member has the tier because staff gave it."
    )
    tier_until = LoyaltyDateTime(
        description="When the tier ends, if nothing more happens. Null: it has no end, or enough "
        "has been done to keep it."
    )
    progress = graphene.Field(LoyaltyProgress, required=True)
    points = graphene.Field(LoyaltyPointsBalance, required=True)
    growth = graphene.Field(LoyaltyGrowthBalance, required=True)
    history = graphene.Field(
        LoyaltyHistoryEntryConnection,
        required=True,
        unit=LoyaltyUnit(default_value=Unit.POINTS.name, description="Which account."),
        **arguments(),
        description="Every entry, newest first.",
    )
    expiries = graphene.List(
        graphene.NonNull(LoyaltyExpiry),
        required=True,
        first=_FIRST,
        description="What of the available points ends when, soonest first.",
    )
    last_entry_at = LoyaltyDateTime(
        description="When points of theirs last changed. Null: never, and outside of lists of "
        "members."
    )
    timeline = graphene.Field(
        LoyaltyTimelineItemConnection,
        **arguments(),
        description="Points, growth, tiers, rewards, memberships, reviews and friends in one "
        "order, newest first. Null without MANAGE_MEMBERS.",
    )
    lots = graphene.List(
        graphene.NonNull(LoyaltyLot),
        required=True,
        unit=LoyaltyUnit(default_value=Unit.POINTS.name, description="Which account."),
        first=_FIRST,
        description="What is left of each credit, in the order it is spent.",
    )
    holds = graphene.List(
        graphene.NonNull(LoyaltyHold),
        required=True,
        first=_FIRST,
        description="Points set aside now, those that end first at the top.",
    )
    conversions = graphene.List(
        graphene.NonNull(LoyaltyConversion),
        required=True,
        first=_FIRST,
        description="Coupons that expired points have become, newest first.",
    )
    tier_moves = graphene.Field(
        LoyaltyTierMoveConnection,
        required=True,
        **arguments(),
        description="Every move between tiers, newest first.",
    )
    tier_grants = graphene.List(
        graphene.NonNull(LoyaltyTierGrant),
        required=True,
        first=_FIRST,
        description="Tiers that were given, newest first, those that have ended among them.",
    )

    benefits = graphene.List(
        graphene.NonNull(LoyaltyBenefit),
        required=True,
        description="What their tier and their paid plans give them.",
    )
    gifts = graphene.List(
        graphene.NonNull(LoyaltyBenefitGift),
        required=True,
        first=_FIRST,
        description="What benefits gave: coupons, birthday gifts, partners' codes; newest first.",
    )

    memberships = graphene.List(
        graphene.NonNull(LoyaltyMembership),
        required=True,
        first=_FIRST,
        description="Paid plans they have and had, the one that lasts longest first.",
    )
    pack_purchases = graphene.List(
        graphene.NonNull(LoyaltyPackPurchase),
        required=True,
        first=_FIRST,
        description="Growth they have bought, newest first.",
    )

    tasks = graphene.List(
        graphene.NonNull(LoyaltyMemberTask),
        required=True,
        language_code=graphene.String(description="Of the texts. Without it: the member's."),
        description="Tasks that are shown to them, with how far they are. Empty for a customer who "
        "has not joined yet.",
    )
    leaderboard_name = graphene.String(
        description="Under which they agreed to be seen on leaderboards. Null: they have not."
    )

    @staticmethod
    @refusing
    def resolve_tasks(
        view: MemberView, info: object, language_code: str | None = None
    ) -> list[MemberTaskView]:
        language = checked_language(language_code) if language_code is not None else view.said_in
        mine = tasks_of(view.member, now=request_of(info).now) if view.member else []
        return [MemberTaskView(one, language) for one in mine]

    @staticmethod
    def resolve_leaderboard_name(view: MemberView, _info: object) -> str | None:
        return shown_name(view.member) if view.member else None

    ways_to_earn = graphene.List(
        graphene.NonNull(LoyaltyWayToEarn),
        required=True,
        language_code=graphene.String(description="Of the texts. Without it: the member's."),
        description="What they can do to earn, and how far they are. Empty for a customer who has "
        "not joined yet.",
    )

    boosts = graphene.List(
        graphene.NonNull(LoyaltyBoost),
        required=True,
        description="More points for a time that they have now, the one that ends first at the "
        "top.",
    )

    @staticmethod
    def resolve_boosts(view: MemberView, info: object) -> list[BoostView]:
        found = running(view.member, now=request_of(info).now) if view.member else []
        return [BoostView(one, view.said_in) for one in found]

    check_ins = graphene.Field(
        LoyaltyCheckIns,
        language_code=graphene.String(description="Of the texts. Without it: the member's."),
        description="The daily check-in. Null where the shop does not offer it.",
    )

    share_links = graphene.List(
        graphene.NonNull(LoyaltyShareLink),
        required=True,
        first=_FIRST,
        description="Links they share, newest first.",
    )

    @staticmethod
    @refusing
    def resolve_share_links(view: MemberView, _info: object, first: int) -> list[ShareLinkView]:
        size = check_size(first)
        return links_of(view.member, size) if view.member is not None else []

    @staticmethod
    @refusing
    def resolve_check_ins(
        view: MemberView, info: object, language_code: str | None = None
    ) -> CheckInsView | None:
        found = standing(view.member, now=request_of(info).now)
        return CheckInsView(found, _language(view, language_code)) if found is not None else None

    @staticmethod
    @refusing
    def resolve_ways_to_earn(
        view: MemberView, info: object, language_code: str | None = None
    ) -> list[WayToEarnView]:
        language = _language(view, language_code)
        ways = ways_to_earn(view.member, now=request_of(info).now) if view.member else []
        return [WayToEarnView(way, language) for way in ways]

    @staticmethod
    @refusing
    def resolve_memberships(view: MemberView, info: object, first: int) -> Any:
        return member_memberships(view, info, first)

    @staticmethod
    @refusing
    def resolve_pack_purchases(view: MemberView, _info: object, first: int) -> list[PackBoughtView]:
        return member_packs(view, first)

    @staticmethod
    def resolve_benefits(view: MemberView, info: object) -> Any:
        return benefits_of(view, info)

    @staticmethod
    @refusing
    def resolve_gifts(view: MemberView, _info: object, first: int) -> list[GiftView]:
        return member_gifts(view, first)

    @staticmethod
    def resolve_tier(view: MemberView, info: object) -> Any:
        ladders = ladders_of(info)
        if view.member is not None:
            return view_of_tier(ladders, view.member.tier, view.said_in)
        # Who joins now is in the tier that everybody is in.
        ahead = ahead_of_nobody(ladders, info)
        return tier_view(ladders, ahead.given.tier if ahead else None, view.said_in)

    @staticmethod
    def resolve_tier_set_by_hand(view: MemberView, info: object) -> Any:
        return ahead_of(view, info).then(
            lambda ahead: (
                ahead is not None
                and ahead.given.grant is not None
                and ahead.given.grant.kind == GrantKind.BY_HAND
            )
        )

    @staticmethod
    def resolve_tier_until(view: MemberView, info: object) -> Any:
        return ahead_of(view, info).then(
            lambda ahead: None if ahead is None or ahead.outlook.kept else ahead.outlook.keep_until
        )

    @staticmethod
    def resolve_progress(view: MemberView, info: object) -> Any:
        ladders = ladders_of(info)
        return Promise.all([ahead_of(view, info), _balances(view, info)]).then(
            lambda found: ProgressView(
                found[1][Unit.GROWTH].available, found[0], ladders, view.said_in
            )
        )

    @staticmethod
    def resolve_points(view: MemberView, info: object) -> Any:
        return _balances(view, info).then(
            lambda found: points_view(found[Unit.POINTS], view.said_in)
        )

    @staticmethod
    def resolve_growth(view: MemberView, info: object) -> Any:
        return _balances(view, info).then(lambda found: found[Unit.GROWTH])

    @staticmethod
    @refusing
    def resolve_history(
        view: MemberView, _info: object, first: int, unit: str, after: str | None = None
    ) -> Slice[EntryView]:
        before, size, wanted = key_in(after, int), check_size(first), Unit[unit]
        if view.member is None:
            return Slice([], str, has_next=False, has_previous=False)
        found = read.history(view.member.pk, wanted, first=size, before=before)
        return Slice(
            [EntryView(entry, wanted, view.said_in) for entry in found.entries],
            lambda shown: shown.entry.seq,
            has_next=found.next_before is not None,
            has_previous=before is not None,
        )

    @staticmethod
    @refusing
    def resolve_expiries(view: MemberView, info: object, first: int) -> Any:
        size, now = check_size(first), request_of(info).now

        def found(accounts: dict[Unit, int]) -> list[read.Expiry]:
            if Unit.POINTS not in accounts:
                return []
            return read.upcoming_expiries(accounts[Unit.POINTS], now, limit=size)

        return _accounts(view, info).then(found)

    @staticmethod
    def resolve_user_id(view: MemberView, info: object) -> str | None:
        user_id = view.member.user_id if view.member else None
        may = viewer_of(info).may(Permission.MANAGE_MEMBERS)
        return to_global("User", user_id) if user_id is not None and may else None

    @staticmethod
    @refusing
    def resolve_timeline(
        view: MemberView, info: object, first: int, after: str | None = None
    ) -> Slice[MomentView] | None:
        place, size, member = key_in(after, Place.of), check_size(first), view.member
        if member is None or not viewer_of(info).may(Permission.MANAGE_MEMBERS):
            return None
        return slice_of(
            lambda limit: [
                MomentView(one, view.reader or "en")
                for one in timeline(member, after=place, limit=limit)
            ],
            lambda shown: shown.moment.place,
            first=size,
            after=after,
        )

    @staticmethod
    def resolve_name(view: MemberView, info: object) -> str | None:
        if view.member is None or not viewer_of(info).may(Permission.MANAGE_MEMBERS):
            return None
        if hasattr(view.member, "first_name"):
            return name_of(view.member)
        user_id = view.member.user_id
        found = host().people([user_id]).get(user_id) if user_id is not None else None
        return found.name if found is not None else ""

    @staticmethod
    def resolve_last_entry_at(view: MemberView, _info: object) -> datetime | None:
        return getattr(view.member, "active_at", None)

    @staticmethod
    @refusing
    def resolve_lots(view: MemberView, _info: object, first: int, unit: str) -> list[LotView]:
        size, wanted = check_size(first), Unit[unit]
        found = open_lots(view.member.pk, wanted, first=size) if view.member else []
        return [LotView(lot, wanted, view.said_in) for lot in found]

    @staticmethod
    @refusing
    def resolve_holds(view: MemberView, _info: object, first: int) -> list[HoldView]:
        size = check_size(first)
        if view.member is None:
            return []
        holds = Hold.objects.filter(account__member=view.member, status=HoldStatus.OPEN)
        found = holds.select_related("payment", "reduction").order_by("expires_at", "pk")[:size]
        return [HoldView.of(hold, view.said_in) for hold in found]

    @staticmethod
    @refusing
    def resolve_conversions(view: MemberView, _info: object, first: int) -> list[ConversionView]:
        size = check_size(first)
        if view.member is None:
            return []
        found = ExpiryConversion.objects.filter(member=view.member).order_by("-pk")[:size]
        return [ConversionView(conversion, view.said_in) for conversion in found]

    @staticmethod
    @refusing
    def resolve_tier_moves(
        view: MemberView, _info: object, first: int, after: str | None = None
    ) -> Slice[MoveView]:
        before, size = key_in(after, int), check_size(first)
        found = (
            TierMove.objects.filter(member=view.member) if view.member else TierMove.objects.none()
        )
        if before is not None:
            found = found.filter(pk__lt=before)
        moves = found.select_related("from_tier", "to_tier").order_by("-pk")
        return slice_of(
            lambda limit: [MoveView(move, view.said_in) for move in moves[:limit]],
            lambda shown: shown.move.pk,
            first=size,
            after=after,
        )

    @staticmethod
    @refusing
    def resolve_tier_grants(view: MemberView, _info: object, first: int) -> list[GrantView]:
        size = check_size(first)
        if view.member is None:
            return []
        grants = TierGrant.objects.filter(member=view.member).select_related("tier")
        return [GrantView(grant, view.said_in) for grant in grants.order_by("-pk")[:size]]


def _language(view: MemberView, given: str | None) -> str:
    return checked_language(given) if given is not None else view.said_in


def _balances(view: MemberView, info: object) -> Any:
    if view.member is None:
        return Promise.resolve({unit: read.Balance() for unit in Unit})
    return loader(info, BalancesOfMember).load(view.member.pk)


def _accounts(view: MemberView, info: object) -> Any:
    if view.member is None:
        return Promise.resolve({})
    return loader(info, AccountsOfMember).load(view.member.pk)
