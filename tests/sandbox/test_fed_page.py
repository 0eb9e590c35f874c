"""The pages of a shop that the log was fed to."""

from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.points import adjust_points
from saleor_loyalty.values.money import Money
from sandbox.feed import purchases
from sandbox.page.numbers import figures
from sandbox.viewer import SHOPPER
from tests.sandbox.conftest import NOW


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
