"""Joining, changing, and two becoming one."""

from dataclasses import replace
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection

from saleor_loyalty.errors import Code, LoyaltyError
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows import members
from saleor_loyalty.flows.order_changed import act_on
from saleor_loyalty.flows.points import adjust_points
from tests.conftest import customer
from tests.flows.balances import sums
from tests.shop import NOON, Shop, line, paid_order


def test_joining_twice_is_joining_once(ada: Member) -> None:
    assert ada.user_id is not None
    assert members.find_or_join(ada.user_id, now=NOON) == ada
    assert Member.objects.count() == 1


def test_a_member_follows_the_accounts_email(ada: Member, shop: Shop) -> None:
    assert ada.user_id is not None
    moved = replace(shop.customers[ada.user_id], email="Ada@New.example")
    shop.customers[ada.user_id] = moved
    assert members.find_or_join(ada.user_id, now=NOON).email == "ada@new.example"


def test_nobody_joins_for_an_unknown_customer(shop: Shop, programme: None) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        members.find_or_join(999, now=NOON)
    assert refusal.value.code is Code.NOT_FOUND
    assert not Member.objects.exists()


def test_joining_brings_what_was_earned_as_a_guest(shop: Shop, programme: None) -> None:
    guest_order = paid_order(line("a", 1000), user_id=None, email="eve@example.com")
    act_on([replace(guest_order, fulfilled_at=NOON)], now=NOON)
    eve = members.find_or_join(customer(shop, "eve"), now=NOON)
    assert sums(eve) == (10, 0, 0, 0)


def test_the_first_order_of_a_confirmed_account_brings_the_guests_points(
    shop: Shop, programme: None
) -> None:
    guest_order = paid_order(line("a", 1000), user_id=None, email="eve@example.com")
    act_on([replace(guest_order, fulfilled_at=NOON)], now=NOON)
    user_id = customer(shop, "eve")
    own = paid_order(line("a", 500), order_id="o2", user_id=user_id, email="eve@example.com")
    act_on([replace(own, fulfilled_at=NOON)], now=NOON)
    assert sums(Member.objects.get(user_id=user_id)) == (15, 0, 0, 0)


def test_fault_20_two_accounts_of_one_person_become_one(ada: Member, bob: Member) -> None:
    adjust_points(ada, 30, reason="x", source="a", actor="staff", now=NOON)
    adjust_points(bob, 12, reason="x", source="b", actor="staff", now=NOON)
    members.merge_members(bob, ada, now=NOON, actor="staff:1")
    assert (sums(ada), sums(bob)) == ((42, 0, 0, 0), (0, 0, 0, 0))
    for source, target in ((bob, ada), (ada, bob), (ada, ada)):
        with pytest.raises(LoyaltyError) as refusal:
            members.merge_members(source, target, now=NOON, actor="staff:1")
        assert refusal.value.code is Code.INVALID
    with pytest.raises(LoyaltyError) as refusal:
        adjust_points(bob, 1, reason="x", source="c", actor="staff", now=NOON)
    assert refusal.value.code is Code.MEMBER_CLOSED


@pytest.mark.parametrize("birthday", [date(1899, 12, 31), date(2026, 3, 11)])
def test_a_birthday_lies_between_1900_and_today(ada: Member, birthday: date) -> None:
    with pytest.raises(LoyaltyError) as refusal:
        members.update_member(ada, birthday=birthday, now=NOON)
    assert refusal.value.code is Code.INVALID
    ada.refresh_from_db()
    assert ada.birthday is None


def test_only_what_is_given_changes(ada: Member) -> None:
    members.update_member(ada, birthday=date(1990, 2, 28), now=NOON)
    members.update_member(ada, language_code="de", now=NOON)
    ada.refresh_from_db()
    assert (ada.birthday, ada.language_code) == (date(1990, 2, 28), "de")
    members.update_member(ada, birthday=None, now=NOON)
    ada.refresh_from_db()
    assert (ada.birthday, ada.language_code) == (None, "de")


def test_the_database_alone_lets_go_of_a_deleted_customer(ada: Member) -> None:
    """As in a shop that has removed the package: Django knows nothing of members there."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM auth_user WHERE id = %s", [ada.user_id])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    ada.refresh_from_db()
    assert (ada.user_id, ada.guest) == (None, False)


def test_two_deleted_customers_and_a_guest_may_share_an_email(
    ada: Member, shop: Shop, programme: None
) -> None:
    act_on([paid_order(line("a", 1000), user_id=None, email=ada.email)], now=NOON)
    User.objects.get(pk=ada.user_id).delete()
    assert Member.objects.filter(email=ada.email).count() == 2
