"""What time alone brings, in this order: holds end, points mature and expire, what has expired
becomes coupons, members are reminded; tiers: whom a date is due for is placed, then (once a day)
whoever stands elsewhere than the facts say, then everybody under a new ladder, and who is about to
lose one is warned; memberships end and are reminded of; benefits: coupons and birthday gifts that
are due, codes for those who wait, what left checkouts had taken of quotas; lotteries close, flash
sales and groups end what was kept too long; pictures are thrown away that no review came for; old
nudges are forgotten. Safe to run as often as wanted, and to kill anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from .. import conf
from ..events import work
from ..events.models import InboxFact, OutboxEffect
from ..ledger import post
from . import (
    benefit_gifts,
    benefit_uses,
    expiry,
    expiry_coupons,
    expiry_reminders,
    figures,
    flash_sale_claims,
    gift_rewards,
    group_buy_orders,
    lottery_draw,
    membership_reminders,
    memberships,
    mirror,
    occasion_days,
    occasion_gifts,
    partner_codes,
    points_at_checkout,
    points_reduction,
    redemption_delivery,
    redemption_ends,
    referral_orders,
    review_pictures,
    second_tries,
    share_orders,
    task_setup,
    tier_review,
    tier_warnings,
)
from .once import once

_CHUNK = 10_000
# Shops forget checkouts long before.
_LEFT = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class DailyReport:
    holds_ended: int
    accounts_settled: int
    inactive_ended: int
    conversions: int
    reminders: int
    tiers_reviewed: int
    tiers_mended: int
    ladder_placed: int
    tier_warnings: int
    mirrors_mended: int
    memberships_ended: int
    renewal_reminders: int
    gifts: int
    occasions_due: int
    occasion_gifts: int
    partner_codes: int
    uses_given_up: int
    redemptions_released: int
    redemptions_expired: int
    redemptions_given_up: int
    rewards_given: int
    lotteries_moved: int
    prizes_given: int
    flash_claims_ended: int
    group_seats_ended: int
    share_orders_given: int
    share_checkouts_forgotten: int
    friends_due: int
    traces_forgotten: int
    pictures_swept: int
    task_runs_ended: int
    tried_again: int
    figures_summed: int
    rows_forgotten: int


def run(*, now: datetime) -> DailyReport:
    before = now - timedelta(days=conf.keep_done_days())
    return DailyReport(
        holds_ended=_all(lambda: points_at_checkout.release_due(now=now, limit=100))
        + _all(lambda: points_reduction.release_due(now=now, limit=100)),
        redemptions_released=redemption_ends.release_due(now=now),
        accounts_settled=_all(lambda: post.settle_due(now=now, limit=_CHUNK)),
        inactive_ended=_expire_inactive(now),
        conversions=expiry_coupons.convert_expired(now=now),
        reminders=once(
            f"reminders:{now.astimezone(UTC):%Y-%m-%dT%H}",
            lambda: expiry_reminders.due_reminders(now=now),
            now=now,
        ),
        tiers_reviewed=tier_review.review_due(now=now),
        tiers_mended=tier_review.review_all(now=now),
        ladder_placed=tier_review.review_new_ladder(now=now),
        tier_warnings=once(
            f"tier-warnings:{now.astimezone(UTC):%Y-%m-%d}",
            lambda: tier_warnings.due_warnings(now=now),
            now=now,
        ),
        # Each night, against what somebody wrote there and against messages that were lost.
        mirrors_mended=once(
            f"mirror:{now.astimezone(UTC):%Y-%m-%d}", lambda: mirror.show_all(now=now), now=now
        ),
        memberships_ended=once(
            f"memberships-over:{now.astimezone(UTC):%Y-%m-%dT%H}",
            lambda: memberships.tell_of_ends(now=now),
            now=now,
        ),
        renewal_reminders=once(
            f"renewals:{now.astimezone(UTC):%Y-%m-%dT%H}",
            lambda: membership_reminders.due_reminders(now=now),
            now=now,
        ),
        # After tiers and memberships, for whom these have brought to something.
        gifts=benefit_gifts.give_due(now=now),
        # Each hour, for it is somebody's midnight.
        occasions_due=once(
            f"occasions:{now.astimezone(UTC):%Y-%m-%dT%H}",
            lambda: occasion_days.find_due(now=now),
            now=now,
        ),
        occasion_gifts=occasion_gifts.give_due(now=now),
        partner_codes=partner_codes.serve_waiting(now=now),
        uses_given_up=benefit_uses.give_up_checkouts(now=now),
        redemptions_expired=redemption_ends.expire_due(now=now),
        # At night: by then staff have had time to put a dead letter back in line.
        redemptions_given_up=once(
            f"redemptions:{now.astimezone(UTC):%Y-%m-%d}",
            lambda: redemption_delivery.sweep(now=now),
            now=now,
        ),
        # By now staff may have filled up the stock.
        rewards_given=once(
            f"gift-rewards:{now.astimezone(UTC):%Y-%m-%d}",
            lambda: gift_rewards.give_waiting(now=now),
            now=now,
        ),
        lotteries_moved=lottery_draw.advance(now=now, limit=100),
        prizes_given=lottery_draw.give_waiting(now=now),
        flash_claims_ended=flash_sale_claims.release_due(now=now, limit=_CHUNK),
        group_seats_ended=group_buy_orders.end_due(now=now, limit=_CHUNK),
        share_orders_given=share_orders.settle_due(now=now),
        share_checkouts_forgotten=once(
            f"share-checkouts:{now.astimezone(UTC):%Y-%m-%d}",
            lambda: share_orders.forget_left(before=now - _LEFT),
            now=now,
        ),
        friends_due=referral_orders.due(now=now),
        traces_forgotten=once(
            f"traces:{now.astimezone(UTC):%Y-%m-%d}",
            lambda: referral_orders.forget(now=now),
            now=now,
        ),
        pictures_swept=_all(lambda: review_pictures.sweep(now=now)),
        task_runs_ended=_all(lambda: task_setup.end_due(now=now, limit=_CHUNK)),
        tried_again=once(
            f"second-tries:{now.astimezone(UTC):%Y-%m-%d}",
            lambda: second_tries.try_again(now=now),
            now=now,
        ),
        figures_summed=once(
            f"figures:{now.astimezone(UTC):%Y-%m-%dT%H}",
            lambda: figures.sum_up(now=now),
            now=now,
        ),
        rows_forgotten=_all(lambda: work.prune(InboxFact, before=before, limit=_CHUNK))
        + _all(lambda: work.prune(OutboxEffect, before=before, limit=_CHUNK)),
    )


def _expire_inactive(now: datetime) -> int:
    """Looks at every account, so once for each day that passes over the silent."""
    since = expiry.silent_since(now=now)
    if since is None:
        return 0

    def pages() -> int:
        after: int | None = 0
        total = 0
        while after is not None:
            after, ended = post.expire_inactive(now=now, since=since, after=after, limit=_CHUNK)
            total += ended
        return total

    return once(f"inactive:{since.astimezone(UTC):%Y-%m-%dT%H:%M}", pages, now=now)


def _all(step: Callable[[], int]) -> int:
    """Repeats a step, each its own transaction, until it finds nothing more to do."""
    total = 0
    while done := step():
        total += done
    return total
