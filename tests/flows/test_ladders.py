"""The ladder as staff shape it, and what a draft would do."""

from datetime import timedelta

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.tiers.models import (
    LadderState,
    LadderTrial,
    LadderVersion,
    Tier,
    TierMove,
    TrialState,
)
from saleor_loyalty.features.tiers.service import revision_of
from saleor_loyalty.flows import ladder_trials, ladders
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.tier_grants import set_tier
from saleor_loyalty.flows.tier_review import review_new_ladder
from tests.conftest import customer
from tests.flows.ladders import (
    THREE,
    activated,
    buy,
    draft_of,
    ladder_of,
    moves_of,
    set_ladder,
    tier,
    tier_of,
)
from tests.ledger.threads import outcome, together
from tests.shop import NOON, Shop

DAY = timedelta(days=1)
HARDER = ladder_of(tier("silver", 600), tier("gold", 5000))


@pytest.fixture(autouse=True)
def three(programme: None) -> None:
    """Bronze, silver and gold, for 100, 500 and 1,000 dollars in twelve months."""
    set_ladder(THREE)


def test_a_draft_says_what_is_in_force_until_it_is_edited() -> None:
    draft = ladders.open_draft()
    assert [one["slug"] for one in draft.config["tiers"]] == ["bronze", "silver", "gold"]
    edited = ladders.edit_draft(draft.number, config=HARDER, revision=revision_of(draft))
    assert [one["slug"] for one in edited.config["tiers"]] == ["silver", "gold"]
    assert edited.state == LadderState.DRAFT
    with pytest.raises(LoyaltyError) as refusal:
        ladders.edit_draft(draft.number, config=THREE, revision=revision_of(draft))
    assert refusal.value.code is Code.CHANGED_MEANWHILE


def test_what_a_draft_may_not_say_is_named() -> None:
    with pytest.raises(LoyaltyError) as refusal:
        draft_of(ladder_of(tier("gold", 100), {"slug": "x y", "name": {}}))
    assert refusal.value.code is Code.INVALID
    assert "tiers.1.slug" in refusal.value.message
    with pytest.raises(LoyaltyError) as refusal:
        draft_of(ladder_of(tier("gold", 100), tier("gold", 200)))
    assert "gold is given twice" in refusal.value.message


def test_activated_it_moves_everybody_and_never_changes(ada: Member, bob: Member) -> None:
    buy(ada, 500, "o1")
    buy(bob, 600, "o2")
    version = activated(HARDER, now=NOON + DAY)
    assert (version.state, version.valid_from) == (LadderState.ACTIVE, NOON + DAY)
    assert review_new_ladder(now=NOON + DAY) == 2
    assert review_new_ladder(now=NOON + DAY) == 0
    assert (tier_of(ada), tier_of(bob)) == (None, "silver")
    assert moves_of(ada)[1:] == [("silver", None, "ladder_changed")]
    assert moves_of(bob) == [(None, "silver", "reached")]
    active = Tier.objects.filter(active=True).order_by("rank")
    assert list(active.values_list("slug", "rank")) == [("silver", 1), ("gold", 2)]
    for act in (
        lambda: ladders.edit_draft(version.number, config=THREE, revision=revision_of(version)),
        lambda: ladders.delete_draft(version.number, revision=revision_of(version)),
        lambda: ladders.activate_draft(
            version.number, revision=revision_of(version), now=NOON + DAY
        ),
    ):
        assert outcome(act) is Code.INVALID


def test_a_ladder_of_no_tiers_is_not_put_in_force() -> None:
    draft = draft_of(ladder_of())
    refused = outcome(
        lambda: ladders.activate_draft(draft.number, revision=revision_of(draft), now=NOON)
    )
    assert refused is Code.INVALID
    assert Tier.objects.filter(active=True).count() == 3


def test_one_put_in_force_later_begins_later_whatever_the_clock_says() -> None:
    first = activated(HARDER, now=NOON)
    second = activated(THREE, now=NOON - DAY)
    assert second.valid_from == first.valid_from == NOON
    assert second.number > first.number


