"""Staff ask for a member's prices on an order that they are writing."""

import pytest

from tests.api.client import data_of, error_of, operation
from tests.api.conftest import DRAFT_ORDER, World

PRICE = operation("dashboard/draft_order_price")


def test_the_shop_prices_the_lines(world: World) -> None:
    assert data_of(PRICE, world.as_admin, orderId=DRAFT_ORDER) == {"lines": 2, "errors": []}


@pytest.mark.parametrize(
    ("order_id", "code"), [("none", "NOT_FOUND"), (" ", "REQUIRED"), ("x" * 101, "INVALID")]
)
def test_an_order_that_cannot_be(world: World, order_id: str, code: str) -> None:
    assert error_of(PRICE, world.as_admin, orderId=order_id)[0] == code
    assert world.shop.drafts == {DRAFT_ORDER: 2}
