"""Figures, search and histories, as a person sees them."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User

from saleor_loyalty.events.host import HostCustomer
from saleor_loyalty.features.members.models import Member
from sandbox.page import chart
from sandbox.page.numbers import Month
from sandbox.viewer import ADMIN, SHOPPER

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)


def test_a_shop_without_orders_has_a_page_too(client, bearer):
    bearer(SHOPPER)
    page = client.get("/")
    assert page.status_code == 200
    assert "Nothing has happened yet" in page.text


@pytest.mark.parametrize("before", ["x", "-1", "1.5", "9" * 30, "١"])
def test_a_page_that_is_none_is_not_found(client, db, before):
    member = Member.objects.create(email="ada@example.com", guest=True, joined_at=NOW)
    assert client.get(f"/members/{member.public_id}/", {"before": before}).status_code == 404


def test_graphql_answers_as_whoever_asks(client, bearer, shop, programme):
    headers = bearer(SHOPPER)
    user = User.objects.get(email=SHOPPER)
    shop.customers[user.pk] = HostCustomer(user.pk, SHOPPER, "en", confirmed=True)
    query = {"query": "{ loyaltyMe { email } loyaltyTiers { name } }"}
    shown = client.post("/graphql/", query, "application/json", headers=headers).json()
    nobody = client.post("/graphql/", query, "application/json").json()
    assert shown["data"]["loyaltyMe"] == {"email": SHOPPER}
    assert nobody["data"]["loyaltyMe"] is None


def test_staff_see_members_and_shoppers_do_not(client, bearer, programme):
    Member.objects.create(email="ada@example.com", guest=True, joined_at=NOW)
    query = {"query": '{ loyaltyMember(email: "ada@example.com") { email } }'}
    for who, allowed in ((ADMIN, True), (SHOPPER, False)):
        answer = client.post("/graphql/", query, "application/json", headers=bearer(who)).json()
        assert (answer["data"]["loyaltyMember"] is not None) is allowed


def test_the_ide_is_there_or_says_why_not(client, bearer):
    bearer(SHOPPER)
    text = client.get("/graphql/").text
    assert "graphiql.js" in text or "npm" in text


def test_the_ide_serves_its_own_files_only(client):
    assert client.get("/ide/package.json").status_code == 404
    assert client.get("/ide/..%2Fpackage.json").status_code == 404


def test_bars_stand_on_the_ground_and_the_highest_fills_the_picture():
    months = [
        Month(date(2026, 1, 1), 100, 20, 30),
        Month(date(2026, 2, 1), 50, 0, 0),
    ]
    first, second = chart.columns(months)
    assert [(bar.kind, bar.height) for bar in first.bars] == [
        ("issued", chart.HEIGHT),
        ("spent", 40),
        ("expired", 60),
    ]
    assert [bar.y + bar.height for bar in second.bars] == [chart.HEIGHT]
