"""In a real Saleor: payments refused in the language of the checkout, mutations in the member's."""

import pytest
from saleor.checkout.models import Checkout
from saleor.core.jwt import create_access_token
from saleor.discount.models import Voucher
from shopping import pk_of

from saleor_loyalty.events.host import host
from saleor_loyalty.features.members.models import Member

UPDATE = """mutation { loyaltyMemberUpdate(input: {languageCode: ""}) {
  errors { code message } } }"""


@pytest.fixture
def rich(shop, customer_user):
    shop.give_points(customer_user, 5000)
    return customer_user


@pytest.mark.parametrize(
    ("language", "amount", "said"),
    [
        ("de", "40.00", "Das ist mehr, als noch zu bezahlen ist."),
        ("zh-tw", "40.00", "超出了剩餘應付金額。"),
        ("pt-br", "40.00", "This is more than is left to pay."),
        ("de", "20.00", "2.000 Punkte"),
        ("fr", "0.01", "1 point"),
    ],
)
def test_what_a_payment_by_points_says(shop, rich, language, amount, said):
    checkout = shop.checkout({shop.variant("20.00"): 1}, rich)["id"]
    shop.ship(checkout)
    Checkout.objects.filter(pk=pk_of(checkout)).update(language_code=language)
    answer = shop.pay_with_points(checkout, amount, rich)
    assert answer["transactionEvent"]["message"] == said


def test_a_stranger_is_told_to_sign_in_in_the_language_of_the_checkout(shop, rich):
    checkout = shop.checkout({shop.variant("20.00"): 1}, rich)["id"]
    Checkout.objects.filter(pk=pk_of(checkout)).update(language_code="ja")
    answer = shop.pay_with_points(checkout, "1.00", None)
    assert answer["transactionEvent"]["message"] == (
        "ポイントをご利用になるには、ログインしてこのお会計をアカウントに紐付けてください。"
    )


@pytest.mark.parametrize(
    ("language", "name"), [("de", "Treuepunkte"), ("zh-hant", "會員點數"), ("pt-br", None)]
)
def test_a_coupon_has_its_name_in_every_language(shop, rich, channel_USD, language, name):
    code = host().issue_coupon(rich.pk, 500, "USD", valid_until=None, source="conversion:1")
    voucher = Voucher.objects.get(codes__code=code)
    assert voucher.name == "Loyalty points"
    translation = voucher.translations.filter(language_code=language).first()
    assert (translation.name if translation else None) == name


@pytest.mark.parametrize("path", ["/graphql/", "/plugins/saleor.loyalty/graphql/"])
@pytest.mark.parametrize(
    ("own", "said"), [("ko", "비워 둘 수 없습니다."), ("", "No puede estar vacío.")]
)
def test_a_refused_mutation_through_either_endpoint(client, settings, rich, path, own, said):
    settings.ROOT_URLCONF = "saleor_loyalty.adapter.urls"
    Member.objects.filter(user_id=rich.pk).update(language_code=own)
    answer = client.post(
        path,
        {"query": UPDATE},
        content_type="application/json",
        headers={
            "authorization": f"Bearer {create_access_token(rich)}",
            "accept-language": "da, es-MX;q=0.8, en;q=0.2",
        },
    ).json()
    assert answer["data"]["loyaltyMemberUpdate"]["errors"] == [
        {"code": "REQUIRED", "message": said}
    ]
