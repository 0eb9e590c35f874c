"""What the host tells about an order, as plain values.

A fact about an order is always its whole present state, never a change: whatever order hooks
arrive in, and however often, the flow compares what is with what was acted on.
Money in minor units of the order's currency.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from ..values.fields import fields_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One line after every discount. `gross`, `net` and `undiscounted` are for the whole line."""

    line_id: str
    quantity: int
    gross: int
    net: int
    product_id: str = ""
    variant_id: str = ""
    product_name: str = ""
    category_ids: tuple[str, ...] = ()
    collection_ids: tuple[str, ...] = ()
    on_sale: bool = False
    is_gift_card: bool = False
    # Pieces whose money went back line by line.
    refunded_quantity: int = 0
    # The mark of the reward or group price it was sold for; empty: an ordinary line.
    reward: str = ""
    # What points took off its price as it is entered, and from how many pieces.
    points_off: int = 0
    points_off_pieces: int = 0

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(
            **{
                **data,
                "category_ids": tuple(data.get("category_ids", ())),
                "collection_ids": tuple(data.get("collection_ids", ())),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFact:
    """One order as it stands. Times are aware datetimes.

    `paid_by_points` and `paid_by_gift_card` are the gross money those paid of the order.
    They stay what they were at the till when such a payment is refunded later.
    `refunded_by_amount` is money given back that no line and no shipping refund accounts for;
    `fully_refunded` says that nothing the shopper paid is left with the shop.
    """

    order_id: str
    number: str = ""
    channel: str
    currency: str
    lines: tuple[OrderLine, ...]
    placed_at: datetime
    # A customer with a confirmed e-mail, by the host's user id; None for a guest.
    user_id: int | None = None
    email: str = ""
    language_code: str = "en"
    country: str = ""
    shipping_gross: int = 0
    shipping_net: int = 0
    # Gross shipping money given back as such.
    refunded_shipping: int = 0
    total_gross: int = 0
    paid_by_points: int = 0
    paid_by_gift_card: int = 0
    paid_at: datetime | None = None
    fulfilled_at: datetime | None = None
    cancelled: bool = False
    fully_refunded: bool = False
    refunded_total: int = 0
    refunded_by_amount: int = 0
    customer_groups: tuple[str, ...] = ()
    fingerprint: str = ""
    checkout_id: str = ""
    # Returns that a till told of, by their number, each with the digest of what it said.
    returns: tuple[tuple[str, int], ...] = ()
    # What benefits took off the price, by who gave them ("tier:gold", "plan:plus"), for the order
    # as it stands; and those with a quota that it used, each (kind, slug).
    saved: tuple[tuple[str, int], ...] = ()
    used: tuple[tuple[str, str], ...] = ()
    # Codes of coupons made for members that it used, and has not given back.
    coupons: tuple[str, ...] = ()
    # The token of the points that made its lines cheaper; empty: none did.
    points_off_token: str = ""
    # Keyed hashes of where it goes and is billed to, and of phones there (`values.likeness`): for
    # comparing alone, and not kept with the order.
    address_digests: tuple[str, ...] = ()
    phone_digests: tuple[str, ...] = ()

    @property
    def untouched(self) -> bool:
        """Neither cancelled nor refunded in any part."""
        return not (
            self.cancelled
            or self.fully_refunded
            or self.refunded_by_amount
            or self.refunded_shipping
            or any(line.refunded_quantity for line in self.lines)
        )

    def kept(self) -> Self:
        """Without what is for comparing people alone."""
        if not (self.address_digests or self.phone_digests):
            return self
        return replace(self, address_digests=(), phone_digests=())

    def to_json(self) -> dict[str, Any]:
        data = fields_of(self)
        data["lines"] = [fields_of(line) for line in self.lines]
        for name in _TIMES:
            data[name] = data[name].isoformat() if data[name] else None
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        times = {
            name: datetime.fromisoformat(data[name]) if data.get(name) else None for name in _TIMES
        }
        return cls(
            **{
                **data,
                **times,
                "lines": tuple(OrderLine.from_json(line) for line in data["lines"]),
                "customer_groups": tuple(data.get("customer_groups", ())),
                "returns": tuple((number, digest) for number, digest in data.get("returns", ())),
                "saved": tuple((holder, amount) for holder, amount in data.get("saved", ())),
                "used": tuple((kind, slug) for kind, slug in data.get("used", ())),
                "coupons": tuple(data.get("coupons", ())),
                "address_digests": tuple(data.get("address_digests", ())),
                "phone_digests": tuple(data.get("phone_digests", ())),
            }
        )


_TIMES = ("placed_at", "paid_at", "fulfilled_at")
