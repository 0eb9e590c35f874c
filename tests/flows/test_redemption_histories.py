"""Any history of the mall ends as the naive one says, and the ledger's audit finds nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saleor_loyalty.errors import LoyaltyError
from saleor_loyalty.events.host import HostCustomer
from saleor_loyalty.events.models import OutboxEffect, WorkStatus
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.rewards.models import Redemption, Reward
from saleor_loyalty.flows import redemption_delivery
from saleor_loyalty.flows import redemption_ends as ends
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.redemption_orders import review_checkout
from saleor_loyalty.flows.reward_offers import BACK
from saleor_loyalty.values.source_key import key_of
from tests import shop as shop_module
from tests.flows.balances import sums
from tests.flows.mall import deliver, get, give, reward
from tests.flows.naive_mall import NaiveMall, NaiveRedemption, NaiveReward
from tests.flows.test_redemption_orders import order_of
from tests.ledger.book import differences
from tests.shop import NOON, open_checkout

COUPON = {"kind": "coupon", "amount": {"USD": 500}, "valid_days": 10}
CARD = {"kind": "gift_card", "amount": {"USD": 500}, "valid_days": 30}
SERVICE = {"kind": "service", "valid_days": 20}
MUG = {"kind": "product", "variant_id": "V-mug", "cash": {"USD": 333}}
KINDS = (COUPON, CARD, SERVICE, MUG)
ACTS = (
    *("give", "give", "redeem", "redeem", "redeem", "again", "deliver", "fails", "use"),
    *("cancel", "remove", "place", "pay", "pay", "refund", "refund", "abandon", "later", "later"),
)
acts = st.tuples(st.sampled_from(ACTS), st.integers(0, 1), st.integers(0, 99), st.integers(1, 3))


class History:
    """The same acts on ours and on the naive one."""

    def __init__(self) -> None:
        shop_module.SHOP.__init__()  # type: ignore[misc]
        self.shop = shop_module.SHOP
        self.members = [self._member(name) for name in ("h1", "h2")]
        self.naive = NaiveMall(
            [
                NaiveReward(70, "coupon", lasts=timedelta(days=10)),
                NaiveReward(110, "gift_card", most=2, lasts=timedelta(days=30)),
                NaiveReward(45, "service", stock=3, lasts=timedelta(days=20)),
                NaiveReward(61, "product", stock=6, lasts=timedelta(minutes=60)),
            ],
            NOON,
        )
        for number, one in enumerate(self.naive.rewards):
            limits = {"limits": {"per_member": one.most}} if one.most else {}
            reward(f"r{number}", KINDS[number], points=one.points, stock=one.stock, **limits)
        for member in range(2):
            self.naive.available[member], self.naive.held[member] = 400, 0
            give(self.members[member], 400, f"begin{member}")
        self.made: list[int] = []
        self.keys: list[tuple[int, int, int]] = []
        self.given = 0

    def _member(self, name: str) -> Member:
        user = User.objects.create_user(name, f"{name}@example.com")
        self.shop.customers[user.pk] = HostCustomer(user.pk, user.email, "en", True)
        return find_or_join(user.pk, now=NOON)

    def step(self, act: str, member: int, number: int, pieces: int) -> None:
        if act == "give":
            self.given += 1
            give(self.members[member], 1 + number * 5, f"g{self.given}")
            self.naive.available[member] += 1 + number * 5
        elif act == "redeem":
            self._redeem(member, min(number % 6, 3), pieces)
        elif act in ("deliver", "fails"):
            self._deliver(act == "deliver")
        elif act == "later":
            self.naive.later(timedelta(days=number % 12, minutes=61))
            ends.release_due(now=self.naive.now)
            ends.expire_due(now=self.naive.now)
        else:
            fitting = [
                place for place, one in enumerate(self.naive.redemptions) if _fits(act, one)
            ] or list(range(len(self.made)))
            if fitting:
                place = fitting[-1 - number % len(fitting)]
                ours = Redemption.objects.select_related("reward").get(pk=self.made[place])
                getattr(self, f"_{act}")(ours, self.naive.redemptions[place], pieces)

    def _redeem(self, member: int, number: int, pieces: int) -> None:
        # As little is asked of the quantity where one piece is all there can be.
        pieces = pieces if number == 3 else 1
        key = len(self.keys)
        self.keys.append((member, number, pieces))
        if self.naive.redeem(member, number, pieces):
            self.made.append(self._get(key).pk)
        else:
            assert refused(lambda: self._get(key))

    def _get(self, key: int) -> Redemption:
        member, number, pieces = self.keys[key]
        checkout_id = f"c{key}" if number == 3 else ""
        if checkout_id:
            user_id = self.members[member].user_id
            self.shop.checkouts.setdefault(
                checkout_id, open_checkout(3000, checkout_id=checkout_id, user_id=user_id)
            )
        return get(
            self.members[member],
            f"r{number}",
            key=f"k{key}",
            quantity=pieces,
            checkout_id=checkout_id,
            now=self.naive.now,
        )

    def _again(self, ours: Redemption, _naive: NaiveRedemption, _pieces: int) -> None:
        """The same click changes nothing, whatever became of it."""
        key = next(
            key
            for key in range(len(self.keys))
            if Redemption.objects.filter(pk=ours.pk, key=_key(self.members, self.keys, key))
        )
        assert self._get(key).pk == ours.pk

    def _deliver(self, works: bool) -> None:
        if works:
            deliver(self.naive.now)
        else:
            waiting = OutboxEffect.objects.filter(kind="redemption", status=WorkStatus.NEW)
            waiting.update(status=WorkStatus.DEAD)
            redemption_delivery.sweep(now=self.naive.now)
        self.naive.deliver(works)

    def _use(self, ours: Redemption, naive: NaiveRedemption, _pieces: int) -> None:
        source = f"redemption:{ours.public_id}"
        if naive.state != "issued" or naive.reward.kind not in ("coupon", "gift_card"):
            return
        naive.used = True
        if naive.reward.kind == "coupon":
            self.shop.made_coupons[source].used = True
        else:
            self.shop.made_cards[source].balance = 1

    def _cancel(self, ours: Redemption, naive: NaiveRedemption, _pieces: int) -> None:
        def cancel() -> Redemption:
            return ends.cancel(ours.public_id, reason="x", actor="user:9", now=self.naive.now)

        assert refused(cancel) is not self.naive.cancel(naive)

    def _remove(self, ours: Redemption, naive: NaiveRedemption, _pieces: int) -> None:
        if naive.reward.kind == "product" and not naive.ordered:
            self.shop.remove_reward_line(ours.checkout_id, str(ours.public_id))
            review_checkout(ours.checkout_id, now=self.naive.now)
            self.naive.remove(naive)

    def _place(self, ours: Redemption, naive: NaiveRedemption, _pieces: int) -> None:
        self._order(ours, naive, paid=False)

    def _pay(self, ours: Redemption, naive: NaiveRedemption, _pieces: int) -> None:
        self._order(ours, naive, paid=True)

    def _order(self, ours: Redemption, naive: NaiveRedemption, *, paid: bool) -> None:
        """Nobody orders what has left the checkout."""
        if naive.reward.kind != "product" or naive.state != "reserved":
            return
        made = order_of(ours, order_id=f"o{ours.pk}", checkout_id=ours.checkout_id)
        order = self.shop.orders.get(f"o{ours.pk}") or made
        self._acts(replace(order, paid_at=self.naive.now if paid else None))
        self.naive.order(naive, paid)

    def _refund(self, ours: Redemption, naive: NaiveRedemption, pieces: int) -> None:
        order = self.shop.orders.get(f"o{ours.pk}")
        if order is None or order.paid_at is None or order.cancelled:
            return
        other, line = order.lines
        back = max(min(pieces, line.quantity), line.refunded_quantity)
        self._acts(replace(order, lines=(other, replace(line, refunded_quantity=back))))
        self.naive.refund(naive, back)

    def _abandon(self, ours: Redemption, naive: NaiveRedemption, _pieces: int) -> None:
        order = self.shop.orders.get(f"o{ours.pk}")
        if order is not None and not order.cancelled:
            self._acts(replace(order, cancelled=True))
            self.naive.abandon(naive)

    def _acts(self, order: Any) -> None:
        self.shop.orders[order.order_id] = order
        act_on([order], now=self.naive.now)

    def compare(self) -> None:
        for number, member in enumerate(self.members):
            naive = self.naive
            told = (naive.available[number], 0, naive.held[number], 0)
            assert sums(member) == told
        found = Redemption.objects.order_by("pk").values_list("state", "details", "points")
        assert [(state, details.get(BACK, 0), points) for state, details, points in found] == [
            (one.state, one.back, one.points) for one in self.naive.redemptions
        ]
        taken = Reward.objects.order_by("pk").values_list("taken", flat=True)
        assert list(taken) == [one.taken for one in self.naive.rewards]


def _fits(act: str, one: NaiveRedemption) -> bool:
    """Those the act is about mostly; where there is none it is tried on any."""
    product = one.reward.kind == "product"
    return {
        "use": one.state == "issued" and not product,
        "remove": one.state == "reserved",
        "place": one.state == "reserved",
        "pay": one.state == "reserved",
        "refund": one.state == "issued" and product,
        "abandon": product and one.ordered and one.state in ("reserved", "issued"),
    }.get(act, True)


def _key(members: list[Member], keys: list[tuple[int, int, int]], number: int) -> Any:
    return key_of(f"redeem:{members[keys[number][0]].public_id}/k{number}")


def refused(act: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            act()
    except LoyaltyError:
        return True
    return False


@pytest.mark.django_db
@settings(
    derandomize=True,
    max_examples=12,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(acts, min_size=20, max_size=50))
def test_any_history_ends_as_the_naive_mall_says(
    programme: None, told: list[tuple[str, int, int, int]]
) -> None:
    with transaction.atomic():
        history = History()
        for number, act in enumerate(told):
            history.step(*act)
            history.compare()
            if number % 10 == 0:
                assert differences() == []
        assert differences() == []
        transaction.set_rollback(True)