def test_a_draft_older_than_what_is_in_force_is_left_alone() -> None:
    older, newer = draft_of(HARDER), draft_of(ladder_of(tier("vip", 100)))
    ladders.activate_draft(newer.number, revision=revision_of(newer), now=NOON + DAY)
    with pytest.raises(LoyaltyError) as refusal:
        ladders.activate_draft(older.number, revision=revision_of(older), now=NOON + 2 * DAY)
    assert refusal.value.code is Code.CHANGED_MEANWHILE
    assert f"Version {newer.number} has come into force since" in refusal.value.message
    older.refresh_from_db()
    assert (older.state, older.valid_from) == (LadderState.DRAFT, None)
    assert [one.slug for one in Tier.objects.filter(active=True)] == ["vip"]


def test_a_draft_that_nobody_wants() -> None:
    draft = draft_of(HARDER)
    ladder_trials.start(draft.number, actor="user:9", now=NOON)
    ladders.delete_draft(draft.number, revision=revision_of(draft))
    assert not LadderTrial.objects.exists()
    assert outcome(lambda: ladders.delete_draft(99, revision="x")) is Code.NOT_FOUND


def test_a_trial_says_who_would_move_and_moves_nobody(ada: Member, bob: Member, shop: Shop) -> None:
    eve = find_or_join(customer(shop, "eve"), now=NOON)
    buy(ada, 500, "o1")
    buy(bob, 6000, "o2")
    set_tier(eve, "silver", reason="press", actor="user:9", until=None, now=NOON)
    before = list(TierMove.objects.values())
    trial = ladder_trials.start(draft_of(HARDER).number, actor="user:9", now=NOON)
    assert ladder_trials.step(trial.pk, limit=2)
    assert not ladder_trials.step(trial.pk, limit=2)
    trial.refresh_from_db()
    assert (trial.state, trial.members) == (TrialState.DONE, 3)
    assert trial.counts == [
        {"from": "gold", "to": "gold", "members": 1},
        {"from": "silver", "to": None, "members": 1},
        {"from": "silver", "to": "silver", "members": 1},
    ]
    assert trial.moves == [{"member": str(ada.public_id), "from": "silver", "to": None}]
    assert list(TierMove.objects.values()) == before
    assert [tier_of(one) for one in (ada, bob, eve)] == ["silver", "gold", "silver"]


def test_a_trial_that_was_left_goes_on_where_it_was(ada: Member, bob: Member) -> None:
    trial = ladder_trials.start(draft_of(HARDER).number, actor="user:9", now=NOON)
    ladder_trials.step(trial.pk, limit=1)
    while ladder_trials.work(limit=1):
        pass
    trial.refresh_from_db()
    assert (trial.state, trial.members) == (TrialState.DONE, 2)
    assert not ladder_trials.step(trial.pk)


def test_what_was_tried_is_what_comes_true(ada: Member, bob: Member) -> None:
    """The dry run and the real one agree on everybody."""
    buy(ada, 500, "o1")
    buy(bob, 5000, "o2")
    draft = draft_of(HARDER)
    trial = ladder_trials.start(draft.number, actor="user:9", now=NOON + DAY)
    ladder_trials.step(trial.pk)
    trial.refresh_from_db()
    ladders.activate_draft(draft.number, revision=revision_of(draft), now=NOON + DAY)
    review_new_ladder(now=NOON + DAY)
    would = {count["to"]: count["members"] for count in trial.counts}
    is_so = {tier_of(one): 1 for one in (ada, bob)}
    assert would == is_so == {None: 1, "gold": 1}


def test_only_a_draft_is_tried() -> None:
    version = activated(HARDER)
    assert outcome(lambda: ladder_trials.start(version.number, actor="a", now=NOON)) is Code.INVALID
    assert outcome(lambda: ladder_trials.start(99, actor="a", now=NOON)) is Code.NOT_FOUND
    assert not LadderTrial.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_edit_at_once_the_second_is_told() -> None:
    draft = draft_of(HARDER)
    seen = revision_of(draft)
    answers = together(
        *(
            lambda slug=slug: ladders.edit_draft(
                draft.number, config=ladder_of(tier(slug, 100)), revision=seen
            )
            for slug in ("a", "b")
        )
    )
    assert sum(answer is Code.CHANGED_MEANWHILE for answer in answers) == 1
    assert LadderVersion.objects.get(number=draft.number).config["tiers"][0]["slug"] in ("a", "b")
