"""What a merchant may write down, and what is refused with the place named."""

from typing import Any

import pytest
from pydantic import ValidationError

from saleor_loyalty.features.benefits.kinds import KINDS
from tests.features.benefits import benefit

SMALLEST: dict[str, dict[str, Any]] = {
    "birthday_gift": {"points": 100},
    "cheaper_rewards": {"percent": 10},
    "contact": {"email": "vip@example.com"},
    "coupons": {"coupons": [{"amount": {"USD": 500}}]},
    "early_access": {"hours": 24},
    "free_returns": {},
    "free_shipping": {},
    "members_only": {"products": ["p"]},
    "multiplier": {"points_percent": 150},
    "partner_codes": {"code_list": "cinema"},
    "price_off": {"basis_points": 500},
    "priority": {},
    "samples": {"each_order": 2},
    "service": {},
}


def test_every_kind_is_listed_here_and_in_the_registry_once() -> None:
    names = [one.model_fields["kind"].annotation.__args__[0] for one in KINDS]  # type: ignore[union-attr]
    assert sorted(names) == names == sorted(SMALLEST)


@pytest.mark.parametrize("kind", SMALLEST)
def test_the_text_of_a_benefit_reads_as_the_same_benefit(kind: str) -> None:
    made = benefit(kind, **SMALLEST[kind])
    assert made.slug == kind
    assert benefit(**made.to_json()) == made


@pytest.mark.parametrize("kind", SMALLEST)
def test_what_is_not_known_is_refused(kind: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        benefit(kind, **SMALLEST[kind], colour="red")


@pytest.mark.parametrize(
    ("kind", "given", "why"),
    [
        ("price_off", {"basis_points": 0}, "greater than or equal to 1"),
        ("price_off", {"basis_points": 10_001}, "less than or equal to 10000"),
        ("price_off", {"basis_points": 5.5}, "valid integer"),
        ("price_off", {"basis_points": 500, "slug": "ten percent"}, "match pattern"),
        ("multiplier", {}, "Give more than 100 percent"),
        ("multiplier", {"points_percent": 99}, "greater than or equal to 100"),
        ("free_shipping", {"per": "month"}, "This means nothing without a quota"),
        ("free_shipping", {"quota": 3, "per": "week"}, "'month', 'quarter' or 'year'"),
        ("free_shipping", {"minimum": {"XXY": 100}}, "not a currency code"),
        ("birthday_gift", {}, "Give points or a coupon"),
        (
            "birthday_gift",
            {"points": 1, "coupon": {"amount": {"USD": 1}}},
            "Give points or a coupon",
        ),
        ("coupons", {"coupons": []}, "at least 1 item"),
        (
            "coupons",
            {"coupons": [{"amount": {"USD": 500}, "minimum": {"EUR": 5000}}]},
            "There is no amount in EUR",
        ),
        ("members_only", {}, "Name products, variants, categories or collections"),
        ("early_access", {"hours": 24, "opens_at": "2026-12-01T10:00:00"}, "timezone"),
        ("samples", {"each_order": 1, "quota": 3}, "either a number for each order or a quota"),
        ("contact", {}, "an e-mail address, a telephone number or a link"),
        ("contact", {"url": "javascript:alert(1)"}, "match pattern"),
        ("parking", {}, "does not match any of the expected tags"),
    ],
)
def test_refused(kind: str, given: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        benefit(kind, **given)
