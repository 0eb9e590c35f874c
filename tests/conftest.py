"""People and a shop that every test may use."""

import django.test
import pytest
from django.contrib.auth.models import User
from django.db import connection

from saleor_loyalty.events.host import HostCustomer
from saleor_loyalty.features.members.models import Member
from saleor_loyalty.flows.members import find_or_join
from saleor_loyalty.flows.setup import set_up
from tests import shop as shop_module
from tests.database import template
from tests.emptying import CommittingTestCase
from tests.shop import NOON, Shop

django.test.TransactionTestCase = CommittingTestCase  # type: ignore[misc]

PROGRAMME = {
    "slug": "points",
    "name": "Points",
    "valid_from": "2026-01-01T00:00:00Z",
    "config": {
        "earning": {
            "rates": {
                "USD": {"points": 1, "minor": 100},
                "CNY": {"points": 1, "minor": 700},
                "JPY": {"points": 1, "minor": 150},
            },
            "growth_rates": {"USD": {"points": 1, "minor": 100}},
            "maturity": {"kind": "fulfilment"},
            "expiry": {"months": 12},
        },
        "spending": {"rates": {"USD": {"points": 1, "minor": 1}}},
    },
}
LADDER = {
    "window": {"kind": "ever"},
    "tiers": [
        {
            "slug": "silver",
            "name": {"en": "Silver"},
            "entry": {"kind": "growth", "from": 100},
            "benefits": [{"kind": "price_off", "basis_points": 500}],
        },
        {
            "slug": "gold",
            "name": {"en": "Gold"},
            "entry": {"kind": "growth", "from": 500},
            "benefits": [{"kind": "price_off", "basis_points": 1000}],
        },
    ],
}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """As pytest-django asks for it, before it makes the run's database."""
    connection.settings_dict["TEST"]["TEMPLATE"] = template()


@pytest.fixture
def shop() -> Shop:
    shop_module.SHOP.__init__()  # type: ignore[misc]
    return shop_module.SHOP


@pytest.fixture
def programme(db: None) -> None:
    """1 point a dollar (7 yuan, 150 yen), usable once fulfilled; 1 point pays a cent."""
    set_up({"programmes": [PROGRAMME], "ladder": LADDER}, now=NOON)


def customer(shop: Shop, name: str, *, confirmed: bool = True) -> int:
    user = User.objects.create_user(name, f"{name}@example.com")
    shop.customers[user.pk] = HostCustomer(user.pk, user.email, "en", confirmed)
    return user.pk


@pytest.fixture
def ada(shop: Shop, programme: None) -> Member:
    """A member with an account and no points."""
    return find_or_join(customer(shop, "ada"), now=NOON)


@pytest.fixture
def bob(shop: Shop, programme: None) -> Member:
    return find_or_join(customer(shop, "bob"), now=NOON)
