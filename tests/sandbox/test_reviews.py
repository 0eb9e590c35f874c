"""Pictures and other services' reviews over the sandbox's HTTP."""

import json
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from saleor_loyalty.api.uploads import LARGEST_UPLOAD
from saleor_loyalty.events.host import host
from saleor_loyalty.features.reviews.models import ReviewPicture
from saleor_loyalty.features.reviews.signature import sign
from saleor_loyalty.flows.setup import set_up
from sandbox.viewer import SHOPPER
from tests.conftest import LADDER, PROGRAMME
from tests.flows.reviews import picture, takes_reviews
from tests.shop import NOON

SECRET = "a long secret"


@pytest.fixture
def send(client, bearer):
    set_up({"programmes": [PROGRAMME], "ladder": LADDER}, now=NOON)
    takes_reviews()

    def post(content, **headers):
        file = SimpleUploadedFile("p.jpg", content)
        return client.post("/review-pictures/", {"picture": file}, headers=headers)

    return post


@pytest.fixture(autouse=True)
def sandbox_shop(settings):
    """The sandbox's own host, for this file alone."""
    settings.SALEOR_LOYALTY_HOST = "sandbox.host.SandboxHost"
    host.cache_clear()
    yield
    host.cache_clear()


def test_a_shopper_uploads_a_picture(send, bearer):
    answer = send(picture(), **bearer(SHOPPER))
    assert answer.status_code == 201
    told = answer.json()["picture"]
    assert (told["contentType"], told["width"], told["height"]) == ("image/jpeg", 40, 30)
    assert ReviewPicture.objects.get().size == told["size"]


def test_nobody_else_does(send):
    answer = send(picture())
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (401, "FORBIDDEN")
    assert not ReviewPicture.objects.exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"GIF89a", "INVALID"), (b"", "REQUIRED"), (b"\xff\xd8" * 5_000_000, "LIMIT_EXCEEDED")],
)
def test_what_is_no_picture(send, bearer, content, code):
    answer = send(content, **bearer(SHOPPER))
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, code)
    assert not ReviewPicture.objects.exists()


def test_what_is_no_form(client, send, bearer):
    headers = bearer(SHOPPER)
    answer = client.post("/review-pictures/", b"x", "image/jpeg", headers=headers)
    assert answer.status_code == 400
    broken = client.post(
        "/review-pictures/", b"x", "multipart/form-data; boundary=\x01", headers=headers
    )
    assert broken.status_code == 400
    large = client.generic(
        "POST",
        "/review-pictures/",
        b"x",
        "multipart/form-data; boundary=b",
        headers=headers,
        CONTENT_LENGTH=str(LARGEST_UPLOAD + 1),
    )
    assert large.status_code == 413


def test_another_service_is_asked_for_its_signature(client, send, settings):
    body = json.dumps({"source": "trust", "id": "1"}).encode()
    assert client.post("/reviews/", body, "application/json").status_code == 404
    settings.SALEOR_LOYALTY_REVIEW_SECRETS = SECRET
    assert client.post("/reviews/", body, "application/json").status_code == 401
    now = int(time.time())
    header = {"Loyalty-Signature": f"t={now},v1={sign(SECRET, now, body)}"}
    answer = client.post("/reviews/", body, "application/json", headers=header)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "INVALID")
    assert "changed_at" in answer.json()["errors"][0]["message"]
