"""What staff may do on our pages, by the tokens that Saleor makes for them."""

import json
from datetime import timedelta

import pytest
from saleor.app.models import App, AppExtension
from saleor.core.jwt import (
    JWT_REFRESH_TYPE,
    create_access_token,
    create_access_token_for_app,
    create_access_token_for_app_extension,
    create_refresh_token,
    jwt_encode,
    jwt_user_payload,
)

from saleor_loyalty.adapter import app as our_app
from saleor_loyalty.adapter.viewer import viewer_of_request
from saleor_loyalty.api.viewer import Permission

PATH = "/plugins/saleor.loyalty/graphql/"
MEMBERS = "{ loyaltyMembers(first: 5) { edges { node { id } } } }"
PROGRAMMES = "{ loyaltyProgrammes(first: 1) { edges { node { id } } } }"
TOKENS = """{ appExtensions(first: 50) { edges { node { url accessToken } } }
  apps(first: 5) { edges { node { identifier accessToken } } } }"""


@pytest.fixture
def installed(db):
    our_app.install()
    return App.objects.get(identifier="saleor.loyalty")


@pytest.fixture
def staff(staff_user, permission_group_manage_users):
    staff_user.groups.set([permission_group_manage_users])
    return staff_user


@pytest.fixture
def ask(client):
    def ask(token, query=MEMBERS, path=PATH):
        headers = {"Authorization": f"Bearer {token}"}
        return client.post(path, json.dumps({"query": query}), "application/json", headers=headers)

    return ask


def _allowed(rf, token):
    request = rf.post(PATH, headers={"Authorization": f"Bearer {token}"})
    return viewer_of_request(request).permissions


def _popup(app, name="adjust"):
    return app.extensions.get(url__endswith=f"popups/{name}")


def _for_popup(app, user, name="adjust"):
    row = _popup(app, name)
    return create_access_token_for_app_extension(row, row.permissions.all(), user, app)


def _reason(answer):
    (error,) = answer.json()["errors"]
    return answer.status_code, error["extensions"]["exception"]["code"]


def test_a_page_may_do_what_its_reader_may(installed, staff, ask, rf):
    token = create_access_token_for_app(installed, staff)
    assert _allowed(rf, token) == {Permission.MANAGE_MEMBERS, Permission.MANAGE_POINTS}
    assert "errors" not in ask(token).json()
    (error,) = ask(token, PROGRAMMES).json()["errors"]
    assert error["extensions"]["code"] == "FORBIDDEN"


def test_a_popup_may_do_what_it_is_there_for(
    installed, staff, rf, permission_group_all_perms_all_channels
):
    staff.groups.set([permission_group_all_perms_all_channels])
    assert _allowed(rf, create_access_token_for_app(installed, staff)) == set(Permission)
    assert _allowed(rf, _for_popup(installed, staff)) == {
        Permission.MANAGE_MEMBERS,
        Permission.MANAGE_POINTS,
    }
    assert _allowed(rf, _for_popup(installed, staff, "order")) == {Permission.MANAGE_ORDERS}


def test_saleor_itself_hands_these_tokens_to_staff(
    installed, staff, ask, rf, permission_manage_apps
):
    staff.user_permissions.add(permission_manage_apps)
    own = create_access_token(staff)
    answer = ask(own, TOKENS, "/graphql/").json()["data"]
    tokens = {
        edge["node"]["url"].rpartition("/")[2]: edge["node"]["accessToken"]
        for edge in answer["appExtensions"]["edges"]
    }
    assert "errors" not in ask(tokens["adjust"]).json()
    # Staff who lack what a page is for get no token for it.
    assert tokens["order"] is None
    (ours,) = [edge["node"] for edge in answer["apps"]["edges"]]
    assert ours["identifier"] == "saleor.loyalty"
    assert "errors" not in ask(ours["accessToken"]).json()


def test_a_superuser_may_no_more_than_the_page(installed, superuser, rf):
    token = _for_popup(installed, superuser, "order")
    assert _allowed(rf, token) == {Permission.MANAGE_ORDERS}
    nothing = create_access_token_for_app_extension(_popup(installed), [], superuser, installed)
    assert _allowed(rf, nothing) == set()


