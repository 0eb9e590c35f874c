"""The shop that is measured with: its orders are computed from their number."""

import random
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime, timedelta

from saleor_loyalty.events.facts import OrderFact, OrderLine
from saleor_loyalty.events.host import Coupon, HostCheckout, HostCustomer

OPENED = datetime(2026, 1, 1, tzinfo=UTC)
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)

PROGRAMME = {
    "programmes": [
        {
            "slug": "points",
            "name": "Points",
            "valid_from": "2020-01-01T00:00:00Z",
            "config": {
                "earning": {
                    "rates": {"USD": {"points": 1, "minor": 100}},
                    "growth_rates": {"USD": {"points": 1, "minor": 100}},
                    "expiry": {"months": 12},
                },
                "spending": {"rates": {"USD": {"points": 1, "minor": 1}}},
            },
        }
    ],
    "ladder": {
        "window": {"kind": "ever"},
        "tiers": [
            {
                "slug": "silver",
                "name": {"en": "Silver"},
                "entry": {"kind": "growth", "from": 500},
            },
            {"slug": "gold", "name": {"en": "Gold"}, "entry": {"kind": "growth", "from": 2_000}},
        ],
    },
}


def order(number: int, user_id: int) -> OrderFact:
    """A paid and delivered order of two lines, for 20 to 200 dollars."""
    dice = random.Random(number)
    placed_at = OPENED + timedelta(minutes=number % 200_000)
    lines = tuple(
        OrderLine(
            line_id=f"line-{number}-{position}",
            quantity=dice.randint(1, 3),
            gross=(gross := dice.randint(1_000, 10_000)),
            net=gross * 100 // 119,
            product_id=f"product-{dice.randint(1, 500)}",
            variant_id=f"variant-{dice.randint(1, 2_000)}",
            product_name="A product with a name of its own",
            category_ids=(f"category-{dice.randint(1, 20)}", "category-0"),
            collection_ids=(f"collection-{dice.randint(1, 10)}",),
        )
        for position in range(2)
    )
    total = sum(line.gross for line in lines) + 500
    return OrderFact(
        order_id=f"order-{number}",
        number=str(number),
        channel="default-channel",
        currency="USD",
        lines=lines,
        placed_at=placed_at,
        user_id=user_id,
        email=f"user{user_id}@example.com",
        country="US",
        shipping_gross=500,
        shipping_net=420,
        total_gross=total,
        paid_at=placed_at,
        fulfilled_at=placed_at,
        fingerprint=f"{number:064d}",
        checkout_id=f"checkout-{number}",
    )


class BenchShop:
    """The host: it knows every customer and has nothing else to say."""

    def order(self, order_id: str) -> OrderFact | None:  # noqa: ARG002 - the protocol's
        return None

    def changed_orders(
        self,
        since: datetime,  # noqa: ARG002
    ) -> Iterator[list[tuple[str, str]]]:
        yield from ()

    def customer(self, user_id: int) -> HostCustomer | None:
        return HostCustomer(user_id, f"user{user_id}@example.com", "en", confirmed=True)

    def customer_by_email(self, email: str) -> HostCustomer | None:  # noqa: ARG002
        return None

    def checkout(self, checkout_id: str) -> HostCheckout | None:  # noqa: ARG002
        return None

    def release_payment(self, token: str, reason: str) -> bool:  # noqa: ARG002
        return True

    def refund_payment(self, token: str, amount: int, reference: str) -> None:
        """Nobody pays by points here."""

    def reduce(self, checkout_id: str) -> int | None:  # noqa: ARG002
        return 0

    def make_coupon(self, user_id: int, coupon: Coupon, *, source: str) -> str:  # noqa: ARG002
        return f"C-{source}"

    def withdraw_coupon(self, source: str) -> bool:  # noqa: ARG002
        return True

    def writing(self) -> AbstractContextManager[None]:
        return nullcontext()

    def reprice_checkout(self, checkout_id: str) -> bool:  # noqa: ARG002
        return False

    def is_ordered(self, checkout_id: str) -> bool:  # noqa: ARG002
        return False

    def reprice(self, user_id: int) -> None:
        """Nobody has an open checkout here."""
