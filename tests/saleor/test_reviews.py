"""Bought, handed over, reviewed with a picture, shown, given back: in a real Saleor."""

import io
import json
import time
from pathlib import Path

import django.test
import pytest
from django.utils import timezone
from PIL import Image
from saleor.core.jwt import create_access_token
from saleor.order.models import OrderGrantedRefund
from shopping import pk_of

from saleor_loyalty.features.engagement.models import Subject
from saleor_loyalty.features.reviews.models import ReviewPicture
from saleor_loyalty.features.reviews.signature import sign
from saleor_loyalty.flows import engagement

OURS = "/plugins/saleor.loyalty/graphql/"
PICTURES = "/plugins/saleor.loyalty/review-pictures/"
REVIEWS = "/plugins/saleor.loyalty/reviews/"
OPERATIONS = Path(__file__).parents[2] / "graphql"


@pytest.fixture(autouse=True)
def reviews(shop, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    config = {"gift": {"points": 30}, "with_pictures": {"points": 50}}
    engagement.save(Subject.REVIEWS, config, enabled=True, actor="", now=timezone.now())


@pytest.fixture
def ask(live):
    def call(name, user, **variables):
        (answer,) = live(
            (OPERATIONS / f"{name}.graphql").read_text(), user, OURS, **variables
        ).values()
        return answer

    return call


def _picture():
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "orange").save(out, "JPEG")
    out.seek(0)
    out.name = "lamp.jpg"
    return out


def _upload(user=None, file=None):
    token = {"HTTP_AUTHORIZATION": f"JWT {create_access_token(user)}"} if user else {}
    return django.test.Client().post(PICTURES, {"picture": file or _picture()}, **token)


def _order(shop, user):
    order, paid = shop.buy({shop.variant("20.00"): 1, shop.variant("5.00"): 2}, user)
    return order, paid, {line["quantity"]: line["id"] for line in order["lines"]}


def test_the_story_of_a_review(shop, ask, customer_user):
    order, paid, lines = _order(shop, customer_user)
    told = {"orderId": order["id"], "lineId": lines[1], "input": {"rating": 4, "text": "Bright."}}
    refused = ask("storefront/review_create", customer_user, **told)
    assert [error["code"] for error in refused["errors"]] == ["INVALID"]
    shop.fulfil(order)
    waiting = ask("storefront/reviewable_lines", customer_user, first=9)
    assert {line["lineId"] for line in waiting} == set(lines.values())
    picture = _upload(customer_user)
    assert picture.status_code == 201, picture.content
    told["input"]["pictureIds"] = [picture.json()["picture"]["id"]]
    review = ask("storefront/review_create", customer_user, **told)["review"]
    assert (review["state"], review["picturesCount"]) == ("PENDING", 1)
    before = shop.points(customer_user).available
    product = review["productId"]
    assert not _shown(ask, product)
    approved = ask(
        "dashboard/review_approve", shop.staff, id=review["id"], revision=review["revision"]
    )
    assert approved["errors"] == []
    assert shop.points(customer_user).available == before + 50
    (shown,) = _shown(ask, product)
    assert (shown["text"], shown["pictures"][0]["width"]) == ("Bright.", 60)
    assert shown["pictures"][0]["url"].endswith(".jpg")
    (summary,) = ask("storefront/review_summaries", None, productIds=[product])
    assert (summary["count"], summary["average"]) == (1, "4.00")
    amount = "20.00"
    back = [{"id": lines[1], "quantity": 1}]
    granted = shop.grant(order["id"], transactionId=paid, amount=amount, lines=back)
    OrderGrantedRefund.objects.filter(pk=pk_of(granted)).update(status="success")
    shop.refund_by_card(paid, amount)
    # The order's 20 points and the review's 50.
    assert shop.points(customer_user).available == before - 20


def _shown(ask, product):
    found = ask("storefront/product_reviews", None, productId=product, first=9)
    return [edge["node"] for edge in found["edges"]]


def test_pictures_are_for_customers(shop, customer_user):
    assert _upload().status_code == 401
    assert _upload(customer_user, io.BytesIO(b"<svg/>")).status_code == 400
    client = django.test.Client()
    assert client.get(PICTURES).status_code == 405
    assert client.options(PICTURES).status_code == 204
    outdated = create_access_token(customer_user)
    customer_user.jwt_token_key = "other"
    customer_user.save()
    answer = client.post(PICTURES, {"picture": _picture()}, HTTP_AUTHORIZATION=f"JWT {outdated}")
    assert answer.status_code == 401
    assert not ReviewPicture.objects.exists()


def test_another_service_tells_of_a_review(shop, ask, customer_user, settings):
    settings.SALEOR_LOYALTY_REVIEW_SECRETS = "between us"
    order, _, lines = _order(shop, customer_user)
    shop.fulfil(order)
    before = shop.points(customer_user).available
    document = {
        "source": "trust",
        "id": "1",
        "changed_at": timezone.now().isoformat(),
        "email": customer_user.email,
        "order_id": order["id"],
        "line_id": pk_of(lines[2]),
        "rating": 5,
    }
    for _ in range(2):
        answer = _tell(document)
        assert (answer.status_code, answer.json()["review"]["points"]) == (200, 30)
    assert shop.points(customer_user).available == before + 30
    assert django.test.Client().post(REVIEWS, b"{}", "application/json").status_code == 401
    gone = {**document, "removed": True, "changed_at": timezone.now().isoformat()}
    assert _tell(gone).json()["review"]["state"] == "withdrawn"
    assert shop.points(customer_user).available == before


def _tell(document):
    body, now = json.dumps(document).encode(), int(time.time())
    header = f"t={now},v1={sign('between us', now, body)}"
    return django.test.Client().post(
        REVIEWS, body, "application/json", HTTP_LOYALTY_SIGNATURE=header
    )