def test_what_was_taken_away_since_is_not_allowed(installed, staff, rf):
    token = create_access_token_for_app(installed, staff)
    staff.groups.clear()
    assert _allowed(rf, token) == set()


def test_what_the_app_may_not_do_any_more_is_not_allowed(installed, staff, rf):
    token = _for_popup(installed, staff)
    installed.permissions.clear()
    assert _allowed(rf, token) == set()


def test_a_token_that_is_over_says_so(installed, staff, ask, settings):
    settings.JWT_TTL_APP_ACCESS = timedelta(seconds=-1)
    assert _reason(ask(_for_popup(installed, staff))) == (401, "ExpiredSignatureError")


def test_a_token_for_others_pages_is_refused(installed, staff, ask, app, permission_manage_users):
    app.permissions.add(permission_manage_users)
    theirs = AppExtension.objects.create(
        app=app, label="CRM", url="https://crm.example.com", mount="navigation_customers"
    )
    page = create_access_token_for_app(app, staff)
    popup = create_access_token_for_app_extension(theirs, app.permissions.all(), staff, app)
    assert _reason(ask(page)) == (401, "InvalidTokenError")
    assert _reason(ask(popup)) == (401, "InvalidTokenError")


@pytest.mark.parametrize("state", [{"is_active": False}, {"removed_at": "2026-01-01T00:00:00Z"}])
def test_an_app_that_is_off_lets_nobody_in(installed, staff, ask, state):
    token = create_access_token_for_app(installed, staff)
    App.objects.filter(pk=installed.pk).update(**state)
    assert _reason(ask(token)) == (401, "InvalidTokenError")


@pytest.mark.parametrize("state", [{"is_active": False}, {"is_staff": False}])
def test_who_is_no_staff_any_more_is_refused(installed, staff, ask, state):
    token = create_access_token_for_app(installed, staff)
    type(staff).objects.filter(pk=staff.pk).update(**state)
    assert _reason(ask(token)) == (401, "InvalidTokenError")


def test_ending_every_session_ends_the_pages_too(installed, staff, ask):
    token = create_access_token_for_app(installed, staff)
    staff.jwt_token_key = "another"
    staff.save()
    assert _reason(ask(token)) == (401, "InvalidTokenError")


def test_both_fields_in_one_endpoint_know_the_page(installed, staff, ask, joined):
    token = create_access_token_for_app(installed, staff)
    assert "errors" not in ask(token, path="/graphql/").json()


def test_a_token_for_others_pages_is_refused_beside_saleors_fields(
    installed, staff, ask, app, permission_manage_users, joined
):
    app.permissions.add(permission_manage_users)
    token = create_access_token_for_app(app, staff)
    both = MEMBERS.replace("{", "{ shop { name }", 1)
    answer = ask(token, both, "/graphql/").json()
    assert answer["data"]["shop"]["name"]
    assert answer["data"]["loyaltyMembers"] is None
    (error,) = answer["errors"]
    assert error["extensions"]["exception"]["code"] == "InvalidTokenError"


def test_a_token_to_refresh_with_is_none_to_ask_with(installed, staff, ask):
    assert _reason(ask(create_refresh_token(staff))) == (401, "InvalidTokenError")
    forged = jwt_user_payload(staff, JWT_REFRESH_TYPE, timedelta(minutes=5))
    assert _reason(ask(jwt_encode(forged))) == (401, "InvalidTokenError")


def test_a_customers_app_token_opens_nothing(installed, customer_user, ask):
    token = create_access_token_for_app(installed, customer_user)
    assert _reason(ask(token)) == (401, "InvalidTokenError")


def test_staff_who_log_in_themselves_need_no_page(installed, staff, ask):
    assert "errors" not in ask(create_access_token(staff)).json()


def test_it_takes_few_statements_to_know_who_asks(
    installed, staff, rf, django_assert_max_num_queries
):
    token = create_access_token_for_app(installed, staff)
    with django_assert_max_num_queries(4):
        assert _allowed(rf, token)
