"""Our own endpoint under the plugin's path, and Saleor's endpoint with our fields in it."""

import json

import django.test
import graphene
import pytest
from saleor.core.jwt import create_access_token
from saleor.plugins.models import PluginConfiguration

PATH = "/plugins/saleor.loyalty/graphql/"
ME = "{ loyaltyMe { balance(unit: POINTS) { available } } }"


def _post(query, path=PATH, token="", **variables):
    headers = {"HTTP_AUTHORIZATION": token} if token else {}
    body = json.dumps({"query": query, "variables": variables})
    return django.test.Client().post(path, body, "application/json", **headers)


def _jwt(user):
    return f"JWT {create_access_token(user)}"


def _staff_query(shop):
    return "{ loyaltyMembers(first: 5) { edges { node { id } } } }"


def test_a_customer_sees_their_own_points(shop, customer_user):
    shop.give_points(customer_user, 70)
    answer = _post("{ loyaltyMe { id } }", token=_jwt(customer_user))
    assert answer.status_code == 200
    assert answer.json()["data"]["loyaltyMe"]["id"]
    assert _post("{ loyaltyMe { id } }").json()["data"]["loyaltyMe"] is None


@pytest.mark.parametrize("path", [PATH, "/plugins/global/saleor.loyalty/graphql/", PATH[:-1]])
def test_every_address_of_the_plugin_answers(db, path):
    assert _post("{ __typename }", path).json() == {"data": {"__typename": "LoyaltyQueries"}}


@pytest.mark.parametrize("path", ["/plugins/saleor.loyalty/", "/plugins/saleor.loyalty/other/"])
def test_nothing_else_is_there(db, path):
    assert _post("{ __typename }", path).status_code == 404


def test_other_methods(db, settings):
    client = django.test.Client()
    assert client.get(PATH).status_code == 405
    assert client.options(PATH).status_code == 204
    settings.DEBUG = True
    assert b"<!doctype html>" in client.get(PATH).content


def test_an_inactive_plugin_is_not_there(db):
    PluginConfiguration.objects.create(identifier="saleor.loyalty", name="Loyalty", active=False)
    assert _post("{ __typename }").status_code == 404


@pytest.mark.parametrize("token", ["JWT nonsense", "Bearer a.b.c"])
def test_a_bad_token_is_nobody(db, token):
    answer = _post("{ loyaltyMe { id } }", token=token)
    assert answer.json().get("data", {}).get("loyaltyMe") is None


def test_an_outdated_token_is_told_so(db, customer_user):
    token = _jwt(customer_user)
    customer_user.jwt_token_key = "other"
    customer_user.save()
    answer = _post("{ loyaltyMe { id } }", token=token)
    assert answer.status_code == 401
    assert answer.json()["errors"][0]["extensions"]["exception"]["code"] == "InvalidTokenError"


def _refused(answer):
    return bool(answer.json().get("errors"))


def test_staff_need_saleors_permission(db, staff_user, permission_group_manage_users):
    query = _staff_query(None)
    staff_user.groups.clear()
    assert _refused(_post(query, token=_jwt(staff_user)))
    staff_user.groups.add(permission_group_manage_users)
    assert not _refused(_post(query, token=_jwt(staff_user)))


def test_a_customer_is_no_staff(db, customer_user):
    assert _refused(_post(_staff_query(None), token=_jwt(customer_user)))
    assert _refused(_post(_staff_query(None)))


def test_an_app_comes_by_its_token(db, app, permission_manage_users):
    _, token = app.tokens.create(app=app, name="backoffice")
    query = _staff_query(None)
    assert _refused(_post(query, token=f"Bearer {token}"))
    app.permissions.add(permission_manage_users)
    assert not _refused(_post(query, token=f"Bearer {token}"))
    app.is_active = False
    app.save()
    assert _refused(_post(query, token=f"Bearer {token}"))
    assert _refused(_post(query, token=f"Bearer {'x' * 30}"))


def test_one_endpoint_answers_both(shop, customer_user, joined):
    shop.give_points(customer_user, 70)
    answer = _post(
        "{ shop { name } me { email } loyaltyMe { id } }", "/graphql/", _jwt(customer_user)
    ).json()
    assert "errors" not in answer
    assert answer["data"]["me"]["email"] == customer_user.email
    assert answer["data"]["loyaltyMe"]["id"]


def test_the_joined_endpoint_knows_who_asks(
    db,
    joined,
    customer_user,
    staff_user,
    app,
    permission_group_manage_users,
    permission_manage_users,
):
    query = _staff_query(None)
    assert _refused(_post(query, "/graphql/"))
    assert _refused(_post(query, "/graphql/", _jwt(customer_user)))
    staff_user.groups.add(permission_group_manage_users)
    assert not _refused(_post(query, "/graphql/", _jwt(staff_user)))
    _, token = app.tokens.create(app=app, name="backoffice")
    assert _refused(_post(query, "/graphql/", f"Bearer {token}"))
    app.permissions.add(permission_manage_users)
    assert not _refused(_post(query, "/graphql/", f"Bearer {token}"))


def test_a_mutation_of_ours_writes_through_the_joined_endpoint(shop, customer_user, joined):
    answer = _post(
        """mutation { loyaltyMemberJoin { member { id } errors { message code } } }""",
        "/graphql/",
        _jwt(customer_user),
    ).json()
    assert "errors" not in answer
    assert answer["data"]["loyaltyMemberJoin"]["member"]["id"]


def test_federation_stays(db, joined, customer_user, product):
    sdl = _post("{ _service { sdl } }", "/graphql/").json()["data"]["_service"]["sdl"]
    assert "loyaltyMe" in sdl
    assert "type Product" in sdl
    product_id = graphene.Node.to_global_id("Product", product.pk)
    answer = _post(
        """query($r: [_Any!]!) { _entities(representations: $r) {
             __typename ... on Product { id } } }""",
        "/graphql/",
        r=[{"__typename": "Product", "id": product_id, "channel": "main"}],
    ).json()
    assert "errors" not in answer


def test_introspection_names_our_fields_though_saleors_was_asked_before(db, request):
    query = "{ __schema { queryType { fields { name } } } }"
    before = {
        f["name"]
        for f in _post(query, "/graphql/").json()["data"]["__schema"]["queryType"]["fields"]
    }
    assert "loyaltyMe" not in before
    request.getfixturevalue("joined")
    after = {
        f["name"]
        for f in _post(query, "/graphql/").json()["data"]["__schema"]["queryType"]["fields"]
    }
    assert after > before
    assert "loyaltyMe" in after


def test_the_joined_endpoint_has_our_limits_for_our_fields(
    db, joined, staff_user, permission_group_manage_users
):
    staff_user.groups.add(permission_group_manage_users)
    page = """loyaltyMembers(first: 100) {
      edges { node { id history(first: 100) { edges { node { id } } } } } }"""
    query = f"{{ ...Ours }} fragment Ours on Query {{ a: {page} b: {page} c: {page} }}"
    answer = _post(query, "/graphql/", _jwt(staff_user)).json()
    assert answer["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
    small = page.replace("100", "2")
    both = _post(f"{{ shop {{ name }} {small} }}", "/graphql/", _jwt(staff_user)).json()
    assert "errors" not in both
    assert both["data"]["shop"]["name"]
