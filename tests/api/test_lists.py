"""What a page of a list asks the database, however long it is.

Counted is every statement of the request but those of whoever checks the caller, which is the
adapter's business (`tests/saleor/test_dashboard_tokens.py`): first with what the world has of it,
then with four more of each. A page that asks more for more rows has a statement in its lines.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saleor_loyalty.api.execute import execute
from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.audit.models import StaffAction
from saleor_loyalty.features.benefits.models import BenefitGift, BenefitUse, CodeList
from saleor_loyalty.features.campaigns.models import Campaign
from saleor_loyalty.features.expiry.models import ExpiryReminder
from saleor_loyalty.features.flash_sales.models import FlashSale
from saleor_loyalty.features.group_buys.models import Group, GroupBuyOffer
from saleor_loyalty.features.growth_packs.models import GrowthPack
from saleor_loyalty.features.lottery.models import Lottery, LotteryTicket, LotteryWin
from saleor_loyalty.features.member_events.models import EventBatch
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.memberships.models import (
    Membership,
    MembershipPlan,
    MembershipReminder,
)
from saleor_loyalty.features.programme.models import Programme, ProgrammeVersion
from saleor_loyalty.features.referrals.models import Referral
from saleor_loyalty.features.reviews.models import Review
from saleor_loyalty.features.rewards.models import Redemption, Reward, RewardCategory
from saleor_loyalty.features.shares.models import ShareLink
from saleor_loyalty.features.tasks.models import LeaderboardName, Task, TaskRun
from saleor_loyalty.features.tiers.models import (
    MoveCause,
    Tier,
    TierInvitation,
    TierMove,
    TierWarning,
)
from saleor_loyalty.flows import event_batches
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.points import adjust_points
from tests.api.client import operation
from tests.api.conftest import World
from tests.api.more_rows import more
from tests.api.test_operations import VARIABLES, kept_days
from tests.api.test_schema import OPERATIONS
from tests.conftest import customer
from tests.flows.occasions import born
from tests.shop import NOON


def _of(model: Any, **different: Any) -> Callable[[World], object]:
    return lambda _world: more(model.objects.order_by("pk")[0], **different)


@dataclass(frozen=True)
class Page:
    """`most` is how many statements it may ask, `why` the reason where that is not two. What
    `more` makes is to be seen in it, beside the one that `begin` makes where the world has none.
    """

    more: Callable[[World], object]
    most: int = 2
    why: str = ""
    begin: Callable[[World], object] = lambda world: None
    given: dict[str, Any] = field(default_factory=dict)


def _members(world: World) -> list[Member]:
    return [find_or_join(customer(world.shop, f"c{n}"), now=NOON) for n in range(4)]


def _entries(world: World) -> None:
    for number in range(4):
        adjust_points(world.ada, 5, reason="Sorry", source=f"m{number}", actor="user:9", now=NOON)


def _actions(world: World) -> None:
    for _ in range(4):
        StaffAction.objects.create(
            actor=f"user:{world.eve + 1}",
            action="loyaltyPointsAdjust",
            member=world.ada,
            arguments={},
            at=NOON,
        )


def _moves(world: World) -> None:
    silver = Tier.objects.get(slug="silver")
    for _number in range(4):
        move = TierMove(member=world.ada, to_tier=silver, cause=MoveCause.values[0])
        move.public_id, move.since, move.moved_at = uuid4(), NOON, NOON
        move.save()


def _reminder(world: World) -> None:
    ExpiryReminder.objects.create(
        member=world.ada, expires_at=NOON, days_before=9, points=5, created_at=NOON
    )


def _warning(world: World) -> None:
    TierWarning.objects.create(
        member=world.ada, tier=Tier.objects.get(slug="gold"), ends_at=NOON, days_before=9
    )


def _renewal(_world: World) -> None:
    MembershipReminder.objects.create(
        membership=Membership.objects.order_by("pk")[0], ends_at=NOON, days_before=9
    )


def _tickets(_world: World) -> list[LotteryTicket]:
    drawn = LotteryTicket.objects.get(win__isnull=False)
    return more(drawn, number=lambda number: drawn.number + number)


def _wins(world: World) -> None:
    tickets = _tickets(world)
    more(
        LotteryWin.objects.get(),
        ticket_id=lambda number: tickets[number - 1].pk,
        number=lambda number: number,
    )


def _referrals(world: World) -> None:
    friends = _members(world)
    more(Referral.objects.get(), friend_id=lambda number: friends[number - 1].pk)


def _dead(_world: World) -> None:
    more(OutboxEffect.objects.get(status=WorkStatus.DEAD))


def _long_file(world: World) -> None:
    """In the place of the short one."""
    known = EventBatch.objects.get(public_id=UUID(int=0xBA))
    lines = [f"k{n},{world.bob.email},review,2026-03-10T12:00:00Z" for n in range(9)]
    text = "\n".join(["key,email,name,occurred_at", *lines])
    longer = event_batches.check(text, name="May", actor="user:9", now=NOON)
    EventBatch.objects.filter(pk=known.pk).update(public_id=uuid4())
    EventBatch.objects.filter(pk=longer.pk).update(public_id=known.public_id)


def _birthdays(world: World) -> None:
    for member in _members(world):
        born(member, "1990-03-14")


def _days(number: int) -> int:
    return 9 + number


def _runs(world: World) -> None:
    run = TaskRun.objects.order_by("pk")[0]
    members = _members(world)
    runs = more(run, member_id=lambda number: members[number - 1].pk, progress=3)
    for one in runs:
        LeaderboardName.objects.create(member_id=one.member_id, name=f"N{one.pk}", agreed_at=NOON)


TEXTS = "the lines' own, and the terms that name or date them: merchants write a few of these"
PARTS = "the member, and one for each part of their page"

LISTS: dict[str, Page] = {
    "actors": Page(_members, 0, "names come from the host, in one question"),
    "all_campaigns": Page(_of(Campaign), 3, TEXTS),
    "all_flash_sales": Page(_of(FlashSale)),
    "all_group_offers": Page(_of(GroupBuyOffer)),
    "all_growth_packs": Page(_of(GrowthPack)),
    "all_lotteries": Page(_of(Lottery)),
    "all_plans": Page(_of(MembershipPlan)),
    "all_rewards": Page(_of(Reward), 3, TEXTS),
    "all_tasks": Page(_of(Task)),
    "audit_log": Page(_actions),
    "benefit_gifts": Page(_of(BenefitGift, number=lambda number: 90 + number)),
    "benefit_uses": Page(_of(BenefitUse)),
    "code_lists": Page(_of(CodeList), 4, "counts of codes, who waits, and for which benefits"),
    "dead_letters": Page(_dead),
    "event_batch": Page(_long_file),
    "event_batches": Page(_of(EventBatch)),
    "expiry_reminders": Page(_of(ExpiryReminder, days_before=_days), begin=_reminder),
    "groups": Page(_of(Group)),
    "lottery": Page(_wins),
    "lottery_tickets": Page(_tickets),
    "member_export": Page(_members),
    "member_history": Page(_entries, 3, PARTS),
    "member_lots": Page(_entries),
    "member_standing": Page(_moves, 4, PARTS),
    "member_timeline": Page(_entries),
    "members": Page(_members, given={"search": None}),
    "membership_reminders": Page(_of(MembershipReminder, days_before=_days), begin=_renewal),
    "occasions_ahead": Page(
        _birthdays,
        6,
        "the setting, the clocks of shop and members, whose days, and who they are",
        kept_days,
        {"occasion": "BIRTHDAY"},
    ),
    "programme": Page(_of(ProgrammeVersion, number=lambda number: 90 + number)),
    "programmes": Page(_of(Programme)),
    "redemption_export": Page(_of(Redemption)),
    "redemptions": Page(_of(Redemption)),
    "referrals": Page(_referrals, given={"memberId": None}),
    "reviews": Page(
        _of(Review, event_id=None, line_id=lambda number: f"l{number}"),
        4,
        "their pictures, what became of them, and what they brought",
        given={"state": None, "search": None},
    ),
    "reward_categories": Page(_of(RewardCategory)),
    "shared_links": Page(_of(ShareLink, page=lambda number: f"/p{number}")),
    "task_leaderboard": Page(
        _runs, 4, "who asks, the task, the clock its period goes by, the places"
    ),
    "task_runs": Page(_runs),
    "tier_invitations": Page(_of(TierInvitation)),
    "tier_warnings": Page(
        _of(TierWarning, days_before=_days),
        6,
        "how far each of them is: the ladder, what they were given, their growth and its lots",
        _warning,
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_page_asks_as_little_however_long_it_is(world: World, name: str) -> None:
    page = LISTS[name]
    page.begin(world)
    few, before = _asked(world, name)

    page.more(world)
    many, after = _asked(world, name)

    assert after > before or page.most == 0
    assert len(many) == len(few), "\n".join([*few, "and then", *many])
    assert len(many) <= page.most, "\n".join(many)
    assert (page.most == 2) == (page.why == "")


def _asked(world: World, name: str) -> tuple[list[str], int]:
    """The statements of the request as the pages send it, and how many lines it answered."""
    variables = {**VARIABLES[f"dashboard/{name}"](world), **LISTS[name].given}
    body = json.dumps({"query": operation(f"dashboard/{name}"), "variables": variables}).encode()
    with CaptureQueriesContext(connection) as seen:
        _, answer = execute(body, world.as_admin, now=NOON, accept_language="de")
    assert "errors" not in answer, answer["errors"]
    return [one["sql"] for one in seen], _lines(answer["data"])


def _lines(found: Any) -> int:
    """Of the longest list in it."""
    match found:
        case {"csv": str(csv)}:
            return csv.count("\n")
        case list():
            return max([len(found), *map(_lines, found)])
        case dict():
            return max(map(_lines, found.values()), default=0)
    return 0


# Pages of one thing, of a handful that merchants write, or of what the host knows.
SHORT = {
    "campaign",
    "catalogue",
    "configuration_difference",
    "configuration_faults",
    "configuration_schema",
    "engagements",
    "flash_sale",
    "group_offer",
    "ladder",
    "ladder_trial",
    "lines",
    "member",
    "member_does",
    "member_has",
    "member_head",
    "member_memberships",
    "member_of_customer",
    "occasion_days",
    "order",
    "overview",
    "plan_choices",
    "preview",
    "programme_lint",
    "quotas",
    "recent_orders",
    "redemption",
    "referral",
    "review",
    "reward",
    "share_figures",
    "shop",
    "starter_preview",
    "starters",
    "task",
    "tier_choices",
    "todo",
    "viewer",
}


def test_every_list_is_counted() -> None:
    asked = {
        name.removeprefix("dashboard/")
        for name in OPERATIONS
        if name.startswith("dashboard/") and "\nquery " in operation(name)
    }
    assert asked == {*LISTS, *SHORT}
    assert not SHORT & set(LISTS)
