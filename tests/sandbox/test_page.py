"""Figures, search and histories, as a person sees them."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User

from saleor_loyalty.events.host import HostCustomer
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.values.money import Money
from sandbox.feed import feed, purchases
from sandbox.page import chart
from sandbox.page.numbers import Month, figures
from sandbox.viewer import ADMIN, SHOPPER

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)


@pytest.fixture
def fed(programme):
    feed(now=NOW, limit=40, progress=lambda done, total: None)


def test_a_shop_without_orders_has_a_page_too(client, bearer):
    bearer(SHOPPER)
    page = client.get("/")
    assert page.status_code == 200
    assert "Nothing has happened yet" in page.text


def test_figures_agree_with_each_other(fed):
    found = figures(now=NOW)
    left = found.issued - found.spent - found.expired - found.taken_back
    assert found.issued > 0
    assert left == found.outstanding - found.debt
    assert found.orders == 40
    assert sum(step.members for step in found.tiers) == found.members
    assert sum(month.issued for month in found.months) == found.issued


def test_liability_is_what_open_points_were_worth(fed):
    # In the tests' programme a point pays a cent.
    found = figures(now=NOW)
    assert found.liabilities == [Money(found.outstanding, "USD")]


def test_the_page_shows_the_figures(client, bearer, fed):
    bearer(SHOPPER)
    text = client.get("/").text
    assert f"{figures(now=NOW).issued:,}" in text
    assert "a record shop's 40 orders".lower() in text.lower()


def test_members_are_found_by_the_beginning_of_their_email(client, fed):
    assert "customer-2@example.com" in client.get("/members/", {"q": "Customer-2"}).text
    assert "Nobody is called that" in client.get("/members/", {"q": "zoe"}).text
    assert "Nobody is called that" in client.get("/members/", {"q": "%"}).text


def test_without_a_search_the_best_are_listed(client, fed):
    assert "customer-" in client.get("/members/").text


def test_a_history_says_what_happened(client, fed):
    member = Member.objects.get(email="customer-3@example.com")
    text = client.get(f"/members/{member.public_id}/").text
    bought = sum(row.customer == 3 for row in purchases(40))
    assert bought == 6
    assert "Order " in text
    assert "until" in text


def test_what_staff_write_is_shown_as_text(client, fed):
    member = Member.objects.get(email="customer-1@example.com")
    reason = "<script>alert(1)</script>"
    adjust_points(member, 5, reason=reason, source="test", actor="", now=NOW)
    text = client.get(f"/members/{member.public_id}/").text
    assert "&lt;script&gt;" in text
    assert reason not in text


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
