"""Programmes shaped at run time: drafts, versions, and a past that stays as it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.earning.models import Award
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.features.programme.models import Programme, ProgrammeVersion, VersionState
from saleor_loyalty.features.programme.service import revision_of
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.programmes import (
    activate_draft,
    archive_programme,
    create_programme,
    delete_draft,
    edit_draft,
    open_draft,
    update_programme,
)
from saleor_loyalty.flows.setup import set_up
from saleor_loyalty.flows.terms import Catalogue
from saleor_loyalty.values.points import Unit
from tests.conftest import PROGRAMME
from tests.flows.balances import sums
from tests.flows.merchant import TWICE, config_with, draft_with, in_force
from tests.shop import NOON, line, paid_order

CONFIG = PROGRAMME["config"]
LATER = NOON + timedelta(days=1)


def refused(call: Callable[[], Any]) -> tuple[Code, str | None, str]:
    with pytest.raises(LoyaltyError) as caught:
        call()
    return caught.value.code, caught.value.field, caught.value.message


def award_of(order_id: str) -> Award:
    return Award.objects.select_related("programme_version").get(
        order__order_id=order_id, unit=Unit.POINTS
    )


def test_a_new_programme_is_a_draft_and_serves_nobody(programme: None) -> None:
    create_programme("eu", name="Europe", channels=["eu"], config=CONFIG)
    assert Catalogue.load().in_force("eu", NOON).programme == "points"  # type: ignore[union-attr]
    (draft,) = ProgrammeVersion.objects.filter(programme__slug="eu")
    activate_draft("eu", 1, revision=revision_of(draft), now=NOON)
    assert Catalogue.load().in_force("eu", NOON).programme == "eu"  # type: ignore[union-attr]


def test_an_award_names_its_version_and_an_edit_never_changes_the_past(ada: Member) -> None:
    before = paid_order(line("a", 1000), order_id="o1", user_id=ada.user_id)
    act_on([before], now=NOON)
    in_force(TWICE, now=LATER)
    late = replace(before, order_id="o2", paid_at=NOON + timedelta(hours=1))
    after = replace(before, order_id="o3", paid_at=LATER)
    act_on([late, after, before], now=LATER)
    found = [award_of(order_id) for order_id in ("o1", "o2", "o3")]
    assert [award.points for award in found] == [10, 10, 20]
    assert [award.programme_version.number for award in found] == [1, 1, 2]


def test_a_refund_after_a_rule_change_takes_exactly_what_was_given(ada: Member) -> None:
    in_force(TWICE)
    order = paid_order(line("a", 1999), line("b", 501), user_id=ada.user_id, paid_at=NOON)
    act_on([order], now=NOON)
    assert sums(ada) == (0, 50, 0, 0)
    in_force({**TWICE, "percent": 900}, now=LATER)
    act_on([replace(order, refunded_by_amount=1250)], now=LATER)
    assert sums(ada) == (0, 25, 0, 0)
    act_on([replace(order, fully_refunded=True)], now=LATER)
    assert sums(ada) == (0, 0, 0, 0)


def test_an_order_edited_after_a_rule_change_is_awarded_by_its_own_version(ada: Member) -> None:
    order = paid_order(line("a", 1000), user_id=ada.user_id)
    act_on([order], now=NOON)
    in_force(TWICE, now=LATER)
    act_on([replace(order, lines=(line("a", 3000),))], now=LATER)
    newest = Award.objects.filter(unit=Unit.POINTS).order_by("-revision").first()
    assert newest is not None
    assert (newest.points, newest.programme_version.number) == (30, 1)


def test_a_version_may_begin_later_but_not_in_the_past(programme: None) -> None:
    draft = draft_with(TWICE)

    def activate(valid_from: Any) -> Any:
        revision = revision_of(draft)
        return activate_draft(
            "points", draft.number, revision=revision, valid_from=valid_from, now=NOON
        )

    code, field, _ = refused(lambda: activate(NOON - timedelta(seconds=1)))
    assert (code, field) == (Code.INVALID, "validFrom")
    activate(LATER)
    numbers = [Catalogue.load().in_force("web", at) for at in (NOON, LATER)]
    assert [terms.number for terms in numbers if terms] == [1, 2]


def test_the_second_of_two_tabs_is_told(programme: None) -> None:
    seen = revision_of(open_draft("points"))
    edit_draft("points", 2, config=config_with(TWICE), revision=seen)
    code, field, _ = refused(lambda: edit_draft("points", 2, config=config_with(), revision=seen))
    assert (code, field) == (Code.CHANGED_MEANWHILE, "revision")
    for act in (activate_draft, delete_draft):
        more = {"now": NOON} if act is activate_draft else {}
        assert refused(lambda a=act, m=more: a("points", 2, revision=seen, **m))[0] == (
            Code.CHANGED_MEANWHILE
        )
    draft = ProgrammeVersion.objects.get(number=2)
    assert draft.config["earning"]["rules"][0]["slug"] == "twice"


def test_an_activated_version_cannot_be_touched(programme: None) -> None:
    version = in_force(TWICE)
    revision = revision_of(version)
    for call in (
        lambda: edit_draft("points", 2, config=CONFIG, revision=revision),
        lambda: activate_draft("points", 2, revision=revision, now=NOON),
        lambda: delete_draft("points", 2, revision=revision),
    ):
        assert refused(call)[:2] == (Code.INVALID, "id")
    assert revision_of(ProgrammeVersion.objects.get(number=2)) == revision


@pytest.mark.parametrize(
    ("earning", "place"),
    [
        ({"rates": {"USD": {"points": 1.5, "minor": 100}}}, "earning.rates.USD.points"),
        ({"rates": {"XYZ": {"points": 1, "minor": 100}}}, "earning.rates.XYZ"),
        ({"rules": [{"kind": "bonus", "slug": "a.b", "points": 1}]}, "earning.rules.0.bonus.slug"),
        ({"rules": [{**TWICE, "shared_budget": "pot"}]}, "earning"),
        ({"budgets": {"pot": {}}}, "earning.budgets.pot"),
        ({"surprise": 1}, "earning.surprise"),
    ],
)
def test_a_draft_is_refused_with_the_place(
    programme: None, earning: dict[str, Any], place: str
) -> None:
    config = {**CONFIG, "earning": {**CONFIG["earning"], **earning}}
    draft = open_draft("points")
    code, field, message = refused(
        lambda: edit_draft("points", 2, config=config, revision=revision_of(draft))
    )
    assert (code, field) == (Code.INVALID, "config")
    assert place in message


def test_a_draft_begins_with_what_is_in_force(programme: None) -> None:
    in_force(TWICE)
    draft_with()
    assert open_draft("points").config["earning"]["rules"][0]["slug"] == "twice"
    revision = revision_of(ProgrammeVersion.objects.get(number=3))
    delete_draft("points", 3, revision=revision)
    assert set(ProgrammeVersion.objects.values_list("number", flat=True)) == {1, 2, 4}


def test_set_up_by_document_leaves_drafts_alone(programme: None) -> None:
    draft_with(TWICE)
    changed = {**PROGRAMME, "config": config_with(TWICE)}
    set_up({"programmes": [changed]}, now=NOON)
    states = ProgrammeVersion.objects.order_by("number").values_list("number", "state")
    assert list(states) == [
        (1, VersionState.ACTIVE),
        (2, VersionState.DRAFT),
        (3, VersionState.ACTIVE),
    ]
    set_up({"programmes": [changed]}, now=NOON)
    assert ProgrammeVersion.objects.count() == 3


def test_an_archived_programme_earns_nothing_and_what_it_gave_stays(ada: Member) -> None:
    order = paid_order(line("a", 1000), user_id=ada.user_id)
    act_on([order], now=NOON)
    archive_programme("points")
    act_on([replace(order, order_id="o2", paid_at=LATER)], now=LATER)
    assert sums(ada) == (0, 10, 0, 0)
    act_on([replace(order, fully_refunded=True)], now=LATER)
    assert sums(ada) == (0, 0, 0, 0)
    draft = open_draft("points")
    code, *_ = refused(
        lambda: activate_draft("points", draft.number, revision=revision_of(draft), now=NOON)
    )
    assert code is Code.PROGRAMME_NOT_ACTIVE


def test_a_channel_has_one_programme(programme: None) -> None:
    create_programme("eu", name="Europe", channels=["eu"], config=CONFIG)
    for slug, channels, field in (
        ("uk", ["uk", "eu"], "channels"),
        ("all", [], "channels"),
        ("eu", ["fr"], "slug"),
        ("uk", ["uk", "uk"], "channels"),
        ("u k", ["uk"], "slug"),
    ):
        made = refused(
            lambda s=slug, c=channels: create_programme(s, name="X", channels=c, config=CONFIG)
        )
        assert made[:2] == (Code.INVALID, field)
    assert refused(lambda: update_programme("points", channels=["eu"]))[0] is Code.INVALID
    update_programme("eu", name="EU", channels=["eu", "uk"])
    assert Programme.objects.get(slug="eu").channels == ["eu", "uk"]
