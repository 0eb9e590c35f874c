"""Two workers at once, a worker that dies anywhere, an order that goes while its gift is given."""

from dataclasses import replace
from functools import partial

import pytest

from saleor_loyalty.features.boosts.models import Boost
from saleor_loyalty.features.member_events.models import MemberEvent
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.occasions.models import OccasionGift
from saleor_loyalty.features.rewards.models import Redemption
from saleor_loyalty.flows.gift_rewards import give_waiting
from saleor_loyalty.flows.gifts import happen
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.occasion_days import find_due
from saleor_loyalty.flows.occasion_gifts import give_due
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.values.gift import Gift
from tests.conftest import customer
from tests.flows import mall
from tests.flows.balances import sums
from tests.flows.dying import each_death
from tests.flows.occasions import born, gifts, keep, night
from tests.flows.test_gift_rewards import happening
from tests.ledger.book import differences
from tests.ledger.threads import together
from tests.shop import NOON, Shop, line, paid_order

ALL = {"points": 50, "reward": "cake", "boost": {"percent": 200, "days": 1}}
committing = pytest.mark.django_db(transaction=True)


@committing
def test_two_nights_at_once_give_each_once(ada: Member, bob: Member) -> None:
    mall.reward("cake", stock=1)
    keep(birthday={"gift": ALL})
    for member in (ada, bob):
        born(member, "1990-03-10")
    given = together(*[partial(night, NOON) for _ in range(3)])
    assert sum(given) == 2
    assert [sums(member)[0] for member in (ada, bob)] == [50, 50]
    assert [OccasionGift.objects.count(), Boost.objects.count(), mall.taken("cake")] == [2, 2, 1]
    assert differences() == []


@committing
def test_the_last_piece_is_given_or_bought(ada: Member, bob: Member) -> None:
    mall.reward("cake", stock=1)
    mall.give(bob, 300)
    gift = Gift(points=1, reward="cake")
    together(partial(happen, ada, happening(), gift, now=NOON), partial(mall.get, bob, "cake"))
    assert (mall.taken("cake"), sums(ada)[0]) == (1, 1)
    waiting = Redemption.objects.filter(details__has_key="waiting").count()
    bought = Redemption.objects.filter(points=300).count()
    assert (waiting, bought) in [(1, 1), (0, 0)]


@committing
def test_what_waits_is_handed_out_once(ada: Member) -> None:
    mall.reward("cake", stock=0)
    happen(ada, happening(), Gift(reward="cake"), now=NOON)
    reward = Redemption.objects.get().reward
    reward.stock = 5
    reward.save()
    assert sum(together(*[partial(give_waiting, now=NOON) for _ in range(3)])) == 1
    assert mall.taken("cake") == 1


@committing
def test_registered_twice_at_once_is_one_welcome(shop: Shop, programme: None) -> None:
    keep(welcome={"gift": {"points": 20}})
    user_id = customer(shop, "cleo")
    together(*[partial(find_or_join, user_id, now=NOON) for _ in range(3)])
    together(partial(mall.deliver), partial(give_due, now=NOON))
    assert sums(Member.objects.get(user=user_id))[0] == 20


@committing
def test_an_order_that_goes_while_its_gift_is_given(ada: Member) -> None:
    keep(first_order={"gift": {"points": 20}, "when": "paid"})
    order = paid_order(line("l1", 5000), user_id=ada.user_id)
    act_on_it = partial(act_on_alone, order)
    act_on_it()
    together(partial(give_due, now=NOON), partial(act_on_alone, replace(order, cancelled=True)))
    mall.deliver()
    assert give_due(now=NOON) == 0
    assert sums(ada) == (0, 0, 0, 0)
    assert differences() == []


def act_on_alone(order: object) -> None:
    act_on([order], now=NOON)  # type: ignore[list-item]


def test_dead_before_any_statement_nothing_is_lost_or_doubled(ada: Member) -> None:
    mall.reward("cake", stock=3)
    keep(birthday={"gift": ALL})
    born(ada, "1990-03-10")

    def run() -> None:
        find_due(now=NOON)
        give_due(now=NOON)

    deaths = 0
    for _ in each_death(run):
        deaths += 1
        assert (gifts(ada), mall.taken("cake"), sums(ada)[0]) == ([], 0, 0)
    assert deaths > 15
    assert night(NOON) == 1
    assert (len(gifts(ada)), mall.taken("cake"), sums(ada)[0]) == (1, 1, 50)
    assert MemberEvent.objects.count() == 1
