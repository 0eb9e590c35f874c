"""A worker that is killed before any of its statements: the next one does it, once."""

from collections.abc import Callable

import pytest

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.referrals.models import Referral
from saleor_loyalty.flows.referral_cases import refuse
from saleor_loyalty.flows.referral_steps import settle
from saleor_loyalty.flows.referrals import join
from tests.flows.dying import each_death
from tests.flows.referrals import DAY, bring, buys, code_of, got, programme
from tests.shop import NOON


def _joins(ada: Member, bob: Member) -> Callable[[], object]:
    code = code_of(ada)
    return lambda: join(bob, code, now=NOON)


def _rewards(ada: Member, bob: Member) -> Callable[[], object]:
    referral = bring(ada, bob)
    buys(bob)
    return lambda: settle(referral.pk, now=NOON + 14 * DAY)


def _ends(ada: Member, bob: Member) -> Callable[[], object]:
    referral = bring(ada, bob)
    buys(bob)
    settle(referral.pk, now=NOON + 14 * DAY)
    return lambda: refuse(referral.public_id, "No", actor="user:9", now=NOON + 15 * DAY)


@pytest.mark.parametrize(
    ("prepare", "before", "after"),
    [
        (_joins, (0, 0, None), (0, 50, "registered")),
        (_rewards, (0, 50, "ordered"), (1200, 150, "rewarded")),
        (_ends, (1200, 150, "rewarded"), (0, 0, "refused")),
    ],
)
def test_all_or_nothing(
    ada: Member,
    bob: Member,
    prepare: Callable[[Member, Member], Callable[[], object]],
    before: tuple[int, int, str | None],
    after: tuple[int, int, str],
) -> None:
    programme(milestones={"1": {"points": 1000}})
    act = prepare(ada, bob)
    deaths = 0
    for _ in each_death(act):
        deaths += 1
        assert _stand(ada, bob) == before
    assert deaths > 10
    act()
    assert _stand(ada, bob) == after
    act()
    assert _stand(ada, bob) == after


def _stand(ada: Member, bob: Member) -> tuple[int, int, str | None]:
    state = Referral.objects.values_list("state", flat=True).first()
    return got(ada), got(bob), state
